"""The two overlapping shapes of a lens, and rounded areas: what lenses of every size are made of."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from figures.frame import Box, Frame


def rounded(axes: Axes, box: Box, radius: float, edge: float = 0.0) -> FancyBboxPatch:
    """A rounded area, smaller than its box by ``edge`` on each side; all in inches, which the axes count in too."""
    patch = FancyBboxPatch(
        (box.left + edge, box.bottom + edge),
        box.width - 2 * edge,
        box.height - 2 * edge,
        boxstyle=f"round,pad=0,rounding_size={radius}",
        antialiased=True,
    )
    axes.add_patch(patch)
    return patch


def lens(frame: Frame, axes: Axes, boxes: Sequence[Box], radius: float) -> None:
    """Two rounded shapes over managing, both and leading.

    What both cover is a shape of its own, the same in print as on a screen. On paper the second edge is dashed.
    """
    first, both, last = boxes
    one = Box(first.left, both.bottom, both.right - first.left, first.top - both.bottom)
    two = Box(both.left, last.bottom, last.right - both.left, both.top - last.bottom)
    edge = frame.size.points / 720
    managing, leading, overlap = (rounded(axes, box, radius, edge) for box in (one, two, two))
    overlap.set_clip_path(managing)
    for patch, role in ((managing, "managing"), (leading, "leading"), (overlap, "both")):
        patch.set(facecolor=frame.colours[f"{role}_tint"], linewidth=0, zorder=1)
    paper = frame.look.mono or frame.look.size == "print"
    for box, role in ((one, "managing"), (two, "leading")):
        line = rounded(axes, box, radius, edge)
        line.set(fill=False, edgecolor=frame.colours[role], linewidth=frame.size.points / 6, zorder=3)
        line.set_linestyle((0, (4, 1.6)) if paper and role == "leading" else "-")
