/* What belongs to the course, and what may run without being asked. Pure functions. */

const NAME = "[A-Za-z][A-Za-z0-9_]*";
const IMPORT = new RegExp(`^from lessons import ${NAME}(?:, ${NAME})*$`);
const OPEN = new RegExp(`^(${NAME}) = open_lesson\\((["'])[a-z][a-z0-9_]*\\2\\)$`);
const CALL = new RegExp(`^(${NAME})\\.${NAME}\\(\\)$`);
// every character at which IPython begins a new line, so that nothing can hide at the end of a comment
const LINE_ENDS = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

/** Whether a notebook's `two_hats` metadata name this course. */
export function isCourse(metadata) {
  return Boolean(metadata) && metadata.course === "two-hats";
}

function normal(path) {
  const plain = path.replaceAll("\\", "/").replace(/\/+/g, "/").replace(/(.)\/$/, "$1");
  return /^[A-Za-z]:/.test(plain) ? plain.toLowerCase() : plain; // Windows does not tell A from a
}

/** Whether `path`, below the server's `root`, lies in one of the `folders` (absolute, or "~/…" as the server writes it). */
export function isInFolder(root, path, folders) {
  const full = normal(`${root}/${path}`);
  return !full.split("/").includes("..") && folders.some((folder) => full.startsWith(`${normal(folder)}/`));
}

/** Whether the code cells hold nothing but comments, imports of the course, open_lesson("…") and calls of that lesson.
 * Anything else, however harmless, does not run by itself. */
export function isPlainLesson(sources) {
  const lessons = new Set();
  return sources.flatMap((source) => source.split(LINE_ENDS)).every((line) => isPlain(line, lessons));
}

function isPlain(line, lessons) {
  const code = line.replace(/[ \t]+$/, "");
  if (code === "" || code.startsWith("#") || IMPORT.test(code)) return true;
  const opened = OPEN.exec(code);
  if (opened) lessons.add(opened[1]);
  const called = CALL.exec(code);
  return Boolean(opened) || (Boolean(called) && lessons.has(called[1]));
}

/** The sources of a notebook's code cells, in order. */
export function codeSources(notebook) {
  return notebook.widgets.filter((cell) => cell.model.type === "code").map((cell) => cell.model.sharedModel.source);
}

/** The lesson's title: the first Markdown heading of the first level. */
export function titleOf(notebook) {
  for (const cell of notebook.widgets) {
    const heading = cell.model.type === "markdown" && /^#[ \t]+(.+)$/m.exec(cell.model.sharedModel.source);
    if (heading) return heading[1].replace(/[*_`]/g, "").trim();
  }
  return "";
}
