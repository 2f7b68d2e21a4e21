"""Lesson 12, Empowerment: one order, asking, freedom up to a limit, or letting the person on the spot decide."""
