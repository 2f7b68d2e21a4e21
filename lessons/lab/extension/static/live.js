/* The one place of a page that speaks: a polite live region that outlives every widget. */

const PAUSE = 500; // ms after the last text: a slider on its way says only where it stops

export class LiveRegion {
  constructor(parent) {
    this.node = document.createElement("div");
    this.node.className = "th-live";
    this.node.setAttribute("role", "status");
    this.node.setAttribute("aria-live", "polite");
    parent.append(this.node);
  }

  /** Speaks the text half a second after the last one that came. */
  say(text) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.speak(text), PAUSE);
  }

  speak(text) {
    const line = document.createElement("p"); // a new element, so that the same words are spoken a second time
    line.textContent = text;
    this.node.replaceChildren(line);
  }
}
