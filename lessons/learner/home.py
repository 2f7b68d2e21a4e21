"""Where the records lie: a folder of this computer's user, with one folder for each learner's code.

A code keeps records apart on a shared computer. It is no password, and never a person's name.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from platformdirs import user_data_dir

from lessons.record.trouble import Trouble

from .lines import make_folder, replace_file

LONGEST_CODE = 32
_CODE = re.compile(rf"[a-z0-9](?:[a-z0-9-]{{0,{LONGEST_CODE - 2}}}[a-z0-9])?", re.ASCII)
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.ASCII)
"""Names that Windows keeps for its devices: no folder can be called so."""


def home() -> Path:
    """The folder of all records: ``TWO_HATS_HOME``, or the place this platform keeps a user's data."""
    named = os.environ.get("TWO_HATS_HOME", "")
    return Path(named).expanduser().absolute() if named else Path(user_data_dir("two-hats", appauthor=False))


def learner_folder(code: str) -> Path:
    """The folder of one learner's record; it need not exist. Raises ValueError for what is not a code."""
    if clean_code(code) != code:
        raise ValueError(code)
    return home() / "learners" / code


def codes() -> tuple[str, ...]:
    """The codes with a record on this computer, in order."""
    try:
        folders = [path.name for path in (home() / "learners").iterdir() if path.is_dir()]
    except OSError:
        return ()
    return tuple(sorted(name for name in folders if clean_code(name) == name))


def clean_code(text: str) -> str | Trouble:
    """What a learner typed, as a code: small letters a to z, digits and hyphens, a hyphen for each space.

    Otherwise what is wrong with it: ``code_empty``, ``code_long``, ``code_letters`` or ``code_reserved``.
    """
    code = re.sub(r"[\s_-]+", "-", text.strip().lower()).strip("-")
    if not code:
        return Trouble("code_empty")
    if len(code) > LONGEST_CODE:
        return Trouble("code_long")
    if not _CODE.fullmatch(code):
        return Trouble("code_letters")
    return Trouble("code_reserved") if _DEVICES.fullmatch(code) else code


def new_code() -> str:
    """A code nobody has here yet: two plain words and a number, such as ``blue-lamp-42``."""
    words, taken = _code_words(), set(codes())
    while True:
        number = 10 + secrets.randbelow(90)
        code = f"{secrets.choice(words['first'])}-{secrets.choice(words['second'])}-{number}"
        if code not in taken:
            return code


def last_code() -> str | None:
    """The code that was used last on this computer, if any."""
    code = _settings().get("last_code")
    return code if isinstance(code, str) and clean_code(code) == code else None


def remember(code: str) -> Trouble | None:
    """Keep in mind whose record was open last; "" forgets it. Otherwise ``not_remembered``."""
    return _keep("last_code", code)


def is_shared() -> bool:
    """Whether several people use this account, so that nobody's record is opened without asking."""
    return _settings().get("shared") is True


def set_shared(shared: bool) -> Trouble | None:
    """Say whether several people use this account, or return ``not_remembered``."""
    return _keep("shared", shared)


@cache
def _code_words() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("code_words.toml").read_text("utf-8"))


def _settings() -> dict[str, Any]:
    """The settings; empty where there are none, or where something else was written over them."""
    with contextlib.suppress(OSError, ValueError, RecursionError):
        found = json.loads((home() / "settings.json").read_bytes())
        if isinstance(found, dict):
            return found
    return {}


def _keep(name: str, value: str | bool) -> Trouble | None:
    path = home() / "settings.json"
    try:
        make_folder(path.parent)
        replace_file(path, json.dumps({**_settings(), name: value}, indent=1).encode())
    except OSError:
        return Trouble("not_remembered", str(path))
    return None
