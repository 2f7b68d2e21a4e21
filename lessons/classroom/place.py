"""Where a class's hand-ins go: a folder that the variable ``TWO_HATS_CLASS`` names, or none."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lessons.record.handin_shape import Handed
from lessons.record.trouble import Trouble

from .handin import LARGEST, content_of, file_name, name_of, write

CLASS = "TWO_HATS_CLASS"


def class_folder() -> Path | None:
    """The class folder of this computer, whether it is there or not; None where none is named. The only reader of
    ``TWO_HATS_CLASS``."""
    named = os.environ.get(CLASS, "").strip()
    return Path(named).expanduser().absolute() if named else None


@dataclass(frozen=True)
class ClassPlace:
    """What a learner's page may do with the class folder; without a folder, files are only made, to be sent."""

    folder: Path | None

    @property
    def shown(self) -> str:
        """The folder as a person reads it, "" without one."""
        return str(self.folder or "")

    def write(self, made: Handed) -> Trouble | None:
        """Put a file into the folder; why it is not there, or None."""
        if self.folder is None:
            return Trouble("no_folder")
        found = write(made, self.folder)
        return found if isinstance(found, Trouble) else None

    def file(self, made: Handed) -> tuple[str, bytes] | Trouble:
        """The name and the bytes of a file: what is shown, what is written, and what may be saved and sent."""
        content = content_of(made)
        return Trouble("too_big") if len(content) > LARGEST else (file_name(made), content)

    def has(self, lesson: str, seal: str) -> bool:
        """Whether the hand-in with this seal lies in the folder, as far as this account can see."""
        with contextlib.suppress(OSError):
            return self.folder is not None and (self.folder / name_of(lesson, seal)).is_file()
        return False

    def remove(self, lesson: str, seals: Iterable[str]) -> None:
        """Delete the files of these hand-ins, where this account may. A withdrawal says it anyway."""
        if self.folder is None:
            return
        for seal in seals:
            with contextlib.suppress(OSError):
                (self.folder / name_of(lesson, seal)).unlink(missing_ok=True)
