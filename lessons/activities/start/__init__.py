"""Lesson 0: the door of the course. Its steps are its own; the practice round is made of every lesson's."""
