"""The numbers that lesson 8 prints are those of its model."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from lessons.course import library
from lessons.course.day_to_day.model import (
    CHANGE_WEEK,
    DEMAND,
    SHARING,
    WAYS,
    WEEKS,
    Levers,
    cost,
    numbers,
    ordered_week,
    run,
    takeaway,
    wait,
    ways,
)

LESSON = library.lesson("day_to_day")
SITUATIONS = {
    "likely 10 %, waiting 0.2": Levers(likely=10.0, waiting=0.2),
    "the start": Levers(),
    "likely 80 %, waiting 4": Levers(likely=80.0, waiting=4.0),
    "likely 80 %, waiting 0.2, size 80 %": Levers(likely=80.0, waiting=0.2, size=80.0),
}


def named(**levers: float) -> dict[str, float]:
    return numbers(run(Levers(**levers)))  # type: ignore[arg-type]


def some_settings() -> Iterator[Levers]:
    grid = product((9, 11, 14), (0, 4, 12), (1, 8, 12), (0.0, 50.0), (0.5, 4.0), (0.0, 15.0, 40.0, 80.0))
    return (Levers(*setting) for setting in grid)


def test_the_prediction_and_what_is_said_of_it() -> None:
    first, second = wait(0.80), wait(0.95)
    assert (
        f"is {LESSON.predict.value:g} times: from {first:.0f} job lengths to {second:.0f}" in LESSON.explore.prediction
    )
    assert "busy 80 % of the time" in LESSON.predict.situation and "now 95 %" in LESSON.predict.situation


def test_the_workshop_is_the_models() -> None:
    assert f"work for {DEMAND:.0f}" in LESSON.explore.intro
    assert f"In week {CHANGE_WEEK} more work" in LESSON.explore.intro and SHARING == 10
    people = LESSON.explore.levers["people"].meaning
    assert f"With 9, each is {named(people=9)['busy']:.0f} % busy" in people
    assert f"before week {CHANGE_WEEK}" in LESSON.explore.levers["foresight"].meaning
    assert f"in week {WEEKS}" in LESSON.explore.takeaways["left"] and f"in week {WEEKS}" in LESSON.explore.in_words


def test_the_table_of_ways() -> None:
    table = LESSON.explore.ways
    assert table and [row[0] for row in table.rows] == list(SITUATIONS)
    said = [f"{people} people, {f'{weeks} weeks' if weeks else 'no foresight'}" for people, weeks in WAYS.values()]
    assert list(table.header[1:]) == said
    assert [LESSON.explore.labels[way] for way in WAYS] == said
    for row, best in zip(table.rows, table.best, strict=True):
        costs = list(ways(SITUATIONS[row[0]]).values())
        assert [f"{value:.1f}" for value in costs] == list(row[1:])
        assert best == costs.index(min(costs))
    last = sorted(ways(SITUATIONS[table.rows[-1][0]]).values())
    assert "narrow" in table.note and last[1] - last[0] < 0.3


def test_what_there_is_to_notice() -> None:
    spare, foresight, argue = (task.notice for task in LESSON.explore.tasks)
    more = [named(people=people) for people in (9, 10, 11)]
    waits = [f"{one['w']:.1f}".removesuffix(".0") for one in more]
    assert f"waits {waits[0]} job lengths, {waits[1]}, then {waits[2]}" in spare
    assert "Cost: " + ", ".join(f"{one['own']:.1f}" for one in more) in spare
    assert more[0]["own"] - more[1]["own"] > more[1]["own"] - more[2]["own"]
    piles = [named(foresight=weeks)["peak"] for weeks in (0, 4, 8)]
    assert f"from {piles[0]:.0f} jobs to {piles[1]:.0f} to none" in foresight and piles[2] == 0
    unlikely = named(foresight=8, likely=10.0, waiting=0.2)
    assert f"looking ahead costs {unlikely['own']:.1f}, not looking {unlikely['own0']:.1f}" in foresight
    outcome = run(Levers(people=11))
    assert argue.startswith(f"{outcome.cost.total:.1f}, cheaper than with any foresight.")
    assert all(cost(Levers(people=11, foresight=weeks)).total > outcome.cost.total for weeks in range(1, 13))
    assert outcome.changed.pile[-1] > outcome.changed.pile[-2] and ordered_week(outcome) == -1


def test_why_it_happened_is_true_wherever_the_levers_stand() -> None:
    for levers in some_settings():
        outcome = run(levers)
        one = numbers(outcome)
        assert abs(one["grows"] * one["short"] - one["peak"]) < 1e-6  # "So the pile grows for …, to …"
        there = (
            outcome.changed.people[CHANGE_WEEK] >= one["d"]
        )  # "Where it is 0, there is room, or help comes in time."
        assert (one["peak"] == 0) == bool(there)
        assert (takeaway(outcome) == "left") == (one["left"] > 0)


def test_numbers_in_the_check_questions() -> None:
    _, busy, holds, *_ = LESSON.check.questions
    assert f"At 90 % busy, a request waits {wait(0.9):.0f} job lengths" in busy.question
    feedback = {answer.id: answer.feedback for answer in holds.answers}
    start, dear, calm = Levers(), SITUATIONS["likely 80 %, waiting 4"], SITUATIONS["likely 10 %, waiting 0.2"]
    assert min(ways(dear), key=ways(dear).__getitem__) == "spare_early"
    assert f"both together cost least: {ways(dear)['spare_early']:.1f}" in feedback["A"]
    assert f"{ways(calm)['lean_early']:.1f} against {ways(calm)['lean_wait']:.1f}" in feedback["B"]
    assert f"{ways(start)['spare_wait']:.1f} against {ways(start)['lean_wait']:.1f} at the start" in feedback["C"]
    assert f"{LESSON.predict.value:g} times as long" in feedback["D"]


def test_the_facilitators_numbers() -> None:
    replies = " ".join(one.reply for one in LESSON.facilitator.misconceptions)
    assert f"At 80 % busy, work waits {wait(0.8):.0f} job lengths; at 95 %, {wait(0.95):.0f}" in replies
    calm = ways(SITUATIONS["likely 10 %, waiting 0.2"])
    assert f"9 people cost {calm['lean_wait']:.1f}, 11 cost {calm['spare_wait']:.1f}" in replies
    assert (
        f"wait {wait(0.95, SHARING):.2f} job lengths; one alone waits {wait(0.95):.0f}" in LESSON.facilitator.notes[1]
    )


def test_the_strip_has_two_choices_of_each_case_so_far() -> None:
    assert "sixteen situations" in LESSON.facilitator.misconceptions[-1].reply and 2 * LESSON.number == 16
