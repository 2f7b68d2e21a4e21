"""TAUGHT: the words of the teacher's notebooks."""
