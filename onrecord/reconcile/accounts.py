"""Why reports are one incident, and why a report is a copy, in sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.core.account import Account, AccountPart
from onrecord.core.grouping import PairEvidence
from onrecord.core.record import Incident, RecordContents, RecordReport
from onrecord.facts.registry import FACT_TYPES
from onrecord.reconcile.history import names_of
from onrecord.reconcile.reasons import QUOTED, counted, when_words

LABELS = {kind.field: kind for kind in FACT_TYPES}
MOST_PASSAGES = 3
"""Aligned passages that are quoted, the longest first; all are in the account's data."""

TYPES = {"other": "incident of no listed type"}


def incident_account(
    incident: Incident,
    contents: RecordContents,
    pairs: Sequence[PairEvidence],
    threshold: float,
) -> Account:
    """Why the reports of an incident are of one. `threshold`: mean score from which reports are joined."""
    reports = {entry.report.id: entry for entry in contents.reports}
    outlets = {reports[r].report.outlet or reports[r].report.input for r in incident.reports}
    kind = TYPES.get(incident.type, incident.type.replace("_", " "))
    what = (
        f"{counted(len(incident.reports), 'report')} of {counted(len(outlets), 'outlet')} on one "
        f"{kind}, with {counted(len(incident.findings), 'finding')}."
    )
    parts = (
        AccountPart("What it is", (what,)),
        AccountPart("Why these reports are one incident", tuple(_pairs(pairs, reports, threshold))),
        AccountPart("Copies among them", tuple(_copies(incident, reports))),
        AccountPart("Findings", tuple(_findings(incident, contents))),
    )
    return Account(
        kind="incident",
        id=incident.id,
        title=incident.title,
        parts=tuple(part for part in parts if part.lines),
        data={"reports": list(incident.reports), "pairs": [pair_json(pair) for pair in pairs]},
    )


def pair_json(pair: PairEvidence) -> dict[str, object]:
    """A pair's evidence as JSON."""
    return {
        "reports": [pair.one.report, pair.two.report],
        "score": pair.score,
        "signs": [{"kind": s.kind, "weight": s.weight, "words": s.words} for s in pair.signs],
    }


def outlet_words(entry: RecordReport) -> str:
    """A report by its outlet and time."""
    report = entry.report
    return f"{report.outlet or report.input} ({when_words(report.updated or report.published)})"


def _pairs(
    pairs: Sequence[PairEvidence], reports: Mapping[str, RecordReport], threshold: float
) -> Iterator[str]:
    """The scores of all pairs, then each report's strongest tie."""
    if not pairs:
        yield "One report speaks of it; there was nothing to join."
        return
    scores = [pair.score for pair in pairs]
    mean = sum(scores) / len(scores)
    yield (
        f"Reports are joined while the mean score of their pairs stays at {threshold:.2f} or above "
        f"(0 to 1). Here it is {mean:.2f} over {counted(len(pairs), 'pair')}; the weakest pair has "
        f"{min(scores):.2f}."
    )
    told: set[str] = set()
    for pair in pairs:
        new = [end for end in (pair.one.report, pair.two.report) if end not in told]
        if new:
            told.update(new)
            yield _tie(pair, reports)


def _tie(pair: PairEvidence, reports: Mapping[str, RecordReport]) -> str:
    one, two = (outlet_words(reports[end.report]) for end in (pair.one, pair.two))
    signs = "; ".join(f"{sign.words} ({sign.weight:+.1f})" for sign in pair.signs)
    return f"{one} and {two}, {pair.score:.2f}: {signs or 'nothing in common'}."


def _copies(incident: Incident, reports: Mapping[str, RecordReport]) -> Iterator[str]:
    for report in incident.reports:
        entry = reports[report]
        if entry.copy_of in reports:
            of = outlet_words(reports[str(entry.copy_of)])
            yield f"{outlet_words(entry)} is a copy of {of}: {entry.copy_reason}."


def _findings(incident: Incident, contents: RecordContents) -> Iterator[str]:
    names = dict(names_of(contents).entities)
    for finding in incident.findings:
        kind = LABELS[finding.field]
        of = "" if finding.subject == incident.id else f" of {names.get(finding.subject, '')}"
        shown = kind.show(finding.value, names)
        support = f"{finding.status}, {counted(len(finding.origins), 'origin')}"
        yield f"{finding.id}  {kind.label}{of}: {shown} ({support})"


def report_account(entry: RecordReport, contents: RecordContents) -> Account:
    """Why a report is, or is not, a copy; what it is about; whose word it counts for."""
    reports = {other.report.id: other for other in contents.reports}
    incidents = {incident.id: incident for incident in contents.incidents}
    about = [
        f"{'Mainly' if number == 0 else 'Also'} about: {incidents[i].title} ({i})."
        for number, i in enumerate(entry.incidents)
        if i in incidents
    ]
    parts = (
        AccountPart("What it is about", tuple(about)),
        AccountPart("Whether it is a copy", tuple(_copy(entry, reports))),
        AccountPart("Whose word it carries", tuple(_carries(entry, contents))),
    )
    return Account(
        kind="report",
        id=entry.report.id,
        title=f"{outlet_words(entry)}: {entry.report.title or 'untitled'}",
        parts=tuple(part for part in parts if part.lines),
        data={
            "copy_of": entry.copy_of,
            "copy_group": entry.copy_group,
            "copy_share": entry.copy_share,
            "passages": [{"start": s.start, "end": s.end} for s in entry.copy_evidence],
            "digest_of": [
                {
                    "report": part.of,
                    "share": part.share,
                    "passages": [{"start": s.start, "end": s.end} for s in part.evidence],
                }
                for part in entry.digest_of
            ],
            "incidents": list(entry.incidents),
        },
    )


def _copy(entry: RecordReport, reports: Mapping[str, RecordReport]) -> Iterator[str]:
    """What speaks for a copy: the share, the aligned passages; or its own copies."""
    if entry.copy_of is not None and entry.copy_of in reports:
        yield f"It is a copy of {outlet_words(reports[entry.copy_of])}: {entry.copy_reason}."
        yield from _passages(entry, reports[entry.copy_of])
        yield "What it says in the copied passages counts for that text's origin, the rest for itself."
        return
    parts = [part for part in entry.digest_of if part.of in reports]
    for part in parts:
        yield (
            f"It puts texts together: {part.share:.0%} of its words stand in that of "
            f"{outlet_words(reports[part.of])}, in {counted(len(part.evidence), 'passage')}."
        )
    if parts:
        yield "What it says in those passages counts for their texts' origins, the rest for itself."
        return
    copies = sorted(
        outlet_words(other) for other in reports.values() if other.copy_of == entry.report.id
    )
    if copies:
        yield f"It is an original; its copies are {'; '.join(copies)}."
    else:
        yield "It is no copy of another report of the record, and none is a copy of it."


def _passages(entry: RecordReport, original: RecordReport) -> Iterator[str]:
    longest = sorted(entry.copy_evidence, key=lambda s: (s.start - s.end, s.start))
    if longest:
        yield (
            f"{counted(len(longest), 'passage')} of it stand{'' if len(longest) > 1 else 's'} in the "
            "original too"
            f"{', the longest of them' if len(longest) > 1 else ''}:"
        )
    for span in longest[:MOST_PASSAGES]:
        words = " ".join(span.cut(entry.report.text).split())
        place = original.report.text.find(span.cut(entry.report.text))
        there = f", in the original from {place}" if place >= 0 else ""
        short = words if len(words) <= QUOTED else f"{words[: QUOTED - 1]}…"
        yield f"  “{short}” (characters {span.start} to {span.end}{there})"


def _carries(entry: RecordReport, contents: RecordContents) -> Iterator[str]:
    """How many of its claims count for whom."""
    names = names_of(contents).entities
    counts: dict[str, int] = defaultdict(int)
    for incident in contents.incidents:
        for finding in incident.findings:
            others = [claim for other in finding.alternatives for claim in other.claims]
            for claim in (*finding.claims, *others):
                if claim.report == entry.report.id:
                    counts[claim.origin] += 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], names.get(item[0], item[0])))
    for origin, number in ordered:
        own = " (its own outlet)" if origin == entry.publisher else ""
        yield f"{counted(number, 'claim')} on the word of {names.get(origin, origin)}{own}."
