"""What both sheets for word processors have in common: head, claim, evidence, table of ways, references."""

from __future__ import annotations

from lessons.course import library
from lessons.publish.content import NO_WINNER, Data, Runs
from lessons.publish.docx_page import DocxPage


def say(text: str, kind: str = "plain") -> Runs:
    """Words of our own as runs."""
    return [{"kind": kind, "text": text}]


def label(label: str, runs: Runs) -> Runs:
    """A text behind its label."""
    return [*say(f"{label} ", "strong"), *runs]


def signed(role: str, name: str) -> Runs:
    """A hat by sign and word."""
    return say(f"{library.words('roles', role, 'glyph')} {name or library.words('roles', role, 'title')}")


def add_head(page: DocxPage, data: Data, title: str) -> None:
    """Title, line and objectives."""
    page.heading(1, say(title))
    if data["warning"]:
        page.paragraph(data["warning"])
    page.paragraph(say(f"{data['lesson']} · {data['words']['notes']['by_the_end']}"))
    page.bullets(data["objectives"])


def add_claim(page: DocxPage, data: Data) -> None:
    """The claim in columns, and the catch."""
    claim, notes = data["claim"], data["words"]["notes"]
    page.heading(2, say(claim["title"]))
    page.table(
        [signed(side["role"], side["name"]) for side in claim["sides"]],
        [
            [
                [*side["text"], *say(f" ({', '.join(side['sentences']) or notes['not_named']})")]
                for side in claim["sides"]
            ]
        ],
    )
    page.paragraph(label(notes["the_catch"], claim["catch"]))


def add_evidence(page: DocxPage, data: Data, lines: list[Data], note: Runs) -> None:
    """What research adds, one line a badge, and the note that belongs to all of them."""
    page.heading(2, say(data["words"]["steps"]["evidence"]))
    page.bullets([label(f"{data['words']['badges'][line['badge']]}.", line["text"]) for line in lines])
    if note:
        page.paragraph(note)


def add_ways(page: DocxPage, ways: Data | None, wins: str = "") -> None:
    """The table of ways; with a word for the winner of a row, it is named."""
    if ways is None:
        return
    best = ways.get("best", [NO_WINNER] * len(ways["rows"]))
    rows = [
        [[*cell, *say(f" ({wins})")] if place == winner and place > 0 else cell for place, cell in enumerate(row)]
        for row, winner in zip(ways["rows"], best, strict=True)
    ]
    if ways["intro"]:
        page.paragraph(ways["intro"])
    page.table(ways["header"], rows)
    if ways["note"]:
        page.paragraph(ways["note"])


def add_references(page: DocxPage, data: Data) -> None:
    """The references in full."""
    if data["references"]:
        page.heading(2, say(data["words"]["sheet"]["references"]))
        for number, reference in enumerate(data["references"], 1):
            page.paragraph(say(f"[{number}] {reference}"))
