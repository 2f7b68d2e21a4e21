"""Lesson 13's overlap laboratory: the second sort, who calls what shared, and real jobs."""
