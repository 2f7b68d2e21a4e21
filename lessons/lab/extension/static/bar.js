/* The bar above a lesson: which lesson it is, what it is doing, class view, the code. */
import { KNOWN } from "./version.js";

function element(tag, className, text = "") {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

function button(text, className, pressed) {
  const node = element("button", `th-bar-button ${className}`, text);
  node.type = "button";
  node.addEventListener("click", pressed);
  return node;
}

export class Bar {
  /** `actions`: run(), code(), view(), move(step). */
  constructor(panel, lab, title, actions) {
    this.words = lab.words;
    this.node = element("div", "th-bar");
    this.node.setAttribute("role", "region");
    this.node.setAttribute("aria-label", this.words.bar);
    this.build(title, actions);
    this.note.textContent = this.version(lab.app.version);
    this.widget = new lab.Widget({ node: element("div", "th-bar-frame") });
    this.widget.node.append(this.node);
    panel.contentHeader.addClass("th-bar-holder");
    panel.contentHeader.addWidget(this.widget);
    this.observer = new ResizeObserver(() => this.fit());
    this.observer.observe(this.node);
  }

  build(title, actions) {
    const name = element("div", "th-bar-name");
    name.append(element("span", "th-bar-course", this.words.course), element("span", "th-bar-title", title));
    this.status = element("span", "th-bar-status");
    this.place = element("span", "th-bar-place");
    this.note = element("p", "th-bar-note");
    this.buttons = {
      run: button(this.words.run, "th-bar-run", actions.run),
      back: button(this.words.back, "th-bar-back", () => actions.move(-1)),
      next: button(this.words.next, "th-bar-next", () => actions.move(1)),
      view: button(this.words.class_view, "th-bar-toggle", actions.view),
      code: button(this.words.show_code, "th-bar-toggle th-bar-code", actions.code),
    };
    const { run, back, next, view, code } = this.buttons;
    const pager = element("div", "th-bar-pager");
    pager.append(back, this.place, next);
    this.node.append(name, this.status, run, pager, view, code, this.note);
    run.hidden = true;
    this.press("view", false);
    this.press("code", false);
  }

  version(found) {
    return found.startsWith(`${KNOWN}.`) ? "" : this.words.version.replace("{known}", KNOWN).replace("{found}", found);
  }

  press(name, pressed) {
    this.buttons[name].setAttribute("aria-pressed", String(pressed));
  }

  /** Says what the lesson is doing; the button to run it is there whenever it does not run by itself. */
  show(state) {
    const texts = { running: "opening", failed: "failed", stopped: "stopped", waiting: "other_code", edited: "edited" };
    this.status.textContent = texts[state] ? this.words[texts[state]] : "";
    this.buttons.run.hidden = state === "running" || state === "ran";
    this.buttons.view.disabled = state !== "ran" && state !== "failed";
  }

  /** Where class view stands, counted from 0. */
  count(index, all) {
    this.place.textContent = this.words.place.replace("{now}", index + 1).replace("{all}", all);
    // aria-disabled, not disabled: the button must not lose the focus at the last screen
    this.buttons.back.setAttribute("aria-disabled", String(index === 0));
    this.buttons.next.setAttribute("aria-disabled", String(index === all - 1));
  }

  /** JupyterLab lays the bar out by its least height; words may need a second line in a narrow window. */
  fit() {
    const height = `${this.node.offsetHeight}px`;
    if (this.widget.isDisposed || this.widget.node.style.minHeight === height) return;
    this.widget.node.style.minHeight = height;
    this.widget.parent?.fit();
  }
}
