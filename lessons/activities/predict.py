"""Predict: commit to a number, and say how sure you are, before the model is seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import ipywidgets as widgets

from lessons.course.schema import ALTERNATIVE, Prediction
from lessons.page import parts
from lessons.page.markup import tag

from .numbers import read_number, show_number
from .view import View
from .words import word

SURE = ("guess", "fairly", "nearly")
Guess = float | str


@dataclass(frozen=True)
class Commitment:
    """The rules of a prediction: what counts as an answer, and what counts as right."""

    asked: Prediction

    def read(self, text: str, alternative: bool) -> Guess | None:
        """The answer in what was typed and ticked; None if there is none within the range."""
        if alternative and self.asked.alternative:
            return ALTERNATIVE
        value = read_number(text)
        return value if value is not None and self.asked.low <= value <= self.asked.high else None

    def problem(self, text: str, alternative: bool, sure: str | None) -> str:
        """The key of what is still missing, or ""."""
        if not alternative and not text.strip():
            return "predict.no_number"
        if self.read(text, alternative) is None:
            return "predict.out_of_range"
        return "" if sure in SURE else "predict.not_sure"

    def right(self, guess: Guess) -> bool:
        """Whether the guess lies within the stated margin, or is the alternative that is right."""
        return self.asked.right(guess)

    def shown(self, guess: Guess) -> str:
        """The guess in words: ``14 people``."""
        if isinstance(guess, str):
            return self.asked.alternative
        return f"{show_number(guess)} {self.asked.unit}"

    @property
    def span(self) -> dict[str, str]:
        """The range and unit, for words."""
        asked = self.asked
        return {"low": show_number(asked.low), "high": show_number(asked.high), "unit": asked.unit}


def sure_words(sure: str) -> dict[str, str]:
    """How sure, in words and odds."""
    return {"sure": word(f"confidences.{sure}.name"), "odds": word(f"confidences.{sure}.odds")}


class PredictView(View):
    """The situation, the question, a number to type, three degrees of being sure, and a button."""

    step = "predict"

    def parts(self) -> list[Any]:
        self.rules = Commitment(self.desk.lesson.predict)
        situation = parts.html(self.desk.writer.paragraph(self.rules.asked.situation))
        made = self.desk.state.prediction
        return [situation, *(self._asking() if made is None else self._made(made))]

    def _asking(self) -> list[Any]:
        asked = self.rules.asked
        question = tag("strong", self.desk.writer.write(asked.question), class_="th-question")
        number, self._number = parts.entry(question, hint=word("predict.range", self.rules.span), unit=asked.unit)
        self._number.add_class("th-key-predict")
        self._alternative = widgets.Checkbox(description=asked.alternative, value=False, indent=False)
        degrees = [(word("predict.degree", sure_words(sure)), sure) for sure in SURE]
        sure, self._sure = parts.choices(word("confidences.question"), degrees, flat=True)
        self._problem = parts.html(classes=("th-problem",))
        commit = parts.button(word("predict.commit"), self._commit, primary=True)
        alternative = [self._alternative] if asked.alternative else []
        return [number, *alternative, sure, commit, self._problem]

    def _commit(self) -> None:
        text, alternative = self._number.value, self._alternative.value
        if problem := self.rules.problem(text, alternative, self._sure.value):
            self._problem.value = parts.alert(word(problem, self.rules.span))
            return
        guess, sure = self.rules.read(text, alternative), self._sure.value
        self.keep("predicted", value=guess, sure=sure)
        for name in self.rules.asked.kept_as:
            self.keep("kept", id=name, value=sure if name.startswith("confidence") else guess)
        self.moved_on("predicted", self.rules.asked.recorded)

    def _made(self, made: Any) -> list[Any]:
        shown = word("predict.made", {"guess": self.rules.shown(made.value), **sure_words(made.sure)})
        question = parts.html(tag("p", tag("strong", self.desk.writer.write(self.rules.asked.question)), class_="th-p"))
        return [question, parts.note("✎", shown, self.rules.asked.recorded, key="predicted")]
