/* Names, roles and states that ipywidgets leaves out. Every function may run any number of times. */

let count = 0;

/** Sets an attribute only if it differs, so that watching the page comes to rest. */
function set(element, attribute, value) {
  if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
}

function idOf(element) {
  if (!element.id) element.id = `th-name-${++count}`;
  return element.id;
}

/** The element that names a widget: its own description if it has one, else the label of the field around it. */
function labelOf(widget) {
  const own = widget.querySelector(":scope > .widget-label:not(.widget-label-basic)");
  if (own && own.textContent.trim()) return own;
  const field = widget.closest(".th-field");
  if (!field) return null;
  return [...field.querySelectorAll(".th-label")].find((label) => label.closest(".th-field") === field) || null;
}

function nameBy(element, label) {
  if (label) set(element, "aria-labelledby", idOf(label));
}

/** Radio buttons: one group with a name, and one shared `name`, so that arrows move within it. */
function nameRadios(widget) {
  const box = widget.querySelector(".widget-radio-box");
  if (!box) return;
  set(box, "role", "radiogroup");
  nameBy(box, labelOf(widget));
  const group = `${idOf(box)}-radio`;
  for (const radio of box.querySelectorAll("input[type=radio]")) if (radio.name !== group) radio.name = group;
}

/** Sliders: a name, and the value as it is shown, with its unit. */
function nameSlider(widget, words) {
  const label = labelOf(widget);
  const text = label ? label.textContent.trim() : "";
  const handles = [...widget.querySelectorAll(".noUi-handle")];
  handles.forEach((handle, index) => {
    const end = handles.length > 1 ? (index ? words.upper : words.lower).replace("{label}", text) : text;
    if (text) set(handle, "aria-label", end);
    const disabled = Boolean(widget.querySelector(".noUi-target[disabled]"));
    set(handle, "aria-disabled", String(disabled));
  });
  if (handles.length === 1) sayValue(widget, handles[0]);
  const readout = widget.querySelector(".widget-readout[contenteditable]");
  if (readout && text) nameReadout(readout, words.value_of.replace("{label}", text));
}

function nameReadout(readout, name) {
  set(readout, "role", "textbox");
  set(readout, "aria-label", name);
}

/** The spoken value is the readout's; without a readout, a `.th-value` in the field; else the number and the `.th-unit`. */
function sayValue(widget, handle) {
  const field = widget.closest(".th-field");
  const readout = widget.querySelector(".widget-readout");
  const inField = (name) => (field ? field.querySelector(name) : null);
  const shown = readout && readout.getClientRects().length ? readout : inField(".th-value");
  const unit = shown ? "" : (inField(".th-unit")?.textContent || "").replace(/^[\s(]+|[\s)]+$/g, "");
  const value = shown ? shown.textContent.trim() : String(Number(handle.getAttribute("aria-valuenow")));
  const text = `${value} ${unit}`.trim();
  if (text) set(handle, "aria-valuetext", text);
}

/** Text, number and choice fields without a description of their own take the field's. */
function nameEntry(control) {
  const widget = control.closest(".jupyter-widgets");
  const label = widget && labelOf(widget);
  if (label && label.classList.contains("th-label")) nameBy(control, label);
}

/** Several checkboxes in one field are a group; each keeps its own name. */
function nameGroup(field) {
  const label = [...field.querySelectorAll(".th-label")].find((item) => item.closest(".th-field") === field);
  if (!label || !field.querySelector("input[type=checkbox]")) return;
  set(field, "role", "group");
  nameBy(field, label);
}

function nameToggles(widget) {
  const label = labelOf(widget);
  set(widget, "role", "group");
  nameBy(widget, label);
}

const ENTRIES = ".jupyter-widgets input:not([type=radio], [type=checkbox], [type=file]), .jupyter-widgets select, .jupyter-widgets textarea";

/** Gives every control below `root` the name, the role and the state that it lacks. */
export function nameControls(root, words) {
  const each = (selector, name) => root.querySelectorAll(selector).forEach((element) => name(element, words));
  each(".widget-radio", nameRadios);
  each(".widget-slider", nameSlider);
  each(ENTRIES, nameEntry);
  each(".th-field", nameGroup);
  each(".widget-toggle-buttons", nameToggles);
  each(".widget-toggle-button", (button) => set(button, "aria-pressed", String(button.classList.contains("mod-active"))));
}
