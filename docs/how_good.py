"""Writes `how-good.md` from the figures of quality gate and benchmarks: `python -m docs.how_good`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "how-good.md"
FIGURES = ROOT / "quality" / "figures.json"
PEERS = ROOT / "benchmarks" / "peers.json"
Json = dict[str, Any]
SETS = {
    "newsroom": "28 reports about invented incidents, three stories and five reports of their own, "
    "with gold answers to every field. Rules were developed beside it.",
    "cases": "Invented reports in other styles, written together with the rules.",
    "unseen": "Invented reports that no rule was written against: what a desk may expect of the "
    "first report of its own.",
}
HEAD = """# How good is it?

Written by `python -m docs.how_good` from `quality/figures.json`, which the quality gate writes, and
`benchmarks/peers.json`. Do not edit it by hand.

Precision is the share of what was given that is right, recall the share of the answers that was
found. A value counts as right only with words of the report behind it that touch the gold's. A blank
costs recall and no precision: where the text does not say, nothing is given.

## On your own reports

    onrecord evaluate GOLD
    onrecord evaluate GOLD --predicted readings.jsonl --json

`GOLD` is a folder: the reports under `reports/`, and for each report the answers in
`gold/<id>.json`, `<id>` being the file's stem, the id of its JSON line, or the `id` beside `file` (and
`title`, where a file holds several) in `reports.jsonl`. The answers of one report:

    {"people": [{"name": "Ana Brito", "also": ["Brito"],
                 "facts": [{"field": "person.age", "value": 23, "evidence": "23"}]}],
     "incident": {"facts": [{"field": "incident.killed", "value": {"low": 4, "high": null},
                             "evidence": "at least four"}]}}

Fields and values are those of [the record contract](contract.md); an entity is given by its name.
`evidence` is an exact piece of the text. A fact with `"optional": true` counts on neither side, and a
field that the answers use nowhere is not judged. `onrecord review` hands a desk's own decisions on in
this form. The command prints for each field precision, recall and the share of answers for which
nothing was given (*abstained*), each with the interval that holds 95 % of 1,000 draws of the reports
(percentile bootstrap). With few reports the intervals are wide, and say so.

## The three sets

Up to half of a field's figures rests on few answers; the last column says on how many.
"""
BESIDE = """## Beside other tools

What other tools give on the same development data, written by `python -m benchmarks.peers` on one machine,
one after the other: F1 in per cent and thousands of characters a second, start-up and training left out.
Only tools are here that run without the download of a model, so textacy gets its verbs from its own list
instead of a parser, and knows direct quotations alone; that costs it recall. Attribution is PolNeAR's
development part, exact spans; times are AQUAINT's, any overlap and the value."""


def page() -> str:
    """The whole page."""
    figures: Json = json.loads(FIGURES.read_text(encoding="utf-8"))
    parts = [HEAD.strip()]
    for name, words in SETS.items():
        if name in figures:
            parts += [f"### {name}", words, "\n".join(_table(figures[name]["fields"]))]
    peers: list[Json] = json.loads(PEERS.read_text(encoding="utf-8"))
    parts += [BESIDE, "\n".join(_beside(peers))]
    return "\n\n".join(parts) + "\n"


def _beside(rows: list[Json]) -> Iterator[str]:
    """One line a tool and task."""
    yield "| task | tool | version | F1 | thousand characters a second | note |"
    yield "| --- | --- | --- | --- | ---: | --- |"
    for row in rows:
        told = ", ".join(f"{part} {cell['f1']:.1f}" for part, cell in row["figures"].items())
        speed = f"{row['characters_a_second'] / 1000:.1f}"
        cells = (row["task"], row["tool"], row["version"], told or "–", speed, row["note"])
        yield f"| {' | '.join(cells)} |"


def _table(fields: Json) -> Iterator[str]:
    yield "| field | precision | recall | F1 | answers |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name, row in sorted(fields.items(), key=lambda item: (item[0] == "all facts", item[0])):
        cells = (f"{100 * row[part]:.1f}" for part in ("precision", "recall", "f1"))
        yield f"| {name} | {' | '.join(cells)} | {row['gold']} |"


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
