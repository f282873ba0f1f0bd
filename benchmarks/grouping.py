"""How well reports are grouped into incidents: B-cubed on a corpus with gold incidents.

    python -m benchmarks.grouping CORPUS/documents.jsonl [--split train] [--record RECORD] [--sweep]
        [--dated] [--twins CORPUS/incidents.jsonl]

Each line of the corpus is an object with `doc_id`, `title`, `text`, a date (`dct` or `published`)
and a gold key (`incident_ids`, of which the first counts, `cluster_id` or `subtopic`). The encoder is
not run: readings hold the text alone, so that the figure is that of text and dates, a floor.
`--record` takes the readings of a record in which the corpus was built (with `doc_id` as `id`), so
that places, dates and people count too. `--dated` leaves reports without a date out. `--twins` takes
the incidents' records (`incident_id`, `date`, `city_or_county`) and prints the figure of the reports
apart whose incident has another in the same city within seven days. `--try` sets weights of
`onrecord.group.incidents` for this run. `--sweep` prints the figure for a row of thresholds around the
one in `onrecord.group.incidents`.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from onrecord.core.moments import day_of
from onrecord.core.reading import Reading, ReportIncident
from onrecord.core.report import Report
from onrecord.group import incidents
from onrecord.group.incidents import TOGETHER, score_pairs
from onrecord.group.linkage import Pair, average_linkage
from onrecord.group.sketches import Sketch, sketches
from onrecord.group.weights import load_weights
from onrecord.store import Record

Groups = Mapping[str, str]

TWIN_DAYS = 7


@dataclass(frozen=True, slots=True)
class Figures:
    """B-cubed precision, recall and F1, as fractions."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.4f}  R {self.recall:.4f}  F1 {self.f1:.4f}"


def b_cubed(predicted: Groups, gold: Groups, only: Set[str] | None = None) -> Figures:
    """B-cubed (Bagga and Baldwin 1998) over the gold reports, or over `only` some of them."""
    both = Counter((predicted[d], gold[d]) for d in gold)
    mine, theirs = Counter(predicted[d] for d in gold), Counter(gold.values())
    counted = gold.keys() if only is None else only
    precision = sum(both[predicted[d], gold[d]] / mine[predicted[d]] for d in counted)
    recall = sum(both[predicted[d], gold[d]] / theirs[gold[d]] for d in counted)
    return Figures(precision / len(counted), recall / len(counted))


def twins(path: Path) -> frozenset[str]:
    """Incidents that share their city with another within `TWIN_DAYS`."""
    by_city: dict[str, list[tuple[date, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if (day := day_of(record.get("date"))) and record.get("city_or_county"):
            city = f"{record['city_or_county']}, {record.get('state')}"
            by_city.setdefault(city, []).append((day, str(record["incident_id"])))
    found: set[str] = set()
    for listed in by_city.values():
        for (day, one), (next_day, two) in pairwise(sorted(listed)):
            if (next_day - day).days <= TWIN_DAYS:
                found |= {one, two}
    return frozenset(found)


def read_corpus(path: Path, split: str | None) -> list[dict[str, Any]]:
    """The records of a split that have text and gold."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    kept = [r for r in records if split is None or r.get("split", split) == split]
    return [r for r in kept if r.get("text") and gold_of(r)]


def gold_of(record: Mapping[str, Any]) -> str | None:
    """The gold group of a record."""
    several = record.get("incident_ids") or []
    return str(several[0]) if several else record.get("cluster_id") or record.get("subtopic")


def reading_of(record: Mapping[str, Any]) -> Reading:
    """A reading that holds the text alone."""
    report = Report(
        id=str(record["doc_id"]),
        input="",
        text=record["text"],
        title=record.get("title"),
        published=record.get("dct") or record.get("published"),
    )
    return Reading(report, "none", incidents=(ReportIncident("i1", "other", lead=True),))


def grouped(drawn: Sequence[Sketch], scores: Mapping[Pair, float], threshold: float) -> Groups:
    """Report id → number of the group of its lead incident."""
    groups = average_linkage(len(drawn), scores, threshold)
    return {
        drawn[m].ref.report: str(n)
        for n, group in enumerate(groups)
        for m in group
        if drawn[m].lead
    }


def readings_of(records: Sequence[Mapping[str, Any]], path: Path | None) -> list[Reading]:
    """The records' readings: a built record's, or the texts alone. Their report ids are `doc_id`."""
    if path is None:
        return [reading_of(record) for record in records]
    wanted = {str(record["doc_id"]) for record in records}
    with Record.open(path) as built:
        found = [reading for reading in built.readings() if reading.report.given_id in wanted]
    return [replace(one, report=replace(one.report, id=one.report.given_id or "")) for one in found]


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--split")
    parser.add_argument("--record", type=Path)
    parser.add_argument("--dated", action="store_true")
    parser.add_argument("--twins", type=Path)
    parser.add_argument("--try", nargs="*", default=[], dest="tried", metavar="NAME=VALUE")
    parser.add_argument("--sweep", action="store_true")
    options = parser.parse_args()
    for name, _, value in (one.partition("=") for one in options.tried):
        setattr(incidents, name, float(value))
    records = read_corpus(options.corpus, options.split)
    if options.dated:
        records = [record for record in records if record.get("dct") or record.get("published")]
    readings = readings_of(records, options.record)
    known = {str(r["doc_id"]): str(gold_of(r)) for r in records}
    gold = {reading.report.id: known[reading.report.id] for reading in readings}
    began = time.perf_counter()
    weights = load_weights()
    drawn = [sketch for reading in readings for sketch in sketches(reading, weights)]
    drawn.sort(key=lambda sketch: sketch.ref)
    scores = {pair: found.value for pair, found in score_pairs(drawn).items()}
    print(
        f"{len(readings)} reports, {len(set(gold.values()))} incidents, {len(scores)} pairs scored"
    )
    steps = [TOGETHER + 0.02 * step for step in range(-6, 8)] if options.sweep else [TOGETHER]
    for threshold in steps:
        groups = grouped(drawn, scores, threshold)
        print(f"{threshold:.2f}  {b_cubed(groups, gold)}")
        if options.twins:
            known_twins = twins(options.twins)
            apart = {d for d in gold if gold[d] in known_twins}
            print(f"      {len(apart)} of twins: {b_cubed(groups, gold, apart)}")
    print(f"{time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
