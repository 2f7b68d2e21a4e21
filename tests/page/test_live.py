"""The live figure: the newest values are drawn, what is shown can be read aloud, and no trouble stays hidden."""

from __future__ import annotations

import base64
import html
import io
import re
import statistics
import threading
import time
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from figures.contract import Look
from lessons.page.live import LiveFigure
from tests.figures.scenes import Regime, drawn, start


def live(look: Look | None = None) -> LiveFigure:
    return LiveFigure(start()[0], look or Look())


def picture(figure: LiveFigure) -> Image.Image:
    source = re.search(r'src="data:image/png;base64,([^"]+)"', figure.widget.value)
    assert source
    return Image.open(io.BytesIO(base64.b64decode(source[1])))


def test_nothing_is_drawn_before_there_is_something_to_show() -> None:
    figure = live()
    figure.mark(14)
    figure.set_look(Look("dark"))
    assert figure.widget.value == ""


def test_the_picture_has_twice_its_css_pixels_and_its_words() -> None:
    _, data, words = start()
    figure = live()
    figure.show(data, words, 'A "team" & <its> week')
    width, height = (int(re.search(rf' {side}="(\d+)"', figure.widget.value)[1]) for side in ("width", "height"))  # type: ignore[index]
    assert picture(figure).size == (2 * width, 2 * height)
    assert html.unescape(re.search(r'alt="([^"]*)"', figure.widget.value)[1]) == 'A "team" & <its> week'  # type: ignore[index]


def test_what_is_shown_cannot_become_markup() -> None:
    _, data, words = start()
    figure = live()
    figure.show(data, words, '"><script>alert(1)</script>')
    assert "<script" not in figure.widget.value


@pytest.mark.parametrize("look", [Look(), Look("dark"), Look("light", "narrow"), Look("light", "projector")])
def test_a_changed_picture_is_the_one_that_would_be_built(look: Look) -> None:
    _, data, words = start()
    _, other, other_words = drawn(Regime("focus", "other", (("people", 3), ("tangle", 0.15))))
    changed, fresh = live(look), live(look)
    changed.show(data, words, "")
    changed.mark(9)
    changed.show(other, other_words, "")
    fresh.show(other, other_words, "")
    fresh.mark(9)
    assert np.array_equal(np.asarray(picture(changed)), np.asarray(picture(fresh)))


def test_the_blitted_picture_is_the_drawn_one() -> None:
    module, data, words = start()
    figure = live()
    figure.show(data, words, "")
    chart = module.Chart(data, words, Look())
    chart.figure.set_dpi(200)
    chart.figure.canvas.draw()
    drawn_whole = np.asarray(chart.figure.canvas.buffer_rgba())[..., :3].astype(int)
    assert np.abs(np.asarray(picture(figure)).astype(int) - drawn_whole).max() <= 2


def test_another_theme_or_size_draws_anew() -> None:
    _, data, words = start()
    figure = live()
    figure.show(data, words, "")
    light = picture(figure)
    figure.set_look(Look("dark"))
    dark = picture(figure)
    assert np.asarray(light)[0, 0].sum() > 700
    assert np.asarray(dark)[0, 0].sum() < 100
    figure.set_look(Look("dark", "narrow"))
    assert picture(figure).size[0] == 840


def test_a_chart_is_built_again_only_when_its_layout_changes() -> None:
    module, data, words = start()
    built = []

    def build(*given: Any) -> Any:
        built.append(given)
        return module.Chart(*given)

    figure = LiveFigure(SimpleNamespace(Chart=build, shape=module.shape), Look())  # type: ignore[arg-type]
    figure.show(data, words, "")
    figure.show(data, replace(words, title="Another finding", takeaway="Another takeaway"), "")
    figure.mark(3)
    assert len(built) == 1
    figure.show(data, replace(words, takeaway=""), "")
    figure.show(data, replace(words, labels={**words.labels, "best": "at best"}), "")
    assert len(built) == 3


def test_trouble_is_said_in_one_sentence_and_goes_away_again() -> None:
    _, data, words = start()
    figure = LiveFigure(start()[0], Look(), "This chart could not be drawn.")
    figure.show(data, replace(words, labels={}), "")
    assert figure.widget.value.startswith('<p role="alert"')
    assert "This chart could not be drawn. (" in figure.widget.value
    assert "delivered" in figure.widget.value
    figure.show(data, words, "")
    assert picture(figure).size[0] > 0


def test_while_one_thread_draws_the_others_leave_their_values_and_the_newest_is_drawn() -> None:
    module, data, words = start()
    begun, go_on, seen = threading.Event(), threading.Event(), []

    class Slow(module.Chart):  # type: ignore[name-defined, misc]
        def update(self, data: Any, words: Any) -> None:
            seen.append(words.title)
            super().update(data, words)
            if words.title == "first":
                begun.set()
                assert go_on.wait(30)

    figure = LiveFigure(SimpleNamespace(Chart=Slow, shape=module.shape), Look())  # type: ignore[arg-type]
    figure.show(data, words, "")
    seen.clear()
    drawing = threading.Thread(target=figure.show, args=(data, replace(words, title="first"), "first"))
    drawing.start()
    assert begun.wait(30)
    figure.show(data, replace(words, title="second"), "second")
    figure.show(data, replace(words, title="third"), "third")
    assert seen == ["first"]
    go_on.set()
    drawing.join(30)
    assert seen == ["first", "third"]
    assert 'alt="third"' in figure.widget.value


def test_many_threads_lose_nothing() -> None:
    _, data, words = start()
    figure = live(Look(size="narrow"))
    figure.show(data, words, "")

    def ask(name: str) -> None:
        for n in range(12):
            figure.show(data, words, f"{name} {n}")

    threads = [threading.Thread(target=ask, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert f'alt="{figure.alt}"' in figure.widget.value
    assert figure.alt.endswith(" 11")


def test_a_change_costs_well_under_half_of_a_new_chart() -> None:
    """A ratio, so that it holds on a busy computer: new figure, drawn and encoded, against a change in place."""
    module, data, words = start()
    figure = live()
    figure.show(data, words, "")

    def change(n: int) -> None:
        figure.show(replace(data, planning=float(n)), replace(words, title=f"Finding number {n}"), "")

    def anew(n: int) -> None:
        chart = module.Chart(replace(data, planning=float(n)), words, Look())
        chart.figure.savefig(io.BytesIO(), format="png", dpi=200)

    def timed(act: Any, n: int) -> float:
        begin = time.perf_counter()
        act(n)
        return time.perf_counter() - begin

    pairs = [(timed(change, n), timed(anew, n)) for n in range(9)]
    assert statistics.median(a / b for a, b in pairs) < 0.5
