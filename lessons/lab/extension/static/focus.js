/* Where the keyboard focus goes. */

const FOCUSABLE = "button:not([disabled]), input:not([disabled]), select, textarea, [tabindex], a[href]";

/** Puts the focus on an element that need not be a control. */
export function focusOn(element, options = {}) {
  if (!element.matches(FOCUSABLE)) element.tabIndex = -1;
  element.focus(options);
}

/** The lesson's title takes the focus, and the page stands at its top. */
export function focusTitle(notebook) {
  notebook.activeCellIndex = 0;
  const scroller = notebook.node.querySelector(".jp-WindowedPanel-outer");
  requestAnimationFrame(() => {
    scroller.scrollTop = 0;
    const title = notebook.node.querySelector(".jp-RenderedMarkdown h1");
    if (title) focusOn(title, { preventScroll: true });
  });
}

/** A page has no cells: the Tab key goes from control to control. */
export function skipCells(notebook) {
  for (const { node } of notebook.widgets) if (node.tabIndex === 0) node.tabIndex = -1;
}

/** The kernel's wish to move the focus, kept until the place is drawn or the learner does something else. */
export class FocusRequest {
  constructor(root) {
    this.root = root;
    this.key = null;
    for (const kind of ["pointerdown", "keydown"]) root.addEventListener(kind, () => (this.key = null), true);
  }

  ask(key) {
    this.key = key;
    this.tryAgain();
  }

  tryAgain() {
    if (this.key === null) return;
    const name = CSS.escape(this.key);
    const place = this.root.querySelector(`[data-th-key="${name}"], .th-key-${name}`);
    if (!place || !place.getClientRects().length) return;
    this.key = null;
    focusOn(place.matches(FOCUSABLE) ? place : place.querySelector(FOCUSABLE) || place);
  }
}
