"""A disk that fails on demand, and a folder for a record."""

import errno
import os

import pytest


class Disk:
    """Fails with an error after so many bytes more; None means that it works."""

    def __init__(self):
        self.error = None
        self.room = 0
        self._write = os.write

    def fail(self, name, room=0):
        self.error, self.room = getattr(errno, name), room

    def mend(self):
        self.error = None

    def write(self, descriptor, data):
        if self.error is None:
            return self._write(descriptor, data)
        if self.room == 0:
            raise OSError(self.error, os.strerror(self.error))
        written = self._write(descriptor, data[: self.room])
        self.room -= written
        return written


@pytest.fixture
def disk(monkeypatch):
    disk = Disk()
    monkeypatch.setattr(os, "write", disk.write)
    return disk


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "learners" / "blue-lamp-42"
