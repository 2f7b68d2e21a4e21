"""What may be handed in: what the learner did, by a random code, and none of their own words unless ticked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from lessons.record.events import Event
from lessons.record.fold import fold
from lessons.record.handin import HandIn, hand_in, new_secret, seal
from lessons.record.state import Answer, HandedIn, LessonState, Prediction, State, Text

DAY = date(2026, 11, 24)
SECRET = "0123456789abcdef" * 2


def told(*steps):
    return fold(
        Event(kind, "focus", data, f"2026-11-24T10:00:{place:02}.000Z", "s", place)
        for place, (kind, data) in enumerate(steps)
    )


WALK = (
    ("predicted", {"value": 12, "sure": "fairly"}),
    ("chose", {"decision": 1, "option": "A"}),
    ("chose", {"decision": 2, "option": "C"}),
    ("placed", {"card": "T01", "role": "both", "sort": "focus"}),
    ("answered", {"question": "1", "answer": "A", "right": False}),
    ("answered", {"question": "1", "answer": "C", "right": True}),
    ("answered", {"question": "2", "answer": {"1": "leading", "2": "managing"}, "right": False}),
    ("answered", {"question": "4", "answer": ["A", "C"], "right": True}),
    ("answered", {"question": "5", "answer": 9, "right": True}),
    ("wrote", {"prompt": "reflect", "text": "I shall ask Ayla."}),
    ("kept", {"id": "tangle01", "value": "tangle"}),
)


def test_a_hand_in_has_what_was_done_and_nothing_else():
    made = hand_in(told(*WALK), "focus", DAY, SECRET)
    assert made.prediction.model_dump() == {"value": 12.0, "sure": "fairly"}
    assert made.choices == {"1": "A", "2": "C"}
    assert made.sorts == {"focus": {"T01": "both"}}
    assert made.checks["1"].model_dump() == {"first": "A", "right": False, "tries": 2}
    assert made.checks["2"].first == {"1": "leading", "2": "managing"}
    assert (made.checks["4"].first, made.checks["5"].first) == (["A", "C"], 9)
    assert (made.day, made.seal, made.opens, made.texts) == ("2026-11-24", seal(SECRET), [], {})
    text = made.model_dump_json()
    assert "Ayla" not in text and "tangle" not in text and SECRET not in text and "10:00" not in text


def test_choices_in_a_classs_own_case_go_along_by_its_digits():
    own = LessonState(choices={1: "C", 2: "A"})
    lessons = {"focus": LessonState(choices={1: "B"}), f"focus.{'5' * 16}": own, f"goals.{'6' * 16}": own}
    made = hand_in(
        State({**lessons, "focus.not-digits": own, f"focus.{'7' * 16}": LessonState()}), "focus", DAY, SECRET
    )
    assert (made.choices, made.own_cases) == ({"1": "B"}, {"5" * 16: {"1": "C", "2": "A"}})
    assert not hand_in(State({f"focus.{'5' * 16}": own}), "focus", DAY, SECRET).empty


def test_words_go_along_only_when_they_are_ticked():
    state = told(*WALK, ("wrote", {"prompt": "other", "text": "Not this one."}))
    assert hand_in(state, "focus", DAY, SECRET, texts=("reflect",)).texts == {"reflect": "I shall ask Ayla."}


def test_words_in_place_of_a_number_are_not_handed_in_as_words():
    made = hand_in(told(("predicted", {"value": "no share is enough", "sure": "guess"})), "focus", DAY, SECRET)
    assert made.prediction.value is None
    assert "enough" not in made.model_dump_json()


def test_an_answer_that_could_hold_words_stays_at_home():
    made = hand_in(
        told(("answered", {"question": "1", "answer": "My boss, <b>Kim</b>", "right": True})), "focus", DAY, SECRET
    )
    assert made.checks["1"].model_dump() == {"first": None, "right": True, "tries": 1}


def test_a_newer_hand_in_has_the_same_code_and_opens_the_seals_of_the_earlier_ones():
    secrets = [new_secret() for _ in range(3)]
    steps, made = list(WALK), []
    for secret in secrets:
        made.append(hand_in(told(*steps), "focus", DAY, secret))
        steps.append(("handed_in", {"pseudonym": made[-1].pseudonym, "secret": secret, "sealed": True}))
    assert len({one.pseudonym for one in made}) == 1
    assert [one.opens for one in made] == [[], secrets[:1], secrets[:2]]
    assert [seal(secret) for secret in made[2].opens] == [one.seal for one in made[:2]]


def test_a_secret_has_128_random_bits():
    found = {new_secret() for _ in range(200)}
    assert len(found) == 200
    assert all(len(secret) == 32 and int(secret, 16) >= 0 for secret in found)
    assert max(int(secret, 16) for secret in found).bit_length() > 120


WORD = st.text(max_size=3) | st.sampled_from(["1", "T01", "both", "guess", "A"])
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORD,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORD, inner, max_size=3),
    max_leaves=4,
)
ODD_LESSON = st.builds(
    LessonState,
    prediction=st.none() | st.builds(Prediction, st.floats(-9, 9) | WORD, WORD, st.just("")),
    choices=st.dictionaries(st.integers(1, 4), WORD, max_size=3),
    placed=st.dictionaries(WORD, st.dictionaries(WORD, WORD, max_size=3), max_size=3),
    answers=st.dictionaries(
        WORD, st.builds(Answer, ODD, st.none(), st.integers(1), st.just(""), st.none() | st.booleans()), max_size=3
    ),
    texts=st.dictionaries(WORD, st.builds(Text, WORD, st.just("")), max_size=3),
)


@given(ODD_LESSON, st.lists(st.builds(HandedIn, st.just("focus"), WORD, WORD, st.just("")), max_size=3))
def test_whatever_a_record_holds_it_can_be_handed_in(lesson, handed_in):
    state = State(lessons={"focus": lesson}, handed_in=tuple(handed_in))
    made = hand_in(state, "focus", DAY, SECRET, texts=tuple(lesson.texts))
    assert HandIn.model_validate_json(made.model_dump_json()) == made


@pytest.mark.parametrize(
    "change", [{"version": 2}, {"lesson": "../x"}, {"extra": 1}, {"pseudonym": "Kim"}, {"day": "today"}]
)
def test_the_shape_is_strict(change):
    plain = hand_in(told(*WALK), "focus", DAY, SECRET).model_dump()
    assert HandIn.model_validate(plain)
    with pytest.raises(ValidationError):
        HandIn.model_validate({**plain, **change})


def test_a_record_with_more_than_there_is_room_for_can_be_handed_in():
    lesson = LessonState(
        placed={f"sort {number}": {f"T{card:03}": "both" for card in range(150)} for number in range(20)},
        answers={str(number): Answer("A", "A", 10**6, "") for number in range(1, 100)},
        texts={f"prompt {number}": Text("x" * 5000, "") for number in range(30)},
    )
    handed_in = tuple(HandedIn("focus", new_secret(), new_secret(), "") for _ in range(600))
    made = hand_in(State({"focus": lesson}, handed_in=handed_in), "focus", DAY, SECRET, texts=tuple(lesson.texts))
    assert [len(part) for part in (made.sorts, made.sorts["sort 0"], made.checks, made.texts)] == [10, 100, 50, 20]
    assert made.opens == [one.secret for one in handed_in[-500:]]
