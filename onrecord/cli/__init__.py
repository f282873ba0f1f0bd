"""The command line: one file per verb; `VERBS` in `main.py` is the explicit list."""
