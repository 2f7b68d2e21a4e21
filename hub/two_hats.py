"""A JupyterHub's configuration for Two Hats; docs/hub.md says where it goes and what has to be there before it.

All people open one course folder, which only the administrator may change: what runs when a lesson is opened is then
nobody's to edit. Answers lie in each person's own home. What is handed in goes into one drop folder.
"""

import os

c = get_config()  # noqa: F821  (JupyterHub gives it)

COURSE = os.environ.get("TWO_HATS_COURSE", "/srv/two-hats")
SETTINGS = os.environ.get("TWO_HATS_SETTINGS", "/srv/two-hats-settings")
CLASS = os.environ.get("TWO_HATS_CLASS", "/srv/two-hats-class")

c.Spawner.notebook_dir = COURSE
c.Spawner.default_url = "/doc/tree/notebooks/00_start_here.ipynb"
c.Spawner.environment.update({"TWO_HATS_CLASS": CLASS, "JUPYTER_CONFIG_PATH": SETTINGS})
