"""Lesson 3, Staying power: who carries on while a bonus runs, and when it stops."""
