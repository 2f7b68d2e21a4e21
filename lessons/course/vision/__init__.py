"""Lesson 11, Vision: four teams live through the same two years, each with another use of the same hours."""
