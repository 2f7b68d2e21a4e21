"""What notebook 00 may call: lesson 0, and a method for each of its parts."""

from __future__ import annotations

from .activities.start.article import ArticleView
from .activities.start.desk import StartDesk
from .activities.start.map import MapView
from .activities.start.practice import PracticeView
from .activities.start.privacy import PrivacyView
from .activities.start.reading import CastView, StartHeadView, StartNextView, WelcomeView
from .activities.start.sentence import SentenceView
from .activities.start.short_path import ShortPathView
from .activities.start.sort import SortView
from .opened import Opened
from .page.page import style_sheet
from .page.show import show


class OpenStart(Opened[StartDesk]):
    """Lesson 0 in its notebook. Each method shows one part; call it once, in the order of the page."""

    def begin(self) -> None:
        """The head: what one can do at the end, who is learning, how far one is."""
        show(style_sheet(), "")
        self._show(StartHeadView)

    def welcome(self) -> None:
        """What this course is, and what it is not."""
        self._show(WelcomeView)

    def cast(self) -> None:
        """The six people of the stories."""
        self._show(CastView)

    def practice(self) -> None:
        """One of each step, which is not kept."""
        self._show(PracticeView)

    def sentence(self) -> None:
        """The first sentence, under seal."""
        self._show(SentenceView)

    def sort(self) -> None:
        """The first card sort."""
        self._show(SortView)

    def map(self) -> None:
        """The map of the course."""
        self._show(MapView)

    def next(self) -> None:
        """The sentence for tomorrow and the way to lesson 1."""
        self._show(StartNextView)

    def short_path(self) -> None:
        """What to do with 50 minutes, and six cards again."""
        self._show(ShortPathView)

    def article(self) -> None:
        """The article in our words."""
        self._show(ArticleView)

    def privacy(self) -> None:
        """What is kept, who can see it, and one's own record."""
        self._show(PrivacyView)
