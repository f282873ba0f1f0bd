"""Versions: the same address captured several times, what changed, and what was withdrawn.

Captures of one address with different texts are several reports of the record, since evidence points
into each of the texts; here they stand together, in the order in which the page says it was changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from onrecord.core.addresses import page_address
from onrecord.core.record import Claim, RecordReport
from onrecord.core.versions import version_order
from onrecord.export.lookup import Lookup
from onrecord.export.revision import revised
from onrecord.export.words import label, upper_first, value_words

STEPS = ("withdrawn", "changed", "added")
"""How a field's values may have moved, in the order in which they are told."""


@dataclass(frozen=True, slots=True, order=True)
class Given:
    """A value that a report gives, in words. `of` names its subject; "" for the incident itself."""

    field: str
    of: str
    words: str

    @property
    def told(self) -> str:
        """As a line: "killed: 3", "age of Ana Brito: 41"."""
        return f"{label(self.field)}{f' of {self.of}' if self.of else ''}: {self.words}"


@dataclass(frozen=True, slots=True)
class Moved:
    """A field whose values are others in a version than in the one before it.

    `gone` are values that only the version before gave, `come` those that only this one gives.
    """

    label: str
    of: str
    gone: tuple[str, ...]
    come: tuple[str, ...]

    @property
    def step(self) -> str:
        """What happened: withdrawn, added or changed."""
        if not self.come:
            return "withdrawn"
        return "changed" if self.gone else "added"


@dataclass(frozen=True, slots=True)
class Version:
    """One capture of an address. `number` counts from 1; `added` and `removed` are paragraphs.

    `before` is the capture before it, `moved` what that one gave otherwise. `withdrawn` are values
    that only that one gave, in words.
    """

    address: str
    number: int
    of: int
    entry: RecordReport
    before: RecordReport | None
    added: int
    removed: int
    moved: tuple[Moved, ...]
    withdrawn: tuple[str, ...]


def versions(look: Lookup) -> Iterator[Version]:
    """All addresses with several captures, in the order of the addresses."""
    several = _several(look.contents.reports)
    said = _said(look, {entry.report.id for entries in several.values() for entry in entries})
    for address, entries in sorted(several.items()):
        yield from compared(address, entries, said)


def _several(reports: Collection[RecordReport]) -> dict[str, list[RecordReport]]:
    """The captures of each address that has several."""
    newest = {entry.version_of for entry in reports} - {None}
    groups: dict[str, list[RecordReport]] = defaultdict(list)
    for entry in reports:
        if entry.version_of or entry.report.id in newest:
            groups[page_address(entry.report.url) or ""].append(entry)
    return groups


def compared(
    address: str, captures: Collection[RecordReport], said: Mapping[str, Collection[Given]]
) -> Iterator[Version]:
    """The captures of one address in their order, each held against the one before.

    `said`: report id → the values that it gives.
    """
    before: RecordReport | None = None
    for number, entry in enumerate(sorted(captures, key=lambda e: version_order(e.report)), 1):
        was = frozenset(said.get(before.report.id, ())) if before else frozenset()
        now = frozenset(said.get(entry.report.id, ())) if before else frozenset()
        kinds = [p.kind for p in revised(before.report.text, entry.report.text)] if before else []
        yield Version(
            address=address,
            number=number,
            of=len(captures),
            entry=entry,
            before=before,
            added=sum(kind in ("added", "changed") for kind in kinds),
            removed=sum(kind in ("removed", "changed") for kind in kinds),
            moved=moved(was, now),
            withdrawn=tuple(sorted(given.told for given in was - now)),
        )
        before = entry


def moved(was: Collection[Given], now: Collection[Given]) -> tuple[Moved, ...]:
    """The fields whose values differ: what was withdrawn first, what came last."""
    gone, come = _by_field(set(was) - set(now)), _by_field(set(now) - set(was))
    found = (
        Moved(upper_first(label(field)), of, gone.get((field, of), ()), come.get((field, of), ()))
        for field, of in {*gone, *come}
    )
    return tuple(sorted(found, key=lambda m: (STEPS.index(m.step), m.label, m.of)))


def _by_field(several: Collection[Given]) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for given in sorted(several):
        found[given.field, given.of].append(given.words)
    return {key: tuple(words) for key, words in found.items()}


def _said(look: Lookup, reports: set[str]) -> dict[str, set[Given]]:
    """Report → the values that it gives."""
    found: dict[str, set[Given]] = defaultdict(set)
    for incident in look.contents.incidents:
        for finding in incident.findings:
            claims: list[Claim] = [
                *finding.claims,
                *(claim for other in finding.alternatives for claim in other.claims),
            ]
            of = "" if finding.subject == incident.id else look.name(finding.subject)
            for claim in claims:
                if claim.report in reports and claim.certainty != "denied":
                    words = value_words(finding.field, claim.value, look.names)
                    found[claim.report].add(Given(finding.field, of, words))
    return found
