"""Lesson 14, How would we know?: what a reported 90 % can and cannot show."""
