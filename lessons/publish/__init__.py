"""PRINTED: sheets, slides and portfolio from the same content as the screen."""
