"""What a class expected: one mark a guess beside the answer, or hands counted in three ranges."""

from __future__ import annotations

from typing import Any

from figures.class_bars import Cell, Row
from lessons.activities.numbers import show_number
from lessons.activities.predict import Commitment, sure_words
from lessons.classroom.ranges import ranges
from lessons.classroom.rules import counted, enough
from lessons.classroom.tallies import Guesses, guesses
from lessons.course.prose import fill
from lessons.page.markup import Markup, tag

from .screen import Numbers, Screen


class ExpectedScreen(Screen):
    """The predictions of the lesson that is talked about."""

    name = "expected"
    of_lesson = True

    def parts(self) -> list[Any]:
        asked, hands = self.desk.lesson.predict, self.desk.by_hand.guesses
        if hands:
            return self._ranges(hands) if enough(sum(hands)) else self.waiting(sum(hands))
        found = guesses(self.desk.lesson, self.desk.of(self.desk.lesson.slug))
        if not enough(found.people):
            return self.waiting(found.people)
        picture = self.picture("guesses", "class_guesses")
        low, high = found.quartiles if found.values else (asked.low, asked.low)
        numbers: Numbers = {
            "n": found.people, "k": found.instead, "unit": asked.unit, "answer": self._answer(), "kind": self._kind(),
            "low": show_number(found.values[0]) if found.values else "–", "by": "",
            "high": show_number(found.values[-1]) if found.values else "–", "q1": show_number(round(low, 2)),
            "q3": show_number(round(high, 2)), "words": self._instead(found),
        }  # fmt: skip
        data = picture.chart.Data(
            found.values, asked.low, asked.high, asked.step, asked.value, self._answer(), self._kind(),
            (low, high) if found.values else (float("nan"), float("nan")), found.instead,
        )  # fmt: skip
        picture.show(data, found.finding, numbers)
        return [self.drawn(picture, self._sure(found), over=self._question())]

    def _sure(self, found: Guesses) -> Markup:
        """How many said each word of confidence."""
        counts = (f"{sure_words(word)['sure']} {counted(count, found.people)}" for word, count in found.sure.items())
        return tag("p", self.say("sure", {"list": ", ".join(counts)}), class_="th-p")

    def _question(self) -> Markup:
        asked = self.desk.lesson.predict
        return tag("p", self.desk.writer.write(asked.question), class_="th-p")

    def _answer(self) -> str:
        asked = self.desk.lesson.predict
        return asked.alternative if asked.value is None else Commitment(asked).shown(asked.value)

    def _kind(self) -> str:
        return self.words.says[self.desk.lesson.predict.kind]

    def _instead(self, found: Guesses) -> str:
        return self.say("instead", {"k": found.instead, "words": found.asked.alternative}) if found.instead else ""

    def _ranges(self, hands: tuple[int, ...]) -> list[Any]:
        asked, form, total = self.desk.lesson.predict, self.desk.words.hands, sum(hands)
        low, high = ranges(asked)
        ends = {"a": show_number(low), "b": show_number(high)}
        names = [fill(text, ends) for text in (form.under, form.between, form.over)]
        rows = [
            Row(f"{name} {asked.unit}", [Cell(count, total, counted(count, total))])
            for name, count in zip(names, hands, strict=True)
        ]
        most = max(range(len(hands)), key=lambda place: hands[place])
        said = "; ".join(f"{row.text}: {row.cells[0].shown}" for row in rows if row.cells[0])
        picture = self.picture("ranges", "class_bars")
        numbers: Numbers = {
            "n": total, "k": hands[most], "range": rows[most].text, "unit": asked.unit, "by": self.by(True),
            "answer": self._answer(), "kind": self._kind(), "list": said,
        }  # fmt: skip
        picture.show(picture.chart.Data([""], rows), "some", numbers)
        nearly = self.desk.by_hand.nearly
        sure = self.say("nearly", {"k": nearly, "n": total}) if nearly is not None else ""
        answer = self.say("answer", {"answer": self._answer(), "kind": self._kind()})
        return [self.drawn(picture, tag("p", f"{answer} {sure}".strip(), class_="th-p"), over=self._question())]
