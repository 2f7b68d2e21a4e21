"""The numbers of real jobs that lesson 13 prints outside its laboratory are those of the shipped table."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from lessons.activities.laboratory.reading import Reading, chance, chance_of_a_gap
from lessons.activities.occupations import RATINGS, jobs
from lessons.course import library
from lessons.course.overlap import onet

LESSON = library.lesson("overlap")
OURS = Reading.ours()
REPLIES = {one.says: one.reply for one in LESSON.facilitator.misconceptions}


def short(value: float) -> str:
    """As the lesson writes a link: 0.66."""
    return f"{value:.2f}"


def test_the_question_about_chance() -> None:
    question = LESSON.check.questions[2]
    link, middle = short(OURS.link()), short(float(np.median(chance(OURS.sizes))))
    assert f"go together at {link}; random sets at {middle} in the middle" in question.question
    fewer = short(OURS.retag("Quality Control Analysis", "neither").link())
    assert f"Take one skill out and {link} becomes {fewer}." in question.answers[3].feedback
    assert f"{link} proves the overlap." in REPLIES


def test_the_answers_in_short() -> None:
    low, middle, high = (short(float(value)) for value in np.percentile(chance(OURS.sizes), [5, 50, 95]))
    assert f"Random tags: {middle} ({low}–{high}), ours {short(OURS.link())}." in LESSON.facilitator.answers


def test_about_70_of_100_random_pairs_beat_ours_and_a_third_the_leading_gap() -> None:
    assert onet.share_above(chance(OURS.sizes), OURS.link()) == pytest.approx(70, abs=3)
    gaps = OURS.gaps()
    found = chance_of_a_gap(8)
    assert (onet.share_above(found, gaps["gm"]), onet.share_above(found, gaps["gl"])) == (
        pytest.approx(0, abs=0.5),
        pytest.approx(31, abs=3),
    )


def test_the_extra_inside_management_jobs() -> None:
    extra = LESSON.facilitator.notes[1]
    inside = jobs().management
    managing, leading = OURS.indexes()
    assert (
        f"inside the {inside.sum()} management jobs the link is {short(onet.link(managing[inside], leading[inside]))}"
        in extra
    )
    random = [float(np.median(onet.random_links(jobs().importance[inside], (8, 8), seed=seed))) for seed in range(3)]
    assert random == [pytest.approx(0.58, abs=0.02)] * 3 and "random sets 0.58" in extra
    for title in ("Construction Managers", "Compliance Managers"):
        n = jobs().titles.index(title)
        assert f"({managing[n]:.2f}, {leading[n]:.2f})" in extra


def test_integrity_is_measured_for_jobs() -> None:
    table = pd.read_csv(RATINGS)
    means = table.groupby("is_management")["Integrity"].mean()
    assert f"Integrity: {means[1]:.2f} and {means[0]:.2f}." in {one.text for one in LESSON.check.questions[3].answers}
