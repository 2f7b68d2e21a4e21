"""The activities as widgets, used as a person would use them, without a browser."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from typing import Any

import ipywidgets as widgets
import pytest

from lessons.activities.cards import CardsView
from lessons.activities.case import CaseView
from lessons.activities.check import CheckView, keyed
from lessons.activities.claim import ClaimView
from lessons.activities.desk import Desk
from lessons.activities.evidence import EvidenceView
from lessons.activities.explore_view import ExploreView
from lessons.activities.head import HeadView
from lessons.activities.next import NextView
from lessons.activities.predict import PredictView
from lessons.activities.reflect import LONGEST, ReflectView
from lessons.activities.view import View
from lessons.course import library
from lessons.course.order import mixed
from lessons.learner import home
from lessons.record.state import State
from tests.activities.conftest import Heard

HOSTILE = "<img src=x onerror=alert(1)>{answer}**P1.S1**\u202e\x07=1+1"


def below(widget: Any) -> Iterator[Any]:
    """A widget and all that it holds, top to bottom."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from below(child)


def every(view: View, kind: type) -> list[Any]:
    """The widgets of one kind in a view."""
    return [one for one in below(view.widget) if type(one) is kind]


def press(view: View, name: str) -> None:
    """Press the button with this name."""
    next(one for one in every(view, widgets.Button) if one.description == name).click()


def text(view: View) -> str:
    """All markup of a view."""
    return "\n".join(one.value for one in every(view, widgets.HTML))


def reopened(desk: Desk) -> State:
    """What a new session finds on disk."""
    return type(desk.diary)(desk.diary.folder).state


def test_a_prediction_is_committed_once_and_kept(desk: Desk, heard: Heard) -> None:
    view = PredictView(desk)
    press(view, "Commit to this answer")
    assert "There is no number yet" in text(view)
    every(view, widgets.Text)[0].value = "200"
    press(view, "Commit to this answer")
    assert "not a number from 7 to 30" in text(view)
    every(view, widgets.Text)[0].value = "20 people"
    press(view, "Commit to this answer")
    assert "how sure you are" in text(view)
    every(view, widgets.RadioButtons)[0].value = "fairly"
    press(view, "Commit to this answer")
    assert "You said 20 people, fairly sure (2 in 3)." in text(view)
    assert every(view, widgets.Text) == []
    assert {"focus": "predicted"} in heard.sent
    made = reopened(desk).lesson("focus").prediction
    assert made is not None
    assert (made.value, made.sure) == (20, "fairly")


def test_a_case_hides_the_hats_until_chosen_and_rewinds_one_step(desk: Desk) -> None:
    view = CaseView(desk)
    assert "th-hat" not in text(view)
    press(view, "This is my choice")
    assert "Nothing is chosen yet" in text(view)
    every(view, widgets.RadioButtons)[0].value = "B"
    press(view, "This is my choice")
    assert text(view).count('class="th-hat ') == 1
    every(view, widgets.RadioButtons)[0].value = "B"
    press(view, "This is my choice")
    assert "The patient in the corridor is your argument" in text(view)
    assert "Your two choices together" in text(view)
    press(view, "Go back one step and choose again")
    assert desk.state.choices == {1: "B"}
    press(view, "Go back one step and choose again")
    assert desk.state.choices == {}
    assert desk.state.first_choices == {1: "B", 2: "B"}


def test_levers_move_the_chart_its_text_and_the_ear(desk: Desk, heard: Heard) -> None:
    view = ExploreView(desk)
    before = view.live.png
    people = every(view, widgets.IntSlider)[0]
    people.value = 1
    assert view.live.png != before
    assert every(view, widgets.BoundedIntText)[0].value == 1
    assert {"say": "One person: nothing to coordinate, nobody to hide behind"} in heard.sent
    assert view.live.alt.startswith("One person: nothing to coordinate")
    assert desk.state.explored is not None


def test_a_prediction_is_told_apart_from_levers_that_have_moved(desk: Desk) -> None:
    view, said = ExploreView(desk), "You have moved levers since."
    people = every(view, widgets.IntSlider)[0]
    people.value = 3
    assert said not in text(view)
    desk.keep("predicted", value=12, sure="fairly")
    assert said in text(view)
    press(view, "Put the levers back")
    assert said not in text(view)


def test_an_answer_elsewhere_draws_no_chart_and_closed_text_is_not_made(desk: Desk) -> None:
    view = ExploreView(desk)
    drawn: list[Any] = []
    view.live.widget.observe(drawn.append, "value")
    view._text.observe(drawn.append, "value")
    view._why.observe(drawn.append, "value")
    desk.keep("placed", card="T01", role="both", sort="lesson")
    assert drawn == []
    every(view, widgets.IntSlider)[0].value = 3
    assert [change["owner"] for change in drawn] == [view.live.widget]
    press(view, "Why did that happen?")
    every(view, widgets.IntSlider)[0].value = 4
    assert "A team of 4 has" in view._why.value


def test_a_drag_writes_one_line_not_one_a_step(desk: Desk) -> None:
    view = ExploreView(desk)
    for people in range(1, 20):
        every(view, widgets.IntSlider)[0].value = people
    lines = "".join(path.read_text(encoding="utf-8") for path in desk.diary.folder.glob("*.jsonl"))
    assert lines.count('"explored"') == 1


@pytest.mark.parametrize("slug", ["focus", "people"])
def test_over_the_causes_stands_what_they_are_of(slug: str, desk: Desk) -> None:
    view = ExploreView(Desk(library.lesson(slug), desk.page, desk.diary))
    press(view, "Why did that happen?")
    own = library.lesson(slug).explore.causes
    assert (own or "What it takes away, the largest first:") in text(view)
    assert not own or "What it takes away" not in text(view)


def test_a_run_is_kept_beside_the_next(desk: Desk) -> None:
    view = ExploreView(desk)
    press(view, "Keep this run for comparison")
    every(view, widgets.IntSlider)[0].value = 4
    assert "Two runs compared" in text(view)
    assert "8 people" in text(view) and "4 people" in text(view)
    press(view, "Stop comparing")
    assert "Two runs compared" not in text(view)


def test_the_prediction_is_drawn_once_it_is_made(desk: Desk) -> None:
    view = ExploreView(desk)
    assert "You have made no prediction yet" in text(view)
    before = view.live.png
    desk.keep("predicted", value=20, sure="guess")
    assert view.live.png != before
    assert "You said 20 people." in text(view)


def test_columns_open_when_the_last_card_lies(desk: Desk) -> None:
    view = CardsView(desk)
    radios = every(view, widgets.RadioButtons)
    for one in radios[:-1]:
        one.value = "both"
    assert "<table>" not in text(view)
    radios[-1].value = "neither"
    assert "<table>" in text(view)
    assert view.live.alt.startswith("You and the article agree on 0 of the 4 cards")


def test_an_answer_may_be_tried_again_and_the_first_try_is_remembered(desk: Desk) -> None:
    view = CheckView(desk)
    first = every(view, widgets.RadioButtons)[0]
    press(view, "Answer")
    assert "Nothing is chosen yet" in text(view)
    for letter in ("A", "C"):
        first.value = letter
        press(view, "Answer")
    answer = desk.state.answers["1"]
    assert (answer.first, answer.first_right, answer.latest, answer.right, answer.tries) == ("A", False, "C", True, 2)


def test_feedback_stands_in_the_order_of_the_answers_above_it(desk: Desk) -> None:
    number, question = next((place, one) for place, one in enumerate(desk.lesson.check.questions, 1) if one.boxes)
    given = {key: question.boxes[0] for key, _ in keyed(question)}
    desk.keep("answered", question=str(number), answer=given, right=False)
    shown = text(CheckView(desk))
    stand = [
        shown.index(f"<em>{one.text}</em>") for _, one in mixed(keyed(question), desk.lesson.slug, "check", number)
    ]
    assert stand == sorted(stand)


def test_own_words_are_kept_as_typed_and_never_rendered(desk: Desk) -> None:
    view = ReflectView(desk)
    every(view, widgets.Textarea)[0].value = HOSTILE
    press(view, "Save my words")
    assert reopened(desk).lesson("focus").texts["reflection"].text == HOSTILE
    assert "onerror" not in text(view)
    again = ReflectView(desk)
    assert every(again, widgets.Textarea)[0].value == HOSTILE


@pytest.mark.parametrize(("typed", "said"), [(" \n", "Write a line first"), ("x" * (LONGEST + 1), "too long to keep")])
def test_a_text_that_cannot_be_kept_is_refused_in_a_sentence(desk: Desk, typed: str, said: str) -> None:
    view = ReflectView(desk)
    every(view, widgets.Textarea)[0].value = typed
    press(view, "Save my words")
    assert said in text(view)
    assert desk.state.texts == {}


def test_a_full_disk_is_said_and_the_answer_is_not_lost(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    view = ReflectView(desk)
    desk.keep("opened")

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("lessons.learner.diary.append", full)
        every(view, widgets.Textarea)[0].value = "three acts"
        press(view, "Save my words")
        assert "is full" in text(view)
        assert every(view, widgets.Textarea)[0].value == "three acts"
    press(view, "Save my words")
    assert reopened(desk).lesson("focus").texts["reflection"].text == "three acts"


def test_starting_over_asks_once_and_throws_nothing_away(desk: Desk) -> None:
    head, predict = HeadView(desk), PredictView(desk)
    assert "Start over" not in [one.description for one in every(head, widgets.Button)]
    desk.keep("predicted", value=20, sure="guess")
    predict.show()
    press(head, "Start over")
    assert desk.state.prediction is not None
    press(head, "Yes, start over")
    assert desk.state.prediction is None
    assert every(predict, widgets.Text) != []
    earlier = desk.state.earlier[0].prediction
    assert earlier is not None
    assert earlier.value == 20


def test_someone_else_sees_nothing_of_the_one_before(desk: Desk) -> None:
    head, reflect = HeadView(desk), ReflectView(desk)
    desk.keep("wrote", prompt="reflection", text="a secret")
    press(head, "I am someone else")
    every(head, widgets.Text)[0].value = "Zoë"
    press(head, "Go on with this code")
    assert "only the letters a to z" in text(head)
    every(head, widgets.Text)[0].value = " Red Boat "
    press(head, "Go on with this code")
    assert desk.diary.code == "red-boat"
    assert every(reflect, widgets.Textarea)[0].value == ""
    assert "a secret" not in text(head) + text(reflect)
    assert home.last_code() == "red-boat"


def test_on_a_shared_computer_nothing_is_shown_before_one_says_who_one_is(desk: Desk) -> None:
    desk.keep("wrote", prompt="reflection", text="a secret")
    desk.known = False
    head, reflect = HeadView(desk), ReflectView(desk)
    assert every(reflect, widgets.Textarea) == []
    assert "Say who you are" in text(reflect)
    press(head, "Go on as blue-lamp-42")
    assert every(reflect, widgets.Textarea)[0].value == "a secret"


def test_a_record_is_printed_as_text_and_deleted_after_one_question(desk: Desk) -> None:
    desk.keep("wrote", prompt="reflection", text=HOSTILE)
    head = HeadView(desk)
    press(head, "My record")
    press(head, "Show my record")
    assert "<img src=x" not in text(head)
    assert "&lt;img src=x" in text(head)
    press(head, "Delete my record")
    assert desk.state.texts != {}
    press(head, "Yes, delete it")
    assert desk.state.texts == {}
    assert list(desk.diary.folder.glob("*.jsonl")) == []


def test_what_is_open_follows_every_answer(desk: Desk) -> None:
    view = NextView(desk)
    assert "Still open: Predict" in text(view)
    desk.keep("predicted", value=20, sure="guess")
    assert "Still open: Case" in text(view)


@pytest.mark.parametrize("view", [ClaimView, EvidenceView])
def test_reading_steps_name_their_sources(desk: Desk, view: type[View]) -> None:
    assert "th-chip" in text(view(desk))
