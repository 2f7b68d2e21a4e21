"""Lesson 9, Following: what a rule brings where somebody looks, and what it costs where nobody does."""
