"""Lesson 0, Start here: the words of the door, and the bucket of its practice round."""
