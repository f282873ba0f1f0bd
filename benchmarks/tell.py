"""How a benchmark ends: its figures as JSON, to see and, where asked, into a file."""

from __future__ import annotations

import json
from pathlib import Path


def tell(figures: object, output: Path | None) -> None:
    """Prints figures, and writes them where a file is named."""
    text = json.dumps(figures, indent=1)
    if output:
        output.write_text(text + "\n", encoding="utf-8")
    print(text)
