"""The game of lesson 15 on paper: its rules with a worked month, a score sheet, and five cards to cut for a team."""

from __future__ import annotations

from lessons.course.paper_game_schema import PaperGame
from lessons.course.two_hats import facts, paper
from lessons.course.two_hats.month import HOURS
from lessons.publish.citations import Citations
from lessons.publish.content import Data, Writer
from lessons.publish.press import Paper, press
from lessons.publish.proof import read_over, sheet_error
from lessons.publish.words import sheet_words

SIZES = (11.5, 11.0, 10.5, 10.0)
"""Sizes of type in points, tried from the largest."""
GAME_PAGES, CARD_PAGES = 2, 2
TRACKS = ("order", "commitment", "direction")


def paper_game_pdf(game: PaperGame, sheet: Paper) -> bytes:
    """Rules and score sheet on two sides, as a PDF/UA-1 file. Raises SheetError if it takes more."""
    return _printed("paper_game.typ", paper_game_data(game), sheet, GAME_PAGES)


def role_cards_pdf(game: PaperGame, sheet: Paper) -> bytes:
    """How to play together, and the five cards to cut, on two sides. Raises SheetError if it takes more."""
    return _printed("role_cards.typ", role_cards_data(game), sheet, CARD_PAGES)


def _printed(template: str, data: Data, sheet: Paper, pages: int) -> bytes:
    read_over(data, data["title"])
    for size in SIZES:
        printed = press(template, data, sheet, size)
        if printed.pages == pages:
            return printed.pdf
    raise sheet_error("game", title=data["title"], pages=printed.pages, paper=sheet, expected=pages)


def paper_game_data(game: PaperGame) -> Data:
    """The rules and the score sheet as plain data; prose as runs, numbers from the rules as they are played."""
    write = Writer(paper.numbers(), Citations({}))
    rules, example = game.rules, game.example
    return {
        "title": game.title,
        "intro": write(game.intro),
        "rules": {
            **{name: getattr(rules, name) for name in ("title", "start_title", "month_title", "end_title")},
            **{name: write(getattr(rules, name)) for name in ("simpler", "need", "tokens_note")},
            **{name: [write(text) for text in getattr(rules, name)] for name in ("start", "month", "end")},
            "tokens": [{"role": role, "text": write(text)} for role, text in rules.tokens.items()],
        },
        "example": {
            "title": example.title,
            "intro": write(example.intro),
            "steps": [write(step) for step in example.steps],
            "row": _example_row(game),
        },
        "scores": _scores(game, write),
        "words": sheet_words(),
    }


def _header(game: PaperGame) -> list[str]:
    """The columns of the score sheet, from left to right."""
    columns, scores = game.scores.columns, game.scores
    hours, tracks = [scores.hours[kind] for kind in HOURS], [scores.short[track] for track in TRACKS]  # type: ignore[index]
    sums = [columns["errors"], columns["delivery"], columns["budget"], columns["because"]]
    return [columns["month"], columns["event"], *hours, *tracks, *sums]


def _example_row(game: PaperGame) -> list[str]:
    """The worked month as it is written into the score sheet: month 2."""
    example = paper.Example()
    after, month = example.month.after, example.month
    numbers = (*example.tokens, after.order, after.commitment, after.direction, month.errors, month.delivered)
    event = game.scores.events[example.event]  # type: ignore[index]
    return ["2", event, *(str(int(one)) for one in (*numbers, after.budget)), game.example.because]


def _scores(game: PaperGame, write: Writer) -> Data:
    start, scores = paper.PaperHouse(), game.scores
    nothing = [""] * len(HOURS)
    levels = [str(getattr(start, track)) for track in TRACKS]
    return {
        "title": scores.title,
        "intro": write(scores.intro),
        "header": _header(game),
        "start": [scores.columns["start"], "", *nothing, *levels, "", "", str(start.budget), ""],
        "months": [[str(month), scores.events["calm"] if month == 1 else ""] for month in range(1, paper.MONTHS + 1)],
        "tracks": [_track(scores.tracks[track], paper.LOW, paper.HIGH, getattr(start, track)) for track in TRACKS],  # type: ignore[index]
        "budget": _track(scores.columns["budget"], 0, paper.MOST, start.budget),
        "points": write(scores.points),
        "lowest": write(scores.lowest),
        "stop": write(scores.stop),
    }


def _track(name: str, low: int, high: int, start: int) -> Data:
    """A track to move a coin along."""
    return {"name": name, "low": low, "high": high, "start": start}


def role_cards_data(game: PaperGame) -> Data:
    """The cards with their facts, how so many people play, and what simple ways come to."""
    team, write = game.team, Writer(facts.numbers(), Citations({}))
    told = Writer(paper.numbers(), Citations({}))
    return {
        "title": team.title,
        **{name: write(getattr(team, name)) for name in ("intro", "pace", "afterwards", "source")},
        "cut": team.cut,
        "header": [team.players, team.how_to_play],
        "how": [[players, write(how)] for players, how in team.how],
        "cards": [
            {"title": card.title, "sees": write(card.sees), "facts": [write(fact) for fact in card.facts]}
            for card in team.card
        ],
        "ways": _ways(game, told),
        "words": sheet_words(),
    }


def _ways(game: PaperGame, write: Writer) -> Data:
    numbers = paper.numbers()
    rows = [
        [write(name), *(f"{numbers[f'{way}_{reading}']:.0f}" for reading in paper.READ)] for way, name in game.ways.rows
    ]
    return {
        "title": game.ways.title,
        "intro": write(game.ways.intro),
        "header": list(game.ways.header),
        "rows": rows,
        "note": write(game.ways.note),
    }
