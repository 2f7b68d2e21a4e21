"""TAUGHT: every word and every model of the course. Imports nothing else of ours."""
