"""The teacher's planning as widgets, used as a teacher would use them, with the real press."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pytest

from lessons.classroom.planning.case_file import InCourse, file_name, write
from lessons.classroom.planning.case_view import OwnCaseView
from lessons.classroom.planning.desk import PlanDesk
from lessons.classroom.planning.notice_view import NoticeView
from lessons.classroom.planning.plan_view import PlanHead, PlanView
from lessons.classroom.planning.printing import Handout, NotPrinted
from lessons.course import library
from lessons.course.case_draft import drafted, empty, put
from lessons.course.own_case import read_folder
from lessons.facade_printing import TeacherPrinting
from lessons.page.page import Page
from tests.activities.conftest import Heard
from tests.activities.test_views import every, press, text

SLUGS = library.course().slugs()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def desk(tmp_path: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch) -> PlanDesk:
    monkeypatch.setenv("TWO_HATS_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("TWO_HATS_CASES", raising=False)
    return PlanDesk(Page(heard), TeacherPrinting(), tmp_path / "handouts", tmp_path / "cases")


def set_to(view: Any, label: str, value: object) -> None:
    """Set the control under a label."""
    for box in every(view, widgets.VBox):
        children = box.children
        if len(children) == 2 and isinstance(children[0], widgets.HTML) and f">{label}<" in children[0].value:
            control = children[1]
            shown = dict(control.options) if hasattr(control, "options") else {}
            control.value = shown.get(value, value)
            return
    raise AssertionError(label)


# ---- the plan
def test_the_plan_follows_the_form(desk: PlanDesk, heard: Heard) -> None:
    view = PlanView(desk)
    assert "50 minutes: Who leads when nobody is the boss?" in text(view)
    set_to(view, "How much time do you have?", "90 minutes: two lessons with a theme")
    assert "Why go on? 90 minutes" in text(view) and "The eight cards of this plan" in text(view)
    assert {"say": "The plan has changed: Why go on? 90 minutes."} in heard.sent
    set_to(view, "How many people?", "3 to 5")
    set_to(view, "What do they have?", "Paper, and one screen or none")
    assert "a count names people" in text(view) and "Participant’s sheet, lessons 2, 3" in text(view)
    set_to(view, "How much time do you have?", "Five sessions of 90 minutes")
    assert text(view).count("Before it, alone") == 5


def test_two_lessons_of_ones_own_choice_must_be_two(desk: PlanDesk) -> None:
    view = PlanView(desk)
    set_to(view, "How much time do you have?", "90 minutes: two lessons with a theme")
    set_to(view, "Which theme?", "Two lessons of my own choice")
    assert "Lessons 1 and 2: 90 minutes" in text(view)
    set_to(view, "The model comes from", 1)
    assert "same lesson twice" in text(view)
    press(view, "Make the sheets of this plan")
    assert not desk.handouts.exists()


def test_the_sheets_of_a_plan_are_made_and_named(desk: PlanDesk, heard: Heard) -> None:
    view = PlanView(desk)
    set_to(view, "What do they have?", "Paper, and one screen or none")
    press(view, "Make the sheets of this plan")
    names = sorted(path.name for path in desk.handouts.iterdir())
    assert names == [
        "05_position_facilitator_a4.pdf",
        "05_position_sheet_a4.pdf",
        "05_position_show_of_hands_a4.pdf",
        "05_position_slides.pdf",
        "05_position_slides_with_notes_a4.pdf",
        "plan_lesson_05_a4.pdf",
    ]
    assert f"6 files are in {desk.handouts}." in text(view)
    assert text(view).count('download="') == 6
    assert {"focus": "plan-files"} in heard.sent


def test_what_cannot_be_made_or_written_is_one_sentence(desk: PlanDesk, tmp_path: Path) -> None:
    view = PlanView(desk)
    (tmp_path / "file").write_text("")
    set_to(view, "Folder for the files", str(tmp_path / "file" / "below"))
    press(view, "Print this plan")
    assert text(view).count('role="alert"') == 1 and "cannot be written to" in text(view)
    set_to(view, "Folder for the files", " ")
    press(view, "Print this plan")
    assert "There is no folder yet." in text(view)


def test_a_sheet_that_must_not_be_handed_out_is_named_and_an_older_one_goes(desk: PlanDesk) -> None:
    def refuse() -> bytes:
        raise NotPrinted("It is <too> long.")

    view = PlanView(desk)
    desk.handouts.mkdir()
    (desk.handouts / "a.pdf").write_bytes(b"old")
    view._files.make([Handout("a.pdf", refuse), Handout("b.pdf", lambda: b"%PDF")])
    assert [path.name for path in desk.handouts.iterdir()] == ["b.pdf"]
    assert "Not made: It is &lt;too&gt; long." in text(view) and "One file is in" in text(view)


def test_many_files_are_not_all_put_into_the_page(desk: PlanDesk) -> None:
    view = PlanView(desk)
    view._files.make([Handout(f"{number}.pdf", lambda: b"x" * 1_100_000) for number in range(3)])
    assert "too many to save from here" in text(view) and "download=" not in text(view)


def test_the_head_says_what_it_is_for(desk: PlanDesk) -> None:
    assert "You do not need to be an expert" in text(PlanHead(desk))  # type: ignore[arg-type]


# ---- the notice
def test_nothing_is_printed_while_a_bracket_is_empty(desk: PlanDesk) -> None:
    view = NoticeView(desk)
    press(view, "Print the notice")
    assert text(view).count('role="alert"') == 1  # type: ignore[arg-type]
    assert "Still empty: school or firm; name of the teacher;" in text(view)  # type: ignore[arg-type]
    assert not desk.handouts.exists()
    for label in ("School or firm", "Name of the teacher", "How to reach that person", "Data protection authority"):
        set_to(view, label, "<b>Somebody</b>")
    set_to(view, "Data protection officer, or “none”", "none")
    press(view, "Print the notice")
    assert "Still empty: legal ground" in text(view)  # type: ignore[arg-type]
    set_to(view, "Legal ground, such as: your consent, which you may take back", "your consent")
    set_to(view, "Paper", "US Letter")
    press(view, "Print the notice")
    assert [path.name for path in desk.handouts.iterdir()] == ["privacy_notice_us-letter.pdf"]


# ---- a case of one's own
def test_a_case_is_written_seen_and_made_into_sheets(desk: PlanDesk) -> None:
    view = OwnCaseView(desk)
    set_to(view, "Begin with", "The case of lesson 1, to change")
    set_to(view, "Title", "The late bus & <b>more</b>")
    assert "(needed)" in text(view)  # type: ignore[arg-type]
    press(view, "Write the case into my folder")
    found = read_folder(desk.cases, SLUGS)
    assert not found.mistakes
    assert [(own.file, own.case.title) for own in found.cases] == [
        ("the_late_bus_b_more_b.toml", "The late bus & <b>more</b>")
    ]
    assert "Lesson 1 offers it" in text(view)  # type: ignore[arg-type]
    assert "“The late bus &amp; &lt;b&gt;more&lt;/b&gt;”, for lesson 1" in text(view)  # type: ignore[arg-type]
    set_to(view, "Title", "The late bus, again")
    press(view, "Write the case into my folder")
    assert [own.case.title for own in read_folder(desk.cases, SLUGS).cases] == ["The late bus, again"]
    press(view, "Make its sheets and slides")
    assert len(list(desk.handouts.iterdir())) == 5


def test_an_empty_case_is_not_written(desk: PlanDesk) -> None:
    view = OwnCaseView(desk)
    press(view, "Write the case into my folder")
    press(view, "Make its sheets and slides")
    assert not desk.cases.exists() and not desk.handouts.exists()
    assert text(view).count("Not yet: a needed check is open.") == 2  # type: ignore[arg-type]
    assert "Fields that are still empty: 22." in text(view)  # type: ignore[arg-type]


def test_the_preview_follows_every_field_and_keeps_nothing(desk: PlanDesk, heard: Heard) -> None:
    view = OwnCaseView(desk)
    set_to(view, "Opening, 50 to 95 words: what one sees or hears first; it is now at the end", "It is *now*.")
    assert "It is *now*." in text(view)  # type: ignore[arg-type]
    set_to(view, "Part of the form", "Decision 1")
    set_to(view, "The question", "What now?")
    assert "What now?" in text(view)  # type: ignore[arg-type]
    radios = every(view, widgets.RadioButtons)  # type: ignore[arg-type]
    preview = next(one for one in radios if {"A", "B", "C"} == {key for _, key in one.options})
    preview.value = "A"
    press(view, "This is my choice")
    assert "What happens." in text(view)  # type: ignore[arg-type]
    assert not desk.cases.exists()


def test_a_bad_file_is_told_in_the_notebook(desk: PlanDesk) -> None:
    desk.cases.mkdir()
    (desk.cases / "bad.toml").write_text('lesson = "focus"\n[case]\ntitle = "<script>alert(1)</script>"\n')
    view = OwnCaseView(desk)
    assert "bad.toml, the opening: expected a value; found nothing." in text(view)  # type: ignore[arg-type]
    (desk.cases / "bad.toml").unlink()
    press(view, "Look again")
    assert "No case lies in" in text(view)  # type: ignore[arg-type]


def test_a_case_is_never_written_into_the_course_or_over_another(tmp_path: Path) -> None:
    draft = drafted("focus", False, library.lesson("focus").case)
    with pytest.raises(InCourse):
        write(draft, library.COURSE / "focus")
    with pytest.raises(InCourse):
        write(draft, library.COURSE.parent.parent / "notebooks")
    first, second = write(draft, tmp_path), write(draft, tmp_path)
    assert (first.name, second.name) == ("the_late_ward.toml", "the_late_ward_2.toml")
    put(draft, ("case", "title"), "Another name")
    assert write(draft, tmp_path, first.name) == first
    assert len(list(tmp_path.iterdir())) == 2


def test_a_title_gives_a_name_that_every_disk_takes() -> None:
    draft = empty("focus", "")
    for title, name in {"": "case", "../../x": "x", "漢字": "case", "A  b/C": "a_b_c", "x" * 90: "x" * 40}.items():
        put(draft, ("case", "title"), title)
        assert file_name(draft) == f"{name}.toml"
