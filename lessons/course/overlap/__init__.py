"""Lesson 13, Overlap: two skills in one person, and what choosing people does to the link between them."""
