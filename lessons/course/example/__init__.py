"""Lesson 4, Example: what words and deeds of a boss, and the example of a colleague, do to a team."""
