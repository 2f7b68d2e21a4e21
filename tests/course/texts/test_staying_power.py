"""Lesson 3: the numbers in its texts are the model's."""

from __future__ import annotations

from lessons.course import library

LESSON, MODEL = library.lesson("staying_power"), library.model("staying_power")
EXPLORE = LESSON.explore
ROWS = ({}, {"weeks_after": 4}, {"weeks_on": 36, "weeks_after": 0}, {"carry_on": 20, "interesting": 0})


def ways(**levers: float) -> dict[str, float]:
    found: dict[str, float] = MODEL.ways(MODEL.Levers(**levers))
    return found


def numbers(**levers: float) -> dict[str, float]:
    found: dict[str, float] = MODEL.numbers(MODEL.run(MODEL.Levers(**levers)))
    return found


def passes(one: str, other: str) -> int:
    """The first week after the bonus in which one plan has brought more than the other."""
    return next(week for week in range(61) if ways(weeks_after=week)[one] > ways(weeks_after=week)[other])


def test_the_table_of_ways() -> None:
    assert EXPLORE.ways
    for row, best, levers in zip(EXPLORE.ways.rows, EXPLORE.ways.best, ROWS, strict=True):
        totals = list(ways(**levers).values())
        assert [f"{total:.1f}" for total in totals] == list(row[1:])
        second, top = sorted(totals)[-2:]
        assert best == (totals.index(top) if top - second > 1e-9 else -1)


def test_the_situation_and_the_prediction() -> None:
    start = numbers()
    assert f"{start['B']} carry on without being asked" in LESSON.predict.situation
    assert f"For {start['weeks_on']} weeks" in LESSON.predict.situation
    assert f"Now {start['on']:.0f} work" in LESSON.predict.situation
    taking_part, doing_well = (numbers(paid_for=choice)["after"] for choice in (0, 2))
    others = f"Paid for taking part, it is {taking_part:.0f}; for doing well, {doing_well:.0f}"
    assert f"says {start['after']:.0f}, fewer than the {start['B']} before. {others}" in EXPLORE.prediction


def test_the_tasks() -> None:
    time, dull, argue = EXPLORE.tasks
    assert f"Praise passes the bonus in week {passes('praise', 'bonus')}" in time.notice
    assert f"passes it in week {passes('nothing', 'bonus')}" in time.notice
    there = ways(**dull.levers)
    assert f"brings {there['bonus']:.1f} weeks, nothing {there['nothing']:.1f}" in dull.notice
    assert all(
        ways(**dull.levers, weeks_after=week)["bonus"] > ways(**dull.levers, weeks_after=week)["nothing"]
        for week in range(61)
    )
    assert f"{ways()['praise']:.1f} to {ways()['nothing']:.1f}" in argue.do


def test_the_check_questions() -> None:
    lost, sensible = LESSON.check.questions[1], LESSON.check.questions[3]
    on, before, after, weeks = (round(numbers()[name]) for name in ("on", "B", "after", "weeks_on"))
    gain, loss = on - before, before - after
    assert f"From {before} to {on} for {weeks} weeks, then {after}" in lost.question
    assert f"{gain} × {weeks} = {gain * weeks} won, {loss} lost each week" in lost.answers[0].feedback
    assert f"With the cost, it is {MODEL.weeks_to_lose_the_gain(MODEL.Levers()):.0f}" in lost.answers[0].feedback
    assert f"60 become {numbers()['praise']:.0f} in the model" in sensible.answers[2].feedback


def test_what_comes_back_from_lesson_2() -> None:
    question, model = LESSON.check.questions[4], library.model("horizon")
    there = model.numbers(model.run(model.Levers()))
    assert f"{there['a']:.0f} projects were approved and {there['c']:.0f} started" in question.question
    assert f"and {there['b']:.0f} started" in question.answers[0].feedback
    assert there["z"] < 5 and f"{there['x']:.0f} quarters" in question.answers[2].text


def test_the_facilitators_side() -> None:
    says = {one.says: one.reply for one in LESSON.facilitator.misconceptions}
    dull, never = ways(carry_on=20, interesting=0), ways(weeks_on=36, weeks_after=0)
    reply = says["So bonuses are bad."]
    assert f"{dull['bonus']:.1f} against {dull['nothing']:.1f}" in reply
    assert f"{never['bonus']:.1f} against {never['nothing']:.1f}" in reply
    keen = ways(carry_on=90)
    assert f"brings {keen['bonus']:.1f} weeks, nothing {keen['nothing']:.1f}" in LESSON.facilitator.notes[1]
