"""Case: two decisions, the second depending on the first. No option is wrong; every one gains and costs something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lessons.course.order import mixed
from lessons.course.prose import together
from lessons.course.schema import Case, Decision, Lesson, Measures, Option, Role
from lessons.page import parts
from lessons.page.markup import Markup, join, tag

from .roles import role_tag
from .view import View
from .words import word

MARKS = {1: "+", 0: "0", -1: "−"}


@dataclass(frozen=True)
class Consequence:
    """What a choice led to, and what it gained and cost."""

    hat: Role | None
    happens: str
    notice: str
    measures: Measures


@dataclass(frozen=True)
class Path:
    """The rules of a case: which decision is open, what each choice led to, what the whole path comes to.

    chosen: the letter chosen at decision 1 and at decision 2, as far as one has come.
    """

    case: Case
    chosen: Mapping[int, str]

    @property
    def open(self) -> int | None:
        """The decision that waits for a choice, or None at the end."""
        return next((number for number in range(1, len(self.case.decisions) + 1) if number not in self.chosen), None)

    def decision(self, number: int) -> Decision:
        """Decision 1, or 2 where there is one."""
        return self.case.decisions[number - 1]

    def option(self, number: int) -> Option:
        """The option chosen at a decision."""
        return next(option for option in self.decision(number).options if option.id == self.chosen[number])

    def scene(self, number: int) -> str:
        """What stands under the question: it may depend on the first choice."""
        decision = self.decision(number)
        given = {str(letter): scene for letter, scene in decision.scenes.items()}
        return given.get(self.chosen.get(1, ""), decision.scene) if number == 2 else decision.scene

    def consequence(self, number: int) -> Consequence:
        """What the choice at a decision led to, given the first one."""
        option = self.option(number)
        variant = option.after.get(self.chosen[1]) if number == 2 else None  # type: ignore[call-overload]
        if variant is None:
            return Consequence(option.hat, option.happens, option.notice, option.measures)
        happens = variant.instead or together(option.happens, variant.adds)
        return Consequence(option.hat, happens, variant.notice or option.notice, variant.measures or option.measures)

    def total(self) -> dict[str, int]:
        """Results, people, future and hours of the choices made so far, added up."""
        made = [self.consequence(number).measures for number in (1, 2) if number in self.chosen]
        return {name: sum(getattr(one, name) for one in made) for name in Measures.model_fields}


def shuffled(lesson: Lesson, number: int) -> list[Option]:
    """The options of a decision in an order that is the same each time, so that no letter gives a hat away."""
    return mixed(lesson.case.decisions[number - 1].options, lesson.slug, "case", number)


class CaseView(View):
    """The scene, a choice, what it led to; then the second choice; then what the path came to."""

    step = "case"

    def parts(self) -> list[Any]:
        self.path = Path(self.desk.lesson.case, self.desk.state.choices)
        first = parts.box(self._opening(), *self._decision(1), classes=("th-screen",))
        if 1 not in self.path.chosen:
            return [first]
        if len(self.path.case.decisions) == 1:
            return [first, *self._closing()]
        second = parts.box(*self._decision(2), classes=("th-screen",))
        return [first, second, *([self._end()] if self.path.open is None else [])]

    def _opening(self) -> Any:
        case = self.path.case
        credit = tag("p", tag("em", case.credit), class_="th-muted")
        return parts.html(credit, self.desk.writer.paragraph(case.opening))

    def _decision(self, number: int) -> list[Any]:
        if number in self.path.chosen:
            return [self._question(number), self._options(number), self._consequence(number), *self._rewind(number)]
        pairs = [(option.text, option.id) for option in self._shuffled(number)]
        label = tag("span", self._title(number), class_="th-question", data_th_key=f"decision{number}", tabindex="-1")
        field, radios = parts.choices(label, pairs)
        problem = parts.html(classes=("th-problem",))

        def choose() -> None:
            if radios.value is None:
                problem.value = parts.alert(word("case.no_choice"))
            else:
                self._choose(number, radios.value)

        return [self._scene(number), field, parts.button(word("case.choose"), choose, primary=True), problem]

    def _shuffled(self, number: int) -> list[Option]:
        return shuffled(self.desk.lesson, number)

    def _title(self, number: int) -> Markup:
        numeral = f"{number}. " if len(self.path.case.decisions) > 1 else None
        return join(numeral, self.desk.writer.write(self.path.decision(number).question))

    def _question(self, number: int) -> Any:
        return parts.html(tag("h3", self._title(number), class_="th-question"), self._scene_text(number))

    def _scene(self, number: int) -> Any:
        return parts.html(self._scene_text(number))

    def _scene_text(self, number: int) -> Markup | None:
        scene = self.path.scene(number)
        return self.desk.writer.paragraph(scene) if scene else None

    def _options(self, number: int) -> Any:
        chosen = self.path.chosen[number]
        return parts.html(parts.chosen_list([(option.text, option.id == chosen) for option in self._shuffled(number)]))

    def _consequence(self, number: int) -> Any:
        led = self.path.consequence(number)
        write = self.desk.writer.write
        hat = join(word("case.your_hat"), " ", role_tag(led.hat)) if led.hat else None
        return parts.html(
            tag(
                "div",
                tag("p", tag("strong", word("notes.what_happens")), " ", write(led.happens)),
                tag("p", tag("strong", word("notes.to_notice")), " ", write(led.notice)),
                tag("p", hat, measure_list(led.measures), class_="th-measured"),
                class_="th-note th-plain",
            ),
            key=f"consequence{number}",
        )

    def _rewind(self, number: int) -> list[Any]:
        """Only the latest choice can be taken back."""
        if number != max(self.path.chosen):
            return []
        return [parts.button(word("buttons.rewind"), lambda: self._take_back(number))]

    def _end(self) -> Any:
        total = self.path.total()
        came_to = tag("p", tag("strong", word("case.total")), " ", total_list(total), class_="th-measured")
        return parts.box(parts.html(came_to), *self._closing(), classes=("th-screen",))

    def _closing(self) -> list[Any]:
        if not self.path.case.closing:
            return []
        said = self.desk.writer.paragraph(self.path.case.closing)
        return [parts.html(tag("blockquote", said, class_="th-closing"))]

    def _choose(self, number: int, letter: str) -> None:
        self.keep("chose", decision=number, option=letter)
        self.moved_on(f"consequence{number}", word("case.spoken"))

    def _take_back(self, number: int) -> None:
        self.keep("rewound", decision=number)
        self.moved_on(f"decision{number}", word("case.taken_back"))


def measure_list(measures: Measures) -> Markup:
    """What one choice gained and cost, each with a sign and a word."""
    signs = ("results", "people", "future")
    items = [
        tag("span", word(f"measures.{name}"), " ", sign_of(getattr(measures, name)), class_="th-measure")
        for name in signs
    ]
    return join(*items, tag("span", word("measures.hours"), " ", measures.hours, class_="th-measure"))


def sign_of(value: int) -> Markup:
    """+, 0 or − for the eye; a word for the ear."""
    spoken = word(f"measures.{('same', 'gain', 'price')[(value > 0) + 2 * (value < 0)]}")
    return join(tag("span", MARKS[value], aria_hidden="true"), tag("span", spoken, class_="th-sr"))


def total_list(total: Mapping[str, int]) -> Markup:
    """What a whole path came to."""
    return join(
        *(
            tag(
                "span",
                word(f"measures.{name}"),
                " ",
                show_signed(value) if name != "hours" else value,
                class_="th-measure",
            )
            for name, value in total.items()
        )
    )


def show_signed(value: int) -> str:
    """+2, 0 or −1."""
    return f"{value:+d}".replace("-", "−") if value else "0"
