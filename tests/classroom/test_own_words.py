"""Words that learners ticked: no code, no order that gives anybody away, and what changed between two sentences."""

from __future__ import annotations

from lessons.classroom.own_words import more_frequent, plans, sentences, words
from tests.classroom.sample_class import one


def told(code: str, **texts: str) -> object:
    return one(code, "two_hats", texts=texts)


def test_only_plans_that_were_ticked_are_there() -> None:
    found = plans([told("a", plan_if="x", plan_then="y"), told("b", reflection="z"), told("c", plan_if=" ")], "salt")  # type: ignore[list-item]
    assert found == [{"plan_if": "x", "plan_then": "y"}]


def test_the_order_is_by_chance_and_stays_the_same_while_a_debrief_is_open() -> None:
    made = [told(f"person {n}", plan_if=f"plan {n}") for n in range(30)]
    one_way, again, other = (plans(made, salt) for salt in ("a", "a", "b"))  # type: ignore[arg-type]
    assert one_way == again and one_way != other
    assert [plan["plan_if"] for plan in one_way] != [f"plan {n}" for n in range(30)]
    assert plans(made[::-1], "a") == one_way  # type: ignore[arg-type]


def test_sentences_need_both_and_are_kept_or_changed() -> None:
    made = [told("a", sentence00="The same!", sentence15="the  SAME"), told("b", sentence00="One", sentence15="Two"),
            told("c", sentence15="alone")]  # fmt: skip
    found = sentences(made, "salt")  # type: ignore[arg-type]
    assert sorted(one.kept for one in found) == [False, True]


def test_words_that_more_second_sentences_have() -> None:
    then, now = "the plan", "a plan asks what for, asks why"
    found = sentences([told(f"{n}", sentence00=then, sentence15=now) for n in range(3)], "salt")  # type: ignore[arg-type]
    assert more_frequent(found, {"a", "the", "for", "what"}) == [("asks", 0, 3), ("why", 0, 3)]


def test_a_word_of_one_sentence_is_not_counted() -> None:
    found = sentences([told("a", sentence00="x", sentence15="secret"), told("b", sentence00="x", sentence15="y")], "s")  # type: ignore[arg-type]
    assert more_frequent(found, set()) == []


def test_words_of_any_script() -> None:
    assert words("L’équipe – 2 plans, <b>Größe</b>!") == ["l’équipe", "plans", "b", "grösse", "b"]
