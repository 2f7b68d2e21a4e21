"""Lesson 7, Opportunity: firms that agree on what they know fast or slowly, and what each comes to know."""
