"""Handing in, and taking back: what is done in which order, so that nothing is lost and nobody else can do it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lessons.record.handin import (
    HandIn,
    digest,
    hand_in,
    new_secret,
    own_words,
    seal,
    secrets_of,
    stands,
    withdrawal,
    withdrawn_id,
)
from lessons.record.state import HandedIn
from lessons.record.trouble import Trouble

from .desk import ClassPlace, Desk
from .words import word

FOLDER, SAVED = "folder", "saved"
"""How a hand-in left the record: written into the class folder, or made as a file to be sent."""


@dataclass(frozen=True)
class Done:
    """What came of a press. said: ``handed_in``, ``saved``, ``nothing_new``, ``withdrawn``, ``withdrawn_saved``, or ""
    where it did not work; trouble: the sentence that says why; file: what may be saved and sent, name and bytes."""

    said: str = ""
    trouble: str = ""
    file: tuple[str, bytes] | None = None


class HandingIn:
    """One learner's hand-ins of one lesson. What was last shown is what is handed in, letter by letter.

    The files that a newer one replaces are deleted after it is there, where this account may: words that are not
    ticked any more should not lie about.
    """

    def __init__(self, desk: Desk, place: ClassPlace) -> None:
        self.desk, self.place = desk, place
        self.ticked: frozenset[str] = frozenset()
        self._pseudonym = new_secret()
        self.begin()

    def begin(self) -> None:
        """Look at what there is now, with a new secret and nothing ticked."""
        self.ticked, self._secret = frozenset(), new_secret()
        self.look()

    def look(self) -> None:
        """Look again, after an answer or a tick."""
        now, lesson = self.desk.everything, self.desk.lesson.slug
        self.own = own_words(now, lesson)
        self.ticked &= self.own.keys()
        self.made: HandIn = hand_in(now, lesson, date.today(), self._secret, self.ticked, self._pseudonym)

    def tick(self, prompt: str, ticked: bool) -> None:
        """Take words of one's own along, or leave them here."""
        self.ticked = self.ticked | {prompt} if ticked else self.ticked - {prompt}
        self.look()

    @property
    def nothing(self) -> bool:
        """Whether there is nothing that could be handed in."""
        return self.made.empty and not self.own

    @property
    def stands(self) -> HandedIn | None:
        """What was handed in last and not taken back."""
        return stands(self.desk.everything, self.desk.lesson.slug)

    def hand_in(self, as_file: bool = False) -> Done:
        """Write the secret down, then the file, then that the file is there. Whatever fails, it can be pressed again.

        as_file: make a file to be sent, although there is a class folder.
        """
        made = self.made  # writing the secret down makes everybody look again, at what another window may have changed
        if self._nothing_new():
            return Done("nothing_new")
        file = self.place.file(made)
        if isinstance(file, Trouble):
            return Done(trouble=word(f"handin.{file.key}"))
        if sentence := self._keep(made):
            return Done(trouble=sentence)
        how = SAVED if as_file or not self.place.shown else FOLDER
        if how == FOLDER and (trouble := self.place.write(made)):
            return Done(trouble=word(f"handin.{trouble.key}", {"path": trouble.path}))
        sentence = self._keep(made, how=how, what=digest(made))
        self.place.remove(made.lesson, map(seal, made.opens))
        self._secret = new_secret()
        return Done("handed_in" if how == FOLDER else "saved", sentence, file if how == SAVED else None)

    def withdraw(self) -> Done:
        """Take back everything of this lesson: a file that says so, and the files themselves where that is allowed."""
        now, lesson = self.desk.everything, self.desk.lesson.slug
        made = withdrawal(now, lesson, date.today())
        file = self.place.file(made)
        assert not isinstance(file, Trouble)  # a withdrawal holds nothing but secrets, and of those a limited number
        if self.place.shown:
            if trouble := self.place.write(made):
                return Done("", word(f"withdraw.{trouble.key}", {"path": trouble.path}), file)
            self.place.remove(lesson, map(seal, secrets_of(now, lesson)))
        sent = not self.place.shown or any(one.how == SAVED for one in now.handed_in if one.lesson == lesson)
        sentence = self.desk.keep("withdrew", id=withdrawn_id(lesson))
        return Done("withdrawn_saved" if sent else "withdrawn", sentence, file if sent else None)

    def _nothing_new(self) -> bool:
        """Whether just this lies in the class folder already."""
        last = self.stands
        same = last is not None and last.what == digest(self.made)
        return last is not None and same and self.place.has(last.lesson, seal(last.secret))

    def _keep(self, made: HandIn, **more: str) -> str:
        return self.desk.keep("handed_in", pseudonym=made.pseudonym, secret=self._secret, sealed=True, **more)
