"""`python -m onrecord.train`: prepare, train, evaluate, export, card."""

from __future__ import annotations

from onrecord.train.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
