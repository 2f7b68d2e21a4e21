"""One learner's record on disk.

A folder holds one JSON-lines file for each kernel session. A session only ever adds lines to its own file, so two
windows never write to the same one, and what a line says is never changed. The state is the fold of all files.
"""

from __future__ import annotations

import json
import os
import secrets
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lessons.record.events import Event, decode, encode, later, sealed
from lessons.record.fold import apply, fold
from lessons.record.state import State
from lessons.record.trouble import Trouble, trouble

from .lines import append, make_folder

_ENDING = ".jsonl"


class Diary:
    """What one learner did, kept in ``folder``. Safe to call from several threads.

    trouble: ``not_read`` and the file that could not be read when the state was last asked for; None otherwise.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.trouble: Trouble | None = None
        self._lock = threading.RLock()
        self._files: dict[str, tuple[tuple[int, int], list[Event]]] = {}
        self._begin()

    def _begin(self) -> None:
        """Start a session: a name of its own, and nothing written yet."""
        self._session = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
        self._file = self.folder / (self._session + _ENDING)
        self._own: list[Event] = []
        self._waiting: list[str] = []
        self._torn = False
        self._met = False  # whether the folder was ever there: one that was taken away is not made again
        self._state = State()

    @property
    def code(self) -> str:
        """The learner's code, which is the folder's name."""
        return self.folder.name

    @property
    def state(self) -> State:
        """Where the learner stands, with what other windows have written since."""
        with self._lock:
            if self._read_others():
                self._state = fold(self._events())
            return self._state

    def write(self, kind: str, lesson: str, /, **data: Any) -> Trouble | None:
        """Add an event. It counts from now on; returns why it is not on disk yet, or None.

        What could not be saved waits in memory and is tried again, in order, before the next event. Raises TypeError
        or ValueError for data that is not JSON.
        """
        with self._lock:
            state = self.state
            at = later(datetime.now(UTC), state.last_at)
            line = encode(Event(kind, lesson, data, at, self._session, len(self._own)))
            event = decode(line)
            if event is None:
                raise ValueError(line)
            self._own.append(event)
            self._waiting.append(line)
            self._state = apply(state, event)
            return self.save()

    def save(self) -> Trouble | None:
        """Try again to write down what could not be saved; None when nothing waits any more."""
        with self._lock:
            try:
                if not self._met:
                    make_folder(self.folder)
                    self._met = True
                while self._waiting:
                    line = ("\n" if self._torn else "") + self._waiting[0] + "\n"
                    self._torn = True
                    append(self._file, line.encode("ascii"))
                    self._torn = False
                    del self._waiting[0]
            except OSError as error:
                return trouble(error, self.folder)
            return None

    def export(self, with_sealed: bool = False) -> str:
        """Everything that was recorded, as JSON text; what is under seal only when asked for."""
        with self._lock:
            self._read_others()
            events = [json.loads(encode(event)) for event in self._events() if with_sealed or not sealed(event)]
        events.sort(key=lambda event: (event["at"], event["session"], event["seq"]))
        return json.dumps({"code": self.code, "events": events}, ensure_ascii=False, indent=1)

    def erase(self) -> Trouble | None:
        """Remove this learner's record from the disk and from memory, or return ``not_erased``.

        Files that are not ours stay.
        """
        with self._lock:
            try:
                for path in self.folder.glob("*" + _ENDING):
                    path.unlink(missing_ok=True)
                if self.folder.is_dir() and not any(self.folder.iterdir()):
                    self.folder.rmdir()
            except OSError:
                return Trouble("not_erased", str(self.folder))
            self._files.clear()
            self._begin()
            return None

    def _events(self) -> list[Event]:
        return [*(event for _, events in self._files.values() for event in events), *self._own]

    def _read_others(self) -> bool:
        """Read the files of other sessions that are new, longer or gone; whether there were any."""
        self.trouble = None
        found = self._signatures()
        changed = {name for name, signature in found.items() if self._files.get(name, ((), []))[0] != signature}
        gone = self._files.keys() - found.keys()
        for name in gone:
            del self._files[name]
        for name in changed:
            try:
                lines = (self.folder / name).read_bytes().split(b"\n")
            except OSError:
                self.trouble = Trouble("not_read", str(self.folder / name))
                continue
            self._files[name] = (found[name], [event for line in lines if (event := decode(line))])
        return bool(changed or gone)

    def _signatures(self) -> dict[str, tuple[int, int]]:
        """Size and time of every session file but our own; as last seen where the folder cannot be read now."""
        try:
            with os.scandir(self.folder) as entries:
                self._met = True
                others = [entry for entry in entries if entry.name.endswith(_ENDING) and entry.name != self._file.name]
                return {entry.name: (entry.stat().st_size, entry.stat().st_mtime_ns) for entry in others}
        except OSError as error:
            if self._met or not isinstance(error, FileNotFoundError):
                self.trouble = Trouble("not_read", str(self.folder))
            return {name: signature for name, (signature, _) in self._files.items()}
