"""Two sorts compared: moves are counted over the cards that lie in both."""

from hypothesis import given
from hypothesis import strategies as st

from lessons.record.shift import Move, shift

SORTS = st.dictionaries(
    st.sampled_from([f"T{number:02}" for number in range(1, 9)]),
    st.sampled_from(["managing", "leading", "both", "neither"]),
)


def test_only_cards_that_lie_in_both_sorts_can_move():
    first = {"T01": "managing", "T02": "leading", "T03": "both"}
    second = {"T01": "both", "T02": "leading", "T04": "neither"}
    found = shift(first, second)
    assert found.common == ("T01", "T02")
    assert found.moved == (Move("T01", "managing", "both"),)
    assert (found.moved_to("both"), found.moved_to("leading")) == (1, 0)


@given(SORTS, SORTS)
def test_moving_back_undoes_the_moves(first, second):
    there, back = shift(first, second), shift(second, first)
    assert there.common == back.common
    assert [Move(move.card, move.after, move.before) for move in back.moved] == list(there.moved)
    assert not shift(first, first).moved
