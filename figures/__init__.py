"""Every chart of the course: plain data in, a matplotlib Figure out."""

from __future__ import annotations

import importlib
from types import ModuleType

from figures.contract import Look, Words

__all__ = ["Look", "Words", "chart"]


def chart(name: str) -> ModuleType:
    """The module ``figures.<name>`` with ``Data``, ``Chart``, ``rows`` and ``LABELS``.

    Raises ValueError, one line, when there is no such chart.
    """
    if not name.isidentifier():
        raise ValueError(f"chart: expected the name of a file in figures/, found {name!r}")
    try:
        module = importlib.import_module(f"figures.{name}")
    except ModuleNotFoundError as error:
        if error.name != f"figures.{name}":
            raise
        raise ValueError(f"chart: expected the name of a file in figures/, found {name!r}") from None
    if not hasattr(module, "Chart"):
        raise ValueError(f"chart: figures/{name}.py has no Chart")
    return module
