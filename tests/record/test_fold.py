"""The fold: what each kind of event does, and that neither the order of files nor copies of them matter."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.record.events import Event
from lessons.record.fold import fold
from lessons.record.state import LessonState, Prediction, State


def told(*steps, session="s"):
    """Events one second apart from (kind, data) pairs, all of the lesson focus."""
    return [
        Event(kind, "focus", data, f"2026-11-24T10:{place // 60:02}:{place % 60:02}.000Z", session, place)
        for place, (kind, data) in enumerate(steps)
    ]


def focus(*steps) -> LessonState:
    state = fold(told(*steps))
    assert not state.others
    return state.lesson("focus")


def chose(decision, option):
    return "chose", {"decision": decision, "option": option}


def test_a_lesson_nobody_opened_is_empty():
    assert fold([]) == State()
    assert fold([]).lesson("focus") == LessonState()


def test_the_first_prediction_stands_until_the_lesson_is_started_over():
    first, second = ("predicted", {"value": 12, "sure": "guess"}), ("predicted", {"value": 20, "sure": "nearly"})
    assert focus(first, second).prediction == Prediction(12.0, "guess", "2026-11-24T10:00:00.000Z")
    assert focus(first, ("started_over", {}), second).prediction == Prediction(
        20.0, "nearly", "2026-11-24T10:00:02.000Z"
    )


def test_a_prediction_may_be_words_in_place_of_a_number():
    assert (
        focus(("predicted", {"value": "no share is enough", "sure": "fairly"})).prediction.value == "no share is enough"
    )


def test_choosing_again_takes_back_what_came_after():
    assert focus(chose(1, "A"), chose(2, "B")).choices == {1: "A", 2: "B"}
    assert focus(chose(1, "A"), chose(2, "B"), chose(1, "C")).choices == {1: "C"}
    assert focus(chose(1, "A"), chose(2, "B"), chose(2, "C")).choices == {1: "A", 2: "C"}


def test_rewinding_goes_back_step_by_step():
    path = [chose(1, "A"), chose(2, "B")]
    second, first = ("rewound", {"decision": 2}), ("rewound", {"decision": 1})
    assert focus(*path, second).choices == {1: "A"}
    assert focus(*path, second, first).choices == {}
    assert focus(*path, first).choices == {}


def test_what_was_chosen_first_is_remembered():
    lesson = focus(chose(1, "A"), ("rewound", {"decision": 1}), chose(1, "C"), chose(2, "B"))
    assert lesson.choices == {1: "C", 2: "B"}
    assert lesson.first_choices == {1: "A", 2: "B"}


def test_a_second_decision_needs_the_first():
    assert focus(chose(1, "A"), ("rewound", {"decision": 1}), chose(2, "B")).choices == {}


def test_the_latest_place_of_a_card_counts_in_each_sort():
    def place(card, role, sort):
        return "placed", {"card": card, "role": role, "sort": sort}

    lesson = focus(
        place("T01", "managing", "first"),
        place("T01", "both", "second"),
        place("T01", "leading", "first"),
        place("T02", "neither", "first"),
        place("T02", "", "first"),
    )
    assert lesson.placed == {"first": {"T01": "leading"}, "second": {"T01": "both"}}


def test_an_answer_keeps_the_first_try_the_latest_and_the_count():
    def answer(given, right):
        return "answered", {"question": "1", "answer": given, "right": right}

    found = focus(answer("A", False), answer("B", False), answer("C", True)).answers["1"]
    assert (found.first, found.latest, found.tries) == ("A", "C", 3)
    assert (found.first_right, found.right, found.at) == (False, True, "2026-11-24T10:00:02.000Z")
    assert focus(("answered", {"question": 5, "answer": 9})).answers["5"].first_right is None


def test_words_are_kept_with_their_date_and_the_older_ones_behind_them():
    text = focus(*(("wrote", {"prompt": "reflect", "text": words}) for words in ("one", "two", "three"))).texts[
        "reflect"
    ]
    assert (text.text, text.at) == ("three", "2026-11-24T10:00:02.000Z")
    assert [(old.text, old.at[14:19], old.earlier) for old in text.earlier] == [
        ("one", "00:00", ()),
        ("two", "00:01", ()),
    ]


def test_starting_over_empties_the_lesson_and_keeps_what_was_there():
    before = [("predicted", {"value": 3, "sure": "guess"}), chose(1, "A"), ("visited", {"step": "case"})]
    lesson = focus(*before, ("started_over", {}), chose(1, "B"), ("started_over", {}))
    assert replace(lesson, earlier=(), started_over="", last_at="") == LessonState()
    assert lesson.started_over == "2026-11-24T10:00:05.000Z"
    assert [old.choices for old in lesson.earlier] == [{1: "A"}, {1: "B"}]
    assert lesson.earlier[0].prediction.value == 3


def test_what_is_kept_for_later_outlives_starting_over():
    state = fold(told(*(("kept", {"id": "tangle01", "value": value}) for value in "ab"), ("started_over", {})))
    kept = state.kept["tangle01"]
    assert (kept.value, kept.lesson, kept.at) == ("b", "focus", "2026-11-24T10:00:01.000Z")
    assert [old.value for old in kept.earlier] == ["a"]


def test_what_was_withdrawn_is_not_kept_any_more():
    keep, withdraw = ("kept", {"id": "tangle01", "value": 1}), ("withdrew", {"id": "tangle01"})
    gone = fold(told(keep, withdraw))
    assert not gone.kept and gone.withdrawn == {"tangle01": "2026-11-24T10:00:01.000Z"}
    back = fold(told(keep, withdraw, keep))
    assert back.kept["tangle01"].value == 1 and not back.withdrawn


def test_the_last_place_and_every_step_seen_are_known():
    lesson = focus(*(("visited", {"step": step}) for step in ("claim", "predict", "claim")), ("opened", {}))
    assert (lesson.visited, lesson.seen) == ("claim", ("claim", "predict"))
    assert lesson.last_at == "2026-11-24T10:00:03.000Z"


def test_the_levers_last_set_are_known():
    assert focus().explored is None
    assert focus(*(("explored", {"levers": {"people": people}}) for people in (4, 9))).explored == {"people": 9.0}


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("danced", {"how": "well"}),
        ("predicted", {"value": 3}),
        ("predicted", {"value": True, "sure": "guess"}),
        ("predicted", {"value": 10**400, "sure": "guess"}),
        ("chose", {"decision": "1", "option": "A"}),
        ("chose", {"decision": 0, "option": "A"}),
        ("rewound", {}),
        ("placed", {"card": "T01", "role": None, "sort": "first"}),
        ("answered", {"question": [], "answer": 1}),
        ("answered", {"question": "1", "answer": 1, "right": "yes"}),
        ("wrote", {"prompt": {}, "text": ""}),
        ("explored", {"levers": []}),
        ("explored", {"levers": {"people": "many"}}),
        ("visited", {"step": 2}),
        ("kept", {"id": "x"}),
        ("handed_in", {"pseudonym": 1, "secret": "x"}),
    ],
)
def test_what_is_not_understood_is_set_aside_and_changes_nothing_else(kind, data):
    events = told(chose(1, "A"), (kind, data), chose(2, "B"))
    state = fold(events)
    assert state.others == (events[1],)
    assert state.lesson("focus").choices == {1: "A", 2: "B"}


def test_an_event_of_a_newer_version_is_set_aside():
    newer = replace(told(chose(1, "A"))[0], version=99)
    assert fold([newer]).others == (newer,)


KINDS = st.sampled_from(
    [
        chose(1, "A"),
        chose(1, "B"),
        chose(2, "C"),
        ("rewound", {"decision": 2}),
        ("rewound", {"decision": 1}),
        ("predicted", {"value": 1, "sure": "guess"}),
        ("predicted", {"value": 2, "sure": "nearly"}),
        ("answered", {"question": "1", "answer": "A"}),
        ("answered", {"question": "1", "answer": "B"}),
        ("wrote", {"prompt": "p", "text": "words"}),
        ("kept", {"id": "x01", "value": 1}),
        ("started_over", {}),
        ("unheard_of", {"x": [1]}),
    ]
)
SESSIONS = st.lists(st.lists(st.tuples(KINDS, st.integers(0, 5)), max_size=6), max_size=4)
"""Sessions of ((kind, data), second)."""


@given(SESSIONS, st.randoms(use_true_random=False))
def test_neither_the_order_of_files_nor_copies_of_them_matter(drawn, random):
    sessions = [
        [
            Event(kind, "focus", data, f"2026-11-24T10:00:0{second}.000Z", f"session{name}", seq)
            for seq, ((kind, data), second) in enumerate(steps)
        ]
        for name, steps in enumerate(drawn)
    ]
    state = fold([event for session in sessions for event in session])
    shuffled = sessions + [session for session in sessions if random.random() < 0.5]
    random.shuffle(shuffled)
    assert fold([event for session in shuffled for event in session]) == state
    everything = [event for session in shuffled for event in session]
    random.shuffle(everything)
    assert fold(everything) == state


@given(SESSIONS)
def test_decisions_have_no_gap(drawn):
    steps = [step for session in drawn for step, _ in session]
    choices = fold(told(*steps)).lesson("focus").choices
    assert list(choices) == list(range(1, len(choices) + 1))
