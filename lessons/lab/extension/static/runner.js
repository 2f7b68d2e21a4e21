/* Runs a lesson when it is opened and after its kernel has started anew. */
import { codeSources, isPlainLesson } from "./course.js";

const RESTARTS = new Set(["restarting", "autorestarting"]);
const LOST = new Set(["dead", "terminating"]);

/** Calls `changed` with running, ran, failed, waiting (other code), edited (no longer plain) or stopped. */
export class Runner {
  constructor(panel, NotebookActions, changed) {
    this.panel = panel;
    this.session = panel.sessionContext;
    this.actions = NotebookActions;
    this.changed = changed;
    this.due = true; // the next idle kernel has not seen this lesson yet
    this.hasRun = false;
    this.onStatus = (_, status) => this.heard(status);
    this.onKernel = (_, change) => change.newValue && this.renew();
  }

  async start() {
    await this.session.ready;
    this.session.statusChanged.connect(this.onStatus);
    this.session.kernelChanged.connect(this.onKernel);
    const kernel = this.session.session && this.session.session.kernel;
    if (!kernel) return this.changed("stopped");
    await kernel.info;
    return this.runIfDue();
  }

  /** The learner's own wish: run whatever the cells hold. */
  async runNow() {
    this.due = false;
    const kernel = this.session.session && this.session.session.kernel;
    if (kernel && !LOST.has(kernel.status)) return this.run();
    this.due = this.wished = true;
    return this.session.restartKernel();
  }

  heard(status) {
    // what JupyterLab says about a kernel that has died must not lie under class view
    if (LOST.has(status) || status === "autorestarting") this.changed("stopped");
    if (RESTARTS.has(status)) this.expect();
    else if (status === "idle") this.runIfDue();
  }

  /** A kernel is on its way: what is on the page is dead until the lesson has run in it. */
  expect() {
    this.due = true;
    this.changed("running");
  }

  renew() {
    this.due = true;
    if (this.session.kernelDisplayStatus === "idle") this.runIfDue();
  }

  async runIfDue() {
    if (!this.due) return;
    this.due = false;
    const may = this.wished || isPlainLesson(codeSources(this.panel.content));
    this.wished = false;
    if (may) await this.run();
    else this.changed(this.hasRun ? "edited" : "waiting");
  }

  async run() {
    const kernel = this.session.session.kernel;
    this.changed("running");
    const good = await this.actions.runAll(this.panel.content, this.session);
    // a restart in the middle starts a run of its own, and that one has the last word
    if (this.panel.isDisposed || this.due || kernel !== this.session.session?.kernel) return;
    this.hasRun = true;
    this.changed(good ? "ran" : "failed");
  }

  dispose() {
    this.session.statusChanged.disconnect(this.onStatus);
    this.session.kernelChanged.disconnect(this.onKernel);
  }
}
