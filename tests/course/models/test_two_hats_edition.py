"""Edition 1 of the game: the same seed and hours come to the same year on any machine, now and later.

Where one of these numbers changes, whether by our hand or by a new numpy that draws other numbers from a seed, a saved
game would be another game. Then `game.EDITION` must grow, so that the page says so and does not play it on wrongly.
"""

from __future__ import annotations

import numpy as np
import pytest

from lessons.course.two_hats.best import CHOICES
from lessons.course.two_hats.events import events
from lessons.course.two_hats.game import EDITION, final

YEARS = {
    "A": (
        "calm rush calm calm market market scare scare key_person technology",
        [53.0319, 49.7971, 59.0364, 95.5274],
    ),
    "B": (
        "calm key_person technology calm scare rush market calm market key_person",
        [42.2014, 39.2469, 43.6122, 99.3339],
    ),
    "C": (
        "calm rush scare market scare market market technology calm key_person",
        [42.7878, 39.7510, 43.9067, 98.4107],
    ),
    "daily_work": (
        "calm rush calm calm scare scare rush scare rush scare",
        [56.1501, 48.3319, 75.2525, 100.0],
    ),
    "change": (
        "calm key_person calm calm market technology market market market technology",
        [42.2247, 41.0812, 52.4626, 92.5527],
    ),
    "three_months": ("calm rush calm", [46.5869, 57.4910, 61.1485, 100.0]),
}
"""Events of each year, and its readings with 8 hours for each kind."""


@pytest.mark.parametrize("name", CHOICES)
def test_a_year_of_this_edition_stays_as_it_is(name: str) -> None:
    assert EDITION == 1
    kinds, ends = YEARS[name]
    assert " ".join(event.kind for event in events(CHOICES[name])) == kinds
    assert final(CHOICES[name], np.full(5, 8.0)) == pytest.approx(np.array(ends), abs=1e-4)
