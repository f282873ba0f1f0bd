"""How often the leading value is right where sources differ: birthplaces, with a hierarchy of places.

    python -m benchmarks.truth FOLDER

The folder holds `birthplaces_claims.jsonl` (`object`, `source`, `value`), `birthplaces_truth.jsonl`
(`object`, `value`: the place and those around it, the smallest first) and `birthplaces_hierarchy.jsonl`
(`ID`, `name`, `parentID`). Each source is a voice of its own. Compared are a plain vote (ties: the first
by name), the vote in which a coarse claim supports each finer one, and what settling makes of the same
claims. `exact` is the smallest place of the truth, `or coarser` one around it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.core.record import Claim
from onrecord.core.values import Value
from onrecord.facts.base import Comparison, FactType
from onrecord.facts.show import plain
from onrecord.reconcile.claims import NO_DATE, Said
from onrecord.reconcile.nodes import make_nodes
from onrecord.reconcile.settle import settle_one

FIELD = "person.birthplace"


@dataclass(frozen=True, slots=True)
class Case:
    """One person: who says what, and the true place with those around it."""

    claims: tuple[tuple[str, str], ...]
    truth: tuple[str, ...]


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def cases(folder: Path) -> list[Case]:
    """All people with a known birthplace, in the order of the file."""
    said: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for claim in lines(folder / "birthplaces_claims.jsonl"):
        said[claim["object"]].append((claim["source"], claim["value"]))
    return [
        Case(tuple(said[row["object"]]), tuple(row["value"].split(",")))
        for row in lines(folder / "birthplaces_truth.jsonl")
        if row["object"] in said
    ]


def around(folder: Path) -> dict[str, frozenset[str]]:
    """Name → names of the places around it. Of places of one name all count."""
    rows = {row["ID"]: row for row in lines(folder / "birthplaces_hierarchy.jsonl")}
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows.values():
        parent = rows.get(row["parentID"])
        while parent is not None and parent["parentID"] != "-1":
            found[row["name"]].add(parent["name"])
            parent = rows.get(parent["parentID"])
    return {name: frozenset(places) for name, places in found.items()}


def place_type(within: Mapping[str, frozenset[str]]) -> FactType:
    """Birthplaces of which a person has one; a place inside another is the finer value."""

    def compare(one: Value, two: Value) -> Comparison:
        if one == two:
            return "same"
        if two in within.get(str(one), ()):
            return "finer"
        return "coarser" if one in within.get(str(two), ()) else "conflict"

    return FactType(FIELD, "Birthplace", many=False, find=lambda _: (), compare=compare, show=plain)


def said(source: str, value: str) -> Said:
    """A source's claim."""
    claim = Claim(source, value, (), (), (), "stated", None, source)
    return Said("i", "p", FIELD, claim, NO_DATE, source, source, None, digest=False, retold=False)


def settled(case: Case, kind: FactType) -> str:
    """What settling gives."""
    nodes = make_nodes([said(source, value) for source, value in case.claims], kind)
    return str(settle_one(nodes, kind, {}).leading.value)


def vote(case: Case) -> str:
    """The value that most sources give."""
    counts = Counter(value for _, value in case.claims)
    return min(counts, key=lambda value: (-counts[value], value))


def supported_vote(case: Case, kind: FactType) -> str:
    """The value that most sources give, a coarse claim being one for each finer value."""
    counts = {
        value: sum(kind.compare(value, other) in ("same", "finer") for _, other in case.claims)
        for _, value in case.claims
    }
    return min(counts, key=lambda value: (-counts[value], value))


def figures(found: Sequence[Case], give: Callable[[Case], str]) -> dict[str, float]:
    """Shares of people whose place is right, or right but less exact."""
    given = [(case.truth, give(case)) for case in found]
    return {
        "exact": sum(value == truth[0] for truth, value in given) / len(given),
        "or coarser": sum(value in truth for truth, value in given) / len(given),
    }


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    found, kind = cases(options.folder), place_type(around(options.folder))
    ways: dict[str, Callable[[Case], str]] = {
        "plain vote": vote,
        "vote, coarse supports finer": lambda case: supported_vote(case, kind),
        "settled": lambda case: settled(case, kind),
    }
    print(f"{len(found)} people, {sum(len(case.claims) for case in found)} claims")
    for name, give in ways.items():
        shares = figures(found, give)
        told = "  ".join(f"{what} {share:.3f}" for what, share in shares.items())
        print(f"{name:28}  {told}")


if __name__ == "__main__":
    main()
