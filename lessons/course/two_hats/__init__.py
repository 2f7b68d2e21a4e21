"""Lesson 15, Two hats: the game of ten months, and the same events replayed."""
