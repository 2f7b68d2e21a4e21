"""Marks become runs, numbers become text, and no value can ever add a mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.course.mistakes import ContentError
from lessons.course.prose import Run, fill, names, parse, plain


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("*acts*", Run("em", "acts")),
        ("**The catch.**", Run("strong", "The catch.")),
        ("P1.S1", Run("sentence", "P1.S1", "P1.S1")),
        ("[march1991]", Run("reference", "", "march1991")),
        ("[kotter1990hbr, read in a digest]", Run("reference", "read in a digest", "kotter1990hbr")),
        ("[[tangle]]", Run("term", "tangle", "tangle")),
        ("[[holding back|Holding back]]", Run("term", "Holding back", "holding back")),
        ("\n", Run("break", "\n")),
        ("plain words", Run("plain", "plain words")),
    ],
)
def test_each_mark_becomes_a_run(text: str, run: Run) -> None:
    assert parse(text) == (run,)
    assert parse(f"so {text} it is")[1:-1] == (run,) or run.kind == "plain"


def test_a_bracket_with_several_references_has_a_run_for_each() -> None:
    runs = parse("[onet293; onet18, quoted, not recomputed]")
    assert runs == (Run("reference", "", "onet293"), Run("reference", "quoted, not recomputed", "onet18"))


def test_the_stars_of_a_name_are_no_mark() -> None:
    text = "O*NET and O*NET, 2 * 3 * 4"
    assert parse(text) == (Run("plain", text),)


@pytest.mark.parametrize(
    ("template", "value", "shown"),
    [
        ("{x:.1f}", 6.66, "6.7"),
        ("{x:.1f}", -0.04, "0.0"),
        ("{x:.0f} %", -17.4, "−17 %"),
        ("{x:+.1f}", -0.04, "0.0"),
        ("{x:,.0f}", 600000, "600,000"),
        ("{x}", 17.5, "17.5"),
        ("{x}", 18.0, "18"),
        ("{x}", -3, "−3"),
        ("{x:.2f}", 1e-9, "0.00"),
        ("{x}", "half-way", "half-way"),
        ("{{x}} {x}", 1, "{x} 1"),
    ],
)
def test_numbers_are_printed_with_a_real_minus_and_without_a_negative_zero(
    template: str, value: object, shown: str
) -> None:
    assert fill(template, {"x": value}) == shown


@given(st.text())
def test_a_value_stays_in_the_one_run_of_its_place(value: str) -> None:
    assert parse("You said {guess}, P1.S1 said *more*.", {"guess": value}) == (
        Run("plain", f"You said {value}, "),
        Run("sentence", "P1.S1", "P1.S1"),
        Run("plain", " said "),
        Run("em", "more"),
        Run("plain", "."),
    )


@given(st.text())
def test_a_value_inside_a_mark_stays_inside_it(value: str) -> None:
    assert parse("**{word}**[[tangle|{word}]]", {"word": value}) == (
        Run("strong", value),
        Run("term", value, "tangle"),
    )


@given(st.text(alphabet="ab *[]{}P1.S2\n|;,x"))
def test_any_text_can_be_parsed_and_no_letter_is_lost(text: str) -> None:
    kept = "".join(run.text + run.target for run in parse(text))
    for letter in "abx":
        assert kept.count(letter) >= text.count(letter)


@given(st.floats(allow_nan=False, allow_infinity=False, width=32), st.integers(0, 4))
def test_a_filled_number_reads_back_as_the_rounded_number(value: float, places: int) -> None:
    shown = fill(f"{{x:.{places}f}}", {"x": value})
    assert "-" not in shown
    assert float(shown.replace("−", "-")) == pytest.approx(round(value, places), abs=10.0**-places)


def test_without_numbers_braces_stay() -> None:
    assert parse("{delivered:.1f} people") == (Run("plain", "{delivered:.1f} people"),)


def test_names_are_those_a_template_asks_for() -> None:
    assert names("Of {n:.0f}, {own:.1f} goes; {{not}} {n}") == ("n", "own", "n")


@pytest.mark.parametrize("template", ["{", "}", "{}", "{0}", "{x.real}", "{x[0]}", "{x!r}", "{x:.1f", "{b′ two}"])
def test_braces_that_do_not_parse_are_a_mistake_in_one_line(template: str) -> None:
    with pytest.raises(ContentError, match="expected numbers in braces such as") as caught:
        names(template)
    assert len(str(caught.value).splitlines()) == 1


def test_a_number_that_is_not_there_is_a_mistake_that_names_it() -> None:
    with pytest.raises(ContentError) as caught:
        fill("{delivered:.1f} people", {"own": 1.0})
    assert str(caught.value) == "a text: “{delivered:.1f} people”: expected one of own; found {delivered}"


def test_plain_gives_the_words_alone() -> None:
    text = "A *later* review [yukl2012, abstract read] has [[tangle|Tangles]]. **So**\nsays P1.S1 [march1991]."
    assert plain(text) == "A later review has Tangles. So says P1.S1."
    assert plain("{x:.1f} people", {"x": 2}) == "2.0 people"
