"""Explore on the page: levers beside a live chart, things to try, runs to compare, and why it happened."""

from __future__ import annotations

import threading
from typing import Any

import figures
from lessons.course import library
from lessons.page import parts
from lessons.page.live import LiveFigure
from lessons.page.markup import Markup, join, tag

from .desk import Desk
from .explore import Exploration, Run
from .keep import KeepBox
from .levers import LeverControl
from .predict import Commitment
from .view import View
from .words import word


class ExploreView(View):
    """The model's page. The chart is built once; everything else follows the levers."""

    step = "explore"

    def __init__(self, desk: Desk) -> None:
        self._lock = threading.RLock()
        self.words = desk.lesson.explore
        self.rules = Exploration(library.model(desk.lesson.slug), self.words)
        self.chart = figures.chart(self.words.chart)
        self.live = LiveFigure(self.chart, desk.page.look, word("notes.not_drawn"))
        desk.page.watch(self.live.set_look)
        super().__init__(desk)

    def parts(self) -> list[Any]:
        self.run = self.rules.restore(self.desk.state.explored)
        self._pinned: Run | None = None
        self._noted = False
        self._make()
        self._draw()
        self._mark_prediction()
        self.desk.on_answer("explore", self._mark_prediction)
        beside = parts.row(parts.box(*self._left(), classes=("th-levers",)), self._right(), classes=("th-beside",))
        intro = parts.html(self.desk.writer.paragraph(self.words.intro), classes=("th-not-projected",))
        first = parts.box(intro, beside, classes=("th-screen",))
        kept = [KeepBox(self.desk, self.words.keep).widget] if self.words.keep else []
        second = parts.box(self._guess, self._apart, self._reason.widget, classes=("th-screen",))
        third = parts.box(self._tasks(), *kept, classes=("th-screen",))
        return [first, second, third, parts.html(*self._closing(), classes=("th-screen",))]

    def _make(self) -> None:
        self.controls = {
            lever.name: LeverControl(lever, self.words.levers[lever.name], self._moved) for lever in self.rules.levers
        }
        self._limit, self._compared, self._guess, self._apart = (parts.html() for _ in range(4))
        self._why, self._text, self._rows = parts.html(), parts.html(), parts.html()
        self._pin = parts.button(word("buttons.pin"), self._toggle_pin)
        twin = parts.box(self._text, self._rows)
        self._twin = parts.Disclosure(word("explore.show_text"), word("explore.hide_text"), twin, self._fill_twin)
        self._reason = parts.Disclosure(word("explore.show_why"), word("explore.hide_why"), self._why, self._fill_why)

    def _left(self) -> list[Any]:
        controls = [control.widget for control in self.controls.values()]
        reset = parts.button(word("buttons.reset"), lambda: self._set(self.rules.start()))
        return [*controls, self._limit, parts.row(reset, self._pin)]

    def _right(self) -> Any:
        self._twin.widget.add_class("th-not-projected")
        return parts.box(self.live.widget, self._compared, self._twin.widget, classes=("th-figure",))

    def _tasks(self) -> Any:
        head = parts.html(tag("h3", word("notes.try_this"), class_="th-h3"))
        rows = [self._task(number, task) for number, task in enumerate(self.words.tasks, 1)]
        return parts.box(head, *rows, classes=("th-tasks",))

    def _task(self, number: int, task: Any) -> Any:
        write = self.desk.writer.write
        text = tag("p", f"{number}. ", tag("strong", task.name), " ", write(task.do), class_="th-p")
        notice = parts.folded(word("explore.notice"), tag("p", write(task.notice)))
        press = parts.button(
            word("explore.set_up", {"name": task.name}), lambda: self._set(self.rules.set_up(task.levers))
        )
        below = parts.row(*([press] if task.levers else []), parts.html(notice))
        return parts.box(parts.html(text), below, classes=("th-task",))

    def _closing(self) -> list[Markup]:
        write = self.desk.writer
        ways = self.words.ways
        shown = tag("p", tag("strong", word("notes.not_shown")), " ", write.write(self.words.not_shown), class_="th-p")
        if ways is None:
            return [shown]
        rows = [self._ways_row(number, row) for number, row in enumerate(ways.rows)]
        table = parts.table(ways.header, rows, word("notes.which_wins")) if rows else None
        around = [write.paragraph(text) for text in (ways.intro, ways.note) if text]
        return [parts.folded(word("notes.which_wins"), *around[:1], table, *around[1:]), shown]

    def _ways_row(self, number: int, row: tuple[str, ...]) -> tuple[Markup, ...]:
        """One row of the table of ways; the way that wins there bears a star."""
        best = self.words.ways.best[number] if self.words.ways and self.words.ways.best else -1
        cells = [self.desk.writer.write(cell) for cell in row]
        if best >= 0:
            cells[best + 1] = tag("strong", cells[best + 1], " ★")
        return tuple(cells)

    def _moved(self, name: str, value: float) -> None:
        """A lever was moved: follow it. The first move of a visit is written down, not each step of a drag."""
        with self._lock:
            self._show(self.rules.move(self.run, name, value))
            if not self._noted:
                self._note()

    def _set(self, run: Run) -> None:
        with self._lock:
            self._show(run)
            self._note()

    def _show(self, run: Run) -> None:
        self.run = run
        self._draw()
        self.desk.page.say(self.rules.title(run))

    def _note(self) -> None:
        """Write down where the levers stand."""
        self._noted = True
        self.keep("explored", levers={name: getattr(self.run.levers, name) for name in self.controls})

    def _draw(self) -> None:
        run = self.run
        for name, control in self.controls.items():
            control.set(getattr(run.levers, name))
        self._data, self._words = self.chart.Data(**self.rules.model.picture(run.outcome)), self.rules.chart_words(run)
        self.live.show(self._data, self._words, self.rules.in_words(run))
        limit = self.words.limits.get(run.limit, "")
        self._limit.value = tag("p", limit, class_="th-limit") if limit else ""
        self._reason.refresh()
        self._twin.refresh()
        self._compare()
        self._tell_apart()

    def _fill_why(self) -> None:
        self._why.value = self._reasons(self.run)

    def _fill_twin(self) -> None:
        """The chart as text and as a table."""
        self._text.value = tag("p", self.rules.in_words(self.run), class_="th-p")
        header, *rows = self.chart.rows(self._data, self._words.labels)
        self._rows.value = parts.table(header, rows, word("notes.as_table"))

    def _reasons(self, run: Run) -> Markup:
        """Why it came out so: in a sentence, and the causes by size."""
        said = self.desk.writer.paragraph(self.words.why, self.rules.numbers(run))
        ranked = (tag("li", name, ": ", tag("strong", value)) for name, value in self.rules.causes(run))
        over = self.words.causes or word("explore.causes")
        return join(said, tag("p", over, class_="th-muted"), tag("ol", *ranked, class_="th-causes"))

    def _toggle_pin(self) -> None:
        self._pinned = None if self._pinned else self.run
        self._pin.description = word("buttons.unpin" if self._pinned else "buttons.pin")
        self._compare()
        self._note()
        self.desk.page.say(word("explore.pinned" if self._pinned else "explore.unpinned"))

    def _compare(self) -> None:
        if self._pinned is None:
            self._compared.value = ""
            return
        then, now = (self.rules.settings(run) + self.rules.results(run) for run in (self._pinned, self.run))
        rows = [(name, before, after) for (name, before), (_, after) in zip(then, now, strict=True)]
        header = (word("explore.what"), word("explore.kept_run"), word("explore.this_run"))
        self._compared.value = parts.table(header, rows, word("explore.compared"))

    def _mark_prediction(self) -> None:
        made = self.desk.state.prediction
        rules = Commitment(self.desk.lesson.predict)
        if made is None:
            self._guess.value = tag("p", word("explore.no_prediction"), class_="th-muted")
            self.live.mark(None)
            return
        numbers = {**self.rules.numbers(self.rules.start()), "guess": rules.shown(made.value)}
        head = tag("strong", word("notes.your_prediction"))
        right = word("explore.close" if rules.right(made.value) else "explore.not_close")
        kind = word(f"kinds.{rules.asked.kind}")
        text = self.desk.writer.write(self.words.prediction, numbers)
        note = tag("span", join("(", kind, ")"), class_="th-muted")
        self._guess.value = tag("p", head, " ", text, " ", right, " ", note, class_="th-p")
        self.live.mark(made.value if isinstance(made.value, float) else None)
        self._tell_apart()

    def _tell_apart(self) -> None:
        """The prediction is about the levers as they stood at first: say so where the chart shows others."""
        in_model = self.desk.state.prediction is not None and self.desk.lesson.predict.kind == "assumed"
        moved = in_model and self.run.levers != self.rules.model.Levers()  # never a run of the model: this is each step
        self._apart.value = tag("p", word("explore.moved"), class_="th-muted") if moved else ""
