"""Lesson 0 as widgets: practice that is not kept, a seal that holds, a first sort without a verdict."""

from __future__ import annotations

import json
from pathlib import Path

import ipywidgets as widgets
import pytest

from lessons.activities.start.article import ArticleView
from lessons.activities.start.desk import StartDesk
from lessons.activities.start.map import MapView, map_text
from lessons.activities.start.practice import VIEWS, PracticeView
from lessons.activities.start.privacy import PrivacyView
from lessons.activities.start.reading import CastView, StartHeadView, StartNextView, WelcomeView
from lessons.activities.start.sentence import SentenceView
from lessons.activities.start.short_path import ShortPathView
from lessons.activities.start.sort import SortView, core_cards
from lessons.course import library
from lessons.course.schema import Role
from lessons.learner import home
from lessons.learner.diary import Diary
from lessons.page.page import Page
from tests.activities.conftest import Heard
from tests.activities.test_views import every, press, text

START = library.start()
SENTENCE = "Both <b>plan</b>, one dreams."


@pytest.fixture
def start(heard: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StartDesk:
    monkeypatch.setenv("TWO_HATS_HOME", str(tmp_path / "home"))
    return StartDesk(START, Page(heard), Diary(home.learner_folder("blue-lamp-42")))


def files(start: StartDesk) -> list[Path]:
    return [path for path in start.diary.folder.parent.parent.rglob("*") if path.is_file()]


def radios(view: object) -> list[widgets.RadioButtons]:
    return every(view, widgets.RadioButtons)  # type: ignore[arg-type]


def save(view: SortView, count: int = 24, role: Role = "both") -> None:
    for one in radios(view)[:count]:
        one.value = role
    radios(view)[24].value = "fairly"
    press(view, "Save my sort")


# ---- practice
def test_practice_reaches_no_file_and_its_badge_stays(start: StartDesk) -> None:
    view = PracticeView(start)
    assert text(view).count("Practice: not kept") == len(VIEWS) == 8
    days, *_ = every(view, widgets.Text)
    days.value = "12"
    sure, case, card, check = radios(view)
    sure.value = "guess"
    press(view, "Commit to this answer")
    case.value = "C"
    press(view, "This is my choice")
    every(view, widgets.IntSlider)[0].value = 2
    card.value = "neither"
    check.value = "B"
    press(view, "Answer")
    every(view, widgets.Textarea)[0].value = "three small words"
    press(view, "Save my words")
    shown = text(view)
    for said in (
        "You said 12 days",
        "You carried a kettle",
        "You placed it in <em>neither</em>",
        "Here they were not kept",
    ):
        assert said in shown
    assert shown.count("Practice: not kept") == 8
    assert files(start) == []
    assert start.everything.lessons == {} and start.everything.kept == {}


def test_practice_is_empty_for_the_next_one_at_the_same_screen(start: StartDesk) -> None:
    view = PracticeView(start)
    every(view, widgets.Textarea)[0].value = "three small words"
    press(view, "Save my words")
    start.become("red-chair-11")
    assert [one.value for one in every(view, widgets.Textarea)] == [""]


def test_practice_says_nothing_of_hats(start: StartDesk) -> None:
    view = PracticeView(start)
    radios(view)[1].value = "A"
    press(view, "This is my choice")
    shown = text(view)
    assert "Your hat was" not in shown and "th-hat" not in shown
    assert not set("■●◆○") & set(shown)


# ---- the sentence
def test_a_sealed_sentence_is_kept_and_not_shown_again(start: StartDesk) -> None:
    view = SentenceView(start)
    (area,) = every(view, widgets.Textarea)
    area.value = SENTENCE
    press(view, "Seal my sentence")
    kept = Diary(start.diary.folder).state.kept["sentence00"]
    assert (kept.value, kept.sealed) == (SENTENCE, True)
    for shown in (view, SentenceView(start)):
        assert "Sealed on " in text(shown)
        assert "plan" not in text(shown) and every(shown, widgets.Textarea) == []
    assert area.comm is None  # the widget that held it is gone
    assert SENTENCE not in json.loads(start.diary.export())["events"].__repr__()
    assert "sentence00" in start.diary.export(with_sealed=True)


def test_an_opened_seal_is_called_open(start: StartDesk) -> None:
    start.keep("kept", id="sentence00", value=SENTENCE, sealed=True)
    assert "You will open it in lesson 15" in text(SentenceView(start))
    start.diary.write("wrote", "two_hats", prompt="sentence15", text="both of them")
    view = SentenceView(start)
    assert "You opened it in lesson 15." in text(view) and SENTENCE not in text(view)


@pytest.mark.parametrize(("typed", "said"), [(" \n", "nothing to seal yet"), ("x" * 301, "has 301 characters")])
def test_a_sentence_that_cannot_be_sealed_is_refused_in_a_sentence(start: StartDesk, typed: str, said: str) -> None:
    view = SentenceView(start)
    every(view, widgets.Textarea)[0].value = typed
    press(view, "Seal my sentence")
    assert said in text(view)
    assert every(view, widgets.Textarea)[0].value == typed
    assert "sentence00" not in start.everything.kept


def test_who_would_rather_not_leaves_nothing_for_lesson_15_and_may_still_write(start: StartDesk) -> None:
    view = SentenceView(start)
    press(view, "I would rather not")
    assert "You left your sentence out" in text(view)
    assert "sentence00" not in start.everything.kept
    assert "1 of 2 steps done" in text(StartHeadView(start))
    press(view, "Write it after all")
    every(view, widgets.Textarea)[0].value = SENTENCE
    press(view, "Seal my sentence")
    assert start.everything.kept["sentence00"].value == SENTENCE


# ---- the sort
def test_everyone_has_an_order_of_their_own_that_stays(start: StartDesk) -> None:
    one, again, other = (list(core_cards(code, "sort00")) for code in ("a", "a", "b"))
    assert one == again != other
    assert sorted(one) == sorted(other) == sorted(key for key, card in library.cards().items() if card.core)
    assert len(one) == 24


def test_a_card_placed_is_said_written_down_and_taken_up_again(start: StartDesk, heard: Heard) -> None:
    view = SortView(start)
    first = next(iter(core_cards(start.diary.code, "sort00")))
    radios(view)[0].value = "leading"
    assert {"say": f"{library.cards()[first].text}: leading. 1 of 24 placed."} in heard.sent
    assert radios(SortView(start))[0].value == "leading"
    radios(view)[0].value = "neither"
    assert Diary(start.diary.folder).state.lesson("start_here").placed == {"first": {first: "neither"}}


def test_nothing_is_said_of_hats_before_the_sort_is_saved(start: StartDesk) -> None:
    views = [kind(start) for kind in (StartHeadView, WelcomeView, CastView, SentenceView, SortView, MapView)]
    views += [kind(start) for kind in (StartNextView, ShortPathView, ArticleView, PrivacyView)]
    press(next(view for view in views if isinstance(view, ArticleView)), "Read it after you have sorted the cards")
    for one in radios(views[4])[:24]:
        one.value = "managing"
    for view in views:
        names = {name for one in every(view, widgets.VBox) for name in one._dom_classes if "hat" in name}
        assert names <= {"th-no-hats"}
        options = "".join(shown for one in radios(view) for shown, _ in one.options)
        assert not set("■●◆○") & set(text(view) + options) and 'class="th-hat' not in text(view), view.step


def test_the_way_to_the_next_card_and_past_the_sort(start: StartDesk, heard: Heard) -> None:
    view = SortView(start)
    keys = list(core_cards(start.diary.code, "sort00"))
    radios(view)[0].value = "both"
    press(view, "Go to the next card without a place")
    assert heard.sent[-1] == {"focus": f"card-{keys[1]}"}
    press(view, "Go past the sort, to the map")
    assert heard.sent[-1] == {"focus": "step-map"}
    for one in radios(view)[:24]:
        one.value = "both"
    press(view, "Go to the next card without a place")
    assert {"focus": "sort-sure"} in heard.sent


def test_saving_needs_a_card_and_how_sure_one_is(start: StartDesk) -> None:
    view = SortView(start)
    press(view, "Save my sort")
    assert "No card has a place yet" in text(view)
    radios(view)[3].value = "both"
    press(view, "Save my sort")
    assert "how sure you are" in text(view)
    assert start.everything.kept == {}


def test_a_saved_sort_is_locked_with_what_was_left_open(start: StartDesk) -> None:
    view = SortView(start)
    save(view, 20)
    kept = Diary(start.diary.folder).state.kept
    assert len(kept["sort00"].value) == 20 and set(kept["sort00"].value.values()) == {"both"}
    assert kept["confidence00"].value == "fairly"
    for shown in (view, SortView(start)):
        assert radios(shown) == [] and every(shown, widgets.Button) == []
        assert "Left open" in text(shown) and text(shown).count("<li>") == 24
        assert "fairly sure (2 in 3)" in text(shown)


@pytest.mark.parametrize("value", [None, "x", {"T02": ["leading"]}, {"T02": "<img src=x>", "T99": "both"}])
def test_a_strange_record_of_a_sort_is_shown_as_left_open(start: StartDesk, value: object) -> None:
    start.keep("kept", id="sort00", value=value)
    shown = text(SortView(start))
    assert "Left open" in shown and "<img" not in shown


# ---- map, article, short path
def test_the_map_opens_when_the_sort_is_saved(start: StartDesk) -> None:
    sort, view = SortView(start), MapView(start)
    assert not view.live.png and "opens when you have saved your sort" in text(view)
    save(sort)
    assert view.live.png
    assert view.live.alt == map_text()
    assert view.live.alt.startswith("13 rows, one for each difference. Focus, lesson 1: managing: arranges plans")


def test_the_map_shows_which_lessons_are_done_and_opens_those_that_are_there(start: StartDesk) -> None:
    save(SortView(start))
    view = MapView(start)
    press(view, "Read the map as a table, and open its lessons")
    assert 'href="01_focus.ipynb"' in text(view) and "✓ done" not in text(view)
    lesson = library.lesson("focus")
    for kind, data in done(lesson.slug):
        start.diary.write(kind, lesson.slug, **data)
    again = MapView(start)
    press(again, "Read the map as a table, and open its lessons")
    assert text(again).count("✓ done") == 1
    assert view.live.png != again.live.png


def done(slug: str) -> list[tuple[str, dict[str, object]]]:
    """The events of a lesson that was done."""
    lesson = library.lesson(slug)
    checks = range(1, len(lesson.check.questions) + 1)
    return [
        ("predicted", {"value": 9, "sure": "guess"}),
        *(("chose", {"decision": number, "option": "A"}) for number in (1, 2)),
        ("explored", {"levers": {}}),
        *(("placed", {"card": card, "role": "both", "sort": "lesson"}) for card in lesson.cards.cards),
        *(("answered", {"question": str(number), "answer": "A", "right": True}) for number in checks),
        ("wrote", {"prompt": "reflection", "text": "x"}),
    ]


def test_two_rows_of_the_map_have_an_empty_side() -> None:
    sides = [side for one in library.differences().values() for side in (one.managing, one.leading)]
    assert sides.count(START.map.empty) == 2


def test_the_article_has_28_rows_and_says_whom_they_are_about_after_the_sort(start: StartDesk) -> None:
    view = ArticleView(start)
    assert "<table>" not in text(view)
    press(view, "Read it after you have sorted the cards")
    assert text(view).count('scope="row"') == 28 and "th-hat" not in text(view)
    save(SortView(start))
    assert text(view).count('scope="row"') == 28 and text(view).count("th-hat ") == 26
    press(view, "Close the article")
    assert "<table>" not in text(view)
    assert "Read the article" in [one.description for one in every(view, widgets.Button)]


def test_six_cards_wait_for_the_first_sort_and_show_moves_when_all_lie(start: StartDesk) -> None:
    view = ShortPathView(start)
    press(view, "Six cards again")
    assert "Save your first sort above" in text(view) and radios(view) == []
    save(SortView(start))
    press(view, "Six cards again")
    for number, one in enumerate(radios(view)):
        assert "of the 6 moved" not in text(view)
        one.value = "both" if number < 2 else "leading"
    assert "4 of the 6 moved" in text(view)
    assert text(view).count(">moved<") == 4 and text(view).count(">stayed<") == 2
    assert len(start.everything.kept["sort00"].value) == 24


def test_the_privacy_notice_names_the_folder_and_holds_the_record(start: StartDesk) -> None:
    view = PrivacyView(start)
    assert str(start.diary.folder) in text(view)
    save(SortView(start))
    press(view, "Delete my record")
    press(view, "Yes, delete it")
    assert files(start) == [] and start.everything.kept == {}


def test_the_end_leads_to_lesson_1(start: StartDesk) -> None:
    view = StartNextView(start)
    assert 'href="01_focus.ipynb"' in text(view)
    assert "Still open: Your sentence, Sort." in text(view)
    save(SortView(start))
    press(SentenceView(start), "I would rather not")
    assert "You have done every step" in text(view)


def test_nothing_of_ones_own_is_shown_while_it_is_not_known_who_learns(start: StartDesk) -> None:
    save(SortView(start))
    start.known = False
    for kind in (SentenceView, SortView, MapView, ShortPathView, ArticleView, PrivacyView):
        assert "Say who you are" in text(kind(start))
    for kind in (WelcomeView, CastView, PracticeView):
        assert "Say who you are" not in text(kind(start))
    assert "Who is learning?" in text(StartHeadView(start))
