"""Looking back on a year, without a browser: every number is the model's, and what is missing leaves nothing behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Any

import ipywidgets as widgets
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.text import Text

from figures import replay
from figures.contract import Look, Words
from lessons.activities.desk import Desk
from lessons.activities.game.beside import advice_page, aloud_page, where_numbers
from lessons.activities.game.look_back import BETWEEN, LookBackView
from lessons.activities.game.looking import (
    Change,
    Looked,
    Spent,
    finished,
    totals_under,
    ways,
    weights_beside,
    with_fifth_more,
    with_split,
)
from lessons.course import library
from lessons.course.two_hats import model, steady
from lessons.course.two_hats.best import CHOICES
from lessons.course.two_hats.comparison import advice_to_lead_more, way_readings
from lessons.course.two_hats.events import YEARS, Year
from lessons.course.two_hats.game import EDITION, READINGS, final, total
from lessons.course.two_hats.month import HOURS, MONTH
from lessons.course.two_hats.players import (
    ANSWERING_BASE,
    ANSWERS,
    EVEN,
    MOSTLY_LEADING,
    MOSTLY_MANAGING,
    MOVED,
    ONLY_LEADING,
    ONLY_MANAGING,
    STEADY,
    answering,
    shifted,
)
from lessons.course.two_hats.review import turning_month, verdict
from lessons.learner.diary import Diary
from lessons.page.page import Page
from lessons.record.state import Game
from tests.activities.conftest import Heard
from tests.activities.test_views import HOSTILE, every, press, text

WORDS = library.game().look_back
WEIGHTS = {"delivery": 4.0, "budget": 2.0, "commitment": 3.0, "direction": 1.0}
HABIT = [(16, 8, 8, 2, 6)] * 6 + [(10, 8, 10, 6, 6)] * 4
FEW = settings(max_examples=20, deadline=None)
some_hours = st.integers(0, 9999).map(lambda seed: np.random.default_rng(seed).dirichlet(np.ones(5), 10) * MONTH)


@pytest.fixture
def house(desk: Desk, heard: Heard) -> Desk:
    """The same learner's desk in lesson 15."""
    return Desk(library.lesson("two_hats"), Page(heard), Diary(desk.diary.folder))


def game(hours: Any, **other: Any) -> Game:
    year: dict[str, Any] = {"edition": EDITION, "kind": "mixed", "seed": 0, "months": 10, "weights": WEIGHTS, "team": 1}
    return Game("0badcafe", hours=tuple(map(tuple, hours)), because=("",) * len(hours), **{**year, **other})


def play(desk: Desk, hours: Sequence[Sequence[float]], name: str = "0badcafe", **other: Any) -> None:
    """Write a game's events, as the game does."""
    year: dict[str, Any] = {"edition": EDITION, "kind": "mixed", "seed": 0, "months": 10, "weights": WEIGHTS, "team": 1}
    desk.keep("began", game=name, **{**year, **other})
    for month, split in enumerate(hours, 1):
        desk.keep("spent", game=name, month=month, hours=list(split), because="")


def plain(shown: str) -> str:
    """The words of some markup; what stands in a picture's place is left out."""
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", shown)))


def words_of(view: LookBackView) -> str:
    return plain(text(view))


# ---- before a year is over -------------------------------------------------------------------------------------------
def test_without_a_game_it_says_so_kindly(house: Desk) -> None:
    view = LookBackView(house)
    assert "There is no year to look back on yet. Play one when you like." in words_of(view)
    assert every(view, widgets.Button) == []


def test_a_year_under_way_shows_its_hours_and_no_month_to_come(house: Desk) -> None:
    play(house, HABIT[:4])
    shown = words_of(LookBackView(house))
    assert "Your year stands before month 5 of 10." in shown and "160 hours: 60 % managing" in shown
    assert "the answering way" not in shown and "a quality scare" not in shown  # months 7 and 8 of year A


def test_it_opens_by_itself_when_the_last_month_is_spent(house: Desk) -> None:
    view = LookBackView(house)
    play(house, HABIT)
    assert "1. Where did the hours go?" in text(view)


def test_other_answers_leave_the_pages_alone(house: Desk) -> None:
    play(house, HABIT)
    view = LookBackView(house)
    before = view._inner.children
    house.keep("wrote", prompt="reflection", text="x")
    play(house, HABIT[:3], name="feedbeef", seed=4)  # the next year is under way
    assert view._inner.children is before
    house.keep("predicted", value=3, sure="guess")
    assert view._inner.children is not before


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"edition": EDITION + 1}, f"played with edition {EDITION + 1} of the game, and this is edition {EDITION}"),
        ({"kind": "<b>war</b>"}, "a year or hours that this page does not know"),
        ({"weights": {"delivery": 0.0, "budget": 0.0, "commitment": 0.0, "direction": 0.0}}, "does not know"),
    ],
)
def test_a_game_that_cannot_be_played_again_says_why(house: Desk, other: dict[str, Any], said: str) -> None:
    play(house, HABIT, **other)
    view = LookBackView(house)
    assert said in words_of(view) and "<b>" not in text(view)
    play(house, HABIT, name="feedbeef")
    assert "1. Where did the hours go?" in text(view)


# ---- the end of the year ---------------------------------------------------------------------------------------------
@FEW
@given(some_hours, st.integers(0, 300))
def test_every_number_of_the_end_is_the_models_under_ones_own_weights(hours: Any, seed: int) -> None:
    looked = Looked.at(game(hours, seed=seed))
    year, numbers = Year("mixed", seed), looked.numbers()
    end = final(year, hours)
    assert [numbers[name] for name in "abcd"] == pytest.approx(end.tolist())
    assert numbers["you"] == pytest.approx(float(total(end, WEIGHTS)))
    assert numbers["answering"] == pytest.approx(float(total(final(year, answering(year)), WEIGHTS)))
    assert numbers["even"] == pytest.approx(float(total(final(year, np.array(EVEN)), WEIGHTS)))
    assert looked.verdict == verdict(looked.replay, WEIGHTS)
    moved = final(year, shifted(hours, MOVED))
    assert [numbers[f"{name}2"] for name in "abcd"] == pytest.approx(moved.tolist())


@pytest.mark.parametrize(
    ("hours", "title"),
    [
        ([ONLY_MANAGING] * 10, "Almost nothing is left of one reading: commitment, 2"),
        (answering(CHOICES["A"]), "On every reading level with, or above, the way that answers each month"),
        ([STEADY] * 10, "By your weights, above an even split:"),
        ([(4.0, 4, 8, 16, 8)] * 10, "By your weights, an even split did better:"),
    ],
)
def test_the_finding_stands_over_the_year(house: Desk, hours: Any, title: str) -> None:
    play(house, [list(map(float, month)) for month in hours])
    assert f'alt="{title}' in text(LookBackView(house))


def test_why_names_the_month_its_event_and_what_came_of_it(house: Desk) -> None:
    play(house, HABIT)
    shown, turn = words_of(LookBackView(house)), turning_month(Looked.at(game(HABIT)).replay)
    assert f"is {turn.reading}: {turn.you:.0f} to {turn.answering:.0f}. The largest step came in month 9," in shown
    assert turn.month == 9 and "which brought a key person who might leave." in shown
    assert f"inspiring: you {turn.hours:.0f}, the answering way {turn.answering_hours:.0f}." in shown
    assert "What came of month 9: Commitment 66 → 63." in shown


def test_a_year_that_answers_each_month_is_level(house: Desk) -> None:
    play(house, [list(month) for month in answering(CHOICES["A"])])
    assert WORDS.year_end.level in words_of(LookBackView(house))


def test_what_was_expected_half_way_stands_beside_what_came(house: Desk) -> None:
    play(house, HABIT)
    view = LookBackView(house)
    assert "After month five" not in text(view)
    house.keep("expected", game="0badcafe", reading="budget", value=35, text=HOSTILE)
    came = Looked.at(game(HABIT)).replay.final[READINGS.index("budget")]
    assert f"After month five you expected budget at 35. It is {came:.0f}." in words_of(view)
    assert HOSTILE in unescape(text(view)) and "<img src=x" not in text(view)
    house.keep("expected", game="0badcafe", reading="luck", value=35, text="")
    assert "After month five" not in text(view)


# ---- page 1 ----------------------------------------------------------------------------------------------------------
def test_the_hours_add_up(house: Desk) -> None:
    spent = Spent(tuple(map(tuple, HABIT)))
    assert spent.all == 400 and sum(spent.shares.values()) == pytest.approx(100)
    assert spent.of_kind(0) == (16, 16, 16, 16, 16, 16, 10, 10, 10, 10, 136)
    assert spent.largest_change() == (7, 6.0)
    play(house, HABIT)
    shown = words_of(LookBackView(house))
    assert "400 hours: 54 % managing, 46 % leading." in shown
    assert "From month 6 to month 7, 6 hours changed places. Month 7 brought a quality scare." in shown


def test_the_same_hours_every_month_are_said_to_be_that() -> None:
    assert Spent(((8.0,) * 5,) * 10).largest_change() is None
    assert Spent(((8.0,) * 5,)).largest_change() is None


def test_the_split_of_lesson_11_comes_back_only_if_it_was_kept(house: Desk) -> None:
    play(house, HABIT)
    view = LookBackView(house)
    assert "From lesson 11" not in text(view)
    house.diary.write("kept", "vision", id="split11", value=5)
    view.show()
    assert "you kept 5 of 12 hours for leading. That is 42 %. In this year it was 46 %." in words_of(view)
    for odd in ("<b>", 13, True, None, [5]):
        house.diary.write("kept", "vision", id="split11", value=odd)
        view.show()
        assert "From lesson 11" not in text(view)


# ---- page 2 ----------------------------------------------------------------------------------------------------------
@FEW
@given(some_hours)
def test_a_fifth_more_for_a_hat_is_counted_from_the_model(hours: Any) -> None:
    looked, year = Looked.at(game(hours)), CHOICES["A"]
    for hat, moved in (("leading", MOVED), ("managing", -MOVED)):
        change = final(year, shifted(hours, moved)) - final(year, hours)
        found = with_fifth_more(looked)[hat]
        assert found is not None
        assert (found.up, found.down) == (int((change >= 0.5).sum()), int((change <= -0.5).sum()))
        assert found.points == pytest.approx(change[np.abs(change).argmax()])


def test_a_hat_that_has_nothing_to_give_changes_nothing(house: Desk) -> None:
    assert with_fifth_more(Looked.at(game([ONLY_LEADING] * 10)))["leading"] is None
    play(house, [ONLY_LEADING] * 10)
    shown = words_of(LookBackView(house))
    assert "would change nothing: you had no hours of managing to give." in shown
    assert "100 % of your hours were leading." in shown and "the line on managing shows 20 %" in shown


def test_half_and_half_has_no_other_hat(house: Desk) -> None:
    play(house, [(12, 8, 8, 6, 6)] * 10)
    assert "half managing and half leading" in words_of(LookBackView(house))


def test_the_slider_replays_the_same_events(house: Desk, heard: Heard) -> None:
    play(house, HABIT)
    view = LookBackView(house)
    slider = every(view, widgets.FloatSlider)[0]
    for by, way in ((-5.0, "5 hours a month to managing"), (0.0, "no hours moved"), (16.0, "16 hours a month to lead")):
        slider.value = by
        shown, end = words_of(view), final(CHOICES["A"], shifted(np.array(HABIT, float), by))
        assert way in shown
        assert f"{way}" in heard.sent[-1]["say"] and f"Delivery {end[0]:.0f}" in heard.sent[-1]["say"]
    press(view, WORDS.again.see)
    assert text(view).count("<img") == 2 and "16 hours a month to leading" in text(view)


def test_a_split_of_ones_own_must_fill_the_month(house: Desk) -> None:
    play(house, HABIT)
    view = LookBackView(house)
    numbers = every(view, widgets.BoundedFloatText)[-len(HOURS) :]
    numbers[0].value = 20
    press(view, WORDS.again.own_press)
    assert "These are 52 hours, and a month has 40." in words_of(view)
    for number, hours in zip(numbers, STEADY, strict=True):
        number.value = hours
    press(view, WORDS.again.own_press)
    end = final(CHOICES["A"], np.array(STEADY))
    before = final(CHOICES["A"], np.array(HABIT, float))
    assert "These are" not in words_of(view)
    cell = f"{end[2]:.0f} ({round(end[2]) - round(before[2]):+d})"
    assert f"your split: 10, 5, 10, 5, 10 {end[0]:.0f}" in words_of(view) and cell in words_of(view)
    assert with_split(Looked.at(game(HABIT)), STEADY).moved[:, -1] == pytest.approx(end)


def test_the_chart_names_a_split_of_ones_own_and_no_hours_moved(house: Desk) -> None:
    outcome = with_split(Looked.at(game(HABIT)), STEADY)
    labels = {**house.lesson.explore.labels, "other": WORDS.again.other}
    drawn = replay.Chart(replay.Data(**model.picture(outcome)), Words("", labels=labels), Look())
    said = {one.get_text() for one in drawn.figure.findobj(Text)}
    assert WORDS.again.other in said and not any("moved" in one for one in said)


def test_the_prediction_stands_beside_the_answer_and_three_players(house: Desk) -> None:
    shown = plain(advice_page(house))
    assert "You made no prediction before the game." in shown and f"is −{-model.reveal():.0f} points" in shown
    house.keep("predicted", value=-27, sure="guess")
    assert "You said −27 points for the second player. You were close." in plain(advice_page(house))
    assert "−21 −28 +7 −3" in shown  # what `advice_to_lead_more` gives for the second player, printed
    advice = advice_to_lead_more()
    assert advice["mostly_managing"].min() > 0 > advice["answering"][:2].max()  # "helped the first and cost the second"
    assert advice["mostly_leading"][2] < 0 < advice["mostly_leading"][:2].min()  # "gained … and paid in commitment"
    assert f"{sum(MOSTLY_MANAGING[:2]):.0f} of 40 hours managing" in shown
    assert f"{sum(MOSTLY_LEADING[:2]):.0f} of 40 hours managing" in shown


# ---- pages 3 and 4 ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("seed", "there"), [(0, True), (4, True), (7, False)])
def test_the_simple_ways_are_those_of_the_year_played(house: Desk, seed: int, there: bool) -> None:
    play(house, HABIT, seed=seed)
    shown = words_of(LookBackView(house))
    found = ways(Looked.at(game(HABIT, seed=seed)))
    assert ("best_found" in found) is there and (WORDS.ways.nobody_searched in shown) is not there
    for way, read in found.items():
        row = f"{WORDS.ways.names[way]} {WORDS.ways.what[way]} " + " ".join(f"{value:.0f}" for value in read)
        assert row in shown
        assert read == pytest.approx(way_readings(way, Year("mixed", seed)))


def test_what_the_ways_do_is_what_they_are_called() -> None:
    what = WORDS.ways.what
    assert what["even"].startswith(f"{EVEN[0]:.0f} hours for each")
    assert what["steady"] == ", ".join(f"{n:.0f} {kind}" for n, kind in zip(STEADY, HOURS, strict=True))
    for way, hours in (("only_managing", ONLY_MANAGING), ("only_leading", ONLY_LEADING)):
        assert what[way] == ", ".join(f"{n:.0f} {kind}" for n, kind in zip(hours, HOURS, strict=True) if n)
    base = [hours * MONTH / sum(ANSWERING_BASE) for hours in ANSWERING_BASE]
    assert what["answering"].startswith("about " + ", ".join(f"{hours:.0f}" for hours in base))
    most = {max(added) for event, added in ANSWERS.items() if event != "calm"}
    assert (min(most), max(most)) == (5, 7) and "5 to 7 hours more" in what["answering"]


def test_one_hat_alone_is_said_to_lose_a_reading_only_where_it_does(house: Desk) -> None:
    for name, year in CHOICES.items():
        play(house, [EVEN] * year.months, name, kind=year.kind, seed=year.seed, months=year.months)
        lost = all(way_readings(way, year).min() < 10 for way in ("only_managing", "only_leading"))
        assert (WORDS.ways.after in words_of(LookBackView(house))) is lost is (year.months == 10)


def test_which_way_wins_where() -> None:
    numbers = where_numbers()
    assert {name: numbers[name] for name in ("daily_work_3", "daily_work_10", "mixed_10", "change_10")} == {
        "daily_work_3": 25,
        "daily_work_10": 20,
        "mixed_10": 20,
        "change_10": 20,
    }
    said = WORDS.ways.where[-1]
    assert "In mixed years, answering the month beats" in said and ahead_of_every_steady_plan("mixed") > 1
    assert "about level with the best of them" in said and abs(ahead_of_every_steady_plan("change")) < 1
    assert "In ten months of daily work that one does a little better." in said
    assert -2 < ahead_of_every_steady_plan("daily_work") < -1


def ahead_of_every_steady_plan(kind: str) -> float:
    """By how many points the answering way is ahead of the best steady plan, on average."""
    years = [Year(kind, seed) for seed in range(steady.YEARS_COMPARED)]
    answered = np.mean([total(final(year, answering(year))) for year in years])
    return float(answered - steady.totals(kind).mean(axis=0).max())


def test_totals_under_four_sets_of_weights(house: Desk) -> None:
    looked = Looked.at(game(HABIT))
    counted = weights_beside(WEIGHTS)
    assert list(counted) == ["own", "equal", "delivery", "commitment"]
    assert sum(counted["delivery"].values()) == 10
    play(house, HABIT)
    shown = words_of(LookBackView(house))
    for weights in counted.values():
        assert " ".join(f"{one:.1f}" for one in totals_under(looked, weights)) in shown
    assert "Yours: delivery 4, budget 2, commitment 3, direction 1" in shown
    assert "other weights:" not in shown
    house.keep("wrote", prompt="other_weights", text="the <i>night</i> staff")
    assert "would choose other weights: “the <i>night</i> staff”" in words_of(LookBackView(house))


def test_what_is_said_aloud_is_counted(house: Desk) -> None:
    shown = plain(aloud_page(house))
    assert {kind: steady.managing_alone_ahead(kind) for kind in YEARS} == {"mixed": 38, "daily_work": 45, "change": 44}
    assert "ahead in 38 of 100 mixed years. In years of daily work it is 45, in years of change 44." in shown
    assert "only leading ends with delivery 13 and budget 0. With equal weights its total is still 49." in shown
    assert "Only managing has 44, and commitment 2." in shown


# ---- several years, a team, the next game ----------------------------------------------------------------------------
def test_the_newest_finished_year_is_shown_and_others_can_be_chosen(house: Desk) -> None:
    play(house, HABIT)
    play(house, [EVEN] * 3, name="feedbeef", kind="daily_work", months=3)
    play(house, HABIT[:2], name="00000001", seed=4)
    view = LookBackView(house)
    (which,) = every(view, widgets.RadioButtons)
    assert [key for _, key in which.options] == ["feedbeef", "0badcafe"] and which.value == "feedbeef"
    assert "Three months only" in which.options[0][0] and "120 hours" in words_of(view)
    which.value = "0badcafe"
    assert "400 hours" in words_of(view)
    assert [one.game for one in finished(house.state.games)] == ["feedbeef", "0badcafe"]


def test_a_team_is_asked_which_fact_was_never_said(house: Desk) -> None:
    play(house, HABIT)
    assert "never said" not in text(LookBackView(house))
    play(house, HABIT, name="feedbeef", team=3)
    view = LookBackView(house)
    assert "Which fact was never said?" in text(view) and "You pay the bills." not in text(view)
    press(view, library.game().team.open_all)
    assert text(view).count("th-note") >= 5 and "You pay the bills." in text(view)


def test_a_line_for_the_next_game_is_kept(house: Desk) -> None:
    play(house, HABIT)
    view = LookBackView(house)
    press(view, WORDS.twice.save)
    assert "There is nothing to save yet." in text(view)
    every(view, widgets.Text)[-1].value = HOSTILE
    press(view, WORDS.twice.save)
    assert house.state.texts[BETWEEN].text == HOSTILE
    press(view, WORDS.twice.save)
    assert house.state.texts[BETWEEN].earlier == ()  # the same words again are no new event
    assert every(LookBackView(house), widgets.Text)[-1].value == HOSTILE


def test_nothing_is_shown_while_it_is_not_known_who_learns(house: Desk) -> None:
    play(house, HABIT)
    house.known = False
    assert "400 hours" not in text(LookBackView(house))


def test_a_change_is_named_by_its_largest_reading() -> None:
    assert Change.of(np.array([0.4, -0.5, 3.0, -2.0])) == Change(1, 2, "commitment", 3.0)
