"""Writes the reference from the code, and the README's figures from the quality gate's.

Run it with `make docs`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docs.pages import PAGES, grid, text_of

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
README = ROOT / "README.md"
FIGURES = ROOT / "quality" / "figures.json"
OPENING, CLOSING = "<!-- figures: written by `make docs` -->", "<!-- /figures -->"
SHOWN = (
    ("newsroom", "headline", "facts by field, F1 weighted by how often a field occurs"),
    ("newsroom", "people with a name, f1", "named people, F1"),
    ("newsroom", "statements, f1", "statements, F1"),
    ("newsroom", "statements: speaker", "their speaker"),
    ("newsroom", "statements: chain exact", "their whole chain"),
    ("newsroom", "facts: chain exact", "whole chain of the facts that were found"),
    ("newsroom", "story: reports grouped, b-cubed f1", "reports grouped into stories, B-cubed F1"),
    ("newsroom", "story: copies, b-cubed f1", "copies found, B-cubed F1"),
    ("newsroom", "story: values, recall", "values of the stories found"),
    ("newsroom", "story: status", "their status (agreed, disputed, superseded …)"),
    ("cases", "facts, f1", "facts, F1"),
    ("cases", "statements, f1", "statements, F1"),
    ("cases", "chain, exact", "whole chain of what was found"),
    ("unseen", "facts, f1", "facts, F1"),
    ("unseen", "statements, f1", "statements, F1"),
    ("unseen", "chain, exact", "whole chain of what was found"),
)
"""Set, figure, and its words for the README."""


def figures() -> Iterator[str]:
    """The README's table, from the figures that the quality gate last pinned."""
    sets = json.loads(FIGURES.read_text(encoding="utf-8"))
    rows = (
        (name, shown, f"{100 * sets[name]['figures'][figure]:.1f}")
        for name, figure, shown in SHOWN
        if figure in sets.get(name, {}).get("figures", {})
    )
    yield from grid(("set", "figure", "%"), rows)
    costs = sets.get("newsroom", {}).get("costs")
    if costs:
        yield ""
        yield cost_line(costs)


def cost_line(costs: dict[str, Any]) -> str:
    """Time and memory in a sentence."""
    reading, building = costs["read"], costs["build"]
    return (
        f"Reading its {costs['reports']} reports took {reading['seconds']:.1f} s and "
        f"{reading['mebibytes']:.0f} MiB at the peak, building their record "
        f"{building['seconds']:.1f} s and {building['mebibytes']:.0f} MiB "
        f"({costs['cores']} cores, start-up included)."
    )


def with_figures(text: str) -> str:
    """The README with the figures between their marks."""
    before, rest = text.split(OPENING, 1)
    after = rest.split(CLOSING, 1)[1]
    return f"{before}{OPENING}\n{chr(10).join(figures())}\n{CLOSING}{after}"


def main() -> int:
    """Write the reference, and the README's figures."""
    for page in PAGES:
        path = DOCS / page.file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text_of(page), encoding="utf-8")
    README.write_text(with_figures(README.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
