"""Evidence: what speaks for the reports of one incident being of one, pair by pair and by kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.core.grouping import LocalRef, PairEvidence, Sign
from onrecord.core.reading import Reading
from onrecord.group.incidents import (
    DATE,
    DATE_SLIP,
    MOST_PEOPLE,
    NUMBERS,
    OTHER_PLACE,
    PEOPLE,
    PLACE,
    PROPER,
    TEXT,
    Told,
    days_weight,
    pair_score,
    text_parts,
)
from onrecord.group.sketches import Sketch, days_apart, sketches
from onrecord.group.weights import load_weights

MOST_PAIRED = 40
"""Members that each other member is paired with: an incident of a thousand reports is told by its
earliest, and the cost stays linear in its reports."""


def pair_evidence(
    readings: Sequence[Reading], members: Iterable[LocalRef]
) -> tuple[PairEvidence, ...]:
    """The pairs of an incident's members in different reports, the most alike first.

    `readings` are those of the members' reports; one that is missing is left out.
    """
    weights = load_weights()
    wanted = set(members)
    drawn = [
        sketch
        for reading in sorted(readings, key=lambda r: r.report.id)
        for sketch in sketches(reading, weights)
        if sketch.ref in wanted
    ]
    pairs = [
        _evidence(one, two)
        for place, one in enumerate(drawn[:MOST_PAIRED])
        for two in drawn[place + 1 :]
        if one.ref.report != two.ref.report
    ]
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.one, pair.two)))


def _evidence(one: Sketch, two: Sketch) -> PairEvidence:
    score = pair_score(one, two)
    signs = tuple(sorted(_signs(one, two), key=lambda sign: (-sign.weight, sign.kind)))
    if score.value <= 0:
        ruled = "; ".join(score.reasons) or "too little in common, or too long between them"
        signs = (Sign("rule", 0.0, ruled), *signs)
    return PairEvidence(one.ref, two.ref, round(score.value, 3), signs)


def _signs(one: Sketch, two: Sketch) -> Iterator[Sign]:
    parts = text_parts(one, two)
    yield from _of_texts(
        ("text", TEXT * parts.text, "the same words"),
        ("names in the text", PROPER * parts.proper, "the same names and places in the text"),
        ("numbers", NUMBERS * parts.numbers, "the same numbers"),
    )
    told = Told(
        people=one.people & two.people,
        places=one.where.places & two.where.places,
        apart=days_apart(one.days, two.days),
        other_place=one.where.other_than(two.where),
    )
    weight = days_weight(parts.days, close=told.close)
    if parts.days is None:
        yield _sign("time", weight, "not both reports are dated")
    elif parts.days:
        unit = "day" if parts.days == 1 else "days"
        yield _sign("time", weight, f"{parts.days} {unit} between the reports")
    yield from _of_facts(told)


def _of_texts(*signs: tuple[str, float, str]) -> Iterator[Sign]:
    for kind, weight, words in signs:
        if round(weight, 1) > 0:
            yield _sign(kind, weight, words)


def _of_facts(told: Told) -> Iterator[Sign]:
    if told.people:
        named = ", ".join(sorted(told.people)[:MOST_PEOPLE]).title()
        yield _sign("people", PEOPLE * min(MOST_PEOPLE, len(told.people)), f"both name {named}")
    if told.places:
        places = ", ".join(sorted(told.places)[:MOST_PEOPLE]).title()
        yield _sign("place", PLACE, f"both tell of {places}")
    elif told.other_place:
        yield _sign("place", OTHER_PLACE, "they tell of different places")
    if told.apart is not None and told.apart <= DATE_SLIP:
        yield _sign("date", DATE, "the dates of the incident agree")
    elif told.apart is not None:
        rest = told.weight - _but_date(told)
        yield _sign("date", rest, f"the dates of the incident lie {told.apart} days apart")


def _but_date(told: Told) -> float:
    """What the facts add without the date."""
    place = PLACE if told.places else OTHER_PLACE if told.other_place else 0.0
    return PEOPLE * min(MOST_PEOPLE, len(told.people)) + place


def _sign(kind: str, weight: float, words: str) -> Sign:
    return Sign(kind, round(weight, 2), words)
