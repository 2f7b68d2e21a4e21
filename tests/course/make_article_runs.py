"""Makes article_runs.json: a hash of every run of six words in the article, which is itself no part of the course.

python tests/course/make_article_runs.py PATH_TO_THE_ARTICLE
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

LENGTH = 6
RUNS = Path(__file__).with_name("article_runs.json")


def normal(text: str) -> list[str]:
    """The words of a text in small letters, without apostrophes and marks."""
    return re.findall(r"[^\W_]+", re.sub(r"[’'`]", "", text.lower()))


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of six words."""
    words = normal(text)
    return zip(*(words[start:] for start in range(LENGTH)), strict=False)


def digest(run: tuple[str, ...]) -> str:
    """The first 64 bits of the run's SHA-256, in hexadecimal."""
    return hashlib.sha256(" ".join(run).encode()).hexdigest()[:16]


def main(path: str) -> None:
    """Write the hashes of the article at ``path``."""
    found = sorted({digest(run) for run in runs(Path(path).read_text(encoding="utf-8"))})
    RUNS.write_text(json.dumps(found, indent=0) + "\n", encoding="utf-8")
    print(f"{len(found)} runs of {LENGTH} words in {RUNS.name}")


if __name__ == "__main__":
    main(*sys.argv[1:])
