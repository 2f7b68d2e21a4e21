"""KEPT on disk: one learner's record, written and read."""

from .diary import Diary
from .home import clean_code, codes, home, is_shared, last_code, learner_folder, new_code, remember, set_shared

__all__ = [
    "Diary",
    "clean_code",
    "codes",
    "home",
    "is_shared",
    "last_code",
    "learner_folder",
    "new_code",
    "remember",
    "set_shared",
]
