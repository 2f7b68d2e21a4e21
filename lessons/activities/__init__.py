"""DONE: what learners do in a lesson. Each file holds an activity's rules and, apart from them, its view."""
