"""Lesson 6, Goals: correcting towards a target, and choosing the target again."""
