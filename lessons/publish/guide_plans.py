"""The guide's minute plans as the tables that a session is planned from."""

from __future__ import annotations

from lessons.course.session import GuidePlans
from lessons.publish.guide import Part, guide


def guide_plans() -> GuidePlans:
    """The plans of the guide. Raises KeyError if the guide lacks one."""
    keyed = {part.key: part for section in guide().section for part in section.part if part.key}
    tables = ("theme", "themes", "workshop", "sessions", "groups")
    rows = {name: keyed[name].rows for name in tables}
    return GuidePlans(**rows, late=keyed["late"].text, between=keyed["between"].text, intro=guide().intro)


def keyed_part(key: str) -> Part:
    """The part of the guide with that key. Raises KeyError without one."""
    return next(part for section in guide().section for part in section.part if part.key == key)
