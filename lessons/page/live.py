"""A chart that keeps up with a lever: built once, changed in place, and only the newest values drawn.

Everything that does not move is painted once and restored from a copy; the artists that move are drawn over it. The
picture is drawn at twice the CSS pixels, at once and in the thread that asks: JupyterLab lets one message of a lever
wait while the callback runs and drops the ones in between, so drawing any later would only add delay.
"""

from __future__ import annotations

import base64
import threading
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

import ipywidgets as widgets
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from figures.contract import Chart, Look, Words
from lessons.page import png
from lessons.page.markup import Markup, tag

CSS_DPI = 100
SHARPNESS = 2
"""Pixels drawn for one CSS pixel: the kernel cannot know the screen, and twice is crisp on all of them."""


@dataclass(frozen=True)
class Scene:
    """All that a picture depends on."""

    look: Look
    data: Any = None
    words: Words | None = None
    alt: str = ""
    prediction: float | None = None


class LiveFigure:
    """A chart of the module ``chart`` in one HTML widget.

    ``failed`` is the sentence shown when a picture cannot be drawn; what went wrong follows it. Calls may come from any
    thread: while one draws, the others leave their values and go, and the newest values are drawn next.
    """

    def __init__(self, chart: ModuleType, look: Look, failed: str = "") -> None:
        self.widget = widgets.HTML(layout=widgets.Layout(max_width="100%"))
        self.widget.add_class("th-chart")
        self.png = b""
        self._module, self._failed = chart, failed
        self._scene, self._asked, self._drawn = Scene(look), 0, 0
        self._box, self._pen = threading.Lock(), threading.Lock()
        self._canvas: _Canvas | None = None

    def show(self, data: Any, words: Words, alt: str) -> None:
        """Draw these data. ``alt`` says in a sentence or two what the picture shows; it is the image's alternative."""
        self._ask(data=data, words=words, alt=alt)

    def set_look(self, look: Look) -> None:
        """Build the chart again, for another theme or size."""
        if look != self._scene.look:
            self._ask(look=look)

    def mark(self, prediction: float | None) -> None:
        """Draw the learner's prediction, or take it away with None. The one that is drawn already costs nothing."""
        if prediction != self._scene.prediction:
            self._ask(prediction=prediction)

    @property
    def look(self) -> Look:
        return self._scene.look

    @property
    def alt(self) -> str:
        return self._scene.alt

    def _ask(self, **changes: Any) -> None:
        """Note what is wanted and draw it, unless another thread is drawing: then that one goes round once more.

        The number of the request is read again after the pen is put down, so the last request is never lost.
        """
        with self._box:
            self._scene = replace(self._scene, **changes)
            self._asked += 1
        while self._drawn != self._asked:
            if not self._pen.acquire(blocking=False):
                return
            try:
                with self._box:
                    asked, scene = self._asked, self._scene
                if scene.words is not None:
                    self.widget.value = self._picture(scene, scene.words)
                self._drawn = asked
            finally:
                self._pen.release()

    def _picture(self, scene: Scene, words: Words) -> Markup:
        """The image, or one sentence in its place: nobody would see the traceback of a callback."""
        try:
            fixed = _fixed(scene.look, words, self._module.shape(scene.data))
            if self._canvas is None or self._canvas.fixed != fixed:
                self._canvas = _Canvas(self._module.Chart(scene.data, words, scene.look), fixed)
            self.png = self._canvas.draw(scene, words)
        except Exception as error:
            self._canvas = None
            said = f"{self._failed} ({_reason(error)})" if self._failed else _reason(error)
            return tag("p", said, role="alert", class_="th-trouble")
        width, height = self._canvas.css_size
        source = f"data:image/png;base64,{base64.b64encode(self.png).decode('ascii')}"
        style = "max-width:100%;height:auto"
        return tag("img", alt=scene.alt, width=width, height=height, style=style, src=source)


def _reason(error: Exception) -> str:
    """What went wrong, in the error's own words."""
    return str(error.args[0]) if error.args else type(error).__name__


class _Canvas:
    """A built chart, with the copy of what does not move."""

    def __init__(self, chart: Chart, fixed: tuple[object, ...]) -> None:
        self._chart, self.fixed = chart, fixed
        width, height = chart.figure.get_size_inches()
        self.css_size = round(width * CSS_DPI), round(height * CSS_DPI)
        chart.figure.set_dpi(CSS_DPI * SHARPNESS)
        self._agg = _agg(chart.figure)
        self._moving = sorted(chart.moving, key=lambda artist: artist.get_zorder())
        for artist in self._moving:
            artist.set_animated(True)  # left out when the figure draws itself
        self._agg.draw()
        self._still = self._agg.copy_from_bbox(chart.figure.bbox)

    def draw(self, scene: Scene, words: Words) -> bytes:
        """The picture of a scene as a PNG file."""
        self._chart.update(scene.data, words)
        self._chart.mark(scene.prediction)
        self._agg.restore_region(self._still)
        renderer = self._agg.get_renderer()
        for artist in self._moving:
            artist.draw(renderer)
        return png.encode(np.asarray(self._agg.buffer_rgba()), CSS_DPI * SHARPNESS)


def _agg(figure: Figure) -> Any:
    """The drawing surface of a figure; matplotlib gives its methods no types."""
    return FigureCanvasAgg(figure)


def _fixed(look: Look, words: Words, shape: object) -> tuple[object, ...]:
    """What a chart's layout depends on (see `figures.contract.Chart`): another one of these needs a new chart."""
    return look, bool(words.subtitle), bool(words.takeaway), words.source, dict(words.labels), shape
