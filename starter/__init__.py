"""What start.py does, one idea a file; it runs before anything is installed, so it uses the standard library only."""
