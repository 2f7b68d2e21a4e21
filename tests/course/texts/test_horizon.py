"""Lesson 2: the numbers in its texts are the model's."""

from __future__ import annotations

from typing import Any

from lessons.course import library

LESSON, MODEL = library.lesson("horizon"), library.model("horizon")
EXPLORE = LESSON.explore


def numbers(**levers: float) -> dict[str, float]:
    found: dict[str, float] = MODEL.numbers(MODEL.run(MODEL.Levers(**levers)))
    return found


def shown(values: Any) -> list[str]:
    return [f"{value:.0f}".replace("-", "−") for value in values]


def test_the_table_of_ways() -> None:
    assert EXPLORE.ways
    for row, best in zip(EXPLORE.ways.rows, EXPLORE.ways.best, strict=True):
        ways = list(MODEL.ways(MODEL.Levers(vanish=5, judged=int(row[0].split()[0]))).values())
        assert shown(ways) == list(row[1:])
        assert ways.index(max(ways)) == best
    assert max(numbers(vanish=30)[gate] for gate in "xyz") < 2.25
    assert "no gate lies beyond 2.2" in EXPLORE.ways.note


def test_the_situation_and_the_prediction() -> None:
    start = numbers()
    assert f"within {start['x']:.0f} quarters, about {start['x'] / 4:.0f} years" in LESSON.predict.situation
    assert f"of {start['a']:.0f} approved projects, {start['c']:.0f} start" in EXPLORE.prediction
    assert f"take up to {start['y']:.0f}." in EXPLORE.prediction
    assert f"{start['z']:.1f} quarters" in EXPLORE.prediction


def test_the_tasks() -> None:
    start, dated = numbers(), numbers(deadlines=1)
    opens = f"from {start['z']:.1f} to {dated['y']:.0f} quarters, and {dated['b']:.0f} projects start"
    assert opens in EXPLORE.tasks[0].notice
    winners = [MODEL.takeaway(MODEL.run(MODEL.Levers(vanish=5, judged=judged))) for judged in (4, 12, 40)]
    assert winners == ["quarter_by_quarter", "deadlines", "patient"]
    assert f"from {numbers(pull=100)['z']:.0f} to {numbers(pull=95)['z']:.1f}." in EXPLORE.tasks[2].notice


def test_the_check_questions() -> None:
    opens, winners = LESSON.check.questions[2], LESSON.check.questions[3]
    assert f"from {numbers()['z']:.1f} to {numbers()['y']:.0f}." in opens.answers[1].feedback
    assert f"{numbers(pull=95)['z']:.1f} with a tiny pull" in opens.answers[3].feedback
    assert all(numbers(vanish=10)[gate] < numbers()[gate] for gate in "xyz")
    assert numbers(judged=40)["z"] == numbers(judged=4)["z"]
    for answer in winners.answers:
        judged = int(answer.text.split()[1])
        ways = MODEL.ways(MODEL.Levers(vanish=5, judged=judged))
        assert max(ways, key=ways.__getitem__).replace("_", " ") in (answer.box, answer.box.removeprefix("with "))
        assert shown([max(ways.values())])[0] in answer.feedback


def test_the_facilitators_side() -> None:
    says = {one.says: one.reply for one in LESSON.facilitator.misconceptions}
    early = MODEL.ways(MODEL.Levers(vanish=5, judged=4))
    deadlines, patient = shown([early["deadlines"], early["patient"]])
    assert f"bring {deadlines}, and patience {patient}" in says["So deadlines are always good."]
    gates = f"At 94 % the gate is at {numbers(pull=94)['z']:.1f} quarters, at 75 % at {numbers(pull=75)['z']:.1f}."
    assert gates in says["Seventy per cent is how people are."]
    level = numbers(vanish=10, judged=10)
    assert f"deadlines {level['d']:.1f}, patience {level['p']:.1f}" in LESSON.facilitator.notes[1]
