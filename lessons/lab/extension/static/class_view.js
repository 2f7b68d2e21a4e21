/* Class view: one screen at a time, in type for the back row. */
import { focusOn } from "./focus.js";
import { findAgain, mark, screensOf } from "./screens.js";

const ALWAYS = { PageDown: 1, PageUp: -1 };
const OUTSIDE_CONTROLS = { ArrowRight: 1, ArrowLeft: -1, " ": 1 };
const CONTROLS = "input, select, textarea, button, summary, a[href], [role=slider], [contenteditable=true]";
const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
const SCALES = [1.42, 1.3, 1.2, 1.1, 1]; // the largest at which the screen needs no scrolling

export class ClassView {
  /** `changed("page" | "class")` is told when the view changes, `say(text)` what is on the screen. */
  constructor(panel, bar, changed, say) {
    this.panel = panel;
    this.bar = bar;
    this.changed = changed;
    this.say = say;
    this.on = false;
    this.index = 0;
    this.screens = [];
    this.onKey = (event) => this.key(event);
  }

  get name() {
    return this.on ? "class" : "page";
  }

  get frame() {
    return this.panel.content.node.querySelector(".jp-WindowedPanel-viewport");
  }

  toggle() {
    if (this.on) this.leave();
    else this.enter();
  }

  /** Begins with the section that the learner is reading. */
  enter() {
    this.screens = screensOf(this.panel.content);
    this.index = Math.max(0, this.screens.findLastIndex(({ heading, parts }) => isAbove(heading || parts[0], this.frame)));
    this.on = true;
    this.panel.node.classList.add("th-class");
    raise(this.panel.node);
    document.addEventListener("keydown", this.onKey, true);
    this.bar.press("view", true);
    this.changed(this.name);
    this.show();
  }

  leave() {
    if (!this.on) return;
    this.on = false;
    const { heading } = this.screens[this.index] || {};
    document.removeEventListener("keydown", this.onKey, true);
    this.panel.node.classList.remove("th-class");
    this.panel.node.style.removeProperty("--th-scale");
    lower(this.panel.node);
    if (!this.panel.isDisposed) mark(this.frame, null);
    this.bar.press("view", false);
    this.changed(this.name);
    if (heading) {
      heading.scrollIntoView();
      focusOn(heading, { preventScroll: true });
    }
  }

  move(step) {
    const index = this.index + step;
    if (index < 0 || index >= this.screens.length) return;
    this.index = index;
    this.show();
  }

  key(event) {
    const { target, key } = event;
    if (target !== document.body && !this.panel.node.contains(target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === "Escape") this.leave();
    else if (key in ALWAYS) this.move(ALWAYS[key]);
    else if (key in OUTSIDE_CONTROLS && !target.closest(CONTROLS)) this.move(OUTSIDE_CONTROLS[key]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Shows the screen the view has come to: puts the focus on its heading and says which one it is. */
  show() {
    this.draw();
    const { parts, heading } = this.screens[this.index];
    const title = parts.map((part) => (part.matches(HEADINGS) ? part : part.querySelector(HEADINGS))).find(Boolean) || heading;
    this.panel.content.node.querySelector(".jp-WindowedPanel-outer").scrollTop = 0;
    if (title) focusOn(title, { preventScroll: true });
    this.say([this.bar.place.textContent, title?.innerText.trim()].filter(Boolean).join(". "));
  }

  /** Follows what the widgets have changed, without moving the focus. */
  refresh() {
    if (!this.on) return;
    const old = this.screens[this.index];
    this.screens = this.unhidden(() => screensOf(this.panel.content));
    this.index = findAgain(this.screens, old, this.index);
    this.draw();
  }

  draw() {
    mark(this.frame, this.screens[this.index]);
    this.bar.count(this.index, this.screens.length);
    this.fit();
  }

  /** Looks at the page as it would be without class view, within one frame, so that nobody sees it. */
  unhidden(look) {
    this.panel.node.classList.remove("th-class");
    const seen = look();
    this.panel.node.classList.add("th-class");
    return seen;
  }

  fit() {
    const scroller = this.panel.content.node.querySelector(".jp-WindowedPanel-outer");
    for (const scale of SCALES) {
      this.panel.node.style.setProperty("--th-scale", String(scale));
      if (scroller.scrollHeight <= scroller.clientHeight) return;
    }
  }
}

function isAbove(element, frame) {
  const scroller = frame.closest(".jp-WindowedPanel-outer").getBoundingClientRect();
  return element.getBoundingClientRect().top <= scroller.top + scroller.height / 5;
}

/** Lifts the lesson over JupyterLab's menus and frames: the browser's top layer, so nothing else needs to be touched. */
function raise(node) {
  if (!node.showPopover) return;
  node.popover = "manual";
  node.showPopover();
}

function lower(node) {
  if (!node.hidePopover || node.popover === null) return;
  node.hidePopover();
  node.popover = null;
}
