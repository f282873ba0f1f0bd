"""Grouping: which reports are copies, which speak of one incident, which entities are one."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.core.grouping import Grouping, IncidentGroup
from onrecord.core.reading import Reading
from onrecord.group.copies import find_reuse
from onrecord.group.entities import merge_entities
from onrecord.group.incidents import TOGETHER, group_incidents, known_incidents
from onrecord.group.links import related, scored
from onrecord.group.packing import marks, unpacked
from onrecord.group.placing import placed, reached
from onrecord.group.sketches import Sketch, sketches
from onrecord.group.versions import find_versions, without_versions
from onrecord.group.weights import load_weights
from onrecord.group.words import Hashes

__all__ = [
    "TOGETHER",
    "group",
    "load_weights",
    "marks",
    "placed",
    "reached",
    "related",
    "scored",
    "unpacked",
]


def group(
    readings: Sequence[Reading],
    furniture: Hashes | None = None,
    known: Sequence[Sequence[Sketch]] | None = None,
) -> Grouping:
    """Groups a set of readings. A function of the set: order and repeats do not matter.

    `furniture` are the shingles known for site furniture; without, it is told from these readings.
    `known` are their incidents where they have been found already (see onrecord/group/placing.py), as the
    sketches that each is made of.
    """
    unique = {reading.report.id: reading for reading in readings}
    ordered = [unique[report] for report in sorted(unique)]
    reports = [reading.report for reading in ordered]
    reuse = find_reuse(reports, furniture)
    copies = reuse.copies
    versions = find_versions(reports)
    incidents = _incidents(ordered) if known is None else known_incidents(known)
    merged = merge_entities(ordered, incidents, copies)
    return Grouping(
        without_versions(copies, versions),
        incidents,
        merged.entities,
        merged.outlets,
        merged.agencies,
        versions,
        reuse.parts,
    )


def _incidents(readings: Sequence[Reading]) -> tuple[IncidentGroup, ...]:
    """The incidents of these readings, found anew."""
    weights = load_weights()
    drawn = [sketch for reading in readings for sketch in sketches(reading, weights)]
    return group_incidents(sorted(drawn, key=lambda sketch: sketch.ref))
