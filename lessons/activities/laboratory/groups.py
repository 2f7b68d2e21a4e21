"""Management jobs beside the others, skill by skill, and the jobs that call for leading without the post."""

from __future__ import annotations

from lessons.activities.desk import Desk
from lessons.activities.roles import role_glyph
from lessons.course import library
from lessons.course.prose import fill
from lessons.page import parts

from .drawn import Picture
from .reading import Reading

MOST = 25
"""Jobs in the list: the highest."""


class GroupsBox:
    """Two things to open: the skills as a butterfly with its table, and the list of jobs."""

    def __init__(self, desk: Desk) -> None:
        self.words = words = library.laboratory().jobs
        self._skills = Picture(desk, "butterfly", words.skills, words.open_text, words.close_text)
        self._list, self._shown = parts.html(), Reading({})
        chart = parts.box(self._skills.widget, self._skills.twin)
        skills = parts.Disclosure(words.open_skills, words.close_skills, chart)
        called = parts.Disclosure(words.open_list, words.close_list, self._list)
        self.widget = parts.box(skills.widget, called.widget)

    def show(self, reading: Reading) -> None:
        """Follow the tags, and which jobs are read; looking a job up changes neither."""
        if reading == self._shown:
            return
        self._shown = reading
        self._show_skills(reading)
        called = reading.called_without_post()
        caption = fill(self.words.list_caption, {"shown": min(MOST, len(called)), "k": len(called)})
        rows = [(title, f"{rating:.2f}") for title, rating in called[:MOST]]
        self._list.value = parts.table(self.words.list_header, rows, caption)

    def _show_skills(self, reading: Reading) -> None:
        found = reading.by_skill()
        rows = [(f"{role_glyph(tag)} {skill}", inside, outside) for skill, tag, inside, outside in found]  # type: ignore[arg-type]
        data = self._skills.chart.Data(rows, 1, 5, ("managing", "neither"), 2)
        (first, _, fm, fo), (last, _, lm, lo) = found[0], found[-1]
        self._skills.show(data, "widest", {"first": first, "fm": fm, "fo": fo, "last": last, "lm": lm, "lo": lo})
