"""Planning a session: the minute plan and its papers, the privacy notice, and a case of one's own."""
