"""Lesson 8, Day to day: what spare people and foresight cost, and what waiting costs."""
