"""MUC-4's templates as spans: who did what to whom, with what, and what became of the victims.

A filler of the key is a string; every place where it stands is labelled. Victims by name and
victims described are told apart, as the evaluation (GRIT's five roles) counts the names alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from onrecord.train.example import Example, Label, Range
from onrecord.train.phrases import without_overlap
from onrecord.train.truecase import Truecaser

Record = dict[str, Any]

SLOT_ROLES = {
    "perp_individual_id": "perpetrator",
    "perp_organization_id": "group",
    "phys_tgt_id": "target",
    "incident_instrument_id": "weapon",
    "hum_tgt_name": "victim",
    "hum_tgt_description": "described",
}
#: The first that an effect's text begins with.
EFFECTS = {"DEATH": "killed", "INJURY": "injured", "NO INJURY": "unharmed"}
EFFECT_SLOT = "hum_tgt_effect_of_incident"
#: A victim of several incidents: the gravest.
GRAVEST = ("killed", "injured", "kidnapped", "unharmed")


@dataclass(frozen=True, slots=True)
class _Filler:
    value: str
    spans: tuple[Range, ...]


def fillers(template: Record, slot: str) -> Iterator[_Filler]:
    """The strings of a slot and where they stand, quotation marks of the key left out."""
    for fill in template["slots"].get(slot, []):
        for option in fill["alternatives"]:
            value = option.get("value") or ""
            spans = tuple((s, e) for s, e in option.get("spans") or ())
            if not value.startswith('"'):
                yield _Filler(value, spans)


def wire(record: Record) -> Example:
    """MUC-4: roles are known throughout, conditions where the key gives the victim's."""
    labels = [
        Label("role", role, start, end)
        for template in record["templates"]
        for slot, role in SLOT_ROLES.items()
        for filler in fillers(template, slot)
        for start, end in filler.spans
    ]
    conditions, open_spans = victim_conditions(record)
    found = without_overlap([*labels, *conditions])
    whole = [(0, len(record["text"]))]
    known = {"role": whole, "condition": gaps(open_spans, len(record["text"]))}
    return Example(f"muc4/{record['doc_id']}", "muc4", record["text"], found, known)


def victim_conditions(record: Record) -> tuple[list[Label], list[Range]]:
    """Labels of victims, and the spans of those whose condition the key leaves open."""
    stated: dict[str, set[str]] = {}
    places: dict[str, set[Range]] = {}
    for template in record["templates"]:
        taken = any(
            o["value"] == "KIDNAPPING"
            for fill in template["slots"].get("incident_type", [])
            for o in fill["alternatives"]
        )
        for slot in ("hum_tgt_name", "hum_tgt_description"):
            for filler in fillers(template, slot):
                places.setdefault(filler.value, set()).update(filler.spans)
                if taken:
                    stated.setdefault(filler.value, set()).add("kidnapped")
        for fill in template["slots"].get(EFFECT_SLOT, []):
            for option in fill["alternatives"]:
                for effect, condition in EFFECTS.items():
                    if (option.get("value") or "").startswith(effect):
                        for name in option.get("for") or ():
                            stated.setdefault(name, set()).add(condition)
    labels: list[Label] = []
    left_open: list[Range] = []
    for value, spans in places.items():
        gravest = [c for c in GRAVEST if c in stated.get(value, ())]
        if gravest:
            labels += [Label("condition", gravest[0], s, e) for s, e in sorted(spans)]
        else:
            left_open += sorted(spans)
    return labels, left_open


def gaps(spans: list[Range], length: int) -> list[Range]:
    """What the spans leave of `0..length`."""
    left, at = [], 0
    for start, end in sorted(spans):
        if start > at:
            left.append((at, start))
        at = max(at, end)
    return [*left, (at, length)] if at < length else left


def retyped(example: Example, truecaser: Truecaser) -> Example:
    """The same wire in mixed case; it counts as a corpus of its own."""
    return replace(
        example,
        id=f"{example.id}/mixed",
        corpus="muc4_mixed",
        text=truecaser.mixed(example.text),
    )
