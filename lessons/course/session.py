"""The plan of a session: its minutes, its lessons, what to ask, what to print.

Computed from the lessons' own minute plans and from the tables of the facilitator's guide, so nothing is written twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from .mistakes import ContentError, Mistake
from .schema import Card, Lesson

Length = Literal["lesson", "theme", "workshop", "sessions"]
LENGTHS: tuple[Length, ...] = ("lesson", "theme", "workshop", "sessions")
Group = Literal["1", "2", "3-5", "6"]
GROUPS: tuple[Group, ...] = ("1", "2", "3-5", "6")
Kind = Literal["sheet", "facilitator", "slides", "mat", "map", "hands", "notice"]
Copies = Literal["each", "one"]
Rows = Sequence[Sequence[str]]
GROUP_ROWS: Mapping[Group, tuple[str, ...]] = {"1": ("1",), "2": ("2",), "3-5": ("3–5",), "6": ("6–12", "More")}
"""The rows of the guide's table of groups that speak to a group of that size."""
COUNTED: Group = "6"
"""The group that is large enough to be counted: under five, a count names people."""
THEME_CARDS = 8
"""How many cards are sorted in a theme."""
START = 0
"""The number of lesson 0, which is no lesson with a case."""
_ITEM = re.compile(r"\s*(?P<do>.*?)\s*\((?P<minutes>\d+)\)\.?")


@dataclass(frozen=True)
class GuidePlans:
    """The guide's tables without their headers, as prose. theme, workshop: minutes and what to do; themes: name, two
    lessons, case from, model from; sessions: name, before, in class, the question; groups: people, what to change;
    intro: what every teacher is told first."""

    theme: Rows
    themes: Rows
    workshop: Rows
    sessions: Rows
    groups: Rows
    late: str
    between: str
    intro: str


@dataclass(frozen=True)
class Theme:
    """Two lessons in one session, by number: the one that gives the case, and the one that gives the model."""

    name: str
    case: int
    model: int


@dataclass(frozen=True)
class Wish:
    """What a teacher asks for. lessons: numbers; one for a lesson, two for a theme (the first gives the case, the
    second the model), none for a workshop or five sessions, which have their own."""

    length: Length
    lessons: tuple[int, ...]
    group: Group
    computers: bool


@dataclass(frozen=True)
class Step:
    """What is done from one minute to another; ``do`` is prose."""

    start: int
    end: int
    do: str


@dataclass(frozen=True)
class Meeting:
    """One time together. name, before, question: "" where the plan has none."""

    steps: tuple[Step, ...]
    name: str = ""
    before: str = ""
    question: str = ""

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.steps[-1].end


@dataclass(frozen=True)
class ToPrint:
    """One thing to print, of a lesson or (with ``lesson`` None) of the course, once or once for each person."""

    kind: Kind
    lesson: int | None
    copies: Copies


@dataclass(frozen=True)
class Plan:
    """A session that can be held. groups: what to change for a group of this size; cards: those to sort, by text;
    case, model: the lesson that gives it, where the plan leaves that open; remark: what the guide says beside it."""

    wish: Wish
    meetings: tuple[Meeting, ...]
    lessons: tuple[Lesson, ...]
    opens: bool
    groups: tuple[str, ...]
    cards: tuple[str, ...] = ()
    case: Lesson | None = None
    model: Lesson | None = None
    remark: str = ""

    @property
    def prints(self) -> tuple[ToPrint, ...]:
        """What to print for it."""
        return tuple(_prints(self))


def themes(guide: GuidePlans) -> tuple[Theme, ...]:
    """The guide's themes."""
    return tuple(Theme(name, int(case), int(model)) for name, _, case, model in guide.themes)


def plan(wish: Wish, guide: GuidePlans, lessons: Iterable[Lesson], cards: Mapping[str, Card]) -> Plan:
    """The plan that a wish comes to. Raises ContentError if a table of minutes cannot be read as one.

    lessons: all lessons of the course; those that a plan names and that are not there are left out.
    """
    known = {lesson.number: lesson for lesson in lessons}
    meetings, numbers = _meetings(wish, guide, known)
    chosen = tuple(known[number] for number in sorted(numbers) if number in known)
    groups = tuple(row[1] for row in guide.groups if row[0] in GROUP_ROWS[wish.group])
    remark = {"workshop": guide.late, "sessions": guide.between}.get(wish.length, "")
    made = Plan(wish, meetings, chosen, START in numbers, groups, remark=remark)
    if wish.length != "theme":
        return made
    case, model = (known[number] for number in wish.lessons)
    return replace(made, cards=_cards(wish.lessons, cards), case=case, model=model)


def _cards(lessons: Sequence[int], cards: Mapping[str, Card]) -> tuple[str, ...]:
    """The cards of a theme: those of its lessons, core cards first; then other core cards until there are enough."""
    by_use = sorted(cards.values(), key=lambda card: (card.lesson not in lessons, not card.core))
    return tuple(card.text for card in by_use[:THEME_CARDS])


def _meetings(wish: Wish, guide: GuidePlans, known: Mapping[int, Lesson]) -> tuple[tuple[Meeting, ...], frozenset[int]]:
    """The times together, and the numbers of the lessons in them."""
    if wish.length == "sessions":
        held = tuple(_meeting(row) for row in guide.sessions)
        return held, _of_sessions(held)
    if wish.length == "lesson":
        lesson = known[wish.lessons[0]]
        rows: Rows = [(row.minutes, row.do) for row in lesson.facilitator.plan]
        return (Meeting(_steps(rows)),), frozenset(wish.lessons)
    rows = guide.theme if wish.length == "theme" else guide.workshop
    said = " ".join(row[1] for row in rows)
    named = wish.lessons or tuple(map(int, re.findall(r"\b[Ll]esson (\d+)", said)))
    return (Meeting(_steps(rows)),), frozenset(named)


def _steps(rows: Rows) -> tuple[Step, ...]:
    """Rows such as ("4–9", "Predict …") as steps that follow each other from minute 0."""
    steps: list[Step] = []
    for minutes, do, *_ in rows:
        found = re.fullmatch(r"(\d+)–(\d+)", minutes)
        end = steps[-1].end if steps else 0
        if not found or int(found[1]) != end or int(found[2]) <= end:
            raise ContentError([Mistake("a minute plan", minutes, f"minutes that begin with {end}", f"“{minutes}”")])
        steps.append(Step(int(found[1]), int(found[2]), do))
    return tuple(steps)


def _meeting(row: Sequence[str]) -> Meeting:
    """A row such as ("1. Look", "nothing", "Sentence and sort (20). Lesson 1 whole (50).", "What …?")."""
    name, before, together, question = row
    steps: list[Step] = []
    for item in _ITEM.finditer(together):
        start = steps[-1].end if steps else 0
        steps.append(Step(start, start + int(item["minutes"]), item["do"]))
    return Meeting(tuple(steps), name, before, question)


def _of_sessions(meetings: Iterable[Meeting]) -> frozenset[int]:
    """The lessons of five sessions: those done alone before, and those that a step in class begins with."""
    before = [number for meeting in meetings for number in _numbers(meeting.before)]
    steps = (step.do for meeting in meetings for step in meeting.steps)
    named = (re.match(r"(?:[Ll]esson )?(\d+)\b", do) for do in steps)
    return frozenset((*before, *(int(found[1]) for found in named if found)))


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def _prints(plan: Plan) -> Iterable[ToPrint]:
    """Paper for everyone where nobody has a screen; with screens, what the teacher needs and what is handed in."""
    paper, counted = not plan.wish.computers, plan.wish.group == COUNTED
    if plan.opens:
        yield ToPrint("map", START, "each")
        yield ToPrint("facilitator", START, "one")
    if plan.cards or (paper and plan.opens):
        yield ToPrint("mat", START, "each")
    for lesson in plan.lessons:
        if paper:
            yield ToPrint("sheet", lesson.number, "each")
        yield ToPrint("facilitator", lesson.number, "one")
        yield ToPrint("slides", lesson.number, "one")
        if paper and counted:
            yield ToPrint("hands", lesson.number, "one")
    if plan.wish.computers and counted:
        yield ToPrint("notice", None, "each")
