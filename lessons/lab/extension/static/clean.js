/* Outputs are never saved, so they must not make the browser ask whether to leave an "unsaved" page. */

function signature(notebook) {
  return JSON.stringify(notebook.widgets.map((cell) => [cell.model.type, cell.model.sharedModel.source]));
}

/** While the code is out of sight, a notebook counts as changed only if the source of a cell has changed. */
export function keepClean(panel, codeShown) {
  const { model } = panel.context;
  let saved = signature(panel.content);
  panel.context.saveState.connect((_, state) => {
    if (state === "completed") saved = signature(panel.content);
  });
  const tidy = () => {
    if (model.dirty && !codeShown() && signature(panel.content) === saved) model.dirty = false;
  };
  model.stateChanged.connect((_, change) => change.name === "dirty" && change.newValue && queueMicrotask(tidy));
  tidy(); // a starting kernel has already written its name into the metadata
}
