"""Each rule, broken once in a copy of lesson 1: the message is one line with file, place, expectation and finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lessons.course.library import Library
from lessons.course.mistakes import ContentError

from .conftest import Change

LESSON = "focus/lesson.toml"

SHAPE = {
    "unknown key": (
        "minutes = 18",
        "minuts = 18\nminutes = 18",
        "minuts: expected “minutes”; found the unknown key “minuts”",
    ),
    "unknown key in a list": (
        'badge = "agrees"',
        'badge = "agrees"\ncolour = "red"',
        "evidence.lines[0].colour: expected one of badge, text; found the unknown key “colour”",
    ),
    "unknown key in an optional table": (
        "[claim.managing]\n",
        '[claim.managing]\nsentence = "P1.S1"\n',
        "claim.managing.sentence: expected “sentences”; found the unknown key “sentence”",
    ),
    "missing value": ("minutes = 18\n", "", "minutes: expected a value; found nothing"),
    "wrong kind": ("minutes = 18", 'minutes = "long"', "minutes: expected a whole number; found “long”"),
    "unknown word": (
        'hat = "managing"',
        'hat = "boss"',
        "case.decisions[0].options[0].hat: expected 'managing', 'leading', 'both' or 'neither'; found “boss”",
    ),
    "malformed sentence id": (
        'sentences = ["P1.S1", "P1.S2", "P2.S2"]',
        'sentences = ["P8.S1"]',
        "sentences[0]: expected the id of a sentence, P1.S1 to P7.S4; found “P8.S1”",
    ),
    "feedback missing": (
        'feedback = "You saw a difference. It is in what is done."\n',
        "",
        "check.questions[0].answers[0].feedback: expected a value; found nothing",
    ),
    "feedback empty": (
        'feedback = "You saw a difference. It is in what is done."',
        'feedback = " "',
        "check.questions[0].answers[0].feedback: expected some words; found “”",
    ),
    "consequence missing": (
        re.compile(r'happens = "The shift changes.*?"\n'),
        "",
        "case.decisions[0].options[0].happens: expected a value; found nothing",
    ),
}

RULES = {
    "folder": ('slug = "focus"', 'slug = "fokus"', "slug: expected “focus”, the name of its folder; found “fokus”"),
    "difference": (
        'differences = ["focus"]',
        'differences = ["focus", "colour"]',
        "differences[1]: expected a difference of the course; found “colour”",
    ),
    "card": ('"T42"]', '"T99"]', "cards.cards[4]: expected a card of the course; found “T99”"),
    "objective": (
        'met_by = ["check 3"]',
        'met_by = ["check 9"]',
        "objectives[1].met_by[0]: expected a part of this lesson; found “check 9”",
    ),
    "task": (
        'met_by = ["check 3"]',
        'met_by = ["explore 4"]',
        "objectives[1].met_by[0]: expected a part of this lesson; found “explore 4”",
    ),
    "sentence in prose": (
        "says P2.S2",
        "says P2.S9",
        "claim.catch: expected a sentence of the article, P1.S1 to P7.S4; found “P2.S9”",
    ),
    "term in prose": (
        "[[tangle|Tangle]]",
        "[[tangel|Tangle]]",
        "explore.intro: expected a term of glossary.toml; found “tangel”",
    ),
    "reference in prose": (
        "[ingham1974]",
        "[ingham1975]",
        "evidence.lines[3].text: expected a key of references.json; found “ingham1975”",
    ),
    "unchecked reference": (
        "[ingham1974]",
        "[ingham1974; steiner1972]",
        "evidence.lines[3].text: expected a reference that has been checked; "
        "found “steiner1972”, known from memory only",
    ),
    "no reference": (
        "it levelled off. [ingham1974]",
        "it levelled off.",
        "evidence.lines[3].text: expected a reference in square brackets; "
        "found “In a rope-pulling experiment, people gave less with one or …”",
    ),
    "stray bracket": (
        "it levelled off. [ingham1974]",
        "it levelled off [so far]. [ingham1974]",
        "evidence.lines[3].text: expected a reference such as [march1991] or a term such as [[tangle]]; "
        "found “In a rope-pulling experiment, people gave less with one or …”",
    ),
    "open brace": (
        "{guess}. The",
        "{guess. The",
        "explore.prediction: expected numbers in braces such as {delivered:.1f}; "
        "found “You said {guess. The model says 14; 13 people fall just sho…”",
    ),
    "brace that reaches further": (
        "{guess}. The",
        "{guess.real}. The",
        "explore.prediction: expected numbers in braces such as {delivered:.1f}; "
        "found “You said {guess.real}. The model says 14; 13 people fall ju…”",
    ),
    "kept id": (
        'id = "tangle01"',
        'id = "tangle02"',
        "reflect.keep.id: expected an id that ends in 01, this lesson’s number; found “tangle02”",
    ),
    "kept from a prediction": (
        "within = 2\n",
        'within = 2\nkept_as = ["guess07"]\n',
        "predict.kept_as[0]: expected an id that ends in 01, this lesson’s number; found “guess07”",
    ),
    "kept choice without a choice": (
        'options = ["tangle", "holding back"]',
        'options = ["tangle"]',
        "reflect.keep.options: expected at least 2 to choose from; found 1",
    ),
    "kept for an older lesson": (
        "back_in = [8, 10]",
        "back_in = [8, 1]",
        "reflect.keep.back_in[1]: expected the number of a later lesson; found 1",
    ),
    "brought back from a later lesson": (
        "\n[facilitator]",
        '\n[[back]]\nid = "guess02"\nafter = "explore"\ntext = "You said {answer}."\n\n[facilitator]',
        "back[0].id: expected an answer of an older lesson; found “guess02”",
    ),
    "prediction out of range": (
        "value = 14\n",
        "value = 31\n",
        "predict.value: expected a number from 7 to 30; found 31",
    ),
    "prediction without an answer": (
        "value = 14\n",
        "",
        "predict.value: expected a number, or words in predict.alternative; found neither",
    ),
    "row of ways": (
        '["0.10, 0.10", "4.2", "6.2", "4.4", "5.8"]',
        '["0.10, 0.10", "4.2", "6.2", "4.4"]',
        "explore.ways.rows[0]: expected 5 cells, as in the header; found 4",
    ),
    "winner that is no way": (
        "best = [1, 3, 2]",
        "best = [1, 3, 4]",
        "explore.ways.best[2]: expected 0 to 3, or -1 for none; found 4",
    ),
    "winners": ("best = [1, 3, 2]", "best = [1, 3]", "explore.ways.best: expected one for each of 3 rows; found 2"),
    "letters of options": (
        'id = "C"\ntext = "Two ideas',
        'id = "D"\ntext = "Two ideas',
        "case.decisions[1].options: expected the options A, B and C, in this order; found “ABD”",
    ),
    "variant that cannot happen": (
        "[case.decisions.options.after.A]",
        "[case.decisions.options.after.E]",
        "case.decisions[1].options[0].after.E: expected an option of the decision before; found “E”",
    ),
    "scene that cannot happen": (
        'question = "You are Tomas. How do you spend the twenty minutes?"\n',
        'question = "You are Tomas. How do you spend the twenty minutes?"\nscenes = { A = "It is late." }\n',
        "case.decisions[0].scenes.A: expected an option of the decision before; found “A”",
    ),
    "option without a hat": (
        'hat = "managing"\n',
        "",
        "case.decisions[0].options[0].hat: expected a hat; found nothing",
    ),
    "path beaten by another": (
        "people = 1, future = 0, hours = 2",
        "people = 1, future = 0, hours = 1",
        "case: expected path BB to be better than CA in something; found nothing",
    ),
    "two right answers": (
        'text = "A higher and a lower rank"\n',
        'text = "A higher and a lower rank"\nright = true\n',
        "check.questions[0].answers: expected exactly one right answer; found 2",
    ),
    "no right answer": (
        'text = "Two lists of acts"\nright = true\n',
        'text = "Two lists of acts"\n',
        "check.questions[0].answers: expected exactly one right answer; found 0",
    ),
    "letters of answers": (
        'id = "B"\ntext = "A higher',
        'text = "A higher',
        "check.questions[0].answers: expected answers with the ids A, B, C … in order; found “A–C”",
    ),
    "unknown box": (
        'box = "leading"',
        'box = "both of them"',
        "check.questions[1].answers[0].box: expected one of managing, leading, both, neither; found “both of them”",
    ),
    "any other": (
        'text = "any other"',
        'text = "11"',
        "check.questions[4].answers[3].text: expected “any other”, for all other numbers; found “11”",
    ),
    "likely number that is none": (
        'text = "10"\n',
        'text = "ten"\n',
        "check.questions[4].answers[1].text: expected a number; found “ten”",
    ),
    "wrong number inside the margin": (
        "value = 9\nwithin = 0",
        "value = 9\nwithin = 1",
        "check.questions[4].answers[1].right: expected a right answer within 1 of 9, and wrong ones outside; "
        "found 10 marked as not right",
    ),
    "question from a later lesson": (
        "from_lesson = 0",
        "from_lesson = 1",
        "check.questions[4].from_lesson: expected the number of an older lesson; found 1",
    ),
}


def only_line(library: Library) -> str:
    with pytest.raises(ContentError) as caught:
        library.lesson("focus")
    assert len(caught.value.mistakes) == len(str(caught.value).splitlines())
    return str(caught.value)


@pytest.mark.parametrize(("old", "new", "message"), [*SHAPE.values(), *RULES.values()], ids=[*SHAPE, *RULES])
def test_a_mistake_is_told_in_one_line(
    change: Change, copy: Path, old: str | re.Pattern[str], new: str, message: str
) -> None:
    if isinstance(old, re.Pattern):
        found = old.search((copy / LESSON).read_text(encoding="utf-8"))
        assert found
        old = found[0]
    assert only_line(change(LESSON, old, new)) == f"{LESSON}: {message}"


def test_no_right_answer_among_several(change: Change) -> None:
    change(LESSON, 'right = true\nfeedback = "Yes, too far. The authors', 'feedback = "Yes, too far. The authors')
    library = change(LESSON, 'right = true\nfeedback = "Yes, too far. Hours', 'feedback = "Yes, too far. Hours')
    assert only_line(library) == f"{LESSON}: check.questions[3].answers: expected at least one right answer; found none"


def test_right_answers_that_always_come_first(change: Change) -> None:
    for old, new in (
        ('text = "Two kinds of personality"\n', 'text = "Two kinds of personality"\nright = true\n'),
        ('text = "Two lists of acts"\nright = true\n', 'text = "Two lists of acts"\n'),
        ('text = "Six and six"\n', 'text = "Six and six"\nright = true\n'),
    ):
        change(LESSON, old, new)
    library = change(LESSON, 'text = "Plan for 12"\nright = true\n', 'text = "Plan for 12"\n')
    message = "check.questions: expected the right answer not to come first each time; found it does, in 2 of 2"
    assert f"{LESSON}: {message}" in only_line(library).splitlines()


def test_right_answers_that_are_always_the_longest(change: Change) -> None:
    change(LESSON, 'text = "Two lists of acts"', 'text = "Two lists of acts, one for each word"')
    library = change(LESSON, 'text = "Plan for 12"', 'text = "Plan for all of the 12 hours"')
    message = "check.questions: expected the right answer not to be the longest each time; found it is, in 2 of 2"
    assert only_line(library) == f"{LESSON}: {message}"


def test_an_answer_brought_back_that_the_older_lesson_does_not_keep(change: Change, copy: Path) -> None:
    later = copy / "later"
    later.mkdir()
    text = (copy / LESSON).read_text(encoding="utf-8")
    text = text.replace("number = 1", "number = 12", 1).replace('slug = "focus"', 'slug = "later"')
    text = text.replace("tangle01", "tangle12").replace("back_in = [8, 10]", "back_in = [13]")
    text += '\n[[back]]\nid = "hiding01"\nafter = "explore"\ntext = "You said {answer}."\n'
    (later / "lesson.toml").write_text(text, encoding="utf-8")
    message = "back[0].id: expected an answer that lesson 1 keeps; found “hiding01”"
    with pytest.raises(ContentError) as caught:
        Library(copy).lesson("later")
    assert str(caught.value) == f"later/lesson.toml: {message}"


SHARED = {
    "card's sentence": (
        "traits.toml",
        'sentences = ["P1.S1"]',
        'sentences = ["P1.S1", "P7.S5"]',
        "traits.toml: T01.sentences[1]: expected the id of a sentence, P1.S1 to P7.S4; found “P7.S5”",
    ),
    "card's source": (
        "traits.toml",
        '"yukl2012"',
        '"yukl2013"',
        "traits.toml: T01.sources[0]: expected a reference of the course; found “yukl2013”",
    ),
    "card's difference": (
        "traits.toml",
        'difference = "focus"',
        'difference = "fokus"',
        "traits.toml: T01.difference: expected a difference of the course; found “fokus”",
    ),
    "card's role without a sentence": (
        "traits.toml",
        'sentences = ["P1.S1"]\n',
        "",
        "traits.toml: T01.sentences: expected both a role in the article and its sentences, or neither; "
        "found no sentences",
    ),
    "term's source": (
        "glossary.toml",
        'sources = ["oreillytushman2013"]',
        'sources = ["oreilly2013"]',
        "glossary.toml: ambidexterity.sources[0]: expected a reference of the course; found “oreilly2013”",
    ),
    "note of a sentence": (
        "article.toml",
        "P4.S3 names another one",
        "P4.S5 names another one",
        "article.toml: P1.S1.note: expected a sentence of the article, P1.S1 to P7.S4; found “P4.S5”",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "message"), SHARED.values(), ids=SHARED)
def test_a_mistake_in_a_shared_file_stops_every_lesson(
    change: Change, file: str, old: str, new: str, message: str
) -> None:
    assert only_line(change(file, old, new)) == message


def test_broken_toml_names_the_line(change: Change) -> None:
    line = only_line(change(LESSON, "minutes = 18", "minutes = "))
    assert line == f"{LESSON}: expected TOML; found Invalid value (at line 4, column 11)"


def test_several_mistakes_have_a_line_each(change: Change) -> None:
    change(LESSON, "minutes = 18\n", "")
    lines = only_line(change(LESSON, 'badge = "agrees"', 'badge = "sure"')).splitlines()
    assert lines == [
        f"{LESSON}: minutes: expected a value; found nothing",
        f"{LESSON}: evidence.lines[0].badge: expected 'agrees', 'contested', 'contradicts' or 'none'; found “sure”",
    ]
