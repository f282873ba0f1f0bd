"""Copies: reports whose text is, wholly or for the most part, another report's."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.core.grouping import CopyKind, CopyLink, DigestPart
from onrecord.core.ids import content_id
from onrecord.core.moments import moment
from onrecord.core.report import Report
from onrecord.core.span import Span, Spans
from onrecord.group.fingerprints import (
    Fingerprint,
    Shared,
    find_furniture,
    fingerprint,
    shared_pairs,
    without,
)
from onrecord.group.linkage import Pair, average_linkage
from onrecord.group.names import fold
from onrecord.group.releases import issuer
from onrecord.group.words import Hashes, Word, all_words, shingles

DEPENDENT = 0.18
"""Share of the shorter report's own shingles from which a pair is dependent. F1 on labelled pairs is
level from 0.18 to 0.22 and falls on both sides; measured with benchmarks/copies.py, to be run again
when words, quotations or furniture are told in another way."""

DIGEST_PART = 0.15
"""A report with this much from each of two unrelated texts is a digest, not a copy of one."""

RUN = 5
GAP = 6
"""Words of a run when the passages of a copy are laid beside the original, and the words between
two runs that may differ (a changed figure, a spelling) without breaking the passage."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """Who has whose text: copies, and what digests put together."""

    copies: tuple[CopyLink, ...] = ()
    parts: tuple[DigestPart, ...] = ()


def find_copies(reports: Sequence[Report], furniture: Hashes | None = None) -> tuple[CopyLink, ...]:
    """The copies among the reports (sorted by id), each with its original and aligned passages.

    `furniture` are the shingles known for furniture; where none are given, those of these reports.
    """
    return find_reuse(reports, furniture).copies


def find_reuse(reports: Sequence[Report], furniture: Hashes | None = None) -> Reuse:
    """The copies, as `find_copies` gives them, and the texts that digests put together."""
    if len(reports) < 2:
        return Reuse()
    raw = [fingerprint(report) for report in reports]
    prints = without(raw, find_furniture(raw) if furniture is None else furniture)
    shared = shared_pairs(prints)
    digests = find_digests(reports, prints, shared)
    scores = {
        pair: max(s.of_first, s.of_second)
        for pair, s in shared.items()
        if not digests.intersection(pair)
    }
    groups = average_linkage(len(reports), scores, DEPENDENT)
    copies = tuple(
        link for group in groups if len(group) > 1 for link in _links(reports, group, shared)
    )
    return Reuse(copies, _parts(reports, digests, shared, copies))


def _parts(
    reports: Sequence[Report],
    digests: frozenset[int],
    shared: Mapping[Pair, Shared],
    copies: Sequence[CopyLink],
) -> tuple[DigestPart, ...]:
    """Of each digest the texts in it, where there are two or more; of a text and its copies the text."""
    first = {link.report: link.of for link in copies}
    number = {report.id: at for at, report in enumerate(reports)}
    found: list[DigestPart] = []
    for digest in sorted(digests):
        partners = sorted({a + b - digest for a, b in shared if digest in (a, b)} - digests)
        texts = {number[first.get(reports[one].id, reports[one].id)] for one in partners}
        parts = [_part(reports[digest], reports[one]) for one in sorted(texts)]
        parts = [one for one in parts if one.share >= DIGEST_PART]
        found += parts if len(parts) > 1 else []
    return tuple(found)


def _part(digest: Report, text: Report) -> DigestPart:
    words = all_words(digest)
    evidence = aligned(words, text)
    return DigestPart(digest.id, text.id, _share(words, evidence), evidence)


def find_digests(
    reports: Sequence[Report], prints: Sequence[Fingerprint], shared: Mapping[Pair, Shared]
) -> frozenset[int]:
    """Reports that merge several unrelated texts."""
    partners: dict[int, list[int]] = {}
    for (a, b), s in shared.items():
        if s.of_first >= DIGEST_PART:
            partners.setdefault(a, []).append(b)
        if s.of_second >= DIGEST_PART:
            partners.setdefault(b, []).append(a)
    return frozenset(
        one for one, others in partners.items() if _merges(prints, one, others, shared)
    )


def _merges(
    prints: Sequence[Fingerprint], one: int, others: Sequence[int], shared: Mapping[Pair, Shared]
) -> bool:
    """Whether two others that are strangers to each other each gave a part of its own."""
    whole = prints[one].shingles
    for i, a in enumerate(others):
        for b in others[i + 1 :]:
            if (min(a, b), max(a, b)) not in shared:
                from_a = np.isin(whole, prints[a].shingles)
                from_b = np.isin(whole, prints[b].shingles)
                if min((from_a & ~from_b).sum(), (from_b & ~from_a).sum()) >= DIGEST_PART * len(
                    whole
                ):
                    return True
    return False


def _links(
    reports: Sequence[Report], group: Sequence[int], shared: Mapping[Pair, Shared]
) -> list[CopyLink]:
    """One link for each member of a group but the original."""
    credited_by = Counter(name for member in group for name in agencies(reports[member]))
    first = min(group, key=lambda member: _rank(reports[member], credited_by))
    name = content_id("copies", reports[first].id)
    sources = _sources(group, first, shared)
    links = [_link(reports[m], reports[sources[m]], name, credited_by) for m in sorted(sources)]
    return _as_release(links, [reports[member] for member in group])


def _as_release(links: list[CopyLink], group: Sequence[Report]) -> list[CopyLink]:
    """The links as prints of one press release, where a report says so and none credits an agency."""
    issued = Counter(body for report in group if (body := issuer(report)))
    if not issued or any(s.kind == "agency" for r in group for s in r.declared_sources):
        return links
    body = min(issued, key=lambda body: (-issued[body], body))
    said = f"{SAID['release']}, of {body}: "
    return [
        replace(
            link,
            kind="release",
            issuer=body,
            reason=said + link.reason.removeprefix(f"{SAID[link.kind]}: "),
        )
        for link in links
    ]


def _sources(group: Sequence[int], first: int, shared: Mapping[Pair, Shared]) -> dict[int, int]:
    """For each member but the original the text that it goes back to: the original, or, where the two
    share too little any more, the member most like it that goes back to the original itself."""

    def likeness(member: int, other: int) -> float:
        found = shared.get((min(member, other), max(member, other)))
        return max(found.of_first, found.of_second) if found else 0.0

    left = [member for member in group if member != first]
    sources = {member: first for member in left if likeness(member, first) >= DEPENDENT}
    left = [member for member in left if member not in sources]
    while left:
        known = [first, *sources]
        pairs = [(likeness(m, k), k == first, -m, -k) for m in left for k in known]
        _, _, member, source = max(pairs)
        sources[-member] = -source
        left.remove(-member)
    return sources


def _rank(report: Report, credited_by: Counter[str]) -> tuple[int, str, str]:
    """Sorts the original first: the agency that the others credit, else the earliest report."""
    when = moment(report.published)
    credited = credited_by[fold(report.outlet)] if report.outlet else 0
    return (-credited, when.isoformat() if when else "9999", report.id)


def agencies(report: Report) -> frozenset[str]:
    """Folded names of agencies that the report credits for its text (never for pictures)."""
    declared = {fold(source.name) for source in report.declared_sources if source.kind == "agency"}
    return frozenset(declared | {fold(name) for name in report.byline})


def _link(copy: Report, original: Report, group: str, credited_by: Counter[str]) -> CopyLink:
    words = all_words(copy)
    evidence = aligned(words, original)
    share = _share(words, evidence)
    theirs = all_words(original)
    kind = _kind(share, _share(theirs, aligned(theirs, copy)))
    credited = bool(original.outlet) and fold(original.outlet or "") in agencies(copy)
    return CopyLink(
        report=copy.id,
        of=original.id,
        group=group,
        share=share,
        evidence=evidence,
        reason=f"{SAID[kind]}: {_reason(copy, original, share, credited=credited)}",
        kind=kind,
    )


WHOLE = 0.9
"""Share of a text's words from which it stands whole in another: a changed first sentence of ten may
differ. Only what a copy is called rests on it."""

SAID: Mapping[CopyKind, str] = {
    "verbatim": "The same text",
    "trimmed": "A trimmed text",
    "extended": "The text with paragraphs added",
    "reworked": "A reworked text",
    "release": "The same press release",
}


def _kind(of_copy: float, of_original: float) -> CopyKind:
    """What a copy is called, from the shares of either's words that stand in the other."""
    if of_copy >= WHOLE:
        return "verbatim" if of_original >= WHOLE else "trimmed"
    return "extended" if of_original >= WHOLE else "reworked"


def aligned(words: Sequence[Word], original: Report) -> Spans:
    """The stretches of the copy's words that stand in the original, quotations included."""
    theirs = shingles((word.text for word in all_words(original)), RUN)
    starts = np.flatnonzero(np.isin(shingles((word.text for word in words), RUN), theirs))
    runs: list[list[int]] = []
    for start in starts.tolist():
        if runs and start <= runs[-1][1] + GAP:
            runs[-1][1] = start + RUN
        else:
            runs.append([start, start + RUN])
    return tuple(Span(words[a].start, words[b - 1].end) for a, b in runs)


def _share(words: Sequence[Word], evidence: Spans) -> float:
    """The part of the copy's words that lies in the evidence."""
    starts = [word.start for word in words]
    inside = sum(bisect_left(starts, s.end) - bisect_left(starts, s.start) for s in evidence)
    return round(inside / len(words), 3) if words else 0.0


def _reason(copy: Report, original: Report, share: float, *, credited: bool) -> str:
    name = original.outlet or "the other report"
    said = f"{share:.0%} of its words stand in the same order in {name}'s text"
    if credited:
        return f"{said}, and it credits {name}"
    later = (moment(copy.published), moment(original.published))
    if later[0] and later[1] and later[1] < later[0]:
        return f"{said}, which was published earlier"
    return said
