"""Grouping: which reports are copies, which speak of one incident, which entities are one."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.core.grouping import Grouping
from onrecord.core.reading import Reading
from onrecord.group.copies import find_copies
from onrecord.group.entities import merge_entities
from onrecord.group.incidents import group_incidents
from onrecord.group.links import related, sketch_links
from onrecord.group.packing import marks
from onrecord.group.sketches import sketches
from onrecord.group.versions import find_versions, without_versions
from onrecord.group.weights import load_weights
from onrecord.group.words import Hashes

__all__ = ["group", "load_weights", "marks", "related", "sketch_links"]


def group(readings: Sequence[Reading], furniture: Hashes | None = None) -> Grouping:
    """Groups a set of readings. A function of the set: order and repeats do not matter.

    `furniture` are the shingles known for site furniture; without, it is told from these readings.
    """
    unique = {reading.report.id: reading for reading in readings}
    ordered = [unique[report] for report in sorted(unique)]
    reports = [reading.report for reading in ordered]
    copies = find_copies(reports, furniture)
    versions = find_versions(reports)
    weights = load_weights()
    drawn = [sketch for reading in ordered for sketch in sketches(reading, weights)]
    incidents = group_incidents(sorted(drawn, key=lambda sketch: sketch.ref))
    merged = merge_entities(ordered, incidents, copies)
    return Grouping(
        without_versions(copies, versions),
        incidents,
        merged.entities,
        merged.outlets,
        merged.agencies,
        versions,
    )
