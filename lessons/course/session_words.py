"""What a plan is called, what its papers are called, and how they are counted."""

from __future__ import annotations

from . import library
from .prose import fill
from .session import Copies, GuidePlans, Kind, Plan, themes


def title(plan: Plan, guide: GuidePlans) -> str:
    """The title of a plan, such as "Who says so? 90 minutes"."""
    words = library.planning().plan
    if plan.wish.length == "lesson":
        return fill(words.title_lesson, {"title": plan.lessons[0].title})
    if plan.wish.length == "theme":
        names = [theme.name for theme in themes(guide) if (theme.case, theme.model) == plan.wish.lessons]
        case, model = plan.wish.lessons
        template = words.title_theme if names else words.title_own_theme
        return fill(template, {"name": "".join(names), "case": case, "model": model})
    return words.title_workshop if plan.wish.length == "workshop" else words.title_sessions


def stem(plan: Plan) -> str:
    """The beginning of the name of a plan's files: ``plan_theme_09_05``."""
    return "_".join(("plan", plan.wish.length, *(f"{number:02}" for number in plan.wish.lessons)))


def uses(plan: Plan) -> str:
    """Which lesson gives the case and which the model, where the plan leaves that open; else ""."""
    if plan.case is None or plan.model is None:
        return ""
    numbers: dict[str, float | str] = {"case_number": plan.case.number, "model_number": plan.model.number}
    titles: dict[str, float | str] = {"case": plan.case.case.title, "model": plan.model.explore.title}
    return fill(library.planning().plan.uses, numbers | titles)


def print_rows(plan: Plan) -> list[tuple[str, str]]:
    """What to print and how many of it, a row for each kind: "Participant’s sheet, lessons 5, 9"; "one"."""
    found: dict[tuple[Kind, Copies], list[int]] = {}
    for item in plan.prints:
        found.setdefault((item.kind, item.copies), []).extend(() if item.lesson is None else (item.lesson,))
    return [(_print_name(kind, numbers), _copies(copies)) for (kind, copies), numbers in found.items()]


def _print_name(kind: Kind, numbers: list[int]) -> str:
    words = library.planning().plan
    counted = words.one_lesson if len(numbers) == 1 else words.lessons
    return fill(words.kinds[kind], {"lessons": fill(counted, {"numbers": ", ".join(map(str, numbers))})})


def _copies(copies: Copies) -> str:
    words = library.planning().plan
    return words.each if copies == "each" else words.one
