"""The game of lesson 15: its rules (play, facts, sentences) apart from its views."""
