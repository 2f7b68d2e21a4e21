/* Each lesson says in its first cells how to run it by hand. Where this extension runs it, that sentence is of no use. */

/** Marks the cells tagged `th-plain`; lab.css hides them while the code is hidden. */
export function markHints(notebook) {
  for (const cell of notebook.widgets) {
    const tags = cell.model.getMetadata("tags") || [];
    cell.node.classList.toggle("th-hint", tags.includes("th-plain"));
  }
}
