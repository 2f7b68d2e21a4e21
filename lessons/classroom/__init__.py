"""ADDED UP: hand-ins of a class, read as hostile data."""
