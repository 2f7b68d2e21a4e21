"""Whether a browser could open here, and how it gets the address."""

from pathlib import Path

import pytest

from starter import browser
from starter.places import Places


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("win32", {}, True),
        ("darwin", {}, True),
        ("darwin", {"SSH_CONNECTION": "x"}, False),
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ""}, False),
    ],
)
def test_has_screen(platform: str, environ: dict[str, str], expected: bool) -> None:
    assert browser.has_screen(platform, environ) is expected


def test_the_browser_is_given_a_file_that_only_its_owner_can_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = Places(tmp_path)
    places.own.mkdir()
    opened: list[str] = []
    monkeypatch.setattr(browser.webbrowser, "open", lambda url: not opened.append(url))
    assert browser.open_browser(places, "http://127.0.0.1:1/doc?token=s3cret")
    page = places.own / "open.html"
    assert opened == [page.as_uri()]
    assert "s3cret" in page.read_text(encoding="utf-8")
    assert page.stat().st_mode & 0o077 == 0
