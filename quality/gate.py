"""The quality gate: every figure at its floor or above, and floors only go up.

    python -m quality.gate                 check; exit status 1 below a floor
    python -m quality.gate --raise         check, and raise the floors to what was reached
    python -m quality.gate --lower REASON  take today's figures as floors; the reason is kept

Floors are pinned in `floors.json` with the hash of the set that they were measured on. `tolerance`
allows for machines whose 8-bit arithmetic rounds otherwise. The last figures are in `figures.json`.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from quality.sets import OWN, Scored, score_newsroom, score_own

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
FIGURES = HERE / "figures.json"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One figure beside its floor; without a floor it is new."""

    set: str
    figure: str
    value: float
    floor: float | None
    tolerance: float

    @property
    def holds(self) -> bool:
        """Whether the figure reaches its floor."""
        return self.floor is None or self.value >= self.floor - self.tolerance


def compare(scored: Scored, floors: Json) -> list[Verdict]:
    """Each figure beside its floor; a floor whose figure is gone counts as missed."""
    pinned = floors["sets"].get(scored.name, {}).get("floors", {})
    return [
        Verdict(
            scored.name,
            name,
            scored.figures.get(name, 0.0),
            pinned.get(name),
            floors["tolerance"],
        )
        for name in sorted({*scored.figures, *pinned})
    ]


def changed(scored: Scored, floors: Json) -> bool:
    """Whether the set is another than the one that the floors were measured on."""
    pinned = floors["sets"].get(scored.name)
    return pinned is not None and pinned["hash"] != scored.hash


def settled(scored: Sequence[Scored], floors: Json, *, lower: str | None) -> Json:
    """New floors: the higher of floor and figure; with a reason to lower, the figures."""
    sets, log = dict(floors["sets"]), list(floors["lowered"])
    for one in scored:
        old = {} if one.name not in sets else sets[one.name]["floors"]
        new = {name: floor_of(value) for name, value in sorted(one.figures.items())}
        if lower is None:
            new = {name: max(value, old.get(name, 0.0)) for name, value in new.items()}
        log += lowered(one.name, old, new, lower) if lower is not None else []
        sets[one.name] = {"hash": one.hash, "floors": new}
    return {"tolerance": floors["tolerance"], "sets": sets, "lowered": log}


def lowered(name: str, old: Json, new: Json, reason: str) -> list[Json]:
    """What goes into the log of lowered floors."""
    today = datetime.now(UTC).date().isoformat()
    return [
        {"set": name, "figure": f, "from": old[f], "to": new.get(f), "on": today, "why": reason}
        for f in old
        if new.get(f, -1.0) < old[f]
    ]


def floor_of(value: float) -> float:
    """A figure as a floor: thousandths, rounded down."""
    return int(value * 1000) / 1000


def table(verdicts: Sequence[Verdict]) -> str:
    """Figures and floors in columns, in per cent."""
    rows = [f"{'':10}{'figure':46}{'now':>7}{'floor':>7}"]
    for v in verdicts:
        floor = "new" if v.floor is None else f"{100 * v.floor:.1f}"
        mark = "" if v.holds else "  BELOW"
        rows.append(f"{v.set:10}{v.figure:46}{100 * v.value:7.1f}{floor:>7}{mark}")
    return "\n".join(rows)


def field_table(scored: Scored) -> str:
    """Precision, recall and F1 of each field, in per cent; no floors, for they trade off."""
    rows = [f"{'':10}{'field':36}{'P':>7}{'R':>7}{'F1':>7}{'of':>6}"]
    for name, value in scored.details.items():
        parts = "".join(f"{100 * value[p]:7.1f}" for p in ("precision", "recall", "f1"))
        rows.append(f"{scored.name:10}{name:36}{parts}{value['gold']:6}")
    return "\n".join(rows)


def as_json(scored: Sequence[Scored]) -> Json:
    """The figures that the README and the docs give."""
    return {
        one.name: {
            "hash": one.hash,
            "figures": {name: round(value, 4) for name, value in one.figures.items()},
            "costs": one.costs | ({"cores": os.cpu_count()} if one.costs else {}),
            "fields": one.details,
        }
        for one in scored
    }


def check(scored: Sequence[Scored], floors: Json) -> int:
    """Print the table; the number of faults."""
    faults = 0
    for one in scored:
        if changed(one, floors):
            print(f"{one.name}: the set is not the one that the floors were measured on.")
            if one.fixed:
                print("Pin it anew with `python -m quality.gate --lower REASON`.")
                faults += 1
            continue
        verdicts = compare(one, floors)
        print(table(verdicts))
        print(field_table(one))
        faults += sum(not verdict.holds for verdict in verdicts)
        if one.costs:
            print(f"{one.name} took {json.dumps(one.costs)}")
    return faults


def arguments() -> argparse.Namespace:
    """What the gate was asked to do."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--raise", dest="up", action="store_true", help="raise the floors")
    parser.add_argument("--lower", metavar="REASON", help="lower the floors, and say why")
    return parser.parse_args()


def main() -> int:
    """Run the gate; returns the exit status."""
    given = arguments()
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    every = [*map(score_own, OWN), score_newsroom()]
    for one in every:
        if one.skipped:
            print(f"{one.name}: skipped, {one.skipped}.")
    scored = [one for one in every if not one.skipped]
    faults = check(scored, floors)
    if given.lower is not None or (given.up and not faults):
        write(FLOORS, settled(scored, floors, lower=given.lower))
        write(FIGURES, as_json(scored))
        return 0
    print(
        f"{faults} below their floors." if faults else "All figures are at their floors or above."
    )
    return 1 if faults else 0


def write(path: Path, data: Json) -> None:
    """JSON as a file that reads well in a diff."""
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
