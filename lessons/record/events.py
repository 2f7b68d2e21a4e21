"""What a learner did, as events, and an event as one line of text.

A record is a pile of events that only ever grows. An event that this version does not understand (an unknown kind, a
newer version, an id of another edition) is carried along unchanged and never dropped.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

VERSION = 1
"""The version of the events that this code writes."""

_TIME = re.compile(r"[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_DEEPEST = 32


@dataclass(frozen=True)
class Event:
    """One thing that a learner did.

    kind: ``predicted``, ``chose`` … (ARCHITECTURE.md lists them); data: what belongs to that kind, JSON values only.
    lesson: a slug, or "" for what belongs to none.
    at: UTC, ISO 8601 with milliseconds and ``Z``, so that the order of the texts is the order in time.
    session, seq: which kernel session wrote it, and the how-manieth of that session it is.
    """

    kind: str
    lesson: str
    data: Mapping[str, Any] = field(default_factory=dict)
    at: str = "1970-01-01T00:00:00.000Z"
    session: str = ""
    seq: int = 0
    version: int = VERSION


def timestamp(moment: datetime) -> str:
    """A moment as the record writes it: UTC, ISO 8601, milliseconds, ``Z``."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def later(now: datetime, last: str) -> str:
    """The time to write on a new event: now, or just after ``last`` when this computer's clock is behind.

    Two windows, two computers on one network folder, a clock that was set back: an answer must still come after the
    ones that were seen before it was given.
    """
    stamp = timestamp(now)
    if stamp > last:
        return stamp
    return timestamp(datetime.fromisoformat(last) + timedelta(milliseconds=1))


def mend(value: Any, depth: int = 0) -> Any:
    """The same JSON value with every text valid Unicode.

    A browser may send half of a surrogate pair, and such a text can be neither sent back nor written as UTF-8. Pairs
    are joined, lone halves become U+FFFD. Raises ValueError for what is nested deeper than any event of ours.
    """
    if depth > _DEEPEST:
        raise ValueError("nested too deeply")
    if isinstance(value, str):
        return _whole(value) if _LONE_SURROGATE.search(value) else value
    if isinstance(value, Mapping):
        return {mend(key, depth + 1): mend(inner, depth + 1) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [mend(inner, depth + 1) for inner in value]
    return value


def encode(event: Event) -> str:
    """One line of ASCII JSON, without its line end.

    Raises TypeError or ValueError for data that is not JSON (NaN and infinity included).
    """
    fields = {
        "kind": event.kind,
        "lesson": event.lesson,
        "at": event.at,
        "session": event.session,
        "seq": event.seq,
        "version": event.version,
        "data": event.data,
    }
    return json.dumps(mend(fields), ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def decode(line: str | bytes) -> Event | None:
    """The event that a line holds, or None for a torn or a foreign line. Never raises."""
    try:
        text = line.decode("ascii") if isinstance(line, bytes) else line
        found = mend(json.loads(text, parse_constant=_refuse, parse_float=_finite))
        return _event(found) if isinstance(found, dict) else None
    except (ValueError, RecursionError):
        return None


def sealed(event: Event) -> bool:
    """Whether the event is under seal: left out of an export unless it is asked for."""
    return event.data.get("sealed") is True


def _whole(text: str) -> str:
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return _LONE_SURROGATE.sub("\ufffd", joined)


def _event(found: dict[str, Any]) -> Event | None:
    event = Event(*(found.get(name) for name in ("kind", "lesson", "data", "at", "session", "seq", "version")))  # type: ignore[arg-type]
    texts = all(isinstance(part, str) for part in (event.kind, event.lesson, event.at, event.session))
    whole = all(type(part) is int and part >= 0 for part in (event.seq, event.version))
    if not (texts and whole and isinstance(event.data, dict) and event.kind and _TIME.fullmatch(event.at)):
        return None
    datetime.fromisoformat(event.at)  # refuses a thirteenth month
    return event


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is not JSON")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text} is too large")
    return number
