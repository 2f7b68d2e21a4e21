"""What a class chose in the case: decision 1, and decision 2 by what was chosen first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from figures.class_bars import Cell, Row
from lessons.activities.case import Path, shuffled
from lessons.classroom.rules import counted, enough
from lessons.classroom.tallies import choice_finding, first_choices, second_choices
from lessons.course.prose import plain
from lessons.course.schema import Lesson, Measures, Option
from lessons.page import parts
from lessons.page.markup import Markup, tag

from .desk import ByHand
from .screen import Numbers, Screen

GAINS = ("results", "people", "future")
CHARTS = {1: "first", 2: "second"}


class ChoseScreen(Screen):
    """Two screens a case, one a decision. Letters are those of the page and of the form for hands."""

    name = "chose"
    of_lesson = True

    def parts(self) -> list[Any]:
        """The course's case, then each case of the class's own that five people have chosen in."""
        counted_of = [(lesson, *self._counts(lesson)) for lesson in self.desk.cases]
        screens = [screen for one in counted_of for screen in self._screens(*one)]
        return screens or self.waiting(max(sum(first.values()) for _, first, _, _ in counted_of))

    def _screens(
        self, lesson: Lesson, first: Mapping[str, int], second: Mapping[str, Mapping[str, int]], by_hand: bool
    ) -> list[Any]:
        if not enough(sum(first.values())):
            return []
        screens = [self._first(lesson, first, by_hand)]
        if any(enough(sum(counts.values())) for counts in second.values()):
            screens.append(self._second(lesson, second, by_hand))
        return screens

    def _counts(self, lesson: Lesson) -> tuple[Mapping[str, int], Mapping[str, Mapping[str, int]], bool]:
        """Both decisions, and whether they were counted by hand. Hands of decision 2 alone tell decision 1 as well."""
        hands = self.desk.by_hand if lesson is self.desk.lesson else ByHand()
        if hands.first or hands.second:
            return (
                hands.first or {letter: sum(one.values()) for letter, one in hands.second.items()},
                hands.second,
                True,
            )
        handed = self.desk.of(self.desk.lesson.slug)
        return first_choices(lesson, handed), second_choices(lesson, handed), False

    def _first(self, lesson: Lesson, counts: Mapping[str, int], by_hand: bool) -> Any:
        people = sum(counts.values())
        rows = [
            Row(
                f"{letter}. {plain(option.text)}",
                [Cell(counts[option.id], people, counted(counts[option.id], people))],
                self._measures(option.measures),
            )
            for letter, option in self._lettered(lesson, 1)
        ]
        return self._drawn(lesson, 1, [""], rows, counts, by_hand)

    def _second(self, lesson: Lesson, paths: Mapping[str, Mapping[str, int]], by_hand: bool) -> Any:
        """A column a path; one that fewer than five took has no bars."""
        groups = {letter: paths[letter] for letter, _ in self._lettered(lesson, 1)}
        heads = [self._head(letter, sum(one.values())) for letter, one in groups.items()]
        rows = [
            Row(
                f"{letter}. {plain(option.text)}",
                [_cell(one, option.id) for one in groups.values()],
                self._same(option),
            )
            for letter, option in self._lettered(lesson, 2)
        ]
        shown = [one for one in groups.values() if enough(sum(one.values()))]
        ids: list[str] = [option.id for _, option in self._lettered(lesson, 2)]
        counts = {option: sum(one[option] for one in shown) for option in ids}
        return self._drawn(lesson, 2, heads, rows, counts, by_hand)

    def _head(self, letter: str, people: int) -> str:
        """A path by its letter, with how many took it, if they are enough."""
        return self.say("path" if enough(people) else "after", {"letter": letter, "n": people})

    def _drawn(
        self, lesson: Lesson, number: int, heads: list[str], rows: list[Row], counts: Mapping[str, int], by_hand: bool
    ) -> Any:
        name = CHARTS[number]
        picture = self.picture(f"{name}.{lesson.slug}", "class_bars")
        key, order = choice_finding(counts)
        said = [f"{row.text} {head} {cell.shown if cell else self._few(name)}".replace("  ", " ")
                for row in rows for head, cell in zip(heads, row.cells, strict=True)]  # fmt: skip
        numbers: Numbers = {
            "d": number, "k": counts[order[0]], "n": sum(counts.values()), "first": order[0], "second": order[1],
            "by": self.by(by_hand), "list": "; ".join(said),
        }  # fmt: skip
        picture.show(picture.chart.Data(heads, rows), key, numbers)
        return self.drawn(picture, self._noticed(lesson, number), over=self._question(lesson, number))

    def _few(self, name: str) -> str:
        return self.words.charts[name].labels["few"]

    def _lettered(self, lesson: Lesson, number: int) -> list[tuple[str, Option]]:
        """The options in the order of the page, each with the letter that sheets and slides print beside it."""
        return [(option.id, option) for option in shuffled(lesson, number)]

    def _question(self, lesson: Lesson, number: int) -> Markup:
        """The question, after the name of the case where it is one of the class's own."""
        own = lesson is not self.desk.lesson
        named = tag("strong", self.say("own", {"title": lesson.case.title}), " ") if own else ""
        asked = self.desk.writer.write(lesson.case.decisions[number - 1].question)
        return tag("p", named, f"{number}. ", asked, class_="th-p")

    def _measures(self, measures: Measures) -> str:
        """Who gains, who pays, and how many hours it takes."""
        names = self.desk.measures
        gains = ", ".join(names[name] for name in GAINS if getattr(measures, name) > 0)
        pays = ", ".join(names[name] for name in GAINS if getattr(measures, name) < 0)
        nobody = self.words.says["nobody"]
        said = (
            self.say("gains", {"names": gains or nobody}),
            self.say("pays", {"names": pays or nobody}),
            self.say("hours", {"hours": measures.hours}),
        )
        return " · ".join(said)

    def _same(self, option: Option) -> str:
        """Who pays at decision 2, where that does not depend on decision 1."""
        different = any(one.measures and one.measures != option.measures for one in option.after.values())
        return "" if different else self._measures(option.measures)

    def _noticed(self, lesson: Lesson, number: int) -> Markup:
        """What to notice, an option a row; at decision 2 a row a path where paths differ."""
        header = tuple(self.words.says[key] for key in ("option", "notice", "paid"))
        rows = []
        for letter, option in self._lettered(lesson, number):
            for path, name in self._paths(lesson, number, letter, option):
                led = path.consequence(number)
                rows.append((name, self.desk.writer.write(led.notice), self._measures(led.measures)))
        table = parts.table(header, rows, self.words.says["noticed"])
        return tag("div", parts.folded(self.words.says["noticed"], table), class_="th-not-projected")

    def _paths(self, lesson: Lesson, number: int, letter: str, option: Option) -> list[tuple[Path, str]]:
        case = lesson.case
        if number == 1:
            return [(Path(case, {1: option.id}), letter)]
        if not option.after:
            return [(Path(case, {1: case.decisions[0].options[0].id, 2: option.id}), letter)]
        return [
            (Path(case, {1: first.id, 2: option.id}), f"{letter}, {self.say('after', {'letter': before})}")
            for before, first in self._lettered(lesson, 1)
        ]


def _cell(counts: Mapping[str, int], option: str) -> Cell | None:
    people = sum(counts.values())
    return Cell(counts[option], people, counted(counts[option], people)) if enough(people) else None
