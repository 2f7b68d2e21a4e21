"""Lesson 4: the numbers in its texts are the model's."""

from __future__ import annotations

import re

import pytest

from lessons.course import library

LESSON, MODEL = library.lesson("example"), library.model("example")
EXPLORE = LESSON.explore
AT_FIRST = 40


def team(**levers: float) -> str:
    """Where the team settles, as the texts print it."""
    return f"{MODEL.team_care(MODEL.Levers(**levers)):.0f}"


def moves() -> dict[str, int]:
    """By how many points each way moves the team."""
    return {way: round(care - AT_FIRST) for way, care in MODEL.ways(MODEL.Levers()).items()}


def test_the_table_of_ways() -> None:
    assert EXPLORE.ways
    for boss, colleague, settled, _ in EXPLORE.ways.rows:
        asks, does = (float(number) for number in boss.split(";")[0].split(", "))
        watched, admired = (float(cell.split("; ")[1].removesuffix(" %")) for cell in (boss, colleague))
        levers = {"word": asks, "deed": does, "look_boss": watched, "look_colleague": admired}
        assert team(**levers, colleague=float(colleague.split(";")[0])) == settled


def test_the_situation_and_the_prediction() -> None:
    start, by = MODEL.Levers(), moves()
    assert f"a care of {AT_FIRST}" in LESSON.predict.situation
    assert start.look_boss > 2 * start.look_colleague
    assert f"moves up by {by['deeds']}." in LESSON.predict.situation
    assert f"from {AT_FIRST} to {team()}." in EXPLORE.prediction
    assert f"silent 90 alone moves it by {by['colleague']}, and both examples by {by['both']}." in EXPLORE.prediction
    assert by["words"] == LESSON.predict.value


def test_the_why() -> None:
    share = MODEL.CONSTANTS.word_share
    assert f"{100 * (1 - share):.0f} % deed and {100 * share:.0f} % word" in EXPLORE.why


def test_the_tasks() -> None:
    acts, against, argue = EXPLORE.tasks
    assert f"from {team()} to {team(**acts.levers)}," in acts.notice
    away = {**against.levers, "look_boss": 20, "look_colleague": 40}
    assert f"{team(**against.levers)}, then {team(**away)}." == against.notice
    assert argue.notice.startswith(f"{team(**argue.levers)}, then {team(**{**argue.levers, 'word': 0})}.")


def test_the_check_questions() -> None:
    ways = {"The colleague does 90, in silence": "colleague", "The boss asks for 90 and does 90": "deeds"}
    for answer in LESSON.check.questions[2].answers:
        assert answer.box == f"by {moves()[ways.get(answer.text, 'words')]}"
    trust = [0.5 * (1 - 0.3)]
    for _ in range(int(MODEL.answers()["kept_words"])):
        trust.append(trust[-1] + 0.1 * (1 - trust[-1]))
    steps = re.findall(r"0\.\d+", LESSON.check.questions[1].answers[0].feedback)
    assert [float(step) for step in steps] == pytest.approx(trust, abs=0.0006)
    assert trust[-2] < 0.5 <= trust[-1]


def test_what_comes_back_from_lesson_3() -> None:
    answers, model = LESSON.check.questions[4].answers, library.model("staying_power")
    start = model.numbers(model.run(model.Levers()))
    assert f"{start['B']} before, {start['after']:.0f} after" in answers[0].feedback
    assert model.after_bonus(model.Levers(interesting=0)) == 0
    assert answers[2].right


def test_the_facilitators_side() -> None:
    says = {one.says: one.reply for one in LESSON.facilitator.misconceptions}
    quiet, loud = team(word=40, deed=90), team(word=90, deed=90)
    reply = says["Words do nothing."]
    assert f"add {int(loud) - int(quiet)}." in reply
    assert f"the team is at {quiet}. Ask for 90: {loud}." in reply
    away = team(word=90, deed=90, colleague=20, look_boss=20, look_colleague=40)
    assert f"the team is at {away}" in says["The boss’s example always wins."]
    assert f"So a false promise helps: {team(deed=0)} against {team(deed=0, word=0)}." in says
    closed = team(word=90, deed=90, openness=0.3)
    assert f"brings {closed}, not {loud}." in LESSON.facilitator.notes[1]
