"""The game as a person plays it, without a browser: months, going back, two windows, another edition, and its words."""

from __future__ import annotations

import errno
import re
from typing import Any

import ipywidgets as widgets
import numpy as np
import pytest

from lessons.activities.desk import Desk
from lessons.activities.game import facts
from lessons.activities.game.hours import HoursControl
from lessons.activities.game.play import EVEN, Play, Weights, choice_of, trouble
from lessons.activities.game.practice import numbers, practised
from lessons.activities.game.sentences import line_of, spoken_hours, what_moved
from lessons.activities.game.view import WHO, GameView
from lessons.course import library
from lessons.course.game_rules import CAUSES
from lessons.course.prose import fill, plain
from lessons.course.two_hats.best import CHOICES
from lessons.course.two_hats.events import YEARS, Event, Year, events
from lessons.course.two_hats.game import EDITION, READINGS, final, play, readings, total
from lessons.course.two_hats.month import HOURS, House, spend
from lessons.course.two_hats.review import delivered
from lessons.learner.diary import Diary
from lessons.page.page import Page
from lessons.record.state import Game
from tests.activities.conftest import Heard
from tests.activities.test_views import HOSTILE, every, press, text

WORDS = library.game().play
WEIGHTS = {"delivery": 4.0, "budget": 2.0, "commitment": 3.0, "direction": 1.0}
SPLITS = ([8, 8, 8, 8, 8], [20, 20, 0, 0, 0], [0, 0, 20, 10, 10], [10, 5, 13, 2, 10])


@pytest.fixture
def table(desk: Desk, heard: Heard) -> Desk:
    """The same learner's desk in lesson 15."""
    return Desk(library.lesson("two_hats"), Page(heard), Diary(desk.diary.folder))


def game(hours: Any = (), **other: Any) -> Game:
    year: dict[str, Any] = {"edition": EDITION, "kind": "mixed", "seed": 0, "months": 10, "weights": WEIGHTS, "team": 1}
    return Game("0badcafe", hours=tuple(tuple(one) for one in hours), because=("",) * len(hours), **{**year, **other})


def begin(view: GameView, choice: str = "A", team: str = "1", points: tuple[int, ...] = (4, 2, 3, 1)) -> None:
    """Fill in what stands before a year, and begin it."""
    numbers = every(view, widgets.BoundedIntText)[-4:]
    for control, value in zip(numbers, points, strict=True):
        control.value = value
    years, teams = every(view, widgets.RadioButtons)[-2:]
    years.value, teams.value = choice, team
    press(view, WORDS.setup.begin)


def set_hours(view: GameView, hours: Any) -> None:
    for slider, value in zip(every(view, widgets.IntSlider)[-5:], hours, strict=True):
        slider.value = value


def spend_month(view: GameView, hours: Any, because: str = "") -> None:
    set_hours(view, hours)
    every(view, widgets.Text)[-1].value = because
    press(view, WORDS.month.spend)


def buttons(view: GameView) -> list[str]:
    return [one.description for one in every(view, widgets.Button)]


# ---- rules -----------------------------------------------------------------------------------------------------------
def test_a_game_is_played_from_its_record() -> None:
    hours = [SPLITS[month % 4] for month in range(10)]
    for spent in range(11):
        playing = Play(game(hours[:spent]))
        assert playing.open == (spent + 1 if spent < 10 else None)
        assert len(playing.months) == spent == playing.spent
        assert playing.hours() == (tuple(hours[spent - 1]) if spent else EVEN)
    assert playing.readings == pytest.approx(final(Year("mixed", 0), np.array(hours, dtype=float)))
    assert playing.total == pytest.approx(float(total(playing.readings, WEIGHTS)))


def test_before_the_first_month_delivery_has_no_reading() -> None:
    read = Play(game()).readings
    assert np.isnan(read[0]) and [round(value) for value in read[1:]] == [67, 50, 100]


def test_an_event_is_told_in_turn() -> None:
    playing = Play(game())
    kinds = [event.kind for event in events(CHOICES["A"])]
    assert kinds[4:6] == ["market", "market"]
    assert [playing.told(month) for month in (5, 6)] == [1, 2]
    assert [line_of(("a", "b", "c"), time) for time in range(1, 6)] == ["a", "b", "c", "c", "c"]


@pytest.mark.parametrize(
    ("team", "year", "backs", "may"),
    [
        (1, CHOICES["change"], 9, True),
        (1, CHOICES["A"], 0, True),
        (1, CHOICES["A"], 1, False),
        (3, CHOICES["change"], 0, True),
        (3, CHOICES["change"], 1, False),
    ],
)
def test_groups_and_class_years_go_back_once(team: int, year: Year, backs: int, may: bool) -> None:
    one = game([EVEN], team=team, kind=year.kind, seed=year.seed, backs=backs)
    assert Play(one).may_go_back is may
    assert not Play(game(team=team)).may_go_back


def test_the_question_comes_after_month_five_of_a_longer_year() -> None:
    assert [spent for spent in range(11) if Play(game([EVEN] * spent)).asks] == [5]
    assert not Play(game([EVEN] * 3, months=3)).asks


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({}, ""),
        ({"edition": EDITION + 1}, "edition"),
        ({"kind": "at_sea"}, "not_ours"),
        ({"weights": {"joy": 10.0}}, "not_ours"),
        ({"weights": dict.fromkeys(READINGS, 0.0)}, "not_ours"),
        ({"months": 10**6}, "not_ours"),
        ({"months": 2}, "not_ours"),
        ({"hours": [(8, 8, 8, 8)]}, "not_ours"),
        ({"hours": [(8, 8, 8, 8, 9)]}, "not_ours"),
    ],
)
def test_what_cannot_be_played_says_why(other: dict[str, Any], why: str) -> None:
    found = game(**other)
    assert trouble(found) == why
    if why:
        with pytest.raises(ValueError, match=why):
            Play(found)


def test_the_years_on_offer_have_names() -> None:
    assert choice_of(game()) == "A"
    assert choice_of(game(kind="daily_work", months=3)) == "three_months"
    assert choice_of(game(seed=123)) == ""


def test_points_that_are_left_or_too_many() -> None:
    assert Weights(dict.fromkeys(READINGS, 3), 10).left == -2
    assert Weights({"delivery": 4}, 10).left == 6


# ---- sentences -------------------------------------------------------------------------------------------------------
def random_months(games: int) -> list[tuple[int, Any]]:
    """Months of random games of all kinds of year: (number, month)."""
    random = np.random.default_rng(15)
    found = []
    for number in range(games):
        year = Year(list(YEARS)[number % 3], number)
        hours = random.multinomial(40, random.dirichlet(np.full(5, 0.4)), 10).astype(float)
        found += list(enumerate(play(year, hours), 1))
    return found


def test_two_hundred_random_games_have_words_for_all_that_happens_and_every_number_is_the_models() -> None:
    for number, month in random_months(200):
        delivery, commitment, budget, direction = [
            " ".join(map(str, line)) for line in what_moved(WORDS.came, month, number)
        ]
        before, after = (readings(house, number) for house in (month.before, month.after))
        assert delivery.startswith(f"Delivery this month {delivered(month):.0f}, average so far {after[0]:.0f}.")
        for line, row in ((budget, 1), (commitment, 2), (direction, 3)):
            assert re.match(rf"\w+ {before[row]:.0f} → {after[row]:.0f}\.", line), line
        assert "{" not in delivery + commitment + budget + direction


def test_the_causes_of_commitment_add_up_to_its_change() -> None:
    for _, month in random_months(60):
        moved = sum(points for _, points in facts.causes(month))
        end, after = facts.stopped(month)
        wanted = 100 * float(month.before.commitment) + moved
        assert end or after == pytest.approx(wanted)
        assert {"lowest": wanted < after, "highest": wanted > after, "": True}[end]


def test_every_sentence_is_used_by_some_month() -> None:
    months = random_months(200)
    # what chance does not bring: the house at the upper end, and a person who is held
    months.append((1, spend(House(commitment=0.97, order=1.2), np.array([10.0, 0, 25, 0, 5]), Event("key_person"))))
    months.append((1, spend(House(), np.array([0.0, 20, 20, 0, 0]), Event("market"))))
    months.append((2, spend(House(skill=0.2, commitment=1.0, order=1.2), np.array([25.0, 15, 0, 0, 0]), Event("calm"))))
    found = [month for _, month in months]
    assert {facts.loss(month) for month in found} == set(CAUSES["losses"])
    assert {facts.course(month) for month in found} == set(CAUSES["courses"])
    assert {key for month in found for key, _ in facts.causes(month)} == set(CAUSES["moves"])
    assert {part for month in found for part in facts.money(month)} == set(CAUSES["parts"])
    assert {facts.beyond(month)[0] for month in found} >= {"", "debt"}
    assert {facts.stopped(month)[0] for month in found} == {"", "lowest", "highest"}


def test_more_budget_than_the_reading_shows_is_said() -> None:
    month = spend(House(budget=1.6), np.array(EVEN), Event("calm"))
    key, points = facts.beyond(month)
    assert key == "beyond" and points == pytest.approx(50 + 100 / 3 * month.after.budget - 100)
    assert "more than this reading can show" in str(what_moved(WORDS.came, month, 2)[2][-1])


def test_hours_are_spoken_as_people_say_them() -> None:
    assert [spoken_hours(WORDS.came, hours) for hours in (0, 1, 12, 2.5)] == [
        "no hours",
        "1 hour",
        "12 hours",
        "2.5 hours",
    ]


def test_the_rules_name_the_models_numbers() -> None:
    said = facts.rules()
    found = {name: round(float(said[name]), 1) for name in ("running", "mistrust", "pays", "inspire_level", "rush")}
    assert found == {"running": 6.3, "mistrust": 9.2, "pays": 63.3, "inspire_level": 4.1, "rush": 60.0}
    assert (round(float(said["order_lost"])), said["foresight"], round(float(said["start_budget"]))) == (45, 4.0, 67)


def test_the_tries_of_the_practice_month_say_what_they_come_to() -> None:
    tries = WORDS.practice.tries
    said = [plain(one.came, numbers(one.hours)) for one in tries]
    assert said[0].startswith("An even month: delivery 44.") and "from 67 to 64" in said[0]
    assert said[1].startswith("Delivery 55, and 44 with the even month. Order rose to 67, and there only to 52.")
    assert said[2].startswith(
        "Delivery 46, hardly more than 44. But commitment went to 58, and with the even month to 54."
    )
    for one in tries:
        assert practised(one.hours).after.market == 0


# ---- on the page -----------------------------------------------------------------------------------------------------
def test_nothing_begins_before_ten_points_are_given(table: Desk) -> None:
    view = GameView(table)
    begin(view, points=(4, 2, 3, 0))
    assert "The points add up to 9. Make it 10, then begin." in text(view) and not table.state.games
    begin(view)
    (found,) = table.state.games
    assert (found.kind, found.seed, found.months, found.team) == ("mixed", 0, 10, 1)
    assert found.weights == WEIGHTS and found.edition == EDITION
    assert re.fullmatch("[0-9a-f]{8}", found.game)
    assert "Left: " not in text(view).split("Month 1 of 10")[1]


def test_a_month_is_spent_only_when_its_hours_are_forty(table: Desk, heard: Heard) -> None:
    view = GameView(table)
    begin(view)
    spend_month(view, [20, 8, 8, 8, 8])
    assert "yours add up to 52" in text(view) and "12 hours too many" in text(view)
    assert {"say": "12 hours too many: a month has 40."} in heard.sent
    spend_month(view, [8, 8, 8, 8, 8], "the roof leaks")
    (found,) = table.state.games
    assert (found.hours, found.because) == (((8.0,) * 5,), ("the roof leaks",))
    assert "What came of month 1: a calm month" in text(view) and "Month 2 of 10" in text(view)
    assert {"focus": "came"} in heard.sent
    assert {"say": "Month 1 is spent. Delivery 44, budget 64, commitment 54, direction 100."} in heard.sent


def test_a_whole_year_ends_at_the_models_readings(table: Desk) -> None:
    view = GameView(table)
    begin(view)
    hours = [SPLITS[month % 4] for month in range(10)]
    for month, split in enumerate(hours, 1):
        assert f"Month {month} of 10" in text(view)
        spend_month(view, split)
    read = final(CHOICES["A"], np.array(hours, dtype=float))
    shown = text(view)
    assert "The year is over" in shown
    for name, value in zip(READINGS, read, strict=True):
        assert re.search(rf"<th scope=\"row\">{WORDS.readings[name].name}</th>.*?<td>{value:.0f}<", shown)
    assert "Total, by your weights (4, 2, 3, 1)</th>" in shown
    assert f"<strong>{float(total(read, WEIGHTS)):.0f}</strong>" in shown
    assert WORDS.month.spend not in buttons(view)


def test_the_controls_stand_at_the_last_months_hours(table: Desk) -> None:
    view = GameView(table)
    begin(view)
    spend_month(view, SPLITS[3])
    assert [one.value for one in every(view, widgets.IntSlider)[-5:]] == SPLITS[3]
    set_hours(view, SPLITS[1])
    press(view, WORDS.month.same)
    assert [one.value for one in every(view, widgets.IntSlider)[-5:]] == SPLITS[3]
    assert [one.value for one in every(view, widgets.BoundedIntText)[-5:]] == SPLITS[3]


def test_going_back_keeps_the_event_and_shows_both_tries(table: Desk) -> None:
    view = GameView(table)
    begin(view, "change")
    spend_month(view, SPLITS[0])
    spend_month(view, SPLITS[1])
    press(view, WORDS.month.back)
    assert "Month 2 of 10" in text(view) and table.state.games[0].backs == 1
    spend_month(view, SPLITS[2])
    shown = text(view)
    assert WORDS.came.first in shown and "20 · 20 · 0 · 0 · 0" in shown and "0 · 0 · 20 · 10 · 10" in shown
    other = readings(play(CHOICES["change"], np.array([SPLITS[0], SPLITS[1]] + [EVEN] * 8))[1].after, 2)
    assert f"<td>{other[2]:.0f}</td>" in shown
    press(view, WORDS.month.back)
    assert WORDS.month.back in buttons(view)


def test_a_class_year_is_gone_back_on_once(table: Desk) -> None:
    view = GameView(table)
    begin(view)
    spend_month(view, SPLITS[0])
    press(view, WORDS.month.back)
    spend_month(view, SPLITS[1])
    assert WORDS.month.back not in buttons(view) and WORDS.month.back_used in text(view)


def test_a_restart_goes_on_at_the_same_month_and_earlier_games_stay(table: Desk, heard: Heard) -> None:
    view = GameView(table)
    begin(view, "three_months")
    for split in SPLITS[:2]:
        spend_month(view, split)
    again = GameView(Desk(table.lesson, Page(heard), Diary(table.diary.folder)))
    assert "Month 3 of 3" in text(again)
    spend_month(again, SPLITS[3])
    press(again, WORDS.end.again)
    begin(again, "B")
    state = again.desk.state
    assert [len(one.hours) for one in state.games] == [3, 0]
    assert "Month 1 of 10" in text(again)
    press(again, WORDS.end.open)
    assert "3 / 3" in text(again) and WORDS.end.going in text(again)


def test_another_year_may_be_thought_better_of(table: Desk) -> None:
    view = GameView(table)
    begin(view)
    press(view, WORDS.end.again)
    assert WORDS.setup.begin in buttons(view)
    press(view, WORDS.end.go_on)
    assert "Month 1 of 10" in text(view) and len(table.state.games) == 1


def test_a_month_that_cannot_be_saved_says_so_and_is_saved_with_the_next(
    table: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = GameView(table)
    begin(view)

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("lessons.learner.diary.append", full)
        spend_month(view, EVEN)
        assert "is full" in text(view) and "Month 2 of 10" in text(view)
    spend_month(view, EVEN)
    assert "is full" not in text(view)
    assert len(Diary(table.diary.folder).state.lesson("two_hats").games[0].hours) == 2


def test_another_learner_meets_nothing_of_the_one_before(table: Desk) -> None:
    view = GameView(table)
    begin(view)
    press(view, WORDS.end.again)
    table.become("red-kite-17")
    assert WORDS.setup.begin in buttons(view) and WORDS.end.go_on not in buttons(view)
    begin(view, "B")
    assert "Month 1 of 10" in text(view)


def test_two_windows_do_no_harm(table: Desk, heard: Heard) -> None:
    one = GameView(table)
    begin(one)
    other = GameView(Desk(table.lesson, Page(heard), Diary(table.diary.folder)))
    spend_month(one, SPLITS[0])
    spend_month(other, SPLITS[1])
    assert table.state.games[0].hours == (tuple(map(float, SPLITS[0])),)
    assert WORDS.month.elsewhere in text(other) and "Month 2 of 10" in text(other)
    spend_month(other, SPLITS[1])
    assert len(table.state.games[0].hours) == 2


def test_a_second_press_on_the_same_month_spends_nothing(table: Desk) -> None:
    view = GameView(table)
    begin(view)
    button = next(one for one in every(view, widgets.Button) if one.description == WORDS.month.spend)
    button.click()
    button.click()
    assert len(table.state.games[0].hours) == 1 and WORDS.month.elsewhere not in text(view)


def test_half_way_is_asked_kept_and_seen_again(table: Desk) -> None:
    view = GameView(table)
    begin(view)
    for _ in range(5):
        spend_month(view, EVEN)
    assert WORDS.half_way.ask in text(view)
    press(view, WORDS.half_way.keep)
    assert WORDS.half_way.missing in text(view)
    every(view, widgets.RadioButtons)[0].value = "budget"
    number, line = every(view, widgets.Text)[-3:-1]
    number.value, line.value = "140", HOSTILE
    press(view, WORDS.half_way.keep)
    assert table.state.games[0].expected is None
    number.value = "40"
    press(view, WORDS.half_way.keep)
    assert table.state.games[0].expected is not None and WORDS.half_way.ask not in text(view)
    for _ in range(5):
        spend_month(view, EVEN, HOSTILE)
    press(view, WORDS.month.open)
    shown = text(view)
    budget = final(CHOICES["A"], np.array(EVEN, dtype=float))[1]
    assert f"you expected Budget at 40. It is {budget:.0f}." in shown
    assert "<img" not in shown and shown.count("&lt;img") >= 6
    assert "You wanted to stop: “" in shown


def test_an_empty_line_half_way_is_not_brought_back(table: Desk) -> None:
    view = GameView(table)
    begin(view, "A")
    for _ in range(5):
        spend_month(view, EVEN)
    every(view, widgets.RadioButtons)[0].value = "budget"
    every(view, widgets.Text)[-3].value = "40"
    press(view, WORDS.half_way.keep)
    for _ in range(5):
        spend_month(view, EVEN)
    assert "you expected Budget at 40." in text(view) and "You wanted to stop" not in text(view)


def test_a_game_of_another_edition_says_why_not_and_shows_its_hours(table: Desk) -> None:
    table.keep(
        "began", game="ffffffff", edition=9, kind="mixed", seed=1, months=10, weights={"joy": 3, "rest": 7}, team=1
    )
    table.keep("spent", game="ffffffff", month=1, hours=[30, 10], because="")
    view = GameView(table)
    said = fill(WORDS.end.edition, {"edition": 9, "ours": EDITION})
    assert said in text(view) and "30 · 10" in text(view)
    begin(view)
    assert len(table.state.games) == 2 and "Month 1 of 10" in text(view)


def test_practice_is_kept_nowhere(table: Desk) -> None:
    view = GameView(table)
    for guided in WORDS.practice.tries:
        assert plain(guided.do) in re.sub("<[^>]+>", "", text(view))
        press(view, WORDS.practice.set_up)
        press(view, WORDS.practice.spend)
    assert WORDS.practice.closing in text(view)
    for slider in every(view, widgets.IntSlider)[:5]:
        slider.value = 5
    press(view, WORDS.practice.spend)
    assert "yours add up to 25" in text(view)
    every(view, widgets.IntSlider)[0].value = 20
    press(view, WORDS.practice.spend)
    assert WORDS.practice.other in text(view)
    assert not table.state.games and not list(table.diary.folder.glob("*"))


def test_a_team_is_reminded_of_who_decides(table: Desk) -> None:
    rule = library.paper_game().team.pace
    view = GameView(table)
    begin(view, team="3")
    assert rule in text(view) and table.state.games[0].team == 3
    press(view, WORDS.end.again)
    begin(view)
    assert rule not in text(view)


def test_the_line_on_other_weights_is_kept(table: Desk) -> None:
    view = GameView(table)
    every(view, widgets.Text)[-1].value = " Agata "
    begin(view)
    assert table.state.texts[WHO].text == "Agata"


def test_starting_over_begins_before_a_year(table: Desk) -> None:
    view = GameView(table)
    begin(view)
    table.keep("started_over")
    table.show_all()
    assert WORDS.setup.begin in buttons(view)


def test_a_slider_and_its_number_move_together(table: Desk) -> None:
    control = HoursControl(table, WORDS.hours, WORDS.month, EVEN)
    slider, number = control._pairs["plan"]
    for moved, other, value in ((slider, number, 12), (number, slider, 3)):
        moved.value = value
        assert other.value == value == control.hours[0]


def test_every_hour_has_its_hat_as_sign_and_word(table: Desk) -> None:
    shown = text(GameView(table))
    for kind in HOURS:
        sign = "■" if kind in ("plan", "check") else "●"
        assert re.search(rf"{sign}</span> {WORDS.hours[kind].name}", shown)
