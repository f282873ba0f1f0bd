"""Counts of killed and injured on texts that no rule was written on, report by report.

    python -m benchmarks.counts [--beside ../shared] [--reports 200] [--output FILE]

- MUC-4 dev (upper case): a count given for any incident of the report is right where a template of
  the report allows it (sums of the human targets with the effect, as `score.muc4_slots` adds them
  up); a required template is found where a count of the report fits it.
- gva_longtail dev, a sample by the hash of the document's id: the lead's leading count against the
  archive's record, where it has one. The archive may know more than the report: recall is a lower
  bound, and where the record has 0 a report rarely says so. It counts killed attackers too: where a
  count leaves them out they are added.

Only figures are printed, never a name or a sentence.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import onrecord
from benchmarks.newsroom import BESIDE
from benchmarks.tell import tell
from onrecord.core.reading import Fact, Reading
from onrecord.core.values import number_bounds, value_json

Json = dict[str, Any]
FIELDS = ("killed", "injured")
EFFECTS = {"killed": "DEATH", "injured": "INJURY"}


@dataclass(frozen=True, slots=True)
class Figures:
    """Right, given and wanted counts."""

    right: int = 0
    given: int = 0
    found: int = 0
    wanted: int = 0

    def as_json(self) -> Json:
        """The counts with precision and recall."""
        return asdict(self) | {
            "precision": round(self.right / self.given, 4) if self.given else None,
            "recall": round(self.found / self.wanted, 4) if self.wanted else None,
        }


def counts_of(reading: Reading, name: str) -> list[Fact]:
    """The counts of a field that somebody stands by, the surest first."""
    facts = [
        f
        for f in reading.facts
        if f.field == f"incident.{name}" and f.certainty not in ("denied", "asked")
    ]
    return sorted(facts, key=lambda f: -f.confidence)


def read_all(records: Iterable[Json], folder: Path) -> dict[str, Reading]:
    """Readings by the id that the records give."""
    path = folder / "reports.jsonl"
    lines = [json.dumps({k: r[k] for k in ("id", "text", "published")}) for r in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    readings = (r for r in onrecord.read([path]) if isinstance(r, Reading))
    return {str(r.report.given_id): r for r in readings}


def json_lines(path: Path) -> list[Json]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


# --- MUC-4 ---------------------------------------------------------------------------------------


def muc4(beside: Path, most: int, folder: Path) -> Json:
    """Precision and recall of counts against the templates of MUC-4 dev."""
    slots = import_module("score.muc4_slots")  # lies beside the project
    gold = json_lines(beside / "corpora" / "muc4" / "dev.jsonl")[:most]
    records = [{"id": r["doc_id"], "text": r["text"], "published": _date(slots, r)} for r in gold]
    readings = read_all(records, folder)
    return {name: _muc4(slots, gold, readings, name).as_json() for name in FIELDS}


def _date(slots: Any, record: Json) -> str | None:
    days = slots.key_days(record["dateline"]) if record.get("dateline") else None
    return days[1] if days else None


def _muc4(slots: Any, gold: Sequence[Json], readings: dict[str, Reading], name: str) -> Figures:
    right = given = found = wanted = 0
    for record in gold:
        facts = counts_of(readings[record["doc_id"]], name)
        values = {slots.predicted_interval(value_json(f.value)) for f in facts if f.value != 0}
        keys = [slots.casualties(t, EFFECTS[name]) for t in record["templates"]]
        allowed = set().union(*(sums for sums, _ in keys)) if keys else set()
        given += len(values)
        right += sum(slots.count_verdict(v, allowed) == 1 for v in values)
        for sums, required in keys:
            wanted += required
            found += required and any(slots.count_verdict(v, sums) == 1 for v in values)
    return Figures(right, given, found, wanted)


# --- local news ----------------------------------------------------------------------------------


def local_news(beside: Path, most: int, folder: Path) -> Json:
    """Precision and recall of the lead's counts against the archive's records."""
    corpus = beside / "corpora" / "gva_longtail"
    truth = {r["incident_id"]: r for r in json_lines(corpus / "incidents.jsonl")}
    reports = [
        r
        for r in json_lines(corpus / "documents.jsonl")
        if r["split"] == "dev" and len(r["incident_ids"]) == 1 and r["incident_ids"][0] in truth
    ]
    reports.sort(key=lambda r: hashlib.sha256(str(r["doc_id"]).encode()).hexdigest())
    records = [
        {"id": r["doc_id"], "text": r["text"], "published": r.get("dct")} for r in reports[:most]
    ]
    readings = read_all(records, folder)
    pairs = [
        (truth[r["incident_ids"][0]], readings[r["doc_id"]])
        for r in reports[:most]
        if r["doc_id"] in readings
    ]
    return {name: _local(pairs, name).as_json() for name in FIELDS}


def _local(pairs: Iterable[tuple[Json, Reading]], name: str) -> Figures:
    right = given = found = wanted = 0
    for record, reading in pairs:
        known = record.get(f"num_{name}")
        if known is None:  # the archive's record was never filled in
            continue
        low = leading(reading, name)
        given += low is not None
        right += low == known
        wanted += known > 0
        found += known > 0 and low == known
    return Figures(right, given, found, wanted)


def leading(reading: Reading, name: str) -> int | None:
    """The lead's surest count, its low end; the killed with killed attackers, whom the archive counts."""
    lead = reading.lead()
    facts = [f for f in counts_of(reading, name) if lead and f.incident == lead.id]
    bounds = number_bounds(facts[0].value) if facts else None
    if not facts or bounds is None or bounds.low is None:
        return None
    if name != "killed" or facts[0].includes_perpetrators is not False:
        return bounds.low
    attackers = counts_of(reading, "perpetrators_killed")
    more = number_bounds(attackers[0].value) if attackers else None
    return bounds.low + ((more.low or 0) if more else 0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run both; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--beside", type=Path, default=BESIDE, help="folder of corpora and scorers")
    parser.add_argument("--reports", type=int, default=200, help="at most so many of each corpus")
    parser.add_argument("--output", type=Path, help="write the figures there as JSON")
    given = parser.parse_args(arguments)
    if not (given.beside / "corpora").exists():
        print(f"{given.beside / 'corpora'} is not there: nothing to measure.", file=sys.stderr)
        return 1
    sys.path.insert(0, str(given.beside))
    with tempfile.TemporaryDirectory() as scratch:
        figures = {
            "muc4 dev": muc4(given.beside, given.reports, Path(scratch)),
            "gva_longtail dev, sample": local_news(given.beside, given.reports, Path(scratch)),
        }
    tell(figures, given.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
