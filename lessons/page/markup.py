"""The one function that builds HTML. Every value is escaped, so nothing that someone typed can become markup."""

from __future__ import annotations

from html import escape

VOID = frozenset({"br", "img", "hr", "input", "wbr"})


class Markup(str):
    """Text that is HTML already. Only `tag` and `join` make it."""

    __slots__ = ()


def escaped(value: object) -> Markup:
    """A value as HTML text: markup stays as it is, all else is escaped."""
    return value if isinstance(value, Markup) else Markup(escape(str(value), quote=True))


def join(*parts: object) -> Markup:
    """Parts one after the other, each escaped unless it is markup; None is left out."""
    return Markup("".join(escaped(part) for part in parts if part is not None))


def attribute(name: str, value: object) -> str:
    """One attribute: ``class_`` becomes class, ``data_th_key`` becomes data-th-key; None and False are left out."""
    if value is None or value is False:
        return ""
    key = name.rstrip("_").replace("_", "-")
    return f" {key}" if value is True else f' {key}="{escape(str(value), quote=True)}"'


def tag(name: str, *children: object, **attributes: object) -> Markup:
    """An element. Children that are not markup are escaped, and so is every attribute's value."""
    head = f"<{name}{''.join(attribute(key, value) for key, value in attributes.items())}>"
    return Markup(head if name in VOID else f"{head}{join(*children)}</{name}>")
