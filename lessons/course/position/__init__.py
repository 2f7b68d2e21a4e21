"""Lesson 5, Position: how far a message travels down the chart, and along the ties of advice."""
