"""The two nominal examples of Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): published data."""

BINARY = ("0100000010", "1110010000")
"""Two observers, ten units, two values: alpha = .095."""
FOUR = ("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .")
"""Four observers, twelve units, five values, some missing: alpha = .743."""


def sorts(observers: tuple[str, ...]) -> list[dict[str, str]]:
    """The observers as people who sort units into boxes: unit -> value; a missing value is left out."""
    rows = [row.split() if " " in row else list(row) for row in observers]
    return [{f"u{unit}": value for unit, value in enumerate(row) if value != "."} for row in rows]
