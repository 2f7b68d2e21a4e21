"""Every chart of the course: plain data in, a matplotlib Figure out."""
