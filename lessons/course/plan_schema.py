"""The shape of ``classroom/plan.toml``: the words of the notebook that plans a session."""

from __future__ import annotations

from .schema import Prose, Table


class PlanHead(Table):
    intro: Prose
    minutes: Prose


class Asked(Table):
    """The questions of the form, and the answers that may be chosen, by key."""

    length: Prose
    lesson: Prose
    theme: Prose
    group: Prose
    computers: Prose
    paper: Prose
    lesson_name: Prose
    theme_name: Prose
    own_theme: Prose
    case_from: Prose
    model_from: Prose
    same: Prose
    changed: Prose
    lengths: dict[str, Prose]
    groups: dict[str, Prose]
    have: dict[str, Prose]
    papers: dict[str, Prose]


class PlanWords(Table):
    """The words around a plan. ``kinds`` names what is printed."""

    minute_plan: Prose
    minutes: Prose
    do: Prose
    span: Prose
    meeting: Prose
    before: Prose
    question: Prose
    uses: Prose
    cards: Prose
    group: Prose
    care: Prose
    care_of: Prose
    ask: Prose
    misconceptions: Prose
    says: Prose
    reply: Prose
    of_lesson: Prose
    open_lesson: Prose
    close_lesson: Prose
    prints: Prose
    what: Prose
    copies: Prose
    one_lesson: Prose
    lessons: Prose
    each: Prose
    one: Prose
    nothing: Prose
    under_five: Prose
    title_lesson: Prose
    title_theme: Prose
    title_own_theme: Prose
    title_workshop: Prose
    title_sessions: Prose
    kinds: dict[str, Prose]


class HandsWords(Table):
    """The form for a show of hands."""

    title: Prose
    lesson: Prose
    decision: Prose
    under: Prose
    between: Prose
    over: Prose


class MakeWords(Table):
    """Making files: the buttons, how far it is, and where they are."""

    folder: Prose
    sheets: Prose
    one: Prose
    working: Prose
    done: Prose
    done_one: Prose
    left_out: Prose
    no_folder: Prose
    empty: Prose
    links: Prose
    many: Prose
    save: Prose
    bar: Prose


class NoticeWords(Table):
    """The form around the privacy notice, whose own words are in ``notice.toml``."""

    intro: Prose
    before_use: Prose
    until: Prose
    print: Prose
    paper: Prose
    blocked: Prose
    file: Prose


class CaseWords(Table):
    """The form for a case of one's own. fields: labels; places: where a mistake is; rules: what is checked."""

    open_plan: Prose
    close_plan: Prose
    wrong: Prose
    found: Prose
    none_found: Prose
    usable: Prose
    usable_replaces: Prose
    not_usable: Prose
    mistake: Prose
    mistake_file: Prose
    look: Prose
    begin: Prose
    empty_form: Prose
    course_case: Prose
    from_file: Prose
    begun: Prose
    part: Prose
    moment: Prose
    decision: Prose
    option: Prose
    marks: Prose
    preview: Prose
    preview_note: Prose
    checks: Prose
    needed: Prose
    advice: Prose
    fine: Prose
    look_at: Prose
    write: Prose
    written: Prose
    exists: Prose
    elsewhere: Prose
    blocked: Prose
    in_course: Prose
    not_written: Prose
    folder_field: Prose
    papers: Prose
    paper: Prose
    spoken: Prose
    credit: Prose
    praise: tuple[Prose, ...]
    fields: dict[str, Prose]
    places: dict[str, Prose]
    rules: dict[str, Prose]


class Planning(Table):
    head: PlanHead
    ask: Asked
    plan: PlanWords
    hands: HandsWords
    make: MakeWords
    notice: NoticeWords
    own_case: CaseWords
