"""KEPT: pure functions over a learner's events. Nothing here touches a disk or a widget."""

from .events import Event, decode, encode
from .fold import apply, fold
from .state import Answer, HandedIn, Kept, LessonState, Prediction, State, Text
from .trouble import Trouble, trouble

__all__ = [
    "Answer",
    "Event",
    "HandedIn",
    "Kept",
    "LessonState",
    "Prediction",
    "State",
    "Text",
    "Trouble",
    "apply",
    "decode",
    "encode",
    "fold",
    "trouble",
]
