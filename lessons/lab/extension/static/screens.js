/* What class view shows: the screens of a lesson, and the marks that leave one of them on the page. */

/** A screen: its section's number, the heading above it, and what is shown (one part of the section, or all its cells). */
function screen(section, parts, whole) {
  return { section: section.index, heading: section.heading, parts, whole };
}

/** The sections of a lesson: the cells from one H2 to the next; the first begins at the top. */
export function sectionsOf(notebook) {
  const sections = [{ index: 0, heading: null, cells: [] }];
  for (const { node, model } of notebook.widgets) {
    const heading = model.type === "markdown" ? node.querySelector(".jp-RenderedMarkdown h2") : null;
    if (heading) sections.push({ index: sections.length, heading, cells: [] });
    sections.at(-1).cells.push(node);
  }
  sections[0].heading = notebook.node.querySelector(".jp-RenderedMarkdown h1");
  return sections.filter(({ cells }) => cells.some(isDrawn));
}

function isDrawn(element) {
  return element.getClientRects().length > 0;
}

function partsOf(section) {
  const parts = section.cells.flatMap((cell) => [...cell.querySelectorAll(".jp-OutputArea .th-screen")]);
  return parts.filter((part) => isDrawn(part) && !part.parentElement.closest(".th-screen"));
}

/** All screens of a lesson as it is drawn now; nothing may be hidden by class view while this looks. */
export function screensOf(notebook) {
  return sectionsOf(notebook).flatMap((section) => {
    const parts = partsOf(section);
    return parts.length ? parts.map((part) => screen(section, [part], false)) : [screen(section, section.cells, true)];
  });
}

/** Where a screen is found again after the page has changed: itself, or what stands in its place in its section. */
export function findAgain(screens, old, index) {
  const same = screens.findIndex((now) => now.parts[0] === old.parts[0]);
  if (same >= 0) return same;
  const section = screens.flatMap((now, place) => (now.section === old.section ? [place] : []));
  if (!section.length) return Math.min(index, screens.length - 1);
  return Math.max(section[0], Math.min(index, section.at(-1)));
}

/** Marks a screen's parts and its heading `th-now`, and what is around them `th-path`; all else is hidden by the style. */
export function mark(frame, current) {
  const wanted = new Map();
  for (const part of current ? [...current.parts, ...(current.heading ? [current.heading] : [])] : []) {
    if (current.whole && part === current.heading) continue;
    wanted.set(part, "th-now");
    for (let around = part.parentElement; around !== frame; around = around.parentElement) {
      if (!wanted.has(around)) wanted.set(around, "th-path");
    }
  }
  for (const name of ["th-now", "th-path"]) {
    for (const element of frame.querySelectorAll(`.${name}`)) if (wanted.get(element) !== name) element.classList.remove(name);
  }
  for (const [element, name] of wanted) if (!element.classList.contains(name)) element.classList.add(name);
}
