"""A class as CSV: a spreadsheet opens it, runs nothing, and finds every number."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.classroom.export import harmless, to_csv
from lessons.classroom.table import table
from tests.classroom.hostile import good

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1+1", '=cmd|"/C calc"!A1']


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_text_that_looks_like_a_formula_is_marked_as_text(formula: str) -> None:
    found = read_back(to_csv(pd.DataFrame({formula: [formula, "plain"]})))
    assert found == [["'" + formula], ["'" + formula], ["plain"]]


def test_numbers_stay_numbers() -> None:
    frame = pd.DataFrame({"a": [-3.5, 2.0], "b": pd.array([-1, None], "Int64"), "c": ["-1", "x"]})
    content = to_csv(frame)
    assert content.startswith(b"\xef\xbb\xbf")
    assert read_back(content) == [["a", "b", "c"], ["-3.5", "-1", "'-1"], ["2.0", "", "x"]]
    again = pd.read_csv(io.BytesIO(content))
    assert again["a"].tolist() == [-3.5, 2.0] and again["b"].tolist()[0] == -1


def test_a_class_goes_out_and_comes_back() -> None:
    made = table([good(number) for number in range(4)])
    again = pd.read_csv(io.BytesIO(to_csv(made)))
    assert list(again.columns) == list(made.columns)
    assert again["predicted"].tolist() == [0, 1, 2, 3]
    assert again["pseudonym"].tolist() == made["pseudonym"].tolist()
    assert again["check_1"].tolist() == [False] * 4


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_any_text_comes_back_as_it_was_but_for_the_apostrophe(text: str) -> None:
    (heading, cell) = read_back(to_csv(pd.DataFrame({"a": [text, "x"]})))[:2]
    assert heading == ["a"]
    assert cell in ([text], ["'" + text])
    assert not cell[0].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.integers() | st.floats(allow_nan=False) | st.none() | st.booleans())
def test_what_is_no_text_is_left_alone(value: object) -> None:
    assert harmless(value) is value


def read_back(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
