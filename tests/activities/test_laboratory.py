"""The overlap laboratory, rules and widgets: kind to every sort, closed until finished, nothing before a guess."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ipywidgets as widgets
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.activities.desk import Desk
from lessons.activities.laboratory import shared as matrix_of
from lessons.activities.laboratory.again import SortAgainView
from lessons.activities.laboratory.chance import QUESTION
from lessons.activities.laboratory.jobs import JobsView
from lessons.activities.laboratory.reading import Reading, matching
from lessons.activities.laboratory.shared import SharedByView, core, everything, finding, matrix
from lessons.activities.laboratory.sources import Sorts, agreeing, disagreeing, research, shared, sorts
from lessons.activities.occupations import jobs
from lessons.course import library
from lessons.course.order import mixed
from lessons.learner.diary import Diary
from lessons.page.page import Page
from tests.activities.conftest import Heard
from tests.activities.test_views import every, press, text

LESSON = library.lesson("overlap")
WORDS = library.laboratory()
ROLES = ("managing", "leading", "both", "neither")
CARDS = list(core())
SOME = dict.fromkeys(CARDS[:5], "managing")
WHOLE = {card: ROLES[n % 4] for n, card in enumerate(CARDS)}
FINISH = WORDS.sort_again.finish


@pytest.fixture
def lab(desk: Desk, heard: Heard) -> Desk:
    """The same learner's desk in lesson 13."""
    return Desk(LESSON, Page(heard), Diary(desk.diary.folder))


def radios(view: Any) -> list[widgets.RadioButtons]:
    return every(view, widgets.RadioButtons)


def first_sort(lab: Desk, places: Mapping[str, str]) -> None:
    lab.diary.write("kept", "start_here", id="sort00", value=dict(places))


def finished(lab: Desk, places: Mapping[str, str]) -> SortAgainView:
    for card, role in places.items():
        lab.keep("placed", card=card, role=role, sort="second")
    view = SortAgainView(lab)
    press(view, FINISH)
    return view


# ---- sorting again
def test_there_are_24_cards_in_an_order_that_is_not_the_first_one(lab: Desk) -> None:
    assert len(radios(SortAgainView(lab))) == 24 == len(CARDS)
    orders = [list(dict(mixed(list(core().items()), lab.diary.code, name))) for name in ("sort00", "sort13")]
    assert orders[0] != orders[1]


def test_nothing_of_the_first_sort_is_seen_before_the_second_is_finished(lab: Desk) -> None:
    first_sort(lab, dict.fromkeys(CARDS, "neither"))
    view, table = SortAgainView(lab), SharedByView(lab)
    assert all(one.value is None for one in radios(view))
    assert "th-hat" not in text(view) and "<img" not in text(view)
    assert list(matrix(sorts_of(lab), core())) == ["article", "research"]
    assert WORDS.shared_by.closed in text(table)


def sorts_of(lab: Desk) -> Sorts:
    return sorts(lab.everything, "sort00", "sort13", core())


def test_without_a_card_it_says_so_and_nothing_is_kept(lab: Desk) -> None:
    view = SortAgainView(lab)
    press(view, FINISH)
    assert WORDS.sort_again.none in text(view) and "sort13" not in lab.everything.kept


@pytest.mark.parametrize("count", [1, 5, 24])
@pytest.mark.parametrize("first", [{}, SOME, WHOLE], ids=["missing", "partial", "whole"])
def test_any_two_sorts_can_be_compared(lab: Desk, first: Mapping[str, str], count: int) -> None:
    if first:
        first_sort(lab, first)
    view = finished(lab, dict.fromkeys(CARDS[:count], "both"))
    shown = text(view)
    assert f"{count} of 24 cards placed" in shown and "th-trouble" not in shown
    found = sorts_of(lab)
    moved = len(found.shift.moved)
    charts = (2 if moved > 12 else 1) if first else 0
    assert shown.count("<img") == charts + 2  # the lenses side by side, and one lens large
    assert found.first == ("saved" if first else "missing")
    assert len(found.now) == count == len(lab.everything.kept["sort13"].value)


def test_a_first_sort_that_was_never_saved_is_compared_kindly(lab: Desk) -> None:
    for card in CARDS[:3]:
        lab.diary.write("placed", "start_here", card=card, role="leading", sort="first")
    view = finished(lab, WHOLE)
    assert "never saved: 3 of 24 cards" in text(view) and sorts_of(lab).first == "unfinished"


def test_the_title_counts_moves() -> None:
    def title(then: Mapping[str, str], now: Mapping[str, str]) -> str:
        return Sorts(then, now, "saved", True).finding()[0]

    assert title(WHOLE, {}) == "nothing"
    assert title({}, WHOLE) == "no_first"
    assert title(SOME, WHOLE) == "some"
    assert title(WHOLE, WHOLE) == "stayed"
    assert title(WHOLE, {**WHOLE, CARDS[0]: "both"}) == "all"
    assert set(WORDS.sort_again.moves.findings) == {"nothing", "no_first", "some", "stayed", "all"}


def test_more_moves_than_fit_a_screen_stand_in_two_charts(lab: Desk) -> None:
    first_sort(lab, dict.fromkeys(CARDS, "managing"))
    shown = text(finished(lab, dict.fromkeys(CARDS, "both")))
    for part in (1, 2):
        assert shown.count(f"24 of 24 cards moved, 24 of them to both (part {part} of 2)") == 1
    assert shown.count("<img") == 4
    few = {**dict.fromkeys(CARDS, "both"), **dict.fromkeys(CARDS[:12], "managing")}
    lab.diary.write("kept", "overlap", id="sort13", value={card: few[card] for card in CARDS})
    again = text(SortAgainView(lab))
    assert again.count("12 of 24 cards moved") == 1 and again.count("<img") == 3


def test_what_was_guessed_in_lesson_8_and_at_first_comes_back_only_if_it_was(lab: Desk) -> None:
    first_sort(lab, WHOLE)
    view = finished(lab, WHOLE)
    assert "you guessed that" not in text(view) and "that most would stay" not in text(view)
    lab.diary.write("kept", "day_to_day", id="moves08", value=9)
    lab.diary.write("kept", "start_here", id="confidence00", value="fairly")
    shown = text(SortAgainView(lab))
    assert "you guessed that 9 cards would move" in shown and "you were fairly sure that most would stay" in shown


def test_each_source_that_is_there_has_a_lens(lab: Desk) -> None:
    view = finished(lab, WHOLE)
    (sides,) = radios(view)
    assert [key for _, key in sides.options] == ["now", "article", "research"]
    for source, title in (("article", "The article: 0"), ("research", "Our reading of the studies: 7")):
        sides.value = source
        assert title in text(view)


def test_the_cards_that_divide_have_their_sentences_and_sources(lab: Desk) -> None:
    view = finished(lab, WHOLE)
    press(view, WORDS.sort_again.open_table)
    divided = disagreeing(core(), WHOLE)
    assert all(library.cards()[key].text in text(view) for key in divided)
    ids = {one for key in divided for one in library.cards()[key].sentences}
    assert all(one in text(view) for one in ids)
    same = {key: card.research for key, card in core().items()}
    assert all(core()[key].article not in (None, core()[key].research) for key in disagreeing(core(), same))


def test_the_lenses_stand_side_by_side_for_every_source_that_is_there(lab: Desk) -> None:
    view = finished(lab, {**WHOLE, **dict.fromkeys(CARDS[:5], "both")})
    middle = sum(role == "both" for role in {**WHOLE, **dict.fromkeys(CARDS[:5], "both")}.values())
    assert f"In the middle: the article 0 of 24 cards, our reading 7, you now {middle}" in text(view)
    assert WORDS.sort_again.lenses.subtitle == (
        "The article names no shared trait: the middle is our reading of the studies, or yours."
    )
    press(view, WORDS.shared_by.open_text)
    assert '<th scope="col">You now</th>' in text(view) and '<th scope="col">You then</th>' not in text(view)
    first_sort(lab, SOME)
    again = SortAgainView(lab)
    for button in every(again, widgets.Button):
        if button.description == WORDS.shared_by.open_text:
            button.click()
    assert '<th scope="col">You then</th>' in text(again)


@given(st.dictionaries(st.sampled_from(CARDS), st.sampled_from(ROLES)))
def test_cards_on_which_three_agree_are_not_among_those_that_divide(now: dict[str, str]) -> None:
    divided = disagreeing(core(), now)
    same = [key for key in CARDS if now.get(key) == core()[key].research == core()[key].article]
    assert agreeing(core(), now) == len(same)
    assert not set(same) & set(divided)


def test_a_finished_sort_is_taken_up_again_and_the_earlier_one_stays(lab: Desk) -> None:
    view = finished(lab, WHOLE)
    press(view, WORDS.sort_again.once_more)
    assert [one.value for one in radios(view)].count(None) == 0 and "th-hat" not in text(view)
    assert lab.state.placed["second"] == WHOLE and lab.everything.kept["sort13"].value == WHOLE
    moved = radios(view)[0]
    moved.value = next(role for role in ROLES if role != moved.value)
    press(view, WORDS.sort_again.finish_again)
    kept = lab.everything.kept["sort13"]
    assert kept.value != WHOLE and [one.value for one in kept.earlier] == [WHOLE]
    assert "Sorts that you finished before are still in your record: 1." in text(view)


def test_a_sort_begun_anew_may_be_left_as_it_was(lab: Desk) -> None:
    view = finished(lab, SOME)
    press(view, WORDS.sort_again.once_more)
    press(view, WORDS.sort_again.clear)
    assert all(one.value is None for one in radios(view)) and not lab.state.placed.get("second")
    press(view, WORDS.sort_again.finish_again)
    assert WORDS.sort_again.none in text(view)
    press(view, WORDS.sort_again.leave)
    assert "5 of 24 cards placed" in text(view) and lab.state.placed["second"] == SOME
    assert lab.everything.kept["sort13"].earlier == ()


def test_a_sort_that_outlived_starting_over_is_taken_up_as_it_was(lab: Desk) -> None:
    finished(lab, SOME)
    lab.keep("started_over")
    view = SortAgainView(lab)
    assert "5 of 24 cards placed" in text(view)
    press(view, WORDS.sort_again.once_more)
    assert lab.state.placed["second"] == SOME


# ---- who calls it shared
def test_the_article_and_our_reading_are_what_the_lesson_prints() -> None:
    nobody = Sorts({}, {}, "missing", False)
    names = {}
    for cards, expected in ((core(), 5), (everything(), 6)):
        found = matrix(nobody, cards)
        assert finding(found) == ("nothing", {"a": 0.0, "s": float(expected), "k": 0.0, "n": float(13 - expected)})
        names[expected] = set(shared(found["research"], library.differences()))
    said = WORDS.shared_by.closer
    assert "from 5 to 6" in said
    assert {one.lower() for one in names[6] - names[5]} == {"focus", "horizon"}
    assert {one.lower() for one in names[5] - names[6]} == {"day to day"}


def test_the_middles_that_the_lesson_prints() -> None:
    counted = [sum(one.research == "both" for one in cards.values()) for cards in (core(), everything())]
    article = [sum(one.article == "both" for one in cards.values()) for cards in (core(), everything())]
    assert (counted, article) == ([7, 31], [0, 3])
    assert "our column 7. Of all 54 cards: 3 and 31." in WORDS.sort_again.drift


@given(st.dictionaries(st.sampled_from(CARDS), st.sampled_from(ROLES)))
def test_every_title_is_true_and_every_count_is_over_the_cards_of_the_difference(now: dict[str, str]) -> None:
    found = matrix(Sorts(WHOLE, now, "saved", True), core())
    key, numbers = finding(found)
    assert key == ("nothing" if not now else "some" if numbers["k"] else "none")
    sizes = [sum(card.difference == one for card in core().values()) for one in library.differences()]
    assert all([count.of for count in column] == sizes for column in found.values())


def test_the_learners_columns_come_in_when_the_second_sort_is_finished(lab: Desk) -> None:
    table = SharedByView(lab)
    first_sort(lab, WHOLE)
    finished(lab, research(core()))
    assert "You call 5 of 13 shared; the article 0, our reading 5" in text(table)
    which = radios(table)[0]
    which.value = matrix_of.ALL
    assert "You call 5 of 13 shared; the article 0, our reading 6" in text(table)


# ---- real jobs
def test_a_job_is_found_chosen_and_taken_away(lab: Desk) -> None:
    view = JobsView(lab)
    entry = every(view, widgets.Text)[0]
    entry.value = "zzz"
    press(view, WORDS.jobs.look_up)
    assert "No job of the table has “zzz”" in text(view)
    entry.value = "midwives"
    press(view, WORDS.jobs.look_up)
    assert view.named[-1] == "Midwives" and "Midwives: managing skills" in text(view)
    entry.value = "teachers"
    press(view, WORDS.jobs.look_up)
    offered = radios(view)[0]
    assert len(offered.options) == 6
    assert f"These are the first 6 of {len(matching('teachers'))} jobs." in text(view)
    offered.value = offered.options[1][1]
    assert view.named[-1] == offered.options[1][1]
    press(view, WORDS.jobs.clear)
    assert view.named == [] and "879 jobs" in text(view)


def test_a_seventh_job_is_refused_kindly(lab: Desk) -> None:
    view = JobsView(lab)
    view.named = list(jobs().titles[:6])
    every(view, widgets.Text)[0].value = "clergy"
    press(view, WORDS.jobs.look_up)
    assert WORDS.jobs.full in text(view) and len(view.named) == 6


def test_the_jobs_that_are_shown_first_are_in_the_table() -> None:
    assert set(WORDS.jobs.start) <= set(jobs().titles)
    assert matching("clergy") == ["Clergy"] and matching("  ") == []


def test_supervisors_can_be_left_out(lab: Desk) -> None:
    view = JobsView(lab)
    assert "173 of 828 other jobs, 21\u00a0%" in text(view)
    every(view, widgets.Checkbox)[0].value = True
    assert "155 of 810 other jobs, 19\u00a0%" in text(view)


def test_the_gap_stands_beside_the_gap_that_chance_has(lab: Desk) -> None:
    shown = text(JobsView(lab))
    for said in ("3.14 against 2.52", "3.44 against 2.91", "1.96 and 1.21", "about 1.0", "4.96", "4.63", "4.48"):
        assert said in shown


def test_a_tag_moves_the_number_and_comes_back(lab: Desk) -> None:
    view = JobsView(lab)
    assert "at 0.66 over all jobs" in text(view)
    press(view, WORDS.tags.take_out)
    assert "at 0.77 over all jobs" in text(view)
    press(view, WORDS.tags.ours)
    assert "at 0.66 over all jobs" in text(view)
    press(view, WORDS.tags.open)
    for one in radios(view):
        if one.value == "managing":
            one.value = "neither"
    assert WORDS.tags.empty in text(view)


def test_chance_is_seen_only_after_a_guess_and_the_guess_counts_nowhere(lab: Desk) -> None:
    view = JobsView(lab)
    assert WORDS.chance.many not in names(view)
    press(view, WORDS.chance.commit)
    assert WORDS.chance.missing in text(view)
    radios(view)[-1].value = "less"
    press(view, WORDS.chance.commit)
    assert lab.state.answers[QUESTION].right is None
    press(view, WORDS.chance.many)
    shown = text(view)
    assert "Yours: 0.66. Random sets: 0.76 in the middle. Nothing special" in shown
    assert "one random pair" not in shown
    press(view, WORDS.chance.one)
    assert "one random pair" in text_with_tables(view)


def names(view: Any) -> set[str]:
    return {one.description for one in every(view, widgets.Button)}


def text_with_tables(view: Any) -> str:
    for button in every(view, widgets.Button):
        if button.description == WORDS.chance.open_text:
            button.click()
    return text(view)


def test_every_title_beside_chance_can_be_reached() -> None:
    ours = Reading.ours()
    assert ours.against_chance()[0] == "ordinary"
    one_side = dict.fromkeys(ours.tags, "neither")
    pairs = {"above": ("Systems Analysis", "Systems Evaluation"), "below": ("Repairing", "Writing")}
    for key, (first, second) in pairs.items():
        found = Reading({**one_side, first: "managing", second: "leading"}).against_chance()
        assert found[0] == key
    assert set(WORDS.chance.chart.findings) == {"ordinary", *pairs}


def test_the_credit_is_on_the_page(lab: Desk) -> None:
    assert "USDOL/ETA has not approved or tested these changes." in text(JobsView(lab))


def test_the_skills_and_the_list_follow_the_reading(lab: Desk) -> None:
    view = JobsView(lab)
    press(view, WORDS.jobs.open_skills)
    press(view, WORDS.jobs.open_list)
    shown = text(view)
    assert "The 25 highest of 173 jobs outside management" in shown and "Clergy" in shown
    assert "Widest gap between management jobs and the others: Management of Financial Resources" in shown
    assert "Quality Control Analysis, " in shown  # the narrowest, named in the picture's text
    every(view, widgets.Checkbox)[0].value = True
    assert "The 25 highest of 155 jobs outside management" in text(view)


def test_the_skills_are_the_tables_means_with_the_widest_gap_first() -> None:
    found = Reading.ours().by_skill()
    assert len(found) == 16
    gaps = [inside - outside for _, _, inside, outside in found]
    assert gaps == sorted(gaps, reverse=True)
    table = jobs()
    column = table.importance[:, table.skills.index(found[0][0])]
    assert found[0][2] == pytest.approx(column[table.management].mean())
    called = Reading.ours().called_without_post()
    assert len(called) == Reading.ours().without_post()["k"]
    assert called[0][1] == max(rating for _, rating in called) and min(rating for _, rating in called) >= 4
