"""KEPT on disk: one learner's record, written and read."""
