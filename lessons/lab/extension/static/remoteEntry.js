/* What JupyterLab loads: a container in the form that its module loader expects, written by hand, so that nothing has to be
 * built. JupyterLab calls init(shared modules), then get("./extension"). The rest are plain ES modules beside this file. */
(function () {
  "use strict";
  const here = document.currentScript.src;
  let shared = {};
  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB["two-hats-lab"] = {
    init: (scope) => {
      shared = scope;
    },
    get: async () => {
      const { makePlugin } = await import(new URL("plugin.js", here).href);
      const plugin = await makePlugin(shared);
      return () => ({ __esModule: true, default: plugin });
    },
  };
})();
