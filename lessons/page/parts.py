"""The parts that every activity is made of: text, buttons, choices, fields. All of them plain ipywidgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as widgets

from .markup import Markup, join, tag
from .page import fresh_id


def html(*content: object, classes: Sequence[str] = (), key: str = "") -> widgets.HTML:
    """Markup as a widget; ``key`` makes it a place that the focus can be moved to."""
    inner = join(*content)
    part = widgets.HTML(keyed(inner, key))
    for name in classes:
        part.add_class(name)
    return part


def keyed(content: Markup, key: str) -> Markup:
    """The content in a box that can take the focus, if there is a key."""
    return tag("div", content, data_th_key=key, tabindex="-1", class_="th-keyed") if key else content


def box(*children: Any, classes: Sequence[str] = ()) -> widgets.VBox:
    """Children below each other."""
    part = widgets.VBox(list(children))
    part.add_class("th-box")
    for name in classes:
        part.add_class(name)
    return part


def row(*children: Any, classes: Sequence[str] = ()) -> widgets.HBox:
    """Children beside each other, wrapping where there is no room."""
    part = widgets.HBox(list(children))
    part.add_class("th-row")
    for name in classes:
        part.add_class(name)
    return part


def button(text: str, pressed: Callable[[], None], *, primary: bool = False, key: str = "") -> widgets.Button:
    """A button that calls ``pressed``."""
    part = widgets.Button(description=text, tooltip="")
    part.add_class("th-btn")
    if primary:
        part.add_class("th-primary")
    if key:
        part.add_class(f"th-key-{key}")
    part.on_click(lambda _button: pressed())
    return part


def field(label: object, control: Any, *, classes: Sequence[str] = ()) -> widgets.VBox:
    """A control under its label; the extension names the control by it."""
    name = html(tag("span", label, class_="th-label", id=fresh_id("label")))
    return box(name, control, classes=("th-field", *classes))


def choices(
    label: object, options: Sequence[tuple[str, str]], value: str | None = None, *, flat: bool = False
) -> tuple[widgets.VBox, widgets.RadioButtons]:
    """One of several. ``options`` are (shown, kept) pairs; ``flat`` puts them beside each other.

    Returns the labelled field and the radio buttons in it.
    """
    radios = widgets.RadioButtons(options=list(options), value=value)
    radios.add_class("th-flat" if flat else "th-choices")
    return field(label, radios), radios


def ticks(
    label: object, options: Sequence[tuple[str, str]], ticked: Sequence[str] = ()
) -> tuple[widgets.VBox, dict[str, widgets.Checkbox]]:
    """Any of several. Returns the labelled group and a checkbox for each key."""
    boxes = {key: widgets.Checkbox(description=shown, value=key in ticked, indent=False) for shown, key in options}
    return field(label, box(*boxes.values(), classes=("th-choices",)), classes=("th-group",)), boxes


def entry(label: object, value: str = "", *, hint: str = "", unit: str = "") -> tuple[widgets.VBox, widgets.Text]:
    """A short text or a number to type, with its unit behind it."""
    text = widgets.Text(value=value, placeholder=hint)
    text.add_class("th-entry")
    control = row(text, html(tag("span", unit, class_="th-unit"))) if unit else text
    return field(label, control), text


def note(sign: str, head: str, *body: object, tone: str = "plain", key: str = "") -> widgets.HTML:
    """A verdict or a remark: a sign, a word in bold, and a sentence. tone: ``plain``, ``good`` or ``retry``."""
    lead = tag("strong", tag("span", sign, class_="th-sign", aria_hidden="true"), head)
    return html(tag("div", lead, " ", *body, class_=f"th-note th-{tone}"), key=key)


def chosen_list(options: Sequence[tuple[str, bool]]) -> Markup:
    """Options after a choice: the chosen one marked by edge, weight and a tick, the others dashed."""
    items = (
        tag("li", tag("span", "✓ " if chosen else "", class_="th-tick", aria_hidden="true"), text, class_=kind)
        for text, chosen in options
        for kind in ("th-opt th-chosen" if chosen else "th-opt th-left",)
    )
    return tag("ul", *items, class_="th-opts")


class Disclosure:
    """Something that opens at a button and stays open while what it holds changes.

    ``widget`` is the button with the place below it; ``button`` and ``inner`` may also be placed apart.
    fill: sets what the content shows. It is called when it opens and by ``refresh``, and never while it is closed.
    """

    def __init__(self, show: str, hide: str, content: Any, fill: Callable[[], None] = lambda: None) -> None:
        self._names, self._fill = (show, hide), fill
        self.content = content
        self.button = button(show, self.toggle)
        self.button.add_class("th-disclosure")
        self.inner = box(classes=("th-disclosed",))
        self.widget = box(self.button, self.inner)

    @property
    def open(self) -> bool:
        """Whether the content is shown."""
        return bool(self.inner.children)

    def toggle(self) -> None:
        """Show what is hidden, hide what is shown."""
        opened = not self.open
        if opened:
            self._fill()
        self.inner.children = (self.content,) if opened else ()
        self.button.description = self._names[opened]

    def refresh(self) -> None:
        """Set the content anew, if anybody sees it."""
        if self.open:
            self._fill()


def folded(summary: object, *content: object) -> Markup:
    """Text behind a summary, opened by the browser itself."""
    return tag("details", tag("summary", summary), *content, class_="th-folded")


def table(header: Sequence[object], rows: Sequence[Sequence[object]], caption: str) -> Markup:
    """A table with column headers; the first cell of each row heads the row. It scrolls sideways by itself."""
    head = tag("tr", *(tag("th", cell, scope="col") if cell else tag("td") for cell in header))
    body = (tag("tr", tag("th", first, scope="row"), *(tag("td", cell) for cell in rest)) for first, *rest in rows)
    whole = tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *body))
    return tag("div", whole, class_="th-table", tabindex="0", role="region", aria_label=caption)


def alert(sentence: str) -> Markup:
    """One sentence that something went wrong, read out at once."""
    return tag("p", sentence, class_="th-alert", role="alert")
