"""Page 1: where the hours went, by kind and month, beside the split that lesson 11 ended with."""

from __future__ import annotations

from collections.abc import Sequence

from lessons.activities.desk import Desk
from lessons.activities.keep import shown_value
from lessons.activities.roles import role_name
from lessons.activities.words import local_day
from lessons.course import library
from lessons.course.prose import fill
from lessons.course.schema import Role
from lessons.course.two_hats.events import Event
from lessons.course.two_hats.month import HOURS, MANAGING
from lessons.page import parts
from lessons.page.markup import Markup, join, tag

from .looking import Spent
from .year_end import SPLIT, SPLIT_HOURS, event_name, hours_of_lesson_11


def hours_page(desk: Desk, spent: Spent, events: Sequence[Event]) -> Markup:
    """The heading, the table of all hours, the split of lesson 11, and what to look for."""
    words, write = library.game().look_back.hours, desk.writer
    said = {"all": spent.all, **spent.shares}
    return join(
        tag("h3", words.title, class_="th-h3"),
        _table(spent),
        write.paragraph(words.total, said),
        _split(desk, spent),
        write.paragraph(words.help),
        write.paragraph(words.ask),
        parts.folded(words.look, write.paragraph(*_largest(spent, events))),
    )


def _table(spent: Spent) -> Markup:
    """A row for each kind of hours under its hat's sign, a column a month."""
    words, kinds = library.game().look_back.hours, library.game().play.hours
    months = [fill(words.month, {"month": number}) for number in range(1, len(spent.hours) + 1)]
    rows = [
        (
            _under_its_hat(place, kinds[kind].name),
            *(f"{hours:.0f}" for hours in spent.of_kind(place)),
        )
        for place, kind in enumerate(HOURS)
    ]
    return parts.table((words.kind, *months, words.all), rows, words.table)


def _under_its_hat(place: int, name: str) -> Markup:
    """A kind of hours with the sign of the hat that the game put it under."""
    hat: Role = "managing" if place in range(*MANAGING.indices(len(HOURS))) else "leading"
    return tag("span", role_name(hat, name), class_=f"th-hat th-hat-{hat}")


def _split(desk: Desk, spent: Spent) -> Markup | None:
    """What lesson 11's split would be here; nothing if it was not kept."""
    leading = hours_of_lesson_11(desk)
    if leading is None:
        return None
    said = {
        "date": local_day(desk.everything.kept[SPLIT].at),
        "answer": shown_value(leading),
        "share": 100 * leading / SPLIT_HOURS,
        "leading": spent.shares["leading"],
    }
    return desk.writer.paragraph(library.game().look_back.hours.split, said)


def _largest(spent: Spent, events: Sequence[Event]) -> tuple[str, dict[str, float | str]]:
    """Where most hours changed places, and what that month brought."""
    words, found = library.game().look_back.hours, spent.largest_change()
    if found is None:
        return words.never, {}
    month, hours = found
    event = event_name(events[month - 1].kind)
    return words.largest, {"before": month - 1, "month": month, "hours": hours, "event": event}
