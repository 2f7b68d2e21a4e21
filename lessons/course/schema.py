"""The shape of every text of the course: what a TOML file may and must hold.

Each class mirrors one table of a TOML file. Unknown keys are errors. Texts are *prose*: plain words with the few
marks that `prose.py` knows (``*em*``, ``**strong**``, sentence ids such as P1.S1, references in square brackets,
glossary terms in double square brackets, and ``{name:.1f}`` for a number that the model computes).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Role = Literal["managing", "leading", "both", "neither"]
Letter = Literal["A", "B", "C", "D", "E"]
Mark = Literal[-1, 0, 1]
Badge = Literal["agrees", "contested", "contradicts", "none"]
Prose = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
SentenceId = Annotated[str, Field(pattern=r"^P[1-7]\.S[1-4]$")]
CardId = Annotated[str, Field(pattern=r"^T\d\d$")]
KeptId = Annotated[str, Field(pattern=r"^[a-z]+\d\d$")]


class Table(BaseModel):
    """A table of a TOML file: frozen, and strict about its keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


# ---- head ------------------------------------------------------------------------------------------------------------
class Objective(Table):
    text: Prose
    met_by: tuple[Annotated[str, Field(pattern=r"^(check [1-9]|explore [1-9]|predict|reflection)$")], ...] = Field(
        min_length=1
    )


# ---- claim -----------------------------------------------------------------------------------------------------------
class Side(Table):
    """One column of the claim. An empty ``sentences`` says that the article names no such end.

    ``name`` is a heading of its own; without one the column is called by its hat.
    """

    text: Prose
    sentences: tuple[SentenceId, ...] = ()
    name: str = ""


class Claim(Table):
    """What the article says: of each hat, or of both, in one column or in several that have names."""

    title: Prose
    managing: Side | None = None
    leading: Side | None = None
    shared: tuple[Side, ...] = ()
    catch: Prose

    @property
    def sides(self) -> tuple[tuple[Role, Side], ...]:
        """The columns from left to right, each with its hat."""
        ends: tuple[tuple[Role, Side | None], ...] = (("managing", self.managing), ("leading", self.leading))
        both: tuple[tuple[Role, Side], ...] = tuple(("both", side) for side in self.shared)
        return *((role, side) for role, side in ends if side is not None), *both


# ---- predict ---------------------------------------------------------------------------------------------------------
ALTERNATIVE = "alternative"
"""Stands in the record for words that were chosen in place of a number."""


class Prediction(Table):
    """A number to commit to before the model is seen.

    kind: *published* (a finding), *exact* (mathematics) or *assumed* (true in this model only).
    value: the answer, checked against the model by a test; None when only the alternative is right.
    alternative: words that may be chosen in place of a number ("no share is enough").
    """

    title: Prose
    situation: Prose
    question: Prose
    kind: Literal["published", "exact", "assumed"]
    unit: Prose
    low: float
    high: float
    step: float = 1
    value: float | None = None
    within: float = 0
    alternative: str = ""
    recorded: Prose
    kept_as: tuple[KeptId, ...] = ()

    def right(self, guess: float | str) -> bool:
        """Whether a guess lies within the stated margin, or is the alternative that is right."""
        if self.value is None or isinstance(guess, str):
            return self.value is None and guess == ALTERNATIVE
        return abs(guess - self.value) <= self.within + 1e-9


# ---- case ------------------------------------------------------------------------------------------------------------
class Measures(Table):
    """What a choice gains (+1) or costs (-1) in results, people and the future, and in hours of one's own."""

    results: Mark
    people: Mark
    future: Mark
    hours: Annotated[int, Field(ge=0)]


class Variant(Table):
    """How a second choice turns out after a given first one. ``adds`` follows what happens; ``instead`` replaces it."""

    adds: str = ""
    instead: str = ""
    notice: str = ""
    measures: Measures | None = None


class Option(Table):
    """One way to decide. Only the practice round, which is about no hat, has options without one."""

    id: Letter
    text: Prose
    hat: Role | None = None
    happens: Prose
    notice: Prose
    measures: Measures
    after: dict[Letter, Variant] = {}


class Decision(Table):
    question: Prose
    scene: str = ""
    scenes: dict[Letter, Prose] = {}
    options: tuple[Option, ...] = Field(min_length=3, max_length=3)


class Case(Table):
    """Two decisions; in the practice round one."""

    title: Prose
    credit: Prose
    opening: Prose
    decisions: tuple[Decision, ...] = Field(min_length=1, max_length=2)
    closing: str = ""

    def hats(self, chosen: Mapping[int, str]) -> tuple[Role | None, ...]:
        """The hat of what was chosen at each decision, counted from 1; None where one was left out."""
        known = ({option.id: option.hat for option in decision.options} for decision in self.decisions)
        return tuple(hat.get(chosen.get(number, "")) for number, hat in enumerate(known, 1))  # type: ignore[call-overload]


# ---- explore ---------------------------------------------------------------------------------------------------------
class LeverWords(Table):
    """What a lever is called and means. ``values`` names single positions ("0": "it came by e-mail")."""

    label: Prose
    meaning: Prose
    unit: str = ""
    values: dict[str, str] = {}


class Task(Table):
    """One thing to try. ``levers`` is what "Set it up for me" puts in; the keys are fields of the model's Levers."""

    name: Prose
    do: Prose
    notice: Prose
    levers: dict[str, float] = {}


class WaysTable(Table):
    """Which way wins where: a small table. The first cell of each row names the situation.

    ``best`` gives, for each row, the way that wins: 0 is the first way, -1 says that none does.
    """

    intro: str = ""
    header: tuple[str, ...]
    rows: tuple[tuple[Prose, ...], ...]
    best: tuple[Annotated[int, Field(ge=-1)], ...] = ()
    note: str = ""


class Keep(Table):
    """Something of the learner's own, kept for a later lesson."""

    id: KeptId
    prompt: Prose
    form: Literal["text", "number", "choice"]
    options: tuple[Prose, ...] = ()
    low: float = 0
    high: float = 100
    back_in: tuple[int, ...] = ()


class Explore(Table):
    """``findings`` maps the keys that the model's ``finding`` returns to title templates. ``source`` is the line under
    the chart. ``labels`` are the words in the chart and the names of the model's ``causes``, by key. ``causes`` stands
    over these, where they are not what is taken away from an outcome. ``table`` maps the head of a row of the
    chart's text twin to its value's template."""

    title: Prose
    chart: Prose
    intro: Prose
    levers: dict[str, LeverWords]
    findings: dict[str, Prose]
    subtitle: str = ""
    takeaway: str = ""
    takeaways: dict[str, Prose] = {}
    source: str = ""
    labels: dict[str, str] = {}
    limits: dict[str, Prose] = {}
    prediction: Prose
    why: Prose
    causes: str = ""
    tasks: tuple[Task, ...] = Field(min_length=3)
    ways: WaysTable | None = None
    not_shown: Prose
    in_words: Prose
    table: dict[str, str] = {}
    keep: Keep | None = None


class BroughtBack(Table):
    """An earlier answer shown again. ``{answer}`` and ``{date}`` stand for it; nothing is shown without one."""

    id: KeptId | None = None
    after: Literal["claim", "predict", "case", "explore", "calibration", "cards", "evidence", "check", "reflect"]
    text: Prose
    offer_change: bool = False


# ---- cards -----------------------------------------------------------------------------------------------------------
class CardsStep(Table):
    title: Prose
    intro: Prose
    cards: tuple[CardId, ...] = Field(min_length=1)
    note: Prose


# ---- evidence --------------------------------------------------------------------------------------------------------
class EvidenceLine(Table):
    badge: Badge
    text: Prose


class Evidence(Table):
    title: Prose
    lines: tuple[EvidenceLine, ...] = Field(min_length=1)
    note: str = ""


# ---- check -----------------------------------------------------------------------------------------------------------
class Answer(Table):
    """One answer to a check question. ``box`` is where it belongs, for *classify*. ``misconception`` as M1 … M18."""

    id: Letter | None = None
    text: Prose
    right: bool = False
    box: str = ""
    feedback: Prose
    misconception: str = Field("", pattern=r"^(M\d{1,2})?$")


class Question(Table):
    """A check question. *numeric*: ``answers`` are likely numbers, the last one is "any other"; ``value`` is right
    within ``within``; ``computed`` names the number of the lesson's model that it must equal. ``lesson`` is the older
    lesson that the question brings back."""

    question: Prose
    form: Literal["one", "several", "classify", "numeric"]
    answers: tuple[Answer, ...] = Field(min_length=2)
    boxes: tuple[Prose, ...] = ()
    value: float | None = None
    within: float = 0
    unit: str = ""
    computed: str = ""
    misplaced: str = ""
    from_lesson: int | None = None


class Check(Table):
    title: Prose = "Check"
    questions: tuple[Question, ...] = Field(min_length=1)


# ---- reflect and next ------------------------------------------------------------------------------------------------
class Reflect(Table):
    title: Prose = "Reflect"
    prompt: Prose
    saved: Prose
    keep: Keep | None = None


class HalfWay(Table):
    """The course's turning point: one's choices so far, two sentences side by side, and the question that changes.

    ``choices`` stands under the strip, ``ask`` under the two ``sides``; ``old`` is the question that is crossed out,
    ``new`` the one under it, ``then`` what follows from it.
    """

    choices: Prose
    sides: tuple[Side, Side]
    ask: Prose
    old: Prose
    new: Prose
    then: Prose
    keep: Keep


class Next(Table):
    """``lesson`` is a slug; the words are shown only if that lesson exists."""

    tomorrow: Prose
    lesson: str = ""


# ---- the facilitator's side ------------------------------------------------------------------------------------------
class PlanRow(Table):
    minutes: Prose
    do: Prose


class Misconception(Table):
    says: Prose
    code: str = ""
    reply: Prose


class Facilitator(Table):
    minutes: int = 50
    plan: tuple[PlanRow, ...]
    debrief: tuple[Prose, ...]
    misconceptions: tuple[Misconception, ...]
    answers: Prose
    notes: tuple[Prose, ...] = ()


# ---- a lesson --------------------------------------------------------------------------------------------------------
class Lesson(Table):
    number: Annotated[int, Field(ge=0, le=99)]
    slug: Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]
    title: Prose
    minutes: int
    differences: tuple[str, ...] = ()
    sentences: tuple[SentenceId, ...] = ()
    warning: str = ""
    objectives: tuple[Objective, ...] = ()
    claim: Claim
    predict: Prediction
    case: Case
    explore: Explore
    cards: CardsStep
    evidence: Evidence
    check: Check
    reflect: Reflect
    half_way: HalfWay | None = None
    next: Next
    back: tuple[BroughtBack, ...] = ()
    facilitator: Facilitator


# ---- the shared files ------------------------------------------------------------------------------------------------
class Sentence(Table):
    """One sentence of the article, in our own words. ``note`` is for the reader: what is odd about it."""

    role: Literal["managing", "leading", "both", "none"]
    paraphrase: Prose
    lessons: tuple[int, ...] = ()
    note: str = ""


class Difference(Table):
    name: Prose
    lesson: int
    managing: str
    leading: str
    sentences: tuple[SentenceId, ...]


class Card(Table):
    """A trait card. ``article`` is None where the article does not name it."""

    text: Prose
    article: Role | None = None
    sentences: tuple[SentenceId, ...] = ()
    research: Role
    research_note: str = ""
    sources: tuple[str, ...] = ()
    difference: str = ""
    lesson: int
    core: bool = False


class Term(Table):
    meaning: Prose
    sources: tuple[str, ...] = ()


class Reference(Table):
    """A printed reference: ``text`` in full, without its DOI; ``short`` for running text ("Kotter, 1990").

    ``checked`` is False for what is known from memory only; such a one is never printed.
    """

    id: str
    text: Prose
    short: Prose
    year: int | None = None
    doi: str = ""
    checked: bool
    note: str = ""
