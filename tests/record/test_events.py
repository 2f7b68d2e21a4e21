"""An event and its line: what goes in comes out, and nothing that is no event ever raises."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lessons.record.events import Event, decode, encode, later, mend, timestamp

TEXT = st.text()  # with control characters; halves of surrogate pairs have a test of their own
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
TIMES = st.datetimes(datetime(1970, 1, 1), datetime(2999, 12, 31)).map(lambda moment: moment.replace(tzinfo=UTC))
EVENTS = st.builds(
    Event,
    kind=TEXT.filter(bool),
    lesson=TEXT,
    data=st.dictionaries(TEXT, VALUES, max_size=5),
    at=TIMES.map(timestamp),
    session=TEXT,
    seq=st.integers(0, 10**9),
    version=st.integers(0, 99),
)


@given(EVENTS)
def test_every_event_comes_back_from_its_line(event):
    line = encode(event)
    assert decode(line) == event
    assert decode(line.encode("ascii")) == event
    assert line.isprintable() and "\n" not in line


@given(st.text(st.characters(codec=None, categories=["Cs", "L", "Cc"])))
@example("\ud83d\ude00 and \ud83d")
def test_half_a_surrogate_pair_becomes_text_that_can_be_written(text):
    event = decode(encode(Event("wrote", "focus", {"text": text})))
    assert event is not None
    event.data["text"].encode("utf-8")
    assert event.data["text"] == mend(text)
    assert decode(json.dumps({**json.loads(encode(event)), "data": {"text": text}})) == event


def test_a_pair_sent_in_two_halves_is_joined():
    assert mend("\ud83d\ude00 and \ud83d") == "\U0001f600 and \ufffd"


@given(EVENTS, st.data())
def test_a_torn_line_is_no_event(event, data):
    line = encode(event)
    assert decode(line[: data.draw(st.integers(0, len(line) - 1))]) is None


@given(st.binary(max_size=200) | TEXT)
def test_a_foreign_line_never_raises(line):
    found = decode(line)
    assert found is None or isinstance(found, Event)


GOOD = json.loads(encode(Event("predicted", "focus", {"value": 3}, "2026-11-24T10:00:00.000Z", "s", 1)))


@pytest.mark.parametrize(
    "change",
    [
        {"kind": 3},
        {"kind": ""},
        {"lesson": None},
        {"data": []},
        {"at": "2026-13-24T10:00:00.000Z"},
        {"at": "2026-11-24T10:00:00Z"},
        {"at": "yesterday"},
        {"session": 4},
        {"seq": -1},
        {"seq": True},
        {"seq": 1.5},
        {"version": "1"},
    ],
)
def test_a_line_with_one_wrong_field_is_no_event(change):
    assert decode(json.dumps(GOOD)) is not None
    assert decode(json.dumps({**GOOD, **change})) is None


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5000])
def test_a_number_that_is_none_is_no_event(number):
    assert decode(json.dumps(GOOD).replace('"value": 3', f'"value": {number}')) is None


def test_a_line_nested_too_deeply_is_no_event():
    for depth in (40, 100_000):
        assert decode(json.dumps(GOOD).replace('"value": 3', '"value": ' + "[" * depth + "]" * depth)) is None


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, object()])
def test_data_that_is_not_json_is_refused_when_it_is_written(value):
    with pytest.raises((TypeError, ValueError)):
        encode(Event("kept", "", {"value": value}))


@given(TIMES, TIMES)
def test_an_event_is_later_than_the_last_one_whatever_the_clock_says(now, last):
    at = later(now, timestamp(last))
    assert at > timestamp(last)
    assert at == timestamp(now) or timestamp(now) <= timestamp(last)


def test_times_are_written_in_utc_with_milliseconds():
    assert timestamp(datetime(2026, 3, 4, 1, 2, 3, 4567, timezone(timedelta(hours=2)))) == "2026-03-03T23:02:03.004Z"
