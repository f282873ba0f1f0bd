"""How well copies are told from reports of their own: labelled pairs, and sources to be counted.

    python benchmarks/copies.py --pairs SYNDICATION [--background FILE…] [--sweep]
    python benchmarks/copies.py --stories SYNDICATION_SYNTHETIC

`--pairs`: a folder with `texts.jsonl` and `checked_pairs.jsonl` (`a`, `b`, `label`, `dependent`); all
texts are taken in and looked at together, as a build does it, with the reports of `--background`,
from which furniture is known by its spread over dates. Printed are precision, recall and F1 of dependent
pairs with a bootstrap interval, and the labels of wrong ones. `--stories`: a folder with
`documents.jsonl` (`story_id`, `origin_id`) and `stories.jsonl` (`independent_sources`); printed is
the share of stories whose number of independent texts comes out right. `--sweep` tries a row of
thresholds on the pairs.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from onrecord.core.report import Report
from onrecord.group.copies import DEPENDENT, find_copies
from onrecord.group.fingerprints import find_furniture, fingerprint, shared_pairs, without
from onrecord.intake import take
from onrecord.settings import Settings

RESAMPLES = 2000
SEED = 7


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled pair and the larger share that the one has of the other's own words."""

    label: str
    dependent: bool
    share: float


def lines(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def taken(records: Sequence[dict[str, Any]]) -> list[Report]:
    """The records as intake takes them, boilerplate marked, sorted by id."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        kept = ("text", "title", "outlet")
        rows = [
            {key: record.get(key) for key in kept}
            | {"id": record["doc_id"], "published": record.get("published") or record.get("dct")}
            for record in records
        ]
        path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        found = [report for report in take([str(path)], Settings()) if isinstance(report, Report)]
    return sorted(found, key=lambda report: report.id)


def report_of(record: dict[str, Any]) -> Report:
    """A report with what the corpus gives."""
    return Report(
        id=str(record["doc_id"]),
        input="",
        text=record["text"],
        outlet=record.get("outlet"),
        title=record.get("title"),
        published=record.get("published"),
    )


def labelled(folder: Path, background: Sequence[Path]) -> list[Pair]:
    """The pairs of which both texts are at hand, with their shares."""
    records = {record["doc_id"]: record for path in background for record in lines(path)}
    records |= {record["doc_id"]: record for record in lines(folder / "texts.jsonl")}
    reports = taken(list(records.values()))
    number = {report.given_id: index for index, report in enumerate(reports)}
    raw = [fingerprint(report) for report in reports]
    shared = shared_pairs(without(raw, find_furniture(raw)))
    found = []
    for record in lines(folder / "checked_pairs.jsonl"):
        if record["a"] in number and record["b"] in number:
            a, b = sorted((number[record["a"]], number[record["b"]]))
            way = shared.get((a, b))
            share = max(way.of_first, way.of_second) if way else 0.0
            found.append(Pair(record["label"], record["dependent"], share))
    return found


def f1(pairs: Sequence[Pair], threshold: float) -> float:
    """F1 of the dependent pairs."""
    right = sum(p.dependent and p.share >= threshold for p in pairs)
    wrong = sum(p.dependent != (p.share >= threshold) for p in pairs)
    return 2 * right / (2 * right + wrong) if right else 0.0


def interval(pairs: Sequence[Pair]) -> str:
    """The middle 95 % of F1 over resampled pairs."""
    dice = random.Random(SEED)
    drawn = sorted(f1(dice.choices(pairs, k=len(pairs)), DEPENDENT) for _ in range(RESAMPLES))
    return f"{drawn[RESAMPLES // 40]:.3f} to {drawn[-RESAMPLES // 40]:.3f}"


def show_pairs(folder: Path, background: Sequence[Path], *, sweep: bool) -> None:
    """Prints the figures of the labelled pairs."""
    pairs = labelled(folder, background)
    print(f"{len(pairs)} pairs: F1 {f1(pairs, DEPENDENT):.3f} (95 %: {interval(pairs)})")
    taken = Counter(p.label for p in pairs if p.share >= DEPENDENT and not p.dependent)
    missed = [f"{p.label} {p.share:.2f}" for p in pairs if p.share < DEPENDENT and p.dependent]
    print(f"  taken for copies: {dict(taken)}; missed: {missed}")
    for step in range(1, 11) if sweep else ():
        print(f"  {step * 0.04:.2f}  F1 {f1(pairs, step * 0.04):.3f}")


def show_stories(folder: Path) -> None:
    """Prints the share of stories with the right number of independent texts."""
    documents, stories = lines(folder / "documents.jsonl"), lines(folder / "stories.jsonl")
    began = time.perf_counter()
    by_story: dict[str, list[Report]] = {}
    for record in documents:
        by_story.setdefault(record["story_id"], []).append(report_of(record))
    over = []
    for story in stories:
        reports = sorted(by_story[story["story_id"]], key=lambda report: report.id)
        independent = len(reports) - len(find_copies(reports))
        over.append(independent - story["independent_sources"])
    took = time.perf_counter() - began
    exact = sum(difference == 0 for difference in over)
    print(f"{len(stories)} stories: {exact / len(stories):.1%} exact ({took:.1f} s)")
    print(f"  counted too many or too few: {sorted(Counter(over).items())}")


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--background", type=Path, nargs="*", default=[])
    parser.add_argument("--stories", type=Path)
    parser.add_argument("--sweep", action="store_true")
    options = parser.parse_args()
    if options.pairs:
        show_pairs(options.pairs, options.background, sweep=options.sweep)
    if options.stories:
        show_stories(options.stories)


if __name__ == "__main__":
    main()
