"""Why something could not be read or written: a value that names the reason. The words for it are the page's."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

_KEYS = {
    "disk_full": ("ENOSPC", "EDQUOT", "EFBIG"),
    "read_only": ("EROFS",),
    "not_allowed": ("EACCES", "EPERM"),
    "no_folder": ("ENOENT", "ENOTDIR", "ESTALE", "ENODEV", "ENXIO"),
}


@dataclass(frozen=True)
class Trouble:
    """What went wrong, and where.

    key: ``disk_full``, ``read_only``, ``not_allowed``, ``no_folder``, ``unknown``, or one that its maker names. The
    sentence for it is the entry of that name in ``words.toml``, under ``[learner]``, with ``{path}`` filled in.
    """

    key: str
    path: str = ""


def trouble(error: OSError, path: Path) -> Trouble:
    """The trouble that an error of the operating system means."""
    name = errno.errorcode.get(error.errno or 0, "")
    return Trouble(next((key for key, names in _KEYS.items() if name in names), "unknown"), str(path))
