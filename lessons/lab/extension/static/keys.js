/* Keeps keys, double clicks and the right button from JupyterLab, whose shortcuts run, cut and delete cells. */

const WIDGETS = ".jp-Cell-outputWrapper";

/** Stops what happens in widgets, and, while the code is out of sight, what happens anywhere in the notebook.
 * JupyterLab listens on the document and on the notebook's own node, after the page has had its turn: everything native
 * (typing, arrows in radio buttons and sliders, Enter on a button, Tab) goes on as ever. */
export function guardKeys(notebookNode, codeShown) {
  const stop = (event) => {
    if (!codeShown() || event.target.closest(WIDGETS)) event.stopPropagation();
  };
  const inner = notebookNode.querySelector(".jp-WindowedPanel-outer");
  for (const node of [inner, notebookNode]) {
    for (const kind of ["keydown", "dblclick", "contextmenu"]) node.addEventListener(kind, stop);
  }
}
