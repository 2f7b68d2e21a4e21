"""Files and zips that somebody who wishes the class ill might hand in: made from good ones, by a seed."""

from __future__ import annotations

import copy
import io
import json
import random
import struct
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

from lessons.classroom.handin import content_of
from lessons.record.handin import HandIn, Withdrawal, hand_in, new_secret, withdrawal
from lessons.record.state import Answer, Game, HandedIn, Kept, LessonState, Prediction, State, Text

MARKUP = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "</pre><svg onload=alert(1)>",
    "[x](javascript:alert(1))",
    "$$\\require{}$$ {0.__class__} **P1.S1** {answer}",
    '=HYPERLINK("http://x","y")',
    "@SUM(1)",
    "\tcmd|'/C calc'!A1",
    "../../etc/passwd",
    "\u202egnp.exe\x07\x00\ud800",
    "'; DROP TABLE learners; --",
)
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**63, 10**400, 1.5, -0.0, 1e308, "", "A", [], {}, [[]], [None] * 30, {"": ""}, {"A": {}},
    *MARKUP,
)  # fmt: skip
NUMBERS = ("NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 5_000, "0x10", "01", "+1", ".5", "1_0")
NAMES = (
    "<img src=x onerror=alert(1)>.json", "=cmd.json", "a\nb.json", "\u202enosj.json", "CON.json", "n" * 200, " .json",
    "{file}.json", "%s%n.json", "a\x1b[31m.json", "名前.json", "..json.",
)  # fmt: skip
PLACES = ("", "Kim Miller_123_assignsubmission_file_/", "a/b/c/d/e/f/g/h/", "../../../", "/etc/", "C:\\Windows\\", "./")
DAY = date(2026, 11, 24)


def good(number: int, lesson: str = "focus") -> HandIn:
    """A whole hand-in of its own, with something in every field."""
    done = LessonState(
        prediction=Prediction(float(number), ("guess", "fairly", "nearly")[number % 3], ""),
        choices={1: "ABC"[number % 3], 2: "B"},
        placed={"lesson": {"T01": "both", "T02": "managing"}},
        answers={"1": Answer("A", "C", 2, "", False, True), "2": Answer({"1": "leading"}, {}, 1, "", True)},
        texts={"reflection": Text("I shall ask.", "")},
        games=(Game("0a", 1, "year", 71, 10, {"delivery": 4.0, "budget": 2.0}, 8, hours=((8.0, 8.0, 8.0, 8.0, 8.0),)),),
    )
    state = State({lesson: done}, {"sort00": Kept({"T01": "both"}, "", "start_here")})
    return hand_in(state, lesson, DAY, new_secret(), texts=("reflection",))


@cache
def taken_back() -> Withdrawal:
    """A withdrawal of a hand-in that is not there."""
    return withdrawal(State(handed_in=(HandedIn("focus", new_secret(), new_secret(), ""),)), "focus", DAY)


# ---- files
def hostile_files(seed: int, count: int) -> Iterator[bytes]:
    """So many contents of files, each spoilt in one of many ways; a few are spoilt so little that they are good."""
    chance = random.Random(seed)
    plain = [json.loads(content_of(good(1))), json.loads(content_of(taken_back()))]
    for _ in range(count):
        found = copy.deepcopy(plain[chance.random() < 0.1])
        yield chance.choice(SPOIL)(found, chance)


def _text(found: Any) -> bytes:
    return json.dumps(found).encode()


def _leaves(found: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in the JSON, as its holder and the key in it."""
    for key in list(found) if isinstance(found, dict) else range(len(found)):
        yield found, key
        if isinstance(found[key], (dict, list)):
            yield from _leaves(found[key])


def torn(found: Any, chance: random.Random) -> bytes:
    whole = _text(found)
    return whole[: chance.randrange(len(whole))]


def scratched(found: Any, chance: random.Random) -> bytes:
    whole = bytearray(_text(found))
    for _ in range(chance.randint(1, 8)):
        whole[chance.randrange(len(whole))] = chance.randrange(256)
    return bytes(whole)


def stuffed(found: Any, chance: random.Random) -> bytes:
    whole, place = _text(found), chance.randrange(500)
    return whole[:place] + chance.randbytes(chance.randint(1, 40)) + whole[place:]


def huge(found: Any, chance: random.Random) -> bytes:
    return _text(found) + b" " * chance.choice((65_000, 66_000, 1_000_000))


def long_text(found: Any, chance: random.Random) -> bytes:
    holder, key = chance.choice(list(_leaves(found)))
    holder[key] = chance.choice("x漢\u202e") * chance.choice((100, 2_001, 50_000))
    return _text(found)


def deep(found: Any, chance: random.Random) -> bytes:
    opening, times = chance.choice(('{"a":', "[")), chance.choice((40, 900, 5_000, 60_000))
    inner = opening * times
    return _text(found).replace(b'"choices":', b'"choices":' + inner.encode(), 1) if times < 10_000 else inner.encode()


def other_type(found: Any, chance: random.Random) -> bytes:
    holder, key = chance.choice(list(_leaves(found)))
    holder[key] = chance.choice(VALUES)
    return _text(found)


def odd_number(found: Any, chance: random.Random) -> bytes:
    holder, key = chance.choice(list(_leaves(found)))
    holder[key] = "HERE"
    return _text(found).replace(b'"HERE"', chance.choice(NUMBERS).encode())


def key_twice(found: Any, chance: random.Random) -> bytes:
    key = chance.choice(list(found))
    entry = f"{json.dumps(key)}: {json.dumps(found[key])}"
    return _text(found).replace(b"{", f"{{{entry}, ".encode(), 1)


def more_keys(found: Any, chance: random.Random) -> bytes:
    holders = [holder for holder, _ in _leaves(found) if isinstance(holder, dict)]
    holder = chance.choice(holders)
    for number in range(chance.choice((1, 60, 2_000))):
        holder[f"{chance.choice(MARKUP)}{number}"] = chance.choice(VALUES)
    return _text(found)


def key_gone(found: Any, chance: random.Random) -> bytes:
    del found[chance.choice(list(found))]
    return _text(found)


def marked_up(found: Any, chance: random.Random) -> bytes:
    """Markup in every text and in every key."""
    mark = chance.choice(MARKUP)

    def spoilt(value: Any) -> Any:
        if isinstance(value, dict):
            return {(key if chance.random() < 0.5 else mark): spoilt(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [spoilt(inner) for inner in value]
        return mark if isinstance(value, str) else value

    if chance.random() < 0.5:  # only where words may be: then it is a good hand-in, with hostile words
        found["texts"] = {"reflection": mark.encode("utf-8", "replace").decode()}
        return _text(found)
    return _text(spoilt(found))


def other_coding(found: Any, chance: random.Random) -> bytes:
    coding = chance.choice(("utf-16", "utf-8-sig", "utf-32", "cp037"))
    return json.dumps(found).encode(coding)


def other_edition(found: Any, chance: random.Random) -> bytes:
    found["version"] = chance.choice((0, 2, 99, "1", None, 1.0, True, [1]))
    return _text(found)


def opens_itself(found: Any, chance: random.Random) -> bytes:
    """A seal of the wrong kind, secrets of others, far too many of them."""
    found["opens"] = [new_secret() for _ in range(chance.choice((1, 500, 501, 1_500)))]
    return _text(found)


def noise(found: Any, chance: random.Random) -> bytes:
    return chance.randbytes(chance.randint(0, 300))


def other_json(found: Any, chance: random.Random) -> bytes:
    return json.dumps(chance.choice((*VALUES, [found], {"a": found}))).encode()


SPOIL: tuple[Callable[[Any, random.Random], bytes], ...] = (
    torn, scratched, stuffed, huge, long_text, deep, other_type, odd_number, key_twice, more_keys, key_gone, marked_up,
    other_coding, other_edition, opens_itself, noise, other_json,
)  # fmt: skip


# ---- zips
def zipped(members: dict[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packed) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def with_entry(change: Callable[[zipfile.ZipInfo], None], content: bytes = b"{}", name: str = "bad.json") -> bytes:
    """A zip with a good hand-in and an entry that is not what it seems."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("good.json", content_of(good(1)))
        entry = zipfile.ZipInfo(name)
        entry.compress_type = zipfile.ZIP_DEFLATED
        change(entry)
        archive.writestr(entry, content)
    return made.getvalue()


def hostile_zips(seed: int, count: int) -> Iterator[tuple[bytes, bool]]:
    """So many zips, and whether the one good hand-in in it must still be found."""
    chance = random.Random(seed)
    for content in hostile_files(seed, count):
        name = chance.choice(PLACES) + chance.choice(NAMES).replace("\x00", "")
        yield chance.choice(ZIPS)(content, name, chance)


Made = tuple[bytes, bool]


def bad_member(content: bytes, name: str, chance: random.Random) -> Made:
    packed = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))
    return with_entry(lambda entry: setattr(entry, "compress_type", packed), content, name), True


def bomb(content: bytes, name: str, chance: random.Random) -> Made:
    size = chance.choice((100_000, 2_000_000))
    return zipped({name: bytes(size), "good.json": content_of(good(1)), "z.zip": zipped({"in.zip": content})}), True


def link(content: bytes, name: str, chance: random.Random) -> Made:
    mode = chance.choice((0o120777, 0o010644, 0o060644, 0o040755)) << 16
    return with_entry(lambda entry: setattr(entry, "external_attr", mode), b"/etc/passwd", name), True


def locked(content: bytes, name: str, chance: random.Random) -> Made:
    whole = bytearray(zipped({"good.json": content_of(good(1)), "bad.json": content}))
    place = whole.rindex(b"PK\x01\x02")
    whole[place + 8] |= chance.choice((0x1, 0x40, 0x20))  # a password, strong locks, patched data
    return bytes(whole), True


def broken_sum(content: bytes, name: str, chance: random.Random) -> Made:
    whole = bytearray(zipped({"good.json": content_of(good(1)), "bad.json": content or b"{}"}))
    place = whole.rindex(b"PK\x01\x02")
    whole[place + 16] ^= 0xFF
    return bytes(whole), True


def lying_size(content: bytes, name: str, chance: random.Random) -> Made:
    whole = bytearray(zipped({"good.json": content_of(good(1)), "bad.json": content}))
    place = whole.rindex(b"PK\x01\x02") + chance.choice((20, 24))
    whole[place : place + 4] = struct.pack("<I", chance.choice((0, 1, 2**31, 2**32 - 2)))
    return bytes(whole), True


def lying_end(content: bytes, name: str, chance: random.Random) -> Made:
    """An end that says that the list of files is elsewhere, longer, or of another disk."""
    whole = bytearray(zipped({"good.json": content_of(good(1)), name: content}))
    place = len(whole) - 22 + chance.choice((4, 6, 8, 10, 12, 16))
    whole[place : place + 2] = chance.randbytes(2)
    return bytes(whole), False


def scratched_zip(content: bytes, name: str, chance: random.Random) -> Made:
    whole = bytearray(zipped({"good.json": content_of(good(1)), name: content}))
    for _ in range(chance.randint(1, 12)):
        whole[chance.randrange(len(whole))] = chance.randrange(256)
    return bytes(whole), False


def torn_zip(content: bytes, name: str, chance: random.Random) -> Made:
    whole = zipped({"good.json": content_of(good(1)), name: content})
    cut = chance.randrange(len(whole))
    return (whole[:cut] if chance.random() < 0.5 else whole[cut:]), False


def wrapped_zip(content: bytes, name: str, chance: random.Random) -> Made:
    """Something before it, as in a program that unpacks itself, or a long remark behind it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("good.json", content_of(good(1)))
        archive.writestr(name, content)
        archive.comment = chance.randbytes(chance.choice((0, 10, 65_000))).replace(b"PK", b"xx")
    return chance.choice((b"", b"MZ", content[:1000].replace(b"PK", b"xx"))) + made.getvalue(), True


def no_zip(content: bytes, name: str, chance: random.Random) -> Made:
    return content, False


ZIPS: tuple[Callable[[bytes, str, random.Random], Made], ...] = (
    bad_member, bomb, link, locked, broken_sum, lying_size, lying_end, scratched_zip, torn_zip, wrapped_zip, no_zip,
)  # fmt: skip
