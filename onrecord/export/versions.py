"""Versions: the same address captured several times, what changed, and what was withdrawn.

Two captures of one address with different texts are two reports of the record, since evidence points
into each of the texts; here they stand together, in the order in which the page says it was changed.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.addresses import plain_address
from onrecord.core.moments import moment
from onrecord.core.record import Claim, RecordReport
from onrecord.export.lookup import Lookup
from onrecord.export.words import label, value_words


@dataclass(frozen=True, slots=True)
class Version:
    """One capture of an address. `number` counts from 1; `added` and `removed` are paragraphs.

    `withdrawn` are values that the version before gave and this one does not, in words.
    """

    address: str
    number: int
    of: int
    entry: RecordReport
    added: int
    removed: int
    withdrawn: tuple[str, ...]


def versions(look: Lookup) -> Iterator[Version]:
    """All addresses with several captures, in the order of the addresses."""
    groups: dict[str, list[RecordReport]] = defaultdict(list)
    for entry in look.contents.reports:
        if entry.report.url:
            groups[plain_address(entry.report.url)].append(entry)
    several = {address: entries for address, entries in groups.items() if len(entries) > 1}
    said = _said(look, {entry.report.id for entries in several.values() for entry in entries})
    for address, entries in sorted(several.items()):
        before: RecordReport | None = None
        for number, entry in enumerate(sorted(entries, key=_when), 1):
            added, removed = _changed(before, entry)
            gone: tuple[str, ...] = ()
            if before is not None:
                gone = tuple(sorted(said[before.report.id] - said[entry.report.id]))
            yield Version(address, number, len(entries), entry, added, removed, gone)
            before = entry


def _when(entry: RecordReport) -> tuple[float, str]:
    at = moment(entry.report.updated or entry.report.published)
    return (at.timestamp() if at else 0.0, entry.report.id)


def _changed(before: RecordReport | None, entry: RecordReport) -> tuple[int, int]:
    """How many paragraphs came and went between two versions."""
    if before is None:
        return 0, 0
    old, new = (e.report.text.split("\n") for e in (before, entry))
    lines = list(difflib.unified_diff(old, new, n=0, lineterm=""))[2:]
    return sum(x[:1] == "+" and x[1:].strip() != "" for x in lines), sum(
        x[:1] == "-" and x[1:].strip() != "" for x in lines
    )


def _said(look: Lookup, reports: set[str]) -> dict[str, set[str]]:
    """Report → the values that it gives, in words."""
    found: dict[str, set[str]] = defaultdict(set)
    for incident in look.contents.incidents:
        for finding in incident.findings:
            claims: list[Claim] = [
                *finding.claims,
                *(claim for other in finding.alternatives for claim in other.claims),
            ]
            of = "" if finding.subject == incident.id else f" of {look.name(finding.subject)}"
            for claim in claims:
                if claim.report in reports and claim.certainty != "denied":
                    words = value_words(finding.field, claim.value, look.names)
                    found[claim.report].add(f"{label(finding.field)}{of}: {words}")
    return found
