"""What JupyterLab does before it saves a notebook: a lesson's outputs never reach the file.

Saved widgets come back dead, and saved figures make every copy of the course differ from the next; a learner's
answers are kept elsewhere (``lessons/learner``).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .place import is_course_file


def strip_outputs(model: dict[str, Any], path: str = "", contents_manager: Any = None, **_: Any) -> None:
    """Empty the outputs of a lesson that is about to be saved; change no other notebook.

    JupyterLab's ``pre_save_hook``: ``model`` is the contents model, ``path`` its place below the manager's
    ``root_dir``. Changes ``model["content"]`` in place.
    """
    content = model.get("content")
    root = getattr(contents_manager, "root_dir", None)
    if model.get("type") != "notebook" or not root or not isinstance(content, dict):
        return
    if is_lesson(content) and is_course_file(Path(root, *path.split("/"))):
        strip(content)


def is_lesson(content: dict[str, Any]) -> bool:
    """Whether a notebook's metadata name this course."""
    ours = content.get("metadata", {}).get("two_hats")
    return isinstance(ours, dict) and ours.get("course") == "two-hats"


def strip(content: dict[str, Any]) -> None:
    """Take outputs, execution counts and saved widgets out of a notebook (nbformat 4), in place."""
    content.get("metadata", {}).pop("widgets", None)
    for cell in content.get("cells", ()):
        if cell.get("cell_type") == "code":
            cell["outputs"] = []
            cell["execution_count"] = None
