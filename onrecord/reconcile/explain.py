"""Reasons in plain sentences: who says so, who does not, what happened to the other values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.core.values import Value
from onrecord.facts.base import FactType
from onrecord.reconcile.nodes import Node
from onrecord.reconcile.settle import Rival, Settled

MOST_NAMES = 4


def reason(settled: Settled, kind: FactType, names: Mapping[str, str]) -> str:
    """Why the finding is as it is."""
    leading = settled.leading
    said = [f"{_shown(leading.value, kind, names)}: {_support(leading, names)}"]
    if leading.against:
        said.append(f"Rejected by {_listed(sorted(leading.deniers), names)}")
    said += [_rival(rival, kind, names) for rival in settled.rivals]
    if settled.rivals:
        said.append(_vote(settled, kind, names))
    return ". ".join(said) + "."


def _shown(value: Value, kind: FactType, names: Mapping[str, str]) -> str:
    return kind.show(value, dict(names))


def _support(node: Node, names: Mapping[str, str]) -> str:
    origins = _count(len(node.origins), "origin")
    return f"{origins} in {_count(len(node.reports), 'report')} ({_listed(node.origins, names)})"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _listed(ids: Sequence[str], names: Mapping[str, str]) -> str:
    known = sorted(names.get(one, one) for one in ids)
    more = len(known) - MOST_NAMES
    if more > 0:
        return f"{', '.join(known[:MOST_NAMES])} and {more} more"
    return ", ".join(known)


def _rival(rival: Rival, kind: FactType, names: Mapping[str, str]) -> str:
    node = rival.node
    shown = _shown(node.value, kind, names)
    match rival.relation:
        case "replaced":
            told = "given earlier" if node.newest != "9999" else "given before"
            return f"{shown} was {told} ({_support(node, names)})"
        case "otherwise":
            return f"{shown} counts something else besides ({_support(node, names)})"
        case "weaker":
            return f"{shown} is told less plainly ({_support(node, names)})"
        case "denied":
            return f"{shown} is denied by {_listed(sorted(node.deniers), names)}"
        case _:
            return f"{shown} is said by others and was not taken back ({_support(node, names)})"


def _vote(settled: Settled, kind: FactType, names: Mapping[str, str]) -> str:
    """What counting reports would say: always shown beside the outcome, never used for it."""
    nodes = [settled.leading, *(rival.node for rival in settled.rivals)]
    counts = sorted(((len(n.reports), _shown(n.value, kind, names)) for n in nodes), reverse=True)
    told = ", ".join(f"{shown} in {_count(number, 'report')}" for number, shown in counts)
    return f"Plain vote of reports: {told}"
