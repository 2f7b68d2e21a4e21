"""Two ways to use a page: by keyboard alone, and by pointer. A walk is written once and done with either."""

from __future__ import annotations

from typing import Protocol

from playwright.sync_api import Locator, expect

from tests.browser.driver import LabBrowser

FARTHEST = 400  # Tab presses in which any control of a lesson must be reached
ON_IT = "node => node === document.activeElement"


class Hands(Protocol):
    """How a person presses, chooses and types."""

    def press(self, control: Locator) -> None:
        """Press a button."""

    def choose(self, radios: Locator, place: int) -> None:
        """Choose one of the radio buttons of a group."""

    def tick(self, box: Locator) -> None:
        """Tick a checkbox."""

    def write(self, field: Locator, text: str) -> None:
        """Type a text into a field, and leave it."""

    def push(self, handle: Locator) -> None:
        """Move a slider one step up."""


class Keyboard:
    """Tab, Shift+Tab, arrows, Space and Enter; nothing else."""

    def __init__(self, lab: LabBrowser) -> None:
        self.lab = lab

    def reach(self, control: Locator) -> None:
        """Tab until the control has the focus. Raises AssertionError if it is never reached."""
        for _ in range(FARTHEST):
            if control.evaluate(ON_IT):
                return
            self.lab.press("Tab")
        raise AssertionError(f"{control} is not reached by {FARTHEST} presses of Tab")

    def press(self, control: Locator) -> None:
        self.reach(control)
        self.lab.press("Enter")
        self.lab.settle()

    def choose(self, radios: Locator, place: int) -> None:
        """The group is one stop; arrows move in it and choose. A group without a choice is entered at its first."""
        chosen = radios.locator("input:checked")
        self.reach(chosen if chosen.count() else radios.locator("input").first)
        self.lab.press("Space", *["ArrowDown"] * place)
        self.lab.settle()
        expect(radios.locator("input").nth(place)).to_be_checked()

    def tick(self, box: Locator) -> None:
        self.reach(box)
        self.lab.press("Space")
        self.lab.settle()

    def write(self, field: Locator, text: str) -> None:
        self.reach(field)
        self.lab.page.keyboard.press("ControlOrMeta+a")
        self.lab.page.keyboard.type(text)
        self.lab.press("Tab")
        self.lab.settle()

    def push(self, handle: Locator) -> None:
        self.reach(handle)
        self.lab.press("ArrowRight")
        self.lab.settle()


class Pointer:
    """Clicks, and typing into what was clicked."""

    def __init__(self, lab: LabBrowser) -> None:
        self.lab = lab

    def press(self, control: Locator) -> None:
        control.click()
        self.lab.settle()

    def choose(self, radios: Locator, place: int) -> None:
        radios.locator("label").nth(place).click()
        self.lab.settle()
        expect(radios.locator("input").nth(place)).to_be_checked()

    def tick(self, box: Locator) -> None:
        box.click()
        self.lab.settle()

    def write(self, field: Locator, text: str) -> None:
        field.click()
        field.fill(text)
        field.blur()
        self.lab.settle()

    def push(self, handle: Locator) -> None:
        """Drag the handle a third of its track to the right, or to the left where it stands at the right."""
        track = handle.locator("xpath=ancestor::*[contains(@class,'noUi-target')]")
        track.scroll_into_view_if_needed()
        knob, rail = handle.bounding_box(), track.bounding_box()
        assert knob and rail
        middle = knob["y"] + knob["height"] / 2
        start = knob["x"] + knob["width"] / 2
        step = rail["width"] / 3
        end = start + step if start + step < rail["x"] + rail["width"] else start - step
        self.lab.page.mouse.move(start, middle)
        self.lab.page.mouse.down()
        self.lab.page.mouse.move(end, middle, steps=6)
        self.lab.page.mouse.up()
        self.lab.settle()
