"""Two Hats: sixteen lessons on managing, leading, and where the two overlap.

from lessons import open_lesson
lesson = open_lesson("focus")
lesson.begin()
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .facade import OpenLesson
    from .facade_start import OpenStart
    from .facade_teacher import OpenForTeacher

__all__ = ["open_lesson"]


def open_lesson(slug: str) -> OpenLesson | OpenStart | OpenForTeacher:
    """Open a lesson in this notebook; its methods show its steps, one by one."""
    from .facade import open_in_notebook  # only here: models and texts must load without a single widget

    return open_in_notebook(slug)
