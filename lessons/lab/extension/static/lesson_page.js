/* One opened notebook of the course: puts the parts together and passes news between them. */
import { Bar } from "./bar.js";
import { ClassView } from "./class_view.js";
import { keepClean } from "./clean.js";
import { isPlainLesson, codeSources, titleOf } from "./course.js";
import { FocusRequest, focusTitle, skipCells } from "./focus.js";
import { markHints } from "./hint.js";
import { guardKeys } from "./keys.js";
import { Line } from "./line.js";
import { LiveRegion } from "./live.js";
import { nameControls } from "./names.js";
import { Runner } from "./runner.js";
import { watchPage, watchTheme, watchWidth } from "./watch.js";

export class LessonPage {
  constructor(panel, lab) {
    this.panel = panel;
    this.notebook = panel.content;
    this.words = lab.words;
    this.live = new LiveRegion(panel.node);
    this.focus = new FocusRequest(panel.node);
    this.bar = new Bar(panel, lab, titleOf(this.notebook), {
      run: () => this.runner.runNow(),
      code: () => this.showCode(!this.codeShown),
      view: () => this.classView.toggle(),
      move: (step) => this.classView.move(step),
    });
    this.classView = new ClassView(panel, this.bar, (view) => this.line.tell({ view }), (text) => this.live.say(text));
    this.line = new Line(panel, { say: (text) => this.live.say(text), focus: (key) => this.focus.ask(key) });
    this.runner = new Runner(panel, lab.NotebookActions, (state) => this.ran(state));
  }

  get codeShown() {
    return this.panel.node.classList.contains("th-code");
  }

  /** Dresses the notebook as a page, then runs it if it may run by itself. */
  async open() {
    this.panel.node.classList.add("th-lab");
    // every cell stays in the page, whatever the settings: hidden cells would take their widgets with them
    this.notebook.notebookConfig = { ...this.notebook.notebookConfig, windowingMode: "none", scrollPastEnd: false };
    markHints(this.notebook);
    guardKeys(this.notebook.node, () => this.codeShown);
    keepClean(this.panel, () => this.codeShown);
    this.showCode(!isPlainLesson(codeSources(this.notebook)));
    this.watchers = [
      watchPage(this.notebook.node, () => this.changed()),
      watchTheme((theme) => this.line.tell({ theme })),
      watchWidth(this.notebook.node, (width) => this.line.tell({ width })),
    ];
    await this.runner.start();
  }

  showCode(shown) {
    this.panel.node.classList.toggle("th-code", shown);
    this.panel.toolbar.setHidden(!shown);
    this.bar.press("code", shown);
  }

  changed() {
    nameControls(this.notebook.node, this.words);
    if (!this.codeShown) skipCells(this.notebook);
    this.focus.tryAgain();
    this.classView.refresh();
  }

  /** What happens with the page when the lesson starts to run, has run, has failed, waits or has stopped. */
  ran(state) {
    this.panel.node.dataset.thState = state;
    this.bar.show(state);
    if (state === "stopped") this.classView.leave();
    if (state !== "ran" && state !== "failed") return;
    nameControls(this.notebook.node, this.words);
    this.line.open({ theme: watchTheme.now(), view: this.classView.name, width: watchWidth.now(this.notebook.node) });
    if (this.classView.on) this.classView.refresh();
    else focusTitle(this.notebook);
  }

  dispose() {
    for (const stop of this.watchers || []) stop();
    this.classView.leave();
    this.line.close();
    this.runner.dispose();
  }
}
