"""The four boxes: managing, leading, both, neither. Colour, shape and word always travel together."""

from __future__ import annotations

from typing import get_args

from lessons.course.schema import Role
from lessons.page.markup import Markup, join, tag

from .words import word

ROLES: tuple[Role, ...] = get_args(Role)
COLUMNS: tuple[Role, ...] = ("managing", "both", "leading", "neither")  # the order on every mat


def role_glyph(role: Role) -> str:
    """■ ● ◆ ○"""
    return word(f"roles.{role}.glyph")


def role_word(role: Role) -> str:
    """The name of a box with its sign, as plain text."""
    return f"{role_glyph(role)} {word(f'roles.{role}.name')}"


def role_name(role: Role, name: str = "") -> Markup:
    """The name of a box, or another one, with its sign; a screen reader hears the words only."""
    return join(tag("span", role_glyph(role), aria_hidden="true"), " ", name or word(f"roles.{role}.name"))


def role_tag(role: Role) -> Markup:
    """The name of a box as a small label in its colour."""
    return tag("span", role_name(role), class_=f"th-hat th-hat-{role}")
