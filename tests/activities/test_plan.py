"""The plan and the last page, without a browser: the seal, the six lines, what comes back, and what is left out."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import ipywidgets as widgets
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.activities.desk import Desk
from lessons.activities.game.dealing import CARDS, PLAYERS, deal, row
from lessons.activities.game.last_page import LastPageView
from lessons.activities.game.plan import PlanView
from lessons.activities.game.plan_rules import LINES, LONGEST, day_trouble, days, trouble, troubles
from lessons.activities.game.team import TeamView
from lessons.activities.progress import progress
from lessons.course import library
from lessons.course.two_hats import facts
from lessons.course.two_hats.game import EDITION
from lessons.learner.diary import Diary
from lessons.page.page import Page
from tests.activities.conftest import Heard
from tests.activities.test_views import HOSTILE, every, press, reopened, text

GAME = library.game()
PLAN, ACT, LAST, TEAM = GAME.plan, GAME.plan.act, GAME.last_page, GAME.team
TODAY = date(2026, 11, 25)
WHOLE = {
    "plan_if": "the Monday list is full",
    "plan_then": "ask which item may wait",
    "plan_date": "Monday",
    "plan_observer": "Dina, on Friday",
    "plan_unless": "the roof leaks",
    "plan_change": "nothing waits for a month",
}


@pytest.fixture
def house(desk: Desk, heard: Heard) -> Desk:
    """The same learner's desk in lesson 15."""
    return Desk(library.lesson("two_hats"), Page(heard), Diary(desk.diary.folder))


def words_of(view: Any) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text(view))))


def field(view: Any, name: str) -> Any:
    """The control that the focus finds under a name."""
    fields = [*every(view, widgets.Text), *every(view, widgets.Textarea)]
    return next(one for one in fields if f"th-key-{name}" in one._dom_classes)


def sealed(house: Desk, sentence: str = "one holds the list") -> None:
    house.diary.write("kept", "start_here", id="sentence00", value=sentence, sealed=True)


def write_sentence(view: Any, sentence: str) -> None:
    field(view, "sentence15").value = sentence
    press(view, PLAN.sentence.save)


def write_plan(view: Any, lines: Any) -> None:
    for line, said in lines.items():
        field(view, line).value = said
    press(view, ACT.save)


# ---- the seal --------------------------------------------------------------------------------------------------------
def test_the_old_sentence_is_opened_only_after_the_new_one(house: Desk) -> None:
    sealed(house)
    view, last = PlanView(house), LastPageView(house)
    for shown in (view, last):
        assert "one holds the list" not in text(shown)
    press(view, PLAN.sentence.save)
    assert "nothing to save yet" in text(view) and "one holds the list" not in text(view)
    write_sentence(view, "who asks first")
    assert "“who asks first”" in words_of(view) and "you wrote: “one holds the list”" in words_of(view)
    assert "one holds the list" in words_of(last) and "who asks first" in words_of(last)
    assert "you wrote: “one holds the list”" in words_of(PlanView(house))


def test_a_sentence_that_was_never_sealed_is_not_missed(house: Desk) -> None:
    view, last = PlanView(house), LastPageView(house)
    write_sentence(view, "who asks first")
    assert "seal is open" not in text(view) and LAST.first not in words_of(last).split("The six")[0]


def test_todays_sentence_can_be_changed_and_the_earlier_one_stays_in_the_record(house: Desk, heard: Heard) -> None:
    sealed(house)
    view = PlanView(house)
    write_sentence(view, "first try")
    assert {"focus": "new-sentence"} in heard.sent
    press(view, PLAN.sentence.change)
    assert field(view, "sentence15").value == "first try"
    write_sentence(view, "second try")
    kept = reopened(house).lesson("two_hats").texts["sentence15"]
    assert kept.text == "second try" and [one.text for one in kept.earlier] == ["first try"]


def test_what_is_typed_elsewhere_stays_when_the_seal_is_opened(house: Desk) -> None:
    view = PlanView(house)
    field(view, "plan_if").value = "half a thought"
    write_sentence(view, "who asks first")
    assert field(view, "plan_if").value == "half a thought"


# ---- two halves and the exit question --------------------------------------------------------------------------------
def test_both_halves_are_kept_each_under_its_own_prompt(house: Desk) -> None:
    view = PlanView(house)
    field(view, "managing_first").value = "the roof leaks"
    press(view, PLAN.halves.save)
    assert set(house.state.texts) == {"managing_first"}
    field(view, "leading_first").value = HOSTILE
    press(view, PLAN.halves.save)
    assert house.state.texts["leading_first"].text == HOSTILE
    assert house.state.texts["managing_first"].earlier == ()
    last = LastPageView(house)
    assert HOSTILE in unescape(text(last)) and "<img src=x" not in text(last)


def test_the_exit_question_is_kept_and_comes_back(house: Desk) -> None:
    view = PlanView(house)
    assert "P7.S4" in text(view)
    field(view, "exit").value = "ask somebody who will tell you"
    press(view, PLAN.exit.save)
    assert field(PlanView(house), "exit").value == "ask somebody who will tell you"


# ---- six lines -------------------------------------------------------------------------------------------------------
def test_every_line_of_the_plan_is_kept_and_shown_on_the_last_page(house: Desk, heard: Heard) -> None:
    view, last = PlanView(house), LastPageView(house)
    write_plan(view, WHOLE)
    assert {line: reopened(house).lesson("two_hats").texts[line].text for line in LINES} == WHOLE
    assert all(said in words_of(last) for said in WHOLE.values())
    assert {"say": ACT.spoken} in heard.sent and "is open:" not in text(view)


def test_what_can_be_kept_is_kept_and_each_open_line_is_named_in_a_sentence(house: Desk) -> None:
    view = PlanView(house)
    write_plan(view, {"plan_if": "the list is full", "plan_date": "31.02.2027"})
    assert set(house.state.texts) == {"plan_if"}
    shown = words_of(view)
    assert ACT.lines["plan_then"].empty in shown and "“31.02.2027” is no day of the calendar." in shown
    assert ACT.lines["plan_if"].empty not in shown
    assert text(view).count('role="alert"') == 1


def test_a_line_that_is_emptied_is_gone_from_the_page_and_stays_in_the_record(house: Desk) -> None:
    view, last = PlanView(house), LastPageView(house)
    write_plan(view, WHOLE)
    write_plan(view, {"plan_unless": "  "})
    assert "the roof leaks" not in words_of(last) and ACT.lines["plan_unless"].label not in words_of(last)
    assert house.state.texts["plan_unless"].earlier[0].text == "the roof leaks"


def test_the_same_plan_again_is_no_new_event(house: Desk) -> None:
    view = PlanView(house)
    write_plan(view, WHOLE)
    before = house.everything.last_at
    press(view, ACT.save)
    assert house.everything.last_at == before


@pytest.mark.parametrize("said", ["Tuesday", "4 March", "after the holidays", "2027-03-04", "4.3.2027", "3/4/27"])
def test_a_day_to_come_may_be_said_in_many_ways(said: str) -> None:
    assert day_trouble(said, TODAY) == ""


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("31.02.2027", "not_a_day"),
        ("5", "not_a_day"),
        ("2027-13-01", "not_a_day"),
        ("?", "not_a_day"),
        ("0.0.0", "not_a_day"),
        ("24.11.2026", "past"),
        ("2026-11-24", "past"),
        ("1/2/2026", "past"),
        ("11/12/2026", ""),
        ("25.11.2026", ""),
    ],
)
def test_figures_that_are_no_day_or_a_past_one_are_named(said: str, key: str) -> None:
    assert day_trouble(said, TODAY) == key


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_date_in_figures_is_read_as_itself(day: date) -> None:
    for said in (day.isoformat(), f"{day.day}.{day.month}.{day.year}", f"{day.day}.{day.month}.{day:%y}"):
        assert days(said) == (day,)
    assert day in days(f"{day.day}/{day.month}/{day.year}") and day in days(f"{day.month}/{day.day}/{day.year}")
    assert day_trouble(day.isoformat(), day) == "" and day_trouble(day.isoformat(), day + timedelta(1)) == "past"


@given(st.text(max_size=400))
def test_whatever_is_typed_is_answered_in_one_sentence_or_none(said: str) -> None:
    for line in LINES:
        sentence = trouble(ACT, line, said, TODAY)
        assert isinstance(sentence, str) and ("\n" not in sentence or "\n" in said)


def test_a_line_that_is_too_long_is_named_with_its_length() -> None:
    found = troubles(ACT, {**WHOLE, "plan_then": "x" * (LONGEST + 1)}, TODAY)  # type: ignore[dict-item]
    assert list(found) == ["plan_then"] and f"{LONGEST + 1} characters" in found["plan_then"]


def test_examples_open_and_are_whole_plans(house: Desk) -> None:
    view = PlanView(house)
    assert "Kim tells me" not in text(view)
    press(view, ACT.open_examples)
    assert len(ACT.examples) == 3 and text(view).count("I will change my mind if") >= 3
    for one in ACT.examples:
        assert all(
            part in one for part in ("*If*", "*then I will*", "First time on", "Unless", "I will change my mind")
        )


# ---- what comes back -------------------------------------------------------------------------------------------------
def test_earlier_answers_come_back_only_if_they_were_given(house: Desk) -> None:
    assert "lesson 9" not in words_of(PlanView(house)) and "lesson 5" not in words_of(PlanView(house))
    house.diary.write("kept", "following", id="unless09", value=HOSTILE)
    house.diary.write("kept", "position", id="asked05", value="D. K.")
    view = PlanView(house)
    assert "comes from lesson 9. On " in words_of(view) and HOSTILE in unescape(text(view))
    assert "you wrote “D. K.” for whom everybody asks." in words_of(view) and "<img src=x" not in text(view)


def test_the_counted_predictions_of_the_course_are_counted_with_their_n(house: Desk) -> None:
    view = PlanView(house)
    assert "You have made no prediction yet." in text(view)
    for slug in ("staying_power", "people", "ninety_percent"):
        house.diary.write("predicted", slug, value=50, sure="nearly")
    house.keep("predicted", value=-28, sure="nearly")
    shown = words_of(view)
    assert "Too few to say." in shown and "In this model: counted apart" in shown


# ---- the last page ---------------------------------------------------------------------------------------------------
def test_an_empty_record_leaves_no_gap_and_the_six_still_speak(house: Desk) -> None:
    last = LastPageView(house)
    shown = words_of(last)
    assert LAST.empty in shown and LAST.choices not in shown and LAST.plan not in shown and "of 24" not in shown
    assert all(one.first in shown and one.last in shown for one in LAST.people) and LAST.closing in shown
    assert every(last, widgets.Button) == []


def test_the_strip_has_the_28_choices_of_the_14_cases_before(house: Desk) -> None:
    for lesson in library.lessons():
        for decision in (1, 2):
            house.diary.write("chose", lesson.slug, decision=decision, option="A")
    last = LastPageView(house)
    body = text(last).split("<tbody>")[1].split("</tbody>")[0]
    assert body.count("<td>") == 28 and "left out" not in body
    assert LAST.type in words_of(last)


def test_moved_cards_are_counted_over_those_placed_twice(house: Desk) -> None:
    house.diary.write("kept", "start_here", id="sort00", value={"T01": "managing", "T02": "both", "T03": "leading"})
    last = LastPageView(house)
    assert "between your two sorts" not in words_of(last)
    house.diary.write("kept", "overlap", id="sort13", value={"T01": "both", "T02": "both"})
    assert "between your two sorts: 1 of 2." in words_of(LastPageView(house))


def test_it_is_saved_as_what_the_course_prints(house: Desk) -> None:
    made: list[str] = []

    def page(_state: Any, code: str) -> list[tuple[str, str, bytes]]:
        made.append(code)
        return [("two-hats-last-page.pdf", "application/pdf", b"%PDF")]

    house.last_page = page
    view = LastPageView(house)
    press(view, LAST.save)
    assert made == ["blue-lamp-42"] and 'download="two-hats-last-page.pdf"' in text(view)


def test_nothing_is_shown_while_it_is_not_known_who_learns(house: Desk) -> None:
    write_sentence(PlanView(house), "who asks first")
    house.known = False
    assert all("who asks first" not in text(view(house)) for view in (PlanView, LastPageView))


# ---- progress --------------------------------------------------------------------------------------------------------
def test_a_plan_and_a_game_count_once_they_are_begun(house: Desk) -> None:
    assert "plan" not in progress(house.lesson, house.state) and "game" not in progress(house.lesson, house.state)
    view = PlanView(house)
    write_plan(view, {"plan_if": "the list is full"})
    assert progress(house.lesson, house.state)["plan"] is False
    write_plan(view, WHOLE)
    assert progress(house.lesson, house.state)["plan"] is True
    began(house, 1, months=1)
    assert progress(house.lesson, house.state)["game"] is False
    house.keep("spent", game="0badcafe", month=1, hours=[8, 8, 8, 8, 8], because="")
    assert progress(house.lesson, house.state)["game"] is True


# ---- around one table ------------------------------------------------------------------------------------------------
def began(house: Desk, team: int, months: int = 10, game: str = "0badcafe") -> None:
    weights = dict.fromkeys(("delivery", "budget", "commitment", "direction"), 2.5)
    year = {"edition": EDITION, "kind": "mixed", "seed": 0, "months": months, "weights": weights, "team": team}
    house.keep("began", game=game, **year)


@pytest.mark.parametrize("players", PLAYERS)
def test_every_card_is_dealt_as_the_instructions_say(players: int) -> None:
    for time in range(20):
        holders = deal(players, "0badcafe", time).holders
        held = [sum(holder == player for holder in holders) for player in range(1, players + 1)]
        assert len(holders) == CARDS and deal(players, "0badcafe", time).holders == holders
        if players == 1:
            assert held == [0]
        elif players == 2:
            assert held == [2, 2] and holders.count(None) == 1
        else:
            assert None not in holders and max(held[:CARDS]) <= 2 and min(held[:CARDS]) >= 1


def test_how_they_play_stands_in_the_row_of_their_number() -> None:
    how = library.paper_game().team.how
    assert [how[row(players)][0] for players in PLAYERS] == ["1", "2", "3 to 5", "3 to 5", "3 to 5", "6 and more"]


def test_one_card_is_open_at_a_time_and_closes_again(house: Desk, heard: Heard) -> None:
    view = TeamView(house)
    press(view, TEAM.show)
    cards = library.paper_game().team.card
    assert not any(card.sees in text(view) for card in cards)
    press(view, "Open card 2")
    assert cards[1].sees in text(view) and {"focus": "team-open"} in heard.sent
    press(view, "Open card 4")
    assert cards[1].sees not in text(view) and cards[3].sees in text(view)
    assert f"direction from 100 to {facts.numbers()['market']:.0f}" in text(view)
    press(view, "Close card 4")
    assert not any(card.sees in text(view) for card in cards) and {"focus": "team-card-4"} in heard.sent


def test_the_number_of_players_is_that_of_the_game_and_a_month_changes_nothing(house: Desk) -> None:
    view = TeamView(house)
    press(view, TEAM.show)
    assert "on the table" in text(view)
    began(house, team=3)
    (many,) = every(view, widgets.RadioButtons)
    assert many.value == "3" and "Player 3" in text(view) and "on the table" not in text(view)
    press(view, "Open card 1")
    opened = text(view)
    house.keep("spent", game="0badcafe", month=1, hours=[8, 8, 8, 8, 8], because="")
    assert text(view) == opened
    many.value = "6"
    assert "Pair 5" in text(view)
    before = text(view)
    press(view, TEAM.deal)
    assert text(view) != before
