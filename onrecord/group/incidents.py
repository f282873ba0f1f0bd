"""Incidents: which incidents of single reports are one, by scores that can be told in words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.core.grouping import IncidentGroup, LocalRef
from onrecord.core.ids import content_id
from onrecord.group.candidates import similar_pairs
from onrecord.group.linkage import Pair, average_linkage
from onrecord.group.sketches import Sketch, days_apart
from onrecord.group.weights import cosine

TOGETHER = 0.36
"""Mean score from which reports are of one incident: where B-cubed, averaged over the training parts
that the weights are fitted on, is highest. Level from 0.24 to 0.48. To be chosen again, by
benchmarks/fit_grouping.py, when a part of the score changes."""

NEAR_DAYS = 30
FAR_DAYS = 200
"""Days between two reports of one incident: the short window by text alone, the long one (trials,
deaths in hospital) only for reports that share a person's full name or both place and date."""

FRESH_DAYS = 7
"""Days beyond which a gap says no more against reports that share such a name."""

DATE_SLIP = 2
"""Days by which the dates of one incident may differ: time zones, the night to Sunday."""

VETO = -1.0

FLOOR = 0.1
"""Cosine of all words below which two reports are not of one incident, whatever the facts say."""

BIAS = -1.14
TEXT, PROPER, NUMBERS, DAYS, UNDATED = 5.08, 4.23, 4.07, -2.17, -3.60
"""Weights of a logistic score, as fitted to pairs of four parts that count alike: local news on
shootings (many small incidents told in the same words), the same with its incidents moved into one
year, ECB+ (other news, in twins), and pairs of political news that lie more than ten days apart, made
to lie side by side: strangers that share their words and people. A fifth of the reports has no date.
Titles count with the text; apart they add nothing.

    python -m benchmarks.fit_grouping gva_longtail/documents.jsonl ecbplus/train.jsonl \\
        --strangers polnear/train.jsonl
"""

PEOPLE, PLACE, DATE, OTHER_PLACE = 2.0, 1.5, 1.0, -1.2
A_DAY, MOST_OTHER_DATE = -0.4, -2.0
MOST_PEOPLE = 3
"""What facts add to the score. Chosen on readings of half a year of the local news' training part (607
reports, 305 incidents), by B-cubed at `TOGETHER`: 0.856 without facts, 0.868 with a third of these
weights, 0.898 with these; level from 1.5 to 2.5 for people, 1 to 2 for place and date, -0.2 to -0.6 a
day. Of reports whose incident has a twin in its city within a week: 0.863 without, 0.890 with. To be
measured with

    python -m benchmarks.grouping documents.jsonl --record RECORD --twins incidents.jsonl \\
        --try PEOPLE=1.0 PLACE=0.5
"""


@dataclass(frozen=True, slots=True)
class PairScore:
    """How alike two sketches are (0 to 1, or `VETO`), and what speaks for it."""

    value: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextParts:
    """The cosines of two sketches' vectors, and the days between their reports (None: undated)."""

    text: float
    proper: float
    numbers: float
    days: int | None


@dataclass(frozen=True, slots=True)
class Told:
    """What the facts of two sketches say of each other; `apart` is in days, None where unknown."""

    people: frozenset[str]
    places: frozenset[str]
    apart: int | None
    other_place: bool

    @property
    def other_date(self) -> bool:
        """Whether both are dated, and not to the same days."""
        return self.apart is not None and self.apart > DATE_SLIP

    @property
    def close(self) -> bool:
        """Whether they may be of one incident though months lie between the reports."""
        same_day = self.apart is not None and not self.other_date
        return bool(self.people) or bool(self.places and same_day)

    @property
    def weight(self) -> float:
        """What the facts add to the logistic score."""
        total = PEOPLE * min(MOST_PEOPLE, len(self.people))
        total += PLACE if self.places else OTHER_PLACE if self.other_place else 0.0
        if self.apart is not None:
            total += self._other_date() if self.other_date else DATE
        return total

    def _other_date(self) -> float:
        """What another date says: more by the day, less where the same people are named (a date is
        more often misread than a name)."""
        against = max(MOST_OTHER_DATE, A_DAY * (self.apart or 0))
        return against / (1 + len(self.people))

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for one incident, in words."""
        said = []
        if self.people:
            said.append(f"both name {_some(self.people)}")
        if self.places:
            said.append(f"both tell of {_some(self.places)}")
        if self.apart is not None and not self.other_date:
            said.append("the dates agree")
        return tuple(said)


def group_incidents(sketches: Sequence[Sketch]) -> tuple[IncidentGroup, ...]:
    """Incidents over all reports. The sketches are sorted by report and local id."""
    scores = score_pairs(sketches)
    values = {pair: score.value for pair, score in scores.items()}
    groups = average_linkage(len(sketches), values, TOGETHER)
    return tuple(_incident([sketches[m] for m in group], group, scores) for group in groups)


def known_incidents(known: Iterable[Sequence[Sketch]]) -> tuple[IncidentGroup, ...]:
    """The same of incidents whose sketches have been put together already."""
    each = (sorted(one, key=lambda sketch: sketch.ref) for one in known)
    ordered = sorted(each, key=lambda one: one[0].ref)
    return tuple(_incident(one, range(len(one)), score_pairs(one)) for one in ordered)


def score_pairs(sketches: Sequence[Sketch]) -> dict[Pair, PairScore]:
    """The scores of all pairs of different reports that are worth one."""
    return {
        (a, b): pair_score(sketches[a], sketches[b])
        for a, b in similar_pairs(sketches)
        if sketches[a].ref.report != sketches[b].ref.report
    }


def pair_score(one: Sketch, two: Sketch) -> PairScore:
    """The score of two sketches of different reports."""
    told = Told(
        people=one.people & two.people,
        places=one.where.places & two.where.places,
        apart=days_apart(one.days, two.days),
        other_place=one.where.other_than(two.where),
    )
    days = days_between(one, two) or 0
    if days > (FAR_DAYS if told.close else NEAR_DAYS):
        return PairScore(0.0, ())
    if told.other_place and told.other_date:
        return PairScore(VETO, ("another place and another date",))
    parts = text_parts(one, two)
    if parts.text < FLOOR:
        return PairScore(0.0, ())
    score = (
        BIAS
        + TEXT * parts.text
        + PROPER * parts.proper
        + NUMBERS * parts.numbers
        + days_weight(parts.days, close=told.close)
        + told.weight
    )
    return PairScore(1 / (1 + math.exp(-score)), told.reasons)


def text_parts(one: Sketch, two: Sketch) -> TextParts:
    """What the texts and dates of two reports say of how alike they are."""
    return TextParts(
        text=cosine(one.text, two.text),
        proper=cosine(one.proper, two.proper),
        numbers=cosine(one.numbers, two.numbers),
        days=days_between(one, two),
    )


def days_weight(days: int | None, *, close: bool) -> float:
    """What the days between two reports add to the score; without a date, what not knowing them adds."""
    if days is None:
        return UNDATED
    return DAYS * math.log1p(min(days, FRESH_DAYS) if close else days)


def days_between(one: Sketch, two: Sketch) -> int | None:
    """Days between two reports; None where one has no date."""
    if one.published is None or two.published is None:
        return None
    return abs((one.published - two.published).days)


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
    said = Counter(reason for score in known for reason in score.reasons)
    common = [f"{reason} ({count} of {len(pairs)} pairs)" for reason, count in _top(said)]
    return "; ".join([f"Mean score of the pairs {mean:.2f} (from {TOGETHER})", *common]) + "."


def _top(said: Counter[str]) -> list[tuple[str, int]]:
    return sorted(said.items(), key=lambda item: (-item[1], item[0]))[:3]
