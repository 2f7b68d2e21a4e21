"""The class debrief: what a class handed in, screen by screen."""
