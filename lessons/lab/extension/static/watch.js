/* Watches this page only: what its widgets draw, how wide it is; and which theme JupyterLab has. */

const ATTRIBUTES = ["class", "style", "hidden", "disabled", "open", "tabindex", "aria-valuetext", "aria-valuenow"];

/** Calls `changed` at most once a drawn frame while the page changes. Returns how to stop. */
export function watchPage(node, changed) {
  let due = 0;
  const observer = new MutationObserver(() => {
    due ||= requestAnimationFrame(() => {
      due = 0;
      changed();
    });
  });
  observer.observe(node, { childList: true, subtree: true, attributes: true, attributeFilter: ATTRIBUTES });
  return () => observer.disconnect();
}

/** Calls `changed` with "light" or "dark" when JupyterLab's theme changes. Returns how to stop. */
export function watchTheme(changed) {
  let last = watchTheme.now();
  const observer = new MutationObserver(() => {
    const theme = watchTheme.now();
    if (theme !== last) changed((last = theme));
  });
  observer.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  return () => observer.disconnect();
}

watchTheme.now = () => (document.body.dataset.jpThemeLight === "false" ? "dark" : "light");

/** Calls `changed` with the width of the output column in CSS pixels, 0.2 s after it has changed. Returns how to stop. */
export function watchWidth(node, changed) {
  let last = watchWidth.now(node);
  let timer = 0;
  const observer = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const width = watchWidth.now(node);
      if (width > 0 && width !== last) changed((last = width));
    }, 200);
  });
  observer.observe(node);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

/** The width that an output has: that of the first one drawn, or else that of the text. */
watchWidth.now = (node) => {
  const drawn = [...node.querySelectorAll(".jp-OutputArea-output, .jp-RenderedMarkdown")];
  const shown = drawn.find((element) => element.clientWidth > 0);
  return shown ? shown.clientWidth : 0;
};
