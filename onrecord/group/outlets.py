"""Outlets and agencies as entities: by name, the same in every incident."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.core.grouping import LocalRef
from onrecord.core.report import Report
from onrecord.group.profiles import Profile, bare

CREDIT_WITHIN = 400
"""Code points of the text's head in which an agency's credit says that the text is the agency's; a
line at the end ("… contributed to this report") says so of a part only."""

UNNAMED = "unnamed outlet"
"""The outlet of a report that names none; each such report has its own, under the report's id."""


@dataclass(frozen=True, slots=True)
class Outlets:
    """Outlets and agencies by folded name.

    `names` as written, `members` the local entities of that name, `of` the outlet of each report,
    `agency` the agency whose text a report is by its own credit, all as folded names.
    """

    names: Mapping[str, str]
    members: Mapping[str, tuple[LocalRef, ...]]
    of: Mapping[str, str]
    agency: Mapping[str, str]
    refs: frozenset[LocalRef]
    authors: Mapping[str, str]
    """Who writes under a handle ("@name"), where one author is given."""

    def name(self, key: str | None) -> str:
        """The name as written; nothing for no key."""
        return self.names[key] if key else ""


def find_outlets(reports: Sequence[Report], found: Iterable[Profile]) -> Outlets:
    """The outlets that published the reports or are credited, with the entities of their names."""
    names: dict[str, str] = {}
    of: dict[str, str] = {}
    agency: dict[str, str] = {}
    for report in reports:
        of[report.id] = _note(names, report.outlet) if report.outlet else report.id
        names.setdefault(of[report.id], UNNAMED)
    for report in reports:
        credited = credited_agency(report, frozenset(of.values()))
        if credited and bare(credited) != of.get(report.id):
            agency[report.id] = _note(names, credited)
    members: dict[str, list[LocalRef]] = {key: [] for key in sorted(names)}
    for profile in found:
        if profile.pool == "body" and profile.key in members:
            members[profile.key].append(profile.ref)
    return Outlets(
        names=names,
        members={key: tuple(refs) for key, refs in members.items()},
        of=of,
        agency=agency,
        refs=frozenset(ref for owned in members.values() for ref in owned),
        authors=_authors(reports),
    )


def _authors(reports: Sequence[Report]) -> dict[str, str]:
    """The one author of each handle."""
    found: dict[str, set[str]] = {}
    for report in reports:
        if report.outlet and report.outlet.startswith("@"):
            found.setdefault(bare(report.outlet), set()).update(report.byline)
    return {key: min(authors) for key, authors in found.items() if len(authors) == 1}


def _note(names: dict[str, str], name: str) -> str:
    """Keeps the smallest spelling of a name and gives its key."""
    key = bare(name)
    names[key] = min(name, names.get(key, name))
    return key


def credited_agency(report: Report, known: frozenset[str]) -> str | None:
    """The agency credited for the whole text: in the dateline, or as the only author."""
    for source in report.declared_sources:
        if source.kind == "agency" and source.span.start <= CREDIT_WITHIN:
            return source.name
    if len(report.byline) == 1 and bare(report.byline[0]) in known:
        return report.byline[0]
    return None
