"""The games of lesson 15 in the record: months spent, taken back and spent again, and two windows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.record.events import Event
from lessons.record.fold import fold
from lessons.record.state import Expected, Game

WEIGHTS = {"delivery": 4, "budget": 2, "commitment": 3, "direction": 1}
EVEN, OTHER = [8, 8, 8, 8, 8], [10, 5, 13, 2, 10]


def told(*steps):
    return [
        Event(kind, "two_hats", data, f"2026-11-24T10:00:{second:02}.000Z", "s", second)
        for second, (kind, data) in enumerate(steps)
    ]


def games(*steps):
    state = fold(told(*steps))
    assert not state.others
    return state.lesson("two_hats").games


def began(game="00000001", **other):
    data = {"edition": 1, "kind": "mixed", "seed": 0, "months": 10, "weights": WEIGHTS, "team": 1}
    return "began", {"game": game, **data, **other}


def spent(month, hours=EVEN, because="", game="00000001"):
    return "spent", {"game": game, "month": month, "hours": hours, "because": because}


def back(month, game="00000001"):
    return "stepped_back", {"game": game, "to": month}


def test_a_game_holds_what_is_needed_to_play_it_again():
    (game,) = games(began(), spent(1), spent(2, OTHER, "they are late"))
    assert game == Game(
        "00000001",
        1,
        "mixed",
        0,
        10,
        WEIGHTS,
        1,
        hours=((8.0,) * 5, (10.0, 5.0, 13.0, 2.0, 10.0)),
        because=("", "they are late"),
        firsts={1: (8.0,) * 5, 2: (10.0, 5.0, 13.0, 2.0, 10.0)},
        at="2026-11-24T10:00:00.000Z",
        last_at="2026-11-24T10:00:02.000Z",
    )


def test_a_game_is_done_when_all_its_months_are_spent():
    assert games(began(months=3), spent(1), spent(2), spent(3))[0].done
    assert not games(began(months=3), spent(1), spent(2), spent(3), back(3))[0].done


def test_a_month_spent_again_takes_out_the_later_ones_and_its_first_hours_are_remembered():
    (game,) = games(began(), spent(1), spent(2), spent(3), spent(2, OTHER))
    assert game.hours == (tuple(EVEN), tuple(OTHER))
    assert game.firsts == {1: tuple(EVEN), 2: tuple(EVEN), 3: tuple(EVEN)}
    assert game.backs == 0


def test_going_back_opens_that_month_and_the_later_ones():
    (game,) = games(began(), spent(1, because="one"), spent(2, because="two"), back(2), spent(2, OTHER))
    assert (game.hours, game.because) == ((tuple(EVEN), tuple(OTHER)), ("one", ""))
    assert (game.backs, game.firsts[2]) == (1, tuple(EVEN))


def test_a_month_that_was_never_spent_cannot_be_opened_again():
    assert games(began(), spent(1), back(2))[0].backs == 0


def test_a_month_that_another_window_took_back_leaves_no_gap():
    (game,) = games(began(), spent(1), spent(2), back(1), spent(3))
    assert game.hours == ()


def test_no_month_is_spent_behind_the_last_one():
    assert len(games(began(months=1), spent(1), spent(2))[0].hours) == 1


def test_games_stand_in_the_order_in_which_they_began_and_do_not_touch_each_other():
    first, second = games(began("a"), began("b"), spent(1, game="b"), began("a", seed=9), spent(1, OTHER, game="a"))
    assert (first.game, first.seed, first.hours) == ("a", 0, (tuple(OTHER),))
    assert (second.game, second.hours) == ("b", (tuple(EVEN),))


def test_the_question_half_way_is_kept_with_its_game():
    thought = ("expected", {"game": "00000001", "reading": "budget", "value": 40, "text": "the Monday meeting"})
    assert games(began(), thought)[0].expected == Expected("budget", 40.0, "the Monday meeting")


def test_a_game_of_another_edition_is_kept_as_it_is():
    (game,) = games(began(edition=7, kind="a_year_at_sea"), spent(1, [1, 2, 3]))
    assert (game.edition, game.kind, game.hours) == (7, "a_year_at_sea", ((1.0, 2.0, 3.0),))


def test_starting_over_puts_the_games_away_and_a_game_put_away_is_not_played_on():
    state = fold(told(began(), spent(1), ("started_over", {}), spent(2)))
    lesson = state.lesson("two_hats")
    assert lesson.games == () and not state.others
    assert len(lesson.earlier[0].games[0].hours) == 1


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("began", {"game": "x"}),
        began(edition=True),
        began(seed=-1),
        began(months=0),
        began(weights={}),
        began(weights={"delivery": "much"}),
        began(team="we"),
        spent(0),
        spent(1.5),
        spent(2, []),
        spent(2, [-1, 41]),
        spent(2, ["8"] * 5),
        spent(2, because=None),
        back(0),
        back("2"),
        ("expected", {"game": "00000001", "reading": "budget", "value": "much", "text": ""}),
        ("expected", {"game": "00000001", "reading": "budget", "value": 3}),
    ],
)
def test_what_does_not_fit_is_set_aside_and_the_game_goes_on(kind, data):
    events = told(began(), spent(1), (kind, data), spent(2))
    state = fold(events)
    assert state.others == (events[2],)
    assert len(state.lesson("two_hats").games[0].hours) == 2


STEPS = st.one_of(
    st.builds(began, st.sampled_from("ab"), months=st.just(3)),
    st.builds(spent, st.integers(1, 4), st.sampled_from([EVEN, OTHER]), st.just(""), st.sampled_from("ab")),
    st.builds(back, st.integers(1, 4), st.sampled_from("ab")),
    st.just(("expected", {"game": "a", "reading": "budget", "value": 1, "text": ""})),
    st.just(("started_over", {})),
)
SESSIONS = st.lists(st.lists(st.tuples(STEPS, st.integers(0, 5)), max_size=8), max_size=3)
"""Sessions of ((kind, data), second)."""


@given(SESSIONS, st.randoms(use_true_random=False))
def test_neither_the_order_of_files_nor_copies_of_them_matter(drawn, random):
    events = [
        Event(kind, "two_hats", data, f"2026-11-24T10:00:0{second}.000Z", f"session{name}", seq)
        for name, steps in enumerate(drawn)
        for seq, ((kind, data), second) in enumerate(steps)
    ]
    twice = events + [event for event in events if random.random() < 0.5]
    random.shuffle(twice)
    assert fold(twice) == fold(events)


@given(st.lists(STEPS, max_size=30))
def test_a_game_has_a_line_and_a_first_split_for_each_month_and_never_too_many(steps):
    for game in fold(told(*steps)).lesson("two_hats").games:
        assert len(game.hours) == len(game.because) <= game.months
        assert set(range(1, len(game.hours) + 1)) <= set(game.firsts)
