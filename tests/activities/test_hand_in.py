"""Handing in as rules and as widgets, with a real class folder and without a browser."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path

import ipywidgets as widgets
import pytest

from lessons.activities.desk import Desk
from lessons.activities.hand_in import HandInBox, hand_in_box, prompt_name
from lessons.activities.handed import said
from lessons.activities.handing_in import HandingIn
from lessons.activities.head import HeadView
from lessons.activities.next import NextView
from lessons.activities.start.desk import StartDesk
from lessons.activities.start.practice import PracticeDesk
from lessons.activities.start.sort import SortView
from lessons.classroom.handin import parse
from lessons.classroom.place import ClassPlace, class_folder
from lessons.classroom.table import read_folder
from lessons.course import library
from lessons.course.prose import plain
from lessons.learner import home
from lessons.learner.diary import Diary
from lessons.page.page import Page
from lessons.record.handin import HandIn, seal
from lessons.record.trouble import Trouble
from tests.activities.conftest import Heard
from tests.activities.test_start import save
from tests.activities.test_views import HOSTILE, every, press, text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "class"
    made.mkdir()
    return made


@pytest.fixture
def handing(desk: Desk, folder: Path) -> Desk:
    """A desk where something was answered and may be handed in."""
    desk.hand_in = ClassPlace(folder)
    desk.keep("predicted", value=12, sure="fairly")
    desk.keep("wrote", prompt="reflection", text=HOSTILE)
    return desk


def standing(folder: Path) -> list[HandIn]:
    found = read_folder(folder)
    assert found.left_out == ()
    return list(found.hand_ins)


def saved(view: NextView) -> HandIn:
    """The hand-in behind the link on the page, as a teacher's notebook reads it."""
    content = text(view).split("base64,")[1].split('"')[0]
    made = parse(b64decode(content))
    assert isinstance(made, HandIn)
    return made


# ---- rules
def test_the_secret_is_kept_before_the_file_is_there(handing: Desk, folder: Path) -> None:
    order: list[str] = []

    class Place(ClassPlace):
        def write(self, made: object) -> Trouble | None:
            order.extend(one.how or "before" for one in Diary(handing.diary.folder).state.handed_in)
            return super().write(made)  # type: ignore[arg-type]

    rules = HandingIn(handing, Place(folder))
    assert rules.hand_in().said == "handed_in"
    assert order == ["before"]
    (kept,) = Diary(handing.diary.folder).state.handed_in
    assert (kept.how, seal(kept.secret)) == ("folder", standing(folder)[0].seal)


def test_without_a_secret_on_the_disk_nothing_is_handed_in(
    handing: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = HandingIn(handing, ClassPlace(folder))
    monkeypatch.setattr(handing, "_write", lambda kind, data: Trouble("disk_full", "there"))
    done = rules.hand_in()
    assert (done.said, done.trouble.startswith("Your answer is not saved yet")) == ("", True)
    assert list(folder.iterdir()) == []


def test_what_was_shown_is_handed_in_though_another_window_answers_meanwhile(handing: Desk, folder: Path) -> None:
    rules = HandingIn(handing, ClassPlace(folder))
    shown = rules.made
    Diary(handing.diary.folder).write("chose", "focus", decision=1, option="A")
    rules.hand_in()
    assert standing(folder) == [shown]


def test_a_newer_one_takes_the_place_of_all_before_it_also_of_one_that_never_arrived(
    handing: Desk, folder: Path
) -> None:
    rules = HandingIn(handing, ClassPlace(folder))
    rules.hand_in()
    first = standing(folder)[0]
    folder.rename(folder.with_name("away"))
    handing.keep("chose", decision=1, option="A")
    rules.look()
    assert rules.hand_in().trouble.startswith("Not handed in: there is no class folder")
    lost = rules.made.seal
    folder.with_name("away").rename(folder)
    rules.begin()
    assert rules.hand_in().said == "handed_in"
    (stands,) = standing(folder)
    assert stands.choices == {"1": "A"}
    assert {seal(secret) for secret in stands.opens} == {first.seal, lost}
    assert stands.pseudonym == first.pseudonym
    assert [path.name for path in folder.iterdir()] == [f"focus-{stands.seal[:16]}.json"]


def test_the_same_may_be_handed_in_again_when_its_file_is_gone(handing: Desk, folder: Path) -> None:
    rules = HandingIn(handing, ClassPlace(folder))
    rules.hand_in()
    rules.begin()
    assert rules.hand_in().said == "nothing_new"
    for path in folder.iterdir():
        path.unlink()
    assert rules.hand_in().said == "handed_in"
    assert len(standing(folder)) == 1


def test_a_withdrawal_outlives_a_copy_of_the_file(handing: Desk, folder: Path) -> None:
    rules = HandingIn(handing, ClassPlace(folder))
    rules.hand_in()
    copy = next(folder.iterdir()).read_bytes()
    assert rules.withdraw().said == "withdrawn"
    (folder / "copy.json").write_bytes(copy)
    assert standing(folder) == []
    assert rules.stands is None
    rules.begin()
    assert rules.hand_in().said == "handed_in"
    assert len(standing(folder)) == 1


def test_withdrawing_in_trouble_is_a_sentence_and_a_file_to_send(handing: Desk, folder: Path) -> None:
    rules = HandingIn(handing, ClassPlace(folder))
    rules.hand_in()
    folder.rename(folder.with_name("away"))
    done = rules.withdraw()
    assert done.trouble.startswith("Not taken back yet: there is no class folder")
    assert done.file is not None and rules.stands is not None
    folder.with_name("away").rename(folder)
    (folder / "sent.json").write_bytes(done.file[1])
    assert standing(folder) == []


def test_what_is_too_big_is_a_sentence_and_no_file(handing: Desk, folder: Path) -> None:
    for number in range(20):
        handing.keep("wrote", prompt=f"p{number}", text="漢" * 2_000)
    rules = HandingIn(handing, ClassPlace(folder))
    for prompt in rules.own:
        rules.tick(prompt, True)
    done = rules.hand_in()
    assert "larger than 64 kB" in done.trouble and done.file is None
    assert list(folder.iterdir()) == [] and handing.everything.handed_in == ()


@pytest.mark.parametrize("key", ["disk_full", "read_only", "not_allowed", "no_folder", "unknown"])
def test_every_trouble_has_a_sentence_for_both_ways(key: str) -> None:
    for table in ("handin", "withdraw"):
        sentence = library.words(table, key).format(path="P")
        assert "P" in sentence and "{" not in sentence


# ---- widgets
def test_where_nothing_can_be_handed_in_there_is_no_row(desk: Desk) -> None:
    assert hand_in_box(desk, "next") == []
    assert every(NextView(desk), widgets.Button) == []
    start = PracticeDesk(StartDesk(library.start(), desk.page, desk.diary))
    assert start.hand_in is None


def test_nothing_of_anyones_is_offered_while_it_is_not_known_who_learns(handing: Desk) -> None:
    handing.known = False
    assert every(NextView(handing), widgets.Button) == []


def test_own_words_are_shown_as_words_and_ticked_by_nobody_else(handing: Desk, folder: Path) -> None:
    view = NextView(handing)
    press(view, "Hand in …")
    press(view, "Show the file letter by letter")
    assert "<img" not in text(view) and "&lt;img src=x" in text(view)
    (tick,) = every(view, widgets.Checkbox)
    assert (tick.value, tick.description) == (False, "What you wrote under Reflect")
    assert "&quot;texts&quot;: {}" in text(view)
    tick.value = True
    assert "&quot;reflection&quot;" in text(view)
    press(view, "Hand in now")
    assert standing(folder)[0].texts == {"reflection": HOSTILE}
    press(view, "Hand in again …")
    assert every(view, widgets.Checkbox)[0].value is False


def test_an_answer_elsewhere_changes_what_is_shown_and_keeps_the_ticks(handing: Desk, folder: Path) -> None:
    view = NextView(handing)
    press(view, "Hand in …")
    every(view, widgets.Checkbox)[0].value = True
    handing.keep("chose", decision=1, option="B")
    assert "Decision 1: B" in text(view)
    assert every(view, widgets.Checkbox)[0].value is True
    handing.keep("wrote", prompt="reflection", text="Other words.")
    assert "Other words." in text(view)
    press(view, "Hand in now")
    assert standing(folder)[0].texts == {"reflection": "Other words."}


def test_without_a_class_folder_a_file_is_made_to_be_sent(handing: Desk, heard: Heard) -> None:
    handing.hand_in = ClassPlace(None)
    view = NextView(handing)
    press(view, "Hand in …")
    assert "This computer has no class folder" in text(view)
    press(view, "Make the file")
    first = saved(view)
    assert first.prediction is not None and first.prediction.value == 12
    assert {"focus": "hand-in-next-said"} in heard.sent
    assert "You made a file to send on" in text(view)
    press(view, "Hand in again …")
    press(view, "Make the file")
    assert [seal(secret) for secret in saved(view).opens] == [first.seal]
    press(view, "Withdraw")
    press(view, "Yes, take it back")
    assert "send it to your teacher. It takes back" in text(view)
    assert handing.everything.withdrawn.keys() == {"hand_in.focus"}


def test_the_first_sort_is_handed_in_where_it_was_saved(
    heard: Heard, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWO_HATS_HOME", str(tmp_path / "home"))
    start = StartDesk(library.start(), Page(heard), Diary(home.learner_folder("blue-lamp-42")))
    start.hand_in = ClassPlace(folder)
    start.keep("kept", id="sentence00", value="One plans, one dreams.", sealed=True)
    view = SortView(start)
    assert not any(one.description == "Hand in …" for one in every(view, widgets.Button))
    save(view)
    press(view, "Hand in …")
    assert "One plans" not in text(view)
    press(view, "Hand in now")
    (made,) = standing(folder)
    assert set(made.sorts) == {"first"} and len(made.sorts["first"]) == 24
    assert (made.sort_sure, made.texts) == ({"first": "fairly"}, {})
    assert "One plans" not in next(folder.iterdir()).read_text("utf-8")


def test_every_entry_of_the_file_is_said_in_words(handing: Desk, folder: Path) -> None:
    """Whatever a hand-in holds, none of it stands in the file only."""
    handing.keep("chose", decision=2, option="C")
    handing.keep("chose", decision=1, option="A")
    handing.keep("placed", card="T01", role="both", sort="lesson")
    handing.keep("answered", question="2", answer={"1": "leading"}, right=False)
    handing.keep("answered", question="3", answer=["A", "C"], right=True)
    handing.keep("answered", question="4", answer="my own words, long", right=None)
    game = {"edition": 1, "kind": "year", "seed": 71, "months": 10, "team": 8}
    handing.keep("began", game="0a1b2c3d", weights={"delivery": 4, "budget": 2}, **game)
    handing.keep("spent", game="0a1b2c3d", month=1, hours=[7, 6, 5, 4, 3], because="Kim is ill")
    made = HandingIn(handing, ClassPlace(folder)).made.model_copy(update={"own_cases": {"0" * 16: {"1": "C"}}})
    shown = said(made, "Focus")
    lesson = library.lesson("focus")
    texts = {one.id: plain(one.text).removesuffix(".") for one in lesson.check.questions[2].answers}
    statement = plain(lesson.check.questions[1].answers[0].text)
    for part in (
        made.day, made.pseudonym, "12, fairly sure (2 in 3)", library.cards()["T01"].text, "both",
        f"Decision 1: A ({plain(lesson.case.decisions[0].options[0].text)})", f"({'0' * 16}), decision 1: C",
        f"Question 2, first answer: 1 ({statement}): leading – not right. Tries: 1",
        f"first answer: A ({texts['A']}); C ({texts['C']}) – right", "your own words, left out – not marked",
        "chance number 71", "delivery 4, budget 2", "7, 6, 5, 4, 3",
    ):  # fmt: skip
        assert part in shown
    assert "Kim" not in json.dumps(made.model_dump()) and "0a1b2c3d" not in made.model_dump_json()


def test_a_text_that_no_list_names_has_a_name_all_the_same() -> None:
    assert prompt_name("plan_if") == "Your plan: if"
    assert prompt_name("of another edition") == "Words of your own"


def test_the_class_folder_is_named_by_one_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TWO_HATS_CLASS", raising=False)
    assert class_folder() is None and ClassPlace(class_folder()).shown == ""
    monkeypatch.setenv("TWO_HATS_CLASS", "  ")
    assert class_folder() is None
    monkeypatch.setenv("TWO_HATS_CLASS", str(tmp_path / "not there"))
    assert class_folder() == tmp_path / "not there"


def test_a_box_opened_with_nothing_answered_says_so(desk: Desk, folder: Path, heard: Heard) -> None:
    box = HandInBox(desk, ClassPlace(folder), "next")
    box._open()
    assert "There is nothing to hand in yet." in box._said.value
    assert list(folder.iterdir()) == []


def test_who_deletes_a_record_is_told_what_could_not_be_taken_back_any_more(handing: Desk, folder: Path) -> None:
    view = HeadView(handing)
    press(view, "My record")
    press(view, "Delete my record")
    assert "stays with your class" not in text(view)
    HandingIn(handing, ClassPlace(folder)).hand_in()
    press(view, "Delete my record")
    assert "Without your record nobody can take it back" in text(view) and handing.lesson.title in text(view)
