"""A class as one zip file, as a learning platform gives it out: read as hostile data.

Nothing is unpacked to the disk, no name in it is ever used as a path, and every size is checked while reading: what a
zip says about itself is not believed.
"""

from __future__ import annotations

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import IO

from lessons.course.library import words
from lessons.record.handin import HandIn, Withdrawal

from .gathering import ClassFolder, Read, added_up, printable, read_folder
from .handin import LARGEST, NotAHandIn, parse

MOST_UNPACKED = 200 * 1024 * 1024
"""Bytes that the files of one zip may have together."""
LARGEST_LIST = 8 * 1024 * 1024
"""Bytes that the zip's list of its files may have: room for 20,000 with long names."""
READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Ways of packing whose every step can be limited; the others can make a gigabyte of one read."""
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,  # a name that is no text, a place before the beginning
    NotImplementedError,  # a zip of many volumes, a newer way of packing
    RuntimeError,  # a password
    OverflowError,
    MemoryError,
)


def read_class(path: Path) -> ClassFolder:
    """Read a class folder, or a zip of one. Never raises."""
    try:
        is_file = path.is_file()
    except OSError:
        is_file = False
    return read_archive(path) if is_file else read_folder(path)


def read_archive(source: Path | IO[bytes]) -> ClassFolder:
    """Read a zip from a path or an open file. Never raises: what cannot be read at all is one sentence."""
    name = source.name if isinstance(source, Path) else "zip"
    try:
        with source.open("rb") if isinstance(source, Path) else nullcontext(source) as file:
            return _read(file)
    except BROKEN:
        return ClassFolder((), (words("classroom.no_zip").format(file=printable(name)),))


def _read(file: IO[bytes]) -> ClassFolder:
    with zipfile.ZipFile(_Limited(file)) as archive:
        return added_up(_members(archive))


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[str, Read]]:
    """Every file in the zip, with the last part of its name: the folders of a platform carry people's names."""
    room = _Room(MOST_UNPACKED)
    for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
        parts = entry.filename.replace("\\", "/").split("/")
        if entry.is_dir() or parts[-1].startswith(".") or "__MACOSX" in parts:
            continue
        yield parts[-1], partial(_member, archive, entry, room)


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: _Room) -> HandIn | Withdrawal:
    if entry.flag_bits & 0x1:
        raise NotAHandIn("locked")
    if entry.compress_type not in READABLE or stat.S_ISLNK(entry.external_attr >> 16):
        raise NotAHandIn("not_a_hand_in")
    if room.left <= 0:
        raise NotAHandIn("no_room")
    try:
        with archive.open(entry) as file:
            content = file.read(LARGEST + 1)  # to its end, so that its checksum is compared
    except BROKEN:
        raise NotAHandIn("damaged") from None
    room.left -= len(content)
    return parse(content)


class _Room:
    """How many bytes may still be unpacked."""

    def __init__(self, left: int) -> None:
        self.left = left


class _Limited:
    """An open file of which no more is read at once than a zip's list of files may have.

    ``zipfile`` reads that list in one piece, as long as the zip says it is, and makes an object of each entry.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seekable, self.seek, self.tell, self.close = file.seekable, file.seek, file.tell, file.close

    def read(self, size: int = -1) -> bytes:
        if size > LARGEST_LIST or (size < 0 and self._rest() > LARGEST_LIST):
            raise zipfile.BadZipFile("more at once than a class has")
        return self._file.read(size)

    def _rest(self) -> int:
        here = self._file.tell()
        end = self._file.seek(0, os.SEEK_END)
        self._file.seek(here)
        return end - here
