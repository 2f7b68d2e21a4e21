"""The last page: what a learner leaves with, on one printed side. No certificate and no score.

What is missing is left out without a gap. The first evening's sentence stands only beside today's: before that it is
sealed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from lessons.course import library, prose
from lessons.course.look_back_schema import LastPage, PlanLine
from lessons.publish.content import Data
from lessons.publish.entries import Entry
from lessons.publish.own_words import in_markdown, on_paper, plain_markdown
from lessons.publish.portfolio_game import GAME
from lessons.publish.portfolio_sums import moved_cards
from lessons.publish.press import PAPERS, Paper, Printed, press
from lessons.publish.saved_file import MARKDOWN, PDF, SavedFile
from lessons.publish.words import sheet_words
from lessons.record.state import State

SIZES = (11.0, 10.4, 9.8, 9.2, 8.6, 8.0)
"""Sizes of type in points, tried from the largest; a novel may take a second page, for no word is lost."""
FIRST, TODAY = "sentence00", "sentence15"
LINES: tuple[PlanLine, ...] = ("plan_if", "plan_then", "plan_date", "plan_observer", "plan_unless", "plan_change")
LEFT_OUT = "–"
"""Stands for a decision without a choice."""


def last_page_files(state: State, code: str) -> tuple[SavedFile, ...]:
    """The page as files to save: PDF in both sizes of paper, and Markdown."""
    name = f"two-hats-last-page-{code}"
    pdfs = [SavedFile(f"{name}-{paper}.pdf", PDF, last_page_pdf(state, code, paper)) for paper in PAPERS]
    text = f"# {library.game().last_page.title}\n\n{last_page_markdown(state, code)}"
    return (*pdfs, SavedFile(f"{name}.md", MARKDOWN, text.encode("utf-8")))


def last_page_pdf(state: State, code: str, paper: Paper) -> bytes:
    """The page as a PDF/UA-1 file in the largest type that leaves it one page."""
    data = {"page": last_page_data(state, code), "title": library.game().last_page.title, "words": sheet_words()}
    return fitted(data, paper).pdf


def fitted(data: Data, paper: Paper) -> Printed:
    """The page in the largest type in which it is one."""
    for size in SIZES:
        printed = press("last_page.typ", data, paper, size)
        if printed.pages == 1:
            break
    return printed


def has_own_words(state: State) -> bool:
    """Whether there is anything of the learner's own on the page."""
    return bool(_sentences(state) or _hats(state) or _halves(state) or _plan(state) or moved_cards(state))


def last_page_data(state: State, code: str) -> Data:
    """All that the template needs. What was typed comes as lines in pieces, so a long word can be broken."""
    words = library.game().last_page
    return {
        "whose": on_paper(_whose(words, state, code)),
        "empty": "" if has_own_words(state) else words.empty,
        "sentences": _typed(_sentences(state)),
        "choices": {"title": words.choices, "hats": _hats(state), "type": words.type, "words": _strip_words()},
        "moved": _moved(words, state),
        "halves": _typed(_halves(state)),
        "plan": {"title": words.plan, "lines": _typed(_plan(state))},
        "six": {"title": words.six, "header": list(words.header), "rows": _six(words)},
        "closing": words.closing,
    }


def last_page_markdown(state: State, code: str) -> str:
    """The same as Markdown, under a heading that stands elsewhere."""
    words = library.game().last_page
    blocks = [f"**{plain_markdown(_whose(words, state, code))}**"]
    blocks += [] if has_own_words(state) else [words.empty]
    blocks += list(_quoted(_sentences(state)))
    hats = _hats(state)
    if hats:
        row = " · ".join(f"{place['lesson']}: {', '.join(_role(hat) for hat in place['hats'])}" for place in hats)
        blocks += [f"**{words.choices}**", row, words.type]
    blocks += [text for text in (_moved(words, state),) if text]
    blocks += list(_quoted(_halves(state)))
    if plan := _plan(state):
        blocks += [f"**{words.plan}**", *_quoted(plan)]
    blocks += [f"**{words.six}**", _table(words), f"*{words.closing}*"]
    return "\n\n".join(blocks) + "\n"


def _whose(words: LastPage, state: State, code: str) -> str:
    return prose.fill(words.whose, {"code": code, "date": _day(state.last_at)})


def _day(at: str) -> str:
    """A moment of the record as a day on this computer's clock; what is no moment stands as it is."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%d.%m.%Y")
    except ValueError:
        return at


def _own(state: State, prompt: str) -> str:
    """The latest words to a prompt of the last lesson; "" where there are none or they are sealed."""
    text = state.lesson(GAME).texts.get(prompt)
    return text.text.strip() if text and not text.sealed else ""


def _sentences(state: State) -> list[Entry]:
    words, today = library.game().last_page, _own(state, TODAY)
    if not today:
        return []
    first = state.kept.get(FIRST)
    before = [Entry(words.first, str(first.value))] if first else []
    return [*before, Entry(words.today, today)]


def _halves(state: State) -> list[Entry]:
    words = library.game().last_page
    pairs = ((words.managing, "managing_first"), (words.leading, "leading_first"))
    return [Entry(asked, said) for asked, prompt in pairs if (said := _own(state, prompt))]


def _plan(state: State) -> list[Entry]:
    lines = library.game().plan.act.lines
    return [Entry(lines[line].label, said) for line in LINES if (said := _own(state, line))]


def _hats(state: State) -> list[Data]:
    """The hats first reached for, case by case, "" where a decision was left out; nothing if all were."""
    lessons = [lesson for lesson in library.lessons() if lesson.slug != GAME]
    made = {lesson.number: lesson.case.hats(state.lesson(lesson.slug).first_choices) for lesson in lessons}
    shown = [{"lesson": place, "hats": [hat or "" for hat in hats]} for place, hats in made.items()]
    return shown if any(map(any, made.values())) else []


def _moved(words: LastPage, state: State) -> str:
    found = moved_cards(state)
    return prose.fill(words.moved, {"moved": len(found.moved), "common": len(found.common)}) if found else ""


def _strip_words() -> Data:
    """The words of the strip of choices: its rows, and what stands for a decision left out."""
    half_way = library.word_table("half_way")
    return {name: half_way[name] for name in ("lesson", "first", "second", "left_out")}


def _six(words: LastPage) -> list[list[str]]:
    return [[one.name, f"“{one.first}”", f"“{one.last}”"] for one in words.people]


def _typed(entries: list[Entry]) -> list[dict[str, Any]]:
    return [{"asked": entry.asked, "said": on_paper(entry.said)} for entry in entries]


def _quoted(entries: list[Entry]) -> Iterator[str]:
    for entry in entries:
        yield f"**{plain_markdown(entry.asked)}**"
        yield in_markdown(entry.said)


def _role(hat: str) -> str:
    return library.words("roles", hat, "name") if hat else LEFT_OUT


def _table(words: LastPage) -> str:
    rows = [words.header, ("---",) * len(words.header), *_six(words)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
