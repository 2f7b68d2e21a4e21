"""The table of real jobs, read from its file: O*NET 29.3 by USDOL/ETA, CC BY 4.0, selected and reshaped by us."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pandas as pd

from lessons.course.library import COURSE
from lessons.course.overlap.onet import Jobs

FOLDER = COURSE / "overlap"
RATINGS, TAGS = FOLDER / "onet_29_3.csv", FOLDER / "onet_tags.csv"
SIDES = ("managing", "leading")
LEADERSHIP = "Leadership"


@cache
def tags() -> Mapping[str, str]:
    """Our tag of each of the 35 skills: managing, leading, or neither (which stands for "both" and "other" too)."""
    table = pd.read_csv(TAGS, index_col="skill")["tag"]
    return {str(skill): tag if tag in SIDES else "neither" for skill, tag in table.items()}


@cache
def jobs() -> Jobs:
    """The 879 jobs in the order of the file."""
    table = pd.read_csv(RATINGS)
    skills = tuple(tags())
    return Jobs(
        titles=tuple(table["title"]),
        management=table["is_management"].to_numpy(bool),
        skills=skills,
        importance=table[list(skills)].to_numpy(float),
        leadership=table[LEADERSHIP].to_numpy(float),
    )


def tagged(side: str, own: Mapping[str, str]) -> tuple[str, ...]:
    """The skills on a side."""
    return tuple(skill for skill, tag in own.items() if tag == side)
