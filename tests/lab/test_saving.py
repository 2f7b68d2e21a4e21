"""Outputs of lessons are stripped before saving; everyone else's stay."""

from __future__ import annotations

import copy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.lab.saving import strip, strip_outputs

OURS = {"course": "two-hats", "lesson": "focus"}


def notebook(two_hats: Any = OURS) -> dict[str, Any]:
    cells = [
        {"cell_type": "markdown", "source": "# Title", "metadata": {}},
        {
            "cell_type": "code",
            "source": "x",
            "metadata": {},
            "outputs": [{"output_type": "stream"}],
            "execution_count": 3,
        },
    ]
    return {"metadata": {"two_hats": two_hats, "widgets": {"state": {}}}, "cells": cells, "nbformat": 4}


def saved(content: dict[str, Any], path: str, root: Path, kind: str = "notebook") -> dict[str, Any]:
    model = {"type": kind, "content": copy.deepcopy(content)}
    strip_outputs(model=model, path=path, contents_manager=SimpleNamespace(root_dir=str(root)))
    return model["content"]  # type: ignore[return-value]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TWO_HATS_NOTEBOOKS", str(tmp_path / "notebooks"))
    return tmp_path


@pytest.mark.parametrize("path", ["notebooks/01_focus.ipynb", "notebooks/instructor/debrief.ipynb"])
def test_a_lesson_loses_its_outputs_and_nothing_else(root: Path, path: str) -> None:
    content = notebook()
    after = saved(content, path, root)
    assert after["cells"][1] == content["cells"][1] | {"outputs": [], "execution_count": None}
    assert after["cells"][0] == content["cells"][0]
    assert after["metadata"] == {"two_hats": OURS}


@pytest.mark.parametrize(
    ("path", "two_hats", "kind"),
    [
        ("elsewhere/01_focus.ipynb", OURS, "notebook"),
        ("notebooks2/01_focus.ipynb", OURS, "notebook"),
        ("notebooks/own.ipynb", None, "notebook"),
        ("notebooks/own.ipynb", {"course": "another"}, "notebook"),
        ("notebooks/own.ipynb", "two-hats", "notebook"),
        ("notebooks/01_focus.ipynb", OURS, "file"),
    ],
)
def test_everything_else_is_saved_as_it_is(root: Path, path: str, two_hats: Any, kind: str) -> None:
    content = notebook(two_hats)
    assert saved(content, path, root, kind) == content


def test_a_manager_without_a_folder_is_left_alone() -> None:
    model = {"type": "notebook", "content": notebook()}
    strip_outputs(model=model, path="notebooks/01_focus.ipynb", contents_manager=SimpleNamespace())
    assert model["content"] == notebook()


CELLS = st.fixed_dictionaries(
    {"cell_type": st.sampled_from(["markdown", "raw", "code"]), "source": st.text()},
    optional={"outputs": st.lists(st.dictionaries(st.text(), st.text())), "execution_count": st.integers()},
)


@given(st.lists(CELLS))
def test_sources_and_order_never_change_and_twice_is_once(cells: list[dict[str, Any]]) -> None:
    content = {"metadata": {}, "cells": copy.deepcopy(cells)}
    strip(content)
    assert [(c["cell_type"], c["source"]) for c in content["cells"]] == [(c["cell_type"], c["source"]) for c in cells]
    assert all(c["outputs"] == [] for c in content["cells"] if c["cell_type"] == "code")
    once = copy.deepcopy(content)
    strip(content)
    assert content == once
