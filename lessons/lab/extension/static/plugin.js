/* The plugin: finds the notebooks of this course among all that are opened, and leaves every other one alone. */
import { isCourse, isInFolder } from "./course.js";
import { LessonPage } from "./lesson_page.js";

/** One of the modules that JupyterLab shares with its extensions. */
async function sharedModule(shared, name) {
  const versions = Object.values(shared[name] || {});
  const entry = versions.find((version) => version.loaded) || versions[0];
  if (!entry) throw new Error(`two-hats-lab: JupyterLab does not share ${name}`);
  return (await entry.get())();
}

/** A JSON file beside this one. */
async function read(file) {
  return (await fetch(new URL(file, import.meta.url))).json();
}

function addStyleSheet() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("lab.css", import.meta.url).href;
  document.head.append(link);
}

/** Whether the opened notebook is one of the course: its metadata say so, and it lies in the course's own folder. */
function isOurs(panel, lab) {
  const path = lab.app.serviceManager.contents.localPath(panel.context.path);
  return isCourse(panel.model.getMetadata("two_hats")) && isInFolder(lab.root, path, lab.folders);
}

async function attend(panel, lab) {
  await panel.context.ready;
  if (panel.isDisposed || !isOurs(panel, lab)) return;
  const page = new LessonPage(panel, lab);
  panel.disposed.connect(() => page.dispose());
  await page.open();
}

/** The plugin, with all that its pages need: JupyterLab's classes, the words, and where the course lies. */
export async function makePlugin(shared) {
  const [notebook, widgets, coreutils, words, place] = await Promise.all([
    sharedModule(shared, "@jupyterlab/notebook"),
    sharedModule(shared, "@lumino/widgets"),
    sharedModule(shared, "@jupyterlab/coreutils"),
    read("words.json"),
    read("place.json"),
  ]);
  const lab = {
    NotebookActions: notebook.NotebookActions,
    Widget: widgets.Widget,
    root: coreutils.PageConfig.getOption("serverRoot"),
    folders: place.folders,
    words,
  };
  return {
    id: "two-hats-lab:plugin",
    autoStart: true,
    activate: (app) => {
      lab.app = app;
      addStyleSheet();
      app.docRegistry.addWidgetExtension("Notebook", {
        createNew: (panel) => {
          attend(panel, lab).catch((error) => console.error("two-hats-lab:", error));
          return { isDisposed: false, dispose: () => {} };
        },
      });
    },
  };
}
