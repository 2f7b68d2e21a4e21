"""How would we know, about oneself: what was counted, what stands apart, and when it is too few."""

from __future__ import annotations

import pytest

from lessons.activities.calibration_view import CalibrationView, forecasts
from lessons.activities.desk import Desk
from lessons.course import library
from lessons.learner.diary import Diary
from lessons.page.page import Page
from lessons.record.calibration import Count, Forecast, calibration
from tests.activities.conftest import Heard
from tests.activities.test_views import text

LESSON = library.lesson("ninety_percent")
PUBLISHED = library.lesson("people")
MODELS = library.lesson("focus")


@pytest.fixture
def at_fourteen(desk: Desk, heard: Heard) -> Desk:
    """The same learner's desk in the lesson that asks it."""
    return Desk(LESSON, Page(heard), Diary(desk.diary.folder))


def predicted(desk: Desk, slug: str, value: float, sure: str) -> None:
    """A prediction made in another lesson."""
    desk.diary.write("predicted", slug, value=value, sure=sure)


def test_without_a_prediction_there_is_nothing_to_count(at_fourteen: Desk) -> None:
    shown = text(CalibrationView(at_fourteen))
    assert "You have made no prediction yet." in shown and "<table" not in shown


def test_findings_and_models_are_counted_apart(at_fourteen: Desk) -> None:
    predicted(at_fourteen, "people", PUBLISHED.predict.value or 0, "nearly")
    predicted(at_fourteen, "focus", MODELS.predict.low, "fairly")
    made = forecasts(library.lessons(), at_fourteen.everything)
    assert sorted(made, key=lambda one: one.sure) == [
        Forecast("fairly", "assumed", right=False),
        Forecast("nearly", "published", right=True),
    ]
    counted, apart = text(CalibrationView(at_fourteen)).split("</table>")[:2]
    assert "1 of 1. Too few to say." in counted and "0 of 1" not in counted
    assert "0 of 1. Too few to say." in apart and "In this model" in apart
    assert counted.count("–") == 2


def test_with_five_of_one_kind_it_says_how_many_came_close(at_fourteen: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [Forecast("nearly", "exact", right) for right in (True, True, False, True, False)]
    assert calibration(made)["nearly"] == Count(3, 5)
    monkeypatch.setattr("lessons.activities.calibration_view.forecasts", lambda lessons, state: made)
    shown = text(CalibrationView(at_fourteen))
    assert "<td>3 of 5</td>" in shown and "Too few" not in shown
    assert shown.count("<table") == 1


def test_the_first_prediction_counts_also_after_starting_over(at_fourteen: Desk) -> None:
    predicted(at_fourteen, "people", 90, "nearly")
    at_fourteen.diary.write("started_over", "people")
    assert at_fourteen.everything.lesson("people").first_prediction is not None
    predicted(at_fourteen, "people", PUBLISHED.predict.value or 0, "guess")
    assert forecasts([PUBLISHED], at_fourteen.everything) == [Forecast("nearly", "published", right=False)]


def test_it_follows_the_prediction_of_this_lesson(at_fourteen: Desk) -> None:
    view = CalibrationView(at_fourteen)
    at_fourteen.keep("predicted", value=LESSON.predict.value, sure="fairly")
    assert "1 of 1. Too few to say." in text(view)


def test_what_comes_back_stands_below_in_words(at_fourteen: Desk) -> None:
    at_fourteen.diary.write("kept", "goals", id="target06", value="calls <b>an</b> hour")
    at_fourteen.diary.write("kept", "people", id="guess10", value=80)
    at_fourteen.diary.write("kept", "people", id="confidence10", value="nearly")
    shown = text(CalibrationView(at_fourteen))
    assert "calls &lt;b&gt;an&lt;/b&gt; hour" in shown
    assert "you gave 80 of 100 pairs" in shown
    assert "How sure you were of it: nearly certain." in shown


def test_class_view_leaves_it_out(at_fourteen: Desk) -> None:
    assert "th-not-projected" in CalibrationView(at_fourteen).widget._dom_classes
