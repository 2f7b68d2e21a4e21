"""KEPT: pure functions over a learner's events. Nothing here touches a disk or a widget."""
