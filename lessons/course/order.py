"""The order in which options stand: mixed, but the same on every screen and every sheet."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import TypeVar

Item = TypeVar("Item")


def mixed(items: Iterable[Item], *place: object) -> list[Item]:
    """The items in an order that depends only on the place they stand in, such as ``("focus", "case", 1)``."""
    order = list(items)
    random.Random(":".join(map(str, place))).shuffle(order)
    return order
