"""The numbers that lesson 5 prints are those of its model."""

from __future__ import annotations

from lessons.course import library
from lessons.course.position.model import ASKED_BY, COLLEAGUE, Levers, advice_ties, numbers, run, ways

LESSON = library.lesson("position")


def named(**levers: float) -> dict[str, float]:
    return numbers(run(Levers(**levers)))  # type: ignore[arg-type]


def test_the_situation_of_the_prediction() -> None:
    ties = sum(COLLEAGUE in tie for tie in advice_ties())
    assert f"has advice ties to {ties} people" in LESSON.predict.situation
    assert ties > len(ASKED_BY)
    assert f"reaches {named()['chart']:.0f} of the other 20" in LESSON.predict.situation
    assert f"against {named()['chart']:.0f} by the chart" in LESSON.explore.prediction
    assert f"Half of her {ties} ties make {named()['first']:.0f}" in LESSON.explore.prediction


def test_the_table_of_ways() -> None:
    table = LESSON.explore.ways
    assert table
    for row, best in zip(table.rows, table.best, strict=True):
        order, advice = (float(part.removesuffix(" %")) for part in row[0].split(", "))
        reached = ways(Levers(order=order, advice=advice))
        assert [f"{value:.1f}" for value in reached.values()] == list(row[1:])
        enough = reached["both"] - reached["chart"] < 1  # "the chart is enough"
        assert best == (0 if enough else max(range(3), key=list(reached.values()).__getitem__))


def test_what_there_is_to_notice() -> None:
    clear, leaving, argue = (task.notice for task in LESSON.explore.tasks)
    first, second, third = (f"{named(order=order)['chart']:.0f}" for order in (60.0, 80.0, 95.0))
    assert f"The chart reaches {first}, then {second}, then {third}" in clear
    last = named(order=95.0, advice=20.0)
    assert last["both"] - last["chart"] < 1
    without_her, without_a_lead = named(leaves=COLLEAGUE), named(leaves=2)
    assert without_her["d"] < 3 < 8 < without_her["c"]
    assert 7.5 < without_a_lead["d"] < 8.5
    fall = f"the chart drops from {without_a_lead['chart']:.0f} to {without_a_lead['chart_after']:.0f}"
    assert fall in leaving
    unlikely = named(order=40.0, advice=60.0)
    assert f"She alone reaches {unlikely['col']:.0f}; the top, using both ways, {unlikely['both']:.0f}" in argue


def test_the_check_questions_about_the_model() -> None:
    _, _, _, which, _ = LESSON.check.questions
    clear = named(order=95.0, advice=20.0)
    assert "orders to 95 % and advice to 20 %" in which.question
    feedback = {answer.id: answer.feedback for answer in which.answers}
    assert f"at 20 % it reaches {clear['col']:.0f} people" in feedback["A"]
    assert f"{clear['chart']:.0f} of 20" in feedback["C"]
    level = named(order=77.0)
    assert abs(level["chart"] - level["col"]) < 0.25 and "near 77 %" in feedback["B"]


def test_the_facilitators_reply_about_posts() -> None:
    clear = named(order=95.0, advice=20.0)
    replies = " ".join(one.reply for one in LESSON.facilitator.misconceptions)
    assert f"Order 95 %, advice 20 %: {clear['chart']:.0f} to {clear['col']:.0f}." in replies


def test_every_person_can_be_chosen_by_name() -> None:
    starts, leaves = (LESSON.explore.levers[name].values for name in ("starts", "leaves"))
    assert set(starts) == {str(person) for person in range(21)}
    assert leaves == {"-1": "nobody", **starts}
    assert len(set(leaves.values())) == len(leaves)


def test_lesson_4s_numbers_are_lesson_4s() -> None:
    example = library.model("example")
    start = example.numbers(example.run(example.Levers()))["start"]
    moved = {way: round(reached - start) for way, reached in example.ways(example.Levers()).items()}
    asked = LESSON.check.questions[4]
    assert f"words moved the team by {moved['words']}. What moved it by {moved['deeds']}?" in asked.question
    assert asked.answers[1].feedback.endswith(f"twice as much as the words: {moved['colleague']}.")
