"""Lesson 1, Focus: where a growing team loses work, and which hours win it back."""
