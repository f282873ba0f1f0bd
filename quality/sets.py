"""The labelled sets: how each is found, hashed, and scored."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import onrecord
from benchmarks.newsroom import BESIDE, ROOT, run
from quality.score import Counts, Tally, score

OWN = {name: ROOT / "quality" / name for name in ("cases", "unseen")}
"""The repository's own sets: cases that rules are written against, and reports that none is."""
Json = dict[str, Any]


class ScorerError(Exception):
    """The newsroom set's own scorer refused our output."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A set's figures between 0 and 1. `fixed`: it is part of the repository, so must not change.

    `skipped` says why there are no figures. `costs` and `details` are told, and have no floor.
    """

    name: str
    hash: str = ""
    figures: dict[str, float] = field(default_factory=dict)
    costs: Json = field(default_factory=dict)
    details: Json = field(default_factory=dict)
    skipped: str = ""
    fixed: bool = False


def score_own(name: str) -> Scored:
    """One of the repository's own sets."""
    folder = OWN[name]
    gold = sorted((folder / "gold").glob("*.json"))
    cases = [json.loads(path.read_text(encoding="utf-8")) for path in gold]
    inputs = [folder / "reports" / f"{path.stem}.txt" for path in gold]
    readings = [r for r in onrecord.read(inputs) if isinstance(r, onrecord.Reading)]
    tally = score(cases, readings)
    details = {field: counts_json(counts) for field, counts in sorted(tally.fields.items())}
    details["all facts"] = counts_json(tally.facts)
    return Scored(name, content_hash(folder), own_figures(tally), details=details, fixed=True)


def own_figures(tally: Tally) -> dict[str, float]:
    """The figures of one of the repository's own sets."""
    return {
        "people, f1": tally.people.f1,
        "facts, f1": tally.facts.f1,
        "statements, f1": tally.statements.f1,
        "chain, exact": tally.chains.recall,
    }


def counts_json(counts: Counts) -> Json:
    """Precision, recall and F1, and how many answers there are."""
    return {
        "precision": round(counts.precision, 4),
        "recall": round(counts.recall, 4),
        "f1": round(counts.f1, 4),
        "gold": counts.wanted,
    }


def score_newsroom(beside: Path = BESIDE) -> Scored:
    """The newsroom set with its own scorer, where both lie beside the project."""
    room, scorer = beside / "newsroom", beside / "score" / "newsroom.py"
    missing = [path for path in (room, scorer) if not path.exists()]
    if missing:
        return Scored("newsroom", skipped=f"{missing[0]} is not there")
    with tempfile.TemporaryDirectory() as scratch:
        made = run(room / "reports", Path(scratch))
        result = _scored(beside, ["--predicted", made.predicted, "--export", made.exported])
    costs = {"reports": made.reports, "read": asdict(made.read), "build": asdict(made.build)}
    figures, details = newsroom_figures(result), result["fields"]
    return Scored("newsroom", content_hash(room), figures, costs, details)


def _scored(beside: Path, files: Iterable[str | Path]) -> Json:
    """What the set's own scorer says."""
    command = [sys.executable, "-m", "score.newsroom", "--gold", beside / "newsroom", *files]
    environment = {**os.environ, "PYTHONPATH": str(beside)}
    done = subprocess.run(
        [*map(str, command), "--json"], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise ScorerError(done.stderr.strip())
    result: Json = json.loads(done.stdout)
    return result


def newsroom_figures(result: Json) -> dict[str, float]:
    """The figures with a floor, by name."""
    story = result["story"]
    figures = {
        "headline": result["headline"],
        "facts, f1": result["facts"]["f1"],
        "facts, value found anywhere": result["value_found_anywhere"],
        "story: reports grouped, b-cubed f1": story["grouping"]["b_cubed"]["f1"],
        "story: copies, b-cubed f1": story["copies"]["b_cubed"]["f1"],
        "story: values, recall": story["values"]["found"]["recall"],
        "story: origins, f1": story["values"]["origins"]["f1"],
        "story: alternatives, f1": story["values"]["alternatives"]["f1"],
    }
    figures |= {f"{name}, f1": part["f1"] for name, part in result["parts"].items()}
    figures |= _shares(result["shares"], "")
    return figures | _shares(story["shares"], "story: ")


def _shares(shares: Json, prefix: str) -> dict[str, float]:
    """Shares of what was there to be right."""
    return {f"{prefix}{name}": s["accuracy"] for name, s in shares.items() if s["all"]}


def content_hash(folder: Path) -> str:
    """A hash of all files of a folder, by name and content."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        name = path.relative_to(folder).as_posix().encode()
        for part in (name, path.read_bytes()):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:16]
