"""Incidents: which incidents of single reports are one, by scores that can be told in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.core.grouping import IncidentGroup, LocalRef
from onrecord.core.ids import content_id
from onrecord.group.candidates import similar_pairs
from onrecord.group.linkage import Pair, average_linkage
from onrecord.group.sketches import Sketch, days_apart
from onrecord.group.weights import cosine

TOGETHER = 0.24
"""Mean score from which reports are of one incident. Chosen with benchmarks/grouping.py on the
training part of gva_longtail; to be measured again when a part of the score changes."""

NEAR_DAYS = 30
FAR_DAYS = 200
"""Days between two reports of one incident: the short window by text alone, the long one (trials,
deaths in hospital) only for reports that share a rare name or both place and date."""

DATE_SLIP = 2
"""Days by which the dates of one incident may differ: time zones, the night to Sunday."""

VETO = -1.0


@dataclass(frozen=True, slots=True)
class PairScore:
    """How alike two sketches are, and what speaks for and against it."""

    value: float
    reasons: tuple[str, ...]


def group_incidents(sketches: Sequence[Sketch]) -> tuple[IncidentGroup, ...]:
    """Incidents over all reports. The sketches are sorted by report and local id."""
    scores: dict[Pair, PairScore] = {}
    for a, b in similar_pairs(sketches):
        if sketches[a].ref.report != sketches[b].ref.report:
            scores[a, b] = pair_score(sketches[a], sketches[b])
    values = {pair: score.value for pair, score in scores.items()}
    groups = average_linkage(len(sketches), values, TOGETHER)
    return tuple(_incident([sketches[m] for m in group], group, scores) for group in groups)


def pair_score(one: Sketch, two: Sketch) -> PairScore:
    """The score of two sketches of different reports, between -1 and about 1."""
    apart = days_apart(one.days, two.days)
    places = one.places & two.places
    other_place = bool(one.places and two.places and not places)
    other_date = apart is not None and apart > DATE_SLIP
    if other_place and other_date:
        return PairScore(VETO, ("another place and another date",))
    people = one.people & two.people
    if not _in_window(one, two, near=bool(people) or bool(places and apart is not None)):
        return PairScore(0.0, ())
    text, proper = cosine(one.text, two.text), cosine(one.proper, two.proper)
    score = 0.6 * text + 0.4 * proper
    reasons = [f"their words agree by {text:.2f}"]
    if people:
        score += 0.05 * min(3, len(people))
        reasons.append(f"both name {_some(people)}")
    if places:
        reasons.append(f"both tell of {_some(places)}")
    if apart is not None and not other_date:
        score += 0.05
        reasons.append("the dates agree")
    if other_date:
        score -= 0.1
    if other_place:
        score -= 0.05
    return PairScore(score, tuple(reasons))


def _in_window(one: Sketch, two: Sketch, *, near: bool) -> bool:
    if one.published is None or two.published is None:
        return True
    days = abs((one.published - two.published).days)
    return days <= (FAR_DAYS if near else NEAR_DAYS)


def _some(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)[:3])


def _incident(
    members: Sequence[Sketch], numbers: Sequence[int], scores: dict[Pair, PairScore]
) -> IncidentGroup:
    refs = tuple(sorted(sketch.ref for sketch in members))
    leads = tuple(sorted({sketch.ref.report for sketch in members if sketch.lead}))
    return IncidentGroup(
        id=content_id("incident", *(part for ref in _anchor(members) for part in ref)),
        members=refs,
        lead_of=leads,
        reason=_reason(numbers, scores),
    )


def _anchor(members: Sequence[Sketch]) -> list[tuple[str, str]]:
    """What names the incident: the earliest report that leads on it (ties: the smallest id)."""

    def order(sketch: Sketch) -> tuple[bool, str, LocalRef]:
        when = sketch.published.isoformat() if sketch.published else "9999"
        return (not sketch.lead, when, sketch.ref)

    first = min(members, key=order)
    return [(first.ref.report, first.ref.local)]


def _reason(numbers: Sequence[int], scores: dict[Pair, PairScore]) -> str:
    """In words why the reports are of one incident: what most pairs have in common."""
    if len(numbers) == 1:
        return "One report speaks of it."
    pairs = [(a, b) for i, a in enumerate(numbers) for b in numbers[i + 1 :]]
    known = [scores[pair] for pair in pairs if pair in scores]
    mean = sum(score.value for score in known) / len(pairs)
    said = Counter(
        reason for score in known for reason in score.reasons if "agree by" not in reason
    )
    common = [f"{reason} ({count} of {len(pairs)} pairs)" for reason, count in _top(said)]
    return "; ".join([f"Mean score of the pairs {mean:.2f} (from {TOGETHER})", *common]) + "."


def _top(said: Counter[str]) -> list[tuple[str, int]]:
    return sorted(said.items(), key=lambda item: (-item[1], item[0]))[:3]
