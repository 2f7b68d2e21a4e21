"""Making files in a folder: how far it is, a sentence on where they are, and links to save them from the page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import Markup, join, tag
from lessons.page.save import save_link

from .desk import PlanDesk
from .printing import Handout, NotPrinted

MOST_LINKED = 3_000_000
"""Bytes that links may hold together; a page with more is slow."""
MEDIA = {".pdf": "application/pdf", ".toml": "application/toml"}


class FileMaker:
    """``field`` asks for the folder; ``said`` is the place where the outcome is told."""

    def __init__(self, desk: PlanDesk, key: str) -> None:
        self.desk, self.words, self._key = desk, desk.words.make, key
        self.field, self._folder = parts.entry(self.words.folder, str(desk.handouts))
        self._folder.add_class("th-wide")
        self.said = parts.html()

    def make(self, handouts: Sequence[Handout]) -> None:
        """Write every file, one after the other; one that must not be handed out is named in a sentence."""
        if not self._folder.value.strip():
            self.refuse(self.words.empty)
            return
        folder = Path(self._folder.value.strip()).expanduser().absolute()
        made: dict[str, bytes] = {}
        refused: list[str] = []
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for number, handout in enumerate(handouts):
                self.said.value = self._bar(number, len(handouts), handout.file)
                self._make_one(handout, folder, made, refused)
        except OSError as error:
            reason = error.strerror or str(error)
            self.refuse(fill(self.words.no_folder, {"folder": str(folder), "reason": reason}))
        else:
            self._tell(folder, made, refused)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was made."""
        self.said.value = parts.keyed(parts.alert(sentence), self._key)

    def clear(self) -> None:
        """Say nothing more."""
        self.said.value = ""

    def _make_one(self, handout: Handout, folder: Path, made: dict[str, bytes], refused: list[str]) -> None:
        path = folder / handout.file
        try:
            made[handout.file] = handout.make()
            path.write_bytes(made[handout.file])
        except NotPrinted as reason:
            path.unlink(missing_ok=True)  # an older one would be handed out in its place
            refused.append(fill(self.words.left_out, {"reason": str(reason)}))

    def _bar(self, done: int, count: int, file: str) -> Markup:
        said = fill(self.words.working, {"done": done + 1, "all": count, "file": file})
        bar = tag("progress", value=done, max=count, aria_label=self.words.bar, class_="th-bar")
        return tag("p", bar, " ", said, class_="th-muted")

    def _tell(self, folder: Path, made: dict[str, bytes], refused: Sequence[str]) -> None:
        template = self.words.done_one if len(made) == 1 else self.words.done
        done = fill(template, {"count": len(made), "folder": str(folder)}) if made else ""
        sentences = (parts.alert(sentence) for sentence in refused)
        shown = join(tag("p", done, class_="th-p") if done else None, *sentences, self._links(made))
        self.said.value = parts.keyed(shown, self._key)
        self.desk.page.focus(self._key)
        self.desk.page.say(" ".join((done, *refused)))

    def _links(self, made: dict[str, bytes]) -> Markup | None:
        if not made:
            return None
        if sum(map(len, made.values())) > MOST_LINKED:
            return tag("p", self.words.many, class_="th-p")
        items = (
            tag("li", save_link(fill(self.words.save, {"name": name}), name, MEDIA[Path(name).suffix], content))
            for name, content in made.items()
        )
        return join(tag("p", self.words.links, class_="th-p"), tag("ul", *items, class_="th-saves"))
