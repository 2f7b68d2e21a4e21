"""The learner's plan: the sentence again and the seal, two halves, one act, how sure one was, and the exit question."""

from __future__ import annotations

from typing import Any

from lessons.activities.back import said_value
from lessons.activities.calibration_view import counted, forecasts
from lessons.activities.desk import Desk
from lessons.activities.view import View
from lessons.activities.words import local_day, word
from lessons.course import library
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import Markup, tag

from .act_form import ActForm
from .own_words import OwnWords, own_text

FIRST, SENTENCE = "sentence00", "sentence15"
UNLESS, ASKED = "unless09", "asked05"


class PlanView(View):
    """Every part is kept by its own button; the old sentence is opened once the new one is written."""

    step = "plan"

    def __init__(self, desk: Desk) -> None:
        self.words = library.game().plan
        self._changing = False
        super().__init__(desk)

    def parts(self) -> list[Any]:
        self._sure, self._first = parts.html(), parts.box(classes=("th-screen",))
        self._set_sentence()
        self._follow()
        self.desk.on_answer("plan", self._follow)
        return [
            self._first,
            self._screen(self.words.halves.title, self._halves()),
            self._screen(self.words.act.title, parts.html(self._text(self.words.act.intro)), self._act()),
            parts.box(parts.html(*self._beside()), self._examples(), classes=("th-screen",)),
            parts.box(parts.html(_heading(self.words.sure)), self._sure, classes=("th-not-projected",)),
            self._screen(self.words.exit.title, parts.html(self._text(self.words.exit.intro)), self._exit()),
        ]

    def _screen(self, title: str, *inner: Any) -> Any:
        return parts.box(parts.html(_heading(title)), *inner, classes=("th-screen",))

    def _text(self, text: str) -> Markup:
        return self.desk.writer.paragraph(text)

    # ---- the sentence
    def _set_sentence(self) -> None:
        """This part alone: what stands in the others and is not kept yet stays there."""
        self._first.children = (parts.html(_heading(self.words.sentence.title)), *self._sentence())

    def _sentence(self) -> list[Any]:
        words = self.words.sentence
        if not own_text(self.desk, SENTENCE) or self._changing:
            labels = {SENTENCE: words.prompt}
            form = OwnWords(self.desk, labels, words.save, "", after=self._written)
            return [parts.html(self._text(words.intro)), form.widget]
        kept = self.desk.state.texts[SENTENCE]
        today = fill(words.saved, {"date": local_day(kept.at), "sentence": kept.text})
        change = parts.button(words.change, self._change)
        return [parts.note("✎", today, key="new-sentence"), *self._opened(), change]

    def _opened(self) -> list[Any]:
        """The old sentence beside the new one; one that was not written is not missed."""
        first = self.desk.everything.kept.get(FIRST)
        if first is None:
            return []
        said = fill(self.words.sentence.opened, {"date": local_day(first.at), "sentence": str(first.value)})
        return [parts.note("✉", said, self.words.sentence.ask, key="seal")]

    def _written(self) -> None:
        if own_text(self.desk, SENTENCE):
            self._changing = False
            self._set_sentence()
            self.desk.page.focus("new-sentence")

    def _change(self) -> None:
        self._changing = True
        self._set_sentence()
        self.desk.page.focus(SENTENCE)

    # ---- the rest
    def _halves(self) -> Any:
        words = self.words.halves
        labels = {"managing_first": words.managing, "leading_first": words.leading}
        return OwnWords(self.desk, labels, words.save, words.saved, rows=2).widget

    def _act(self) -> Any:
        return ActForm(self.desk, self.words.act).widget

    def _beside(self) -> list[Markup]:
        """What comes back from lessons 4, 5 and 9, and what to do with the plan."""
        words, kept, write = self.words.act, self.desk.everything.kept, self.desk.writer
        back = [
            write.paragraph(text, {"answer": said_value(name, kept[name].value), "date": local_day(kept[name].at)})
            for name, text in ((UNLESS, words.unless), (ASKED, words.asked))
            if name in kept
        ]
        return [*back, write.paragraph(words.seen), write.paragraph(words.aloud)]

    def _examples(self) -> Any:
        words, write = self.words.act, self.desk.writer
        items = tag("ul", *(tag("li", write.write(one)) for one in words.examples), class_="th-goals")
        content = parts.html(items, write.paragraph(words.examples_note))
        return parts.Disclosure(words.open_examples, words.close_examples, content).widget

    def _follow(self) -> None:
        """Count the predictions again: this lesson's own may still come."""
        made = forecasts(library.lessons(), self.desk.everything)
        self._sure.value = counted(made) if made else tag("p", word("calibration.none"), class_="th-muted")

    def _exit(self) -> Any:
        words = self.words.exit
        return OwnWords(self.desk, {"exit": words.prompt}, words.save, words.saved).widget


def _heading(title: str) -> Markup:
    return tag("h3", title, class_="th-h3")
