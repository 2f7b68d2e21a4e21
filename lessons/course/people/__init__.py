"""Lesson 10, People: what two published correlations, of care and of structure with outcomes, mean for bosses."""
