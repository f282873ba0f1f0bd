"""`python -m onrecord.train`: see `onrecord.train.cli`."""

from __future__ import annotations

from onrecord.train.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
