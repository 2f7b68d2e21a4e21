"""The debrief's screens without a browser: from nobody to two hundred, and what they must never show."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import lessons.facade_teacher as facade
from lessons.activities.laboratory.drawn import Picture
from lessons.classroom.debrief.desk import ByHand, DebriefDesk
from lessons.classroom.debrief.folder import FolderView
from lessons.classroom.debrief.hands import HandsView
from lessons.classroom.debrief.report import report
from lessons.classroom.debrief.screen import Screen
from lessons.classroom.debrief.sorts import core
from lessons.classroom.debrief.take_away import TakeAwayScreen
from lessons.course import library
from lessons.course.own_case import OwnCase, verbatim
from lessons.course.prose import plain
from lessons.page.markup import escaped
from lessons.page.page import Page
from tests.classroom.sample_class import MARKUP, hand_ins, one, put

SLUGS = ("focus", "goals")
SCREENS = {
    found.name: found
    for found in vars(facade).values()
    if isinstance(found, type) and issubclass(found, Screen) and found is not Screen
}
PER_CENT = re.compile(r"\d %")


def opened(folder: Path | str = "", own_cases: Sequence[OwnCase] = ()) -> DebriefDesk:
    desk = DebriefDesk(Page(), str(folder), lambda data: {"a4": repr(data).encode()}, lambda: own_cases)
    desk.choose("goals")
    if folder:
        desk.update(str(folder))
    return desk


def texts(widget: Any) -> Iterator[str]:
    """Everything that a widget and those in it say, pictures' texts too."""
    for name in ("value", "description"):
        if isinstance(getattr(widget, name, None), str):
            yield getattr(widget, name)
    for child in getattr(widget, "children", ()):
        yield from texts(child)


def said(screen: Any) -> str:
    """What a screen says, without the pixels of its pictures, and with its tables."""
    tables = "".join(picture._text.value for picture in pictures(screen))
    return re.sub(r'src="[^"]*"', "", "\n".join(texts(screen.widget)) + tables)


def pictures(screen: Any) -> list[Picture]:
    return list(getattr(screen, "_pictures", {}).values())


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """A class folder of each size."""
    place = tmp_path_factory.mktemp("classes")
    return {n: put(hand_ins(n, SLUGS), place / str(n)) for n in (0, 3, 5, 12, 30)}


def test_the_notebooks_methods_are_the_screens_of_the_words() -> None:
    assert set(SCREENS) == set(library.debrief().screens)


@pytest.mark.parametrize("people", [0, 3])
@pytest.mark.parametrize("name", SCREENS)
def test_under_five_people_nothing_is_shown(folders: dict[int, Path], name: str, people: int) -> None:
    desk = opened(folders[people])
    screen = SCREENS[name](desk)
    assert pictures(screen) == []
    if name == "came_in":
        return  # it counts hand-ins, never what is in them
    text = said(screen)
    assert not PER_CENT.search(text)
    assert all(card.text not in text for card in core().values())
    assert all(option.text not in text for option in desk.lesson.case.decisions[0].options)


@pytest.mark.parametrize("people", [5, 30])
@pytest.mark.parametrize("name", SCREENS)
def test_from_five_people_on_there_is_a_picture_or_words(folders: dict[int, Path], name: str, people: int) -> None:
    screen = SCREENS[name](opened(folders[people]))
    text = said(screen)
    assert library.words("notes.not_drawn") not in text and 'class="th-trouble"' not in text
    waits = name == "sure" and people == 5  # each word was used by fewer than five of them
    ask = escaped(plain(library.debrief().screens[name].ask))  # type: ignore[index]
    assert (ask in text) is not waits
    for picture in pictures(screen):
        assert picture.live.png and picture.live.alt.startswith(picture.title)
        assert not re.search(r"\{[a-z_0-9:.]+\}", picture.live.alt)


@pytest.mark.parametrize("name", SCREENS)
def test_of_five_to_nine_people_there_is_no_per_cent(folders: dict[int, Path], name: str) -> None:
    desk = opened(folders[5])
    text = said(SCREENS[name](desk)).replace("70 %", "")  # "agreed" is a rule, not a result
    for question in desk.lesson.check.questions:
        text = text.replace(plain(question.question), "")
    assert not PER_CENT.search(text)


@pytest.mark.parametrize("name", SCREENS)
def test_no_screen_names_a_code_or_runs_what_was_written(folders: dict[int, Path], name: str) -> None:
    desk = opened(folders[30])
    text = said(SCREENS[name](desk))
    assert all(made.pseudonym[:8] not in text for made in desk.shown)
    assert "<img src=x" not in text and "<script" not in text


def test_what_was_written_is_shown_as_it_was_typed(folders: dict[int, Path]) -> None:
    screen = SCREENS["plans"](opened(folders[30]))
    found = ""
    for _ in range(15):  # all 24 plans, two at a time
        found += screen._list.value  # type: ignore[attr-defined]
        screen._next()  # type: ignore[attr-defined]
    assert MARKUP not in found and "&lt;img src=x" in found


def test_a_folder_with_strangers_files_says_so_and_counts_the_rest(tmp_path: Path) -> None:
    folder = put(hand_ins(6, ("goals",)), tmp_path / "class")
    (folder / "x<script>.json").write_text("{}")
    (folder / "huge.json").write_bytes(b"[" * 100_000)
    desk = opened(folder)
    view = FolderView(desk)
    text = "\n".join(texts(view.widget))
    assert len(desk.left_out) == 2 and "x&lt;script&gt;.json" in text and "<script>" not in text
    assert len(desk.shown) == 6 * 4
    view.close()


def test_the_hand_ins_may_be_saved_as_a_table(folders: dict[int, Path]) -> None:
    view = FolderView(opened(folders[5]))
    view._save()
    assert 'download="two-hats-class.csv"' in view._table.value and "data:text/csv;base64," in view._table.value
    view.close()


def test_a_zip_of_a_class_is_read_as_its_folder_is(folders: dict[int, Path], tmp_path: Path) -> None:
    packed = shutil.make_archive(str(tmp_path / "class"), "zip", folders[12])
    assert opened(packed).shown == opened(folders[12]).shown


def test_a_place_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    desk = opened(tmp_path / "nowhere")
    assert desk.shown == () and len(desk.left_out) == 1


def test_charts_change_by_five_or_on_the_button(tmp_path: Path) -> None:
    everybody = [made for made in hand_ins(16, ("goals",)) if made.lesson == "goals"]
    folder = put(everybody[:6], tmp_path / "class")
    desk = opened(folder)
    screen = SCREENS["chose"](desk)
    before = said(screen)
    put(everybody[6:10], folder)
    assert desk.look() is False and len(desk.found) == 10 and desk.new == 4
    assert said(screen) == before and len(desk.shown) == 6
    put(everybody[10:11], folder)
    assert desk.look() is True and len(desk.shown) == 11 and said(screen) != before
    put(everybody[11:12], folder)
    desk.update(str(folder))
    assert len(desk.shown) == 12 and desk.new == 0


def test_looking_reads_nothing_while_nothing_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = opened(put(hand_ins(5, ("goals",)), tmp_path / "class"))
    monkeypatch.setattr(desk, "_read", lambda: pytest.fail("it was read again"))
    assert desk.look() is False


def test_a_screen_stays_the_same_widget_when_the_class_changes(folders: dict[int, Path]) -> None:
    desk = opened(folders[12])
    screen = SCREENS["chose"](desk)
    before = screen._inner.children
    desk.update(str(folders[30]))
    assert screen._inner.children == before and "30 people" in pictures(screen)[0].live._scene.words.source  # type: ignore[union-attr]


def test_another_lesson_changes_only_what_is_of_a_lesson(folders: dict[int, Path]) -> None:
    desk = opened(folders[12])
    shown = {name: make(desk) for name, make in SCREENS.items()}
    called: list[str] = []
    for name, screen in shown.items():
        desk.on_change(name, lambda name=name: called.append(name), of_lesson=screen.of_lesson)  # type: ignore[misc]
    desk.choose("focus")
    assert set(called) == {"expected", "chose", "hard", "take_away"}
    desk.update(str(folders[12]))
    assert set(called) == set(SCREENS)


def test_another_lesson_is_offered_where_nobody_handed_in_this_one(tmp_path: Path) -> None:
    made = [made for made in hand_ins(6, ("horizon",)) if made.lesson == "horizon"]
    assert opened(put(made, tmp_path / "class")).lesson.slug == "horizon"


def test_what_was_counted_by_hand_makes_the_same_charts_and_follows_the_same_rule() -> None:
    desk = opened()
    desk.count_by_hand(ByHand({"A": 2, "B": 1, "C": 1}))
    assert pictures(SCREENS["chose"](desk)) == []
    desk.count_by_hand(ByHand({"A": 12, "B": 9, "C": 4}, {"A": {"A": 6, "B": 3, "C": 3}, "B": {"A": 1, "B": 1, "C": 1},
                              "C": {"A": 0, "B": 2, "C": 2}}, (3, 9, 13), 6))  # fmt: skip
    chose, expected = SCREENS["chose"](desk), SCREENS["expected"](desk)
    first, second = pictures(chose)
    assert "Counted by hand." in first.live._scene.words.source  # type: ignore[union-attr]
    assert "12 · 48 %" in first.live.alt and "6 · 50 %" in second.live.alt
    assert second.live.alt.count("fewer than 5 people") == 6  # two paths of three options
    assert "13 of 25 hands" in pictures(expected)[0].title and "6 of 25 hands" in said(expected)


def test_hands_of_decision_2_alone_tell_decision_1_as_well() -> None:
    desk = opened()
    desk.count_by_hand(
        ByHand(second={"A": {"A": 3, "B": 2, "C": 2}, "B": {"A": 1, "B": 2, "C": 2}, "C": {"A": 0, "B": 0, "C": 0}})
    )
    first, second = pictures(SCREENS["chose"](desk))
    assert "7 · 58 %" in first.live.alt and "3" in second.live.alt


def test_a_class_that_waits_can_be_read_again_on_its_screen(tmp_path: Path) -> None:
    everybody = [made for made in hand_ins(8, ("goals",)) if made.lesson == "goals"]
    desk = opened(put(everybody[:4], tmp_path / "class"))
    screen = SCREENS["came_in"](desk)
    assert "Waiting: 4 of 5" in said(screen)
    put(everybody[4:], tmp_path / "class")
    screen._update()  # type: ignore[attr-defined]
    assert "8 hand-ins, 0 since the last update" in said(screen)


def test_the_tally_of_a_paper_sort_makes_the_same_charts() -> None:
    desk = opened()
    tally = {card: {"managing": 8, "leading": 1, "both": 1, "neither": 0} for card in list(core())[:20]}
    desk.tally("first", tally)
    cards = SCREENS["first_cards"](desk)
    assert pictures(cards)[0].title == "The class agrees on 20 of 24 cards, and is split on 0"
    assert "Counted by hand." in pictures(cards)[0].live._scene.words.source  # type: ignore[union-attr]
    desk.tally("second", tally)
    assert "160 before, 160 after" in said(SCREENS["moved"](desk))
    desk.tally("first", {})
    assert "first" not in desk.tallies


def test_the_form_reads_numbers_and_refuses_the_rest_in_a_sentence() -> None:
    desk = opened()
    form = HandsView(desk)
    form._first.value = "12 9 <b>"
    form._use()
    assert "cannot be read" in form._said.value and "<b>" not in form._said.value and not desk.by_hand.first
    form._first.value = "12 9 4"
    form._use()
    assert desk.by_hand.first == {"A": 12, "B": 9, "C": 4}
    form._clear()
    assert desk.by_hand == ByHand()


def test_a_form_for_another_lesson_begins_empty() -> None:
    desk = opened()
    form = HandsView(desk)
    form._first.value = "1 2 3"
    desk.choose("focus")
    assert form._first.value == ""


def test_the_report_holds_sums_only(folders: dict[int, Path]) -> None:
    desk = opened(folders[12])
    found = report(desk, date(2026, 11, 20))
    text = repr(found)
    assert found["people"] == 12 and len(found["cards"]["rows"]) == 24 and len(found["disagree"]) == 3
    assert all(made.pseudonym not in text for made in desk.shown) and "ready plan" not in text
    assert sum(found["cards"]["rows"][0]["counts"]) == 12


def test_a_report_of_three_people_has_nothing_in_it(folders: dict[int, Path]) -> None:
    found = report(opened(folders[3]), date(2026, 11, 20))
    assert [found[key] for key in ("cards", "moved", "disagree", "hard")] == [None] * 4


def test_the_report_is_offered_for_both_papers_from_five_people_on(folders: dict[int, Path]) -> None:
    screen = TakeAwayScreen(opened(folders[5]))
    screen._make(date(2026, 11, 20))
    assert 'download="two-hats-class-2026-11-20-a4.pdf"' in screen._made.value
    assert "five hand-ins" in said(TakeAwayScreen(opened(folders[3])))


def test_a_report_that_cannot_be_printed_is_one_sentence(folders: dict[int, Path]) -> None:
    desk = opened(folders[5])

    def fails(_: Any) -> dict[str, bytes]:
        raise ValueError("Too long.")

    desk.report = fails
    screen = TakeAwayScreen(desk)
    screen._make(date(2026, 11, 20))
    assert "could not be printed. Too long." in screen._made.value


def test_the_watcher_ends_with_its_notebook(tmp_path: Path) -> None:
    desk = opened(put(hand_ins(5, ("goals",)), tmp_path / "class"))
    view = FolderView(desk)
    view._follow.value = True
    stop = view._watcher
    assert stop is not None and not stop.is_set()
    desk.close()
    assert stop.is_set() and view._watcher is None


def test_two_hundred_people_are_shown(tmp_path: Path) -> None:
    desk = opened(put(hand_ins(200, ("goals",)), tmp_path / "class"))
    shown = [make(desk) for make in SCREENS.values()]
    assert len(desk.shown) == 800 and desk.left_out == ()
    assert all(library.words("notes.not_drawn") not in said(screen) for screen in shown)


def test_strangers_values_in_every_field_harm_no_screen(tmp_path: Path) -> None:
    odd = [
        one(
            f"odd {n}",
            lesson,
            prediction={"value": (-1e300, 0.0, None, 1e300)[n % 4], "sure": "nearly"},
            choices={"1": "DE"[n % 2], "2": "E"},
            checks={
                "1": {"first": (7.5, "Z", ["Q"], {"9": "x"})[n % 4], "right": None, "tries": 9_999},
                "99": {"first": None, "right": True, "tries": 1},
            },
            sorts={"first": {"T02": "both", "T99": "leading"}, "second": {"nonsense": "both"}},
            games=[{"edition": 9, "kind": "x", "seed": 2**62, "months": 1, "weights": {}, "hours": [], "backs": 0}],
            texts={"plan_if": MARKUP, "sentence00": "\u202e\x00" + MARKUP, "sentence15": MARKUP * 20},
        )
        for n in range(12)
        for lesson in ("goals", "start_here", "overlap", "two_hats", "unknown_lesson")
    ]  # fmt: skip
    desk = opened(put(odd, tmp_path / "class"))
    for make in SCREENS.values():
        text = said(make(desk))
        assert "<img src=x" not in text and "<script" not in text and 'class="th-trouble"' not in text
    report(desk, date(2026, 11, 20))


# ---- a class's own case
def test_a_classs_own_case_is_shown_beside_the_courses_case(tmp_path: Path) -> None:
    own = OwnCase("bus.toml", "goals", False, verbatim(library.lesson("focus").case))
    other = OwnCase("tram.toml", "focus", False, own.case)
    digits = own.place.partition(".")[2]
    made = [
        one(f"person {n}", "goals", choices={"1": "A", "2": "B"}, own_cases={digits: {"1": "BC"[n < 2], "2": "A"}})
        for n in range(7)
    ]
    desk = opened(put(made, tmp_path), (own, other))
    screen = SCREENS["chose"](desk)
    named = escaped(screen.say("own", {"title": own.case.title}))
    assert said(screen).count(named) == 2  # at both decisions: five people took path B
    assert len(pictures(screen)) == 4
    assert "5 of 7 chose the same at decision 1" in said(screen)


def test_a_case_in_place_of_the_courses_case_leaves_nobody_waiting(tmp_path: Path) -> None:
    own = OwnCase("bus.toml", "goals", True, verbatim(library.lesson("focus").case))
    digits = own.place.partition(".")[2]
    made = [one(f"person {n}", "goals", own_cases={digits: {"1": "A"}}) for n in range(5)]
    screen = SCREENS["chose"](opened(put(made, tmp_path), (own,)))
    assert len(pictures(screen)) == 1 and escaped(own.case.title) in said(screen)
