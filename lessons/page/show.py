"""Putting a part into the notebook."""

from __future__ import annotations

from typing import Any

from IPython.display import display


def show(widget: Any, otherwise: str) -> None:
    """Display a widget; ``otherwise`` is what a place reads that cannot draw widgets."""
    view = {"model_id": widget.model_id, "version_major": 2, "version_minor": 0}
    display({"application/vnd.jupyter.widget-view+json": view, "text/plain": otherwise}, raw=True)  # type: ignore[no-untyped-call]
