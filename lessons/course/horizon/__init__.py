"""Lesson 2, Horizon: what is approved at the plan, and what is ever started."""
