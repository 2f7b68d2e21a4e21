"""SHOWN: the only place where ipywidgets, HTML and figures meet."""
