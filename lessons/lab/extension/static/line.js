/* The line to the kernel: the comm "two_hats" (ARCHITECTURE.md, "Page and extension"). */

const TARGET = "two_hats";

export class Line {
  /** `answers.say(text)` and `answers.focus(key)` are called with what the kernel sends. */
  constructor(panel, answers) {
    this.panel = panel;
    this.answers = answers;
    this.comm = null;
  }

  /** Opens a new line, telling all that is known; a kernel without the course closes it again, silently. */
  async open(facts) {
    this.close();
    const kernel = this.panel.sessionContext.session?.kernel;
    if (!kernel) return;
    const comm = kernel.createComm(TARGET);
    this.comm = comm;
    comm.onMsg = (message) => this.heard(message.content.data);
    comm.onClose = () => this.forget(comm);
    // where comms have threads of their own, the first message must wait for the thread, or it may come second
    if (kernel.supportsSubshells) await comm.subshellStarted;
    if (this.comm === comm && !comm.isDisposed) comm.open(facts);
  }

  /** Sends one fact, such as {theme: "dark"}, if there is anybody to hear it. */
  tell(fact) {
    const open = this.comm && !this.comm.isDisposed && this.panel.sessionContext.session?.kernel;
    if (open) this.comm.send(fact);
  }

  heard(data) {
    if (typeof data.say === "string") this.answers.say(data.say);
    if (typeof data.focus === "string") this.answers.focus(data.focus);
  }

  forget(comm) {
    if (this.comm === comm) this.comm = null;
  }

  close() {
    const comm = this.comm;
    this.comm = null;
    const kernel = this.panel.sessionContext.session?.kernel;
    if (comm && !comm.isDisposed && kernel && kernel.hasComm(comm.commId)) comm.close();
  }
}
