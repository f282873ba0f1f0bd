"""Why a finding is as it is, in sentences: who says so, why so many origins, why this value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.core.account import Account, AccountPart
from onrecord.core.record import Conflict, Finding, Incident, RecordContents, RecordReport
from onrecord.core.record_contract import finding_json
from onrecord.facts.base import FactType
from onrecord.facts.registry import FACT_TYPES
from onrecord.reconcile.claims import Said
from onrecord.reconcile.findings import Names
from onrecord.reconcile.history import names_of, said_of
from onrecord.reconcile.nodes import Node, make_nodes
from onrecord.reconcile.settle import Rank, rank
from onrecord.reconcile.titles import date_words

STATUS_WORDS = {
    "agreed": "Agreed: two or more independent origins give it.",
    "single": "Single: one origin gives it, however many outlets carry it.",
    "disputed": "Disputed: others give a value that excludes it, or reject it, and took nothing back.",
    "superseded": "Superseded: it took the place of earlier values.",
    "denied": "Denied: others reject it, and nobody independent supports it.",
}
CONFLICT_WORDS: Mapping[Conflict, str] = {
    "scope": "they count different things",
    "time": "they were given at different times",
    "rounding": "one of them looks rounded",
    "granularity": "one is told less exactly",
    "real": "they exclude each other",
}
RELATION_WORDS = {
    "replaced": "was given earlier",
    "disputed": "still stands against it",
    "denied": "was rejected",
    "weaker": "is told less plainly",
    "otherwise": "is a total of another scope",
}
QUOTED = 90
"""Code points of a claim's words that are quoted: a line or two of a terminal."""


@dataclass(frozen=True, slots=True)
class Case:
    """A finding with all that went into it."""

    finding: Finding
    kind: FactType
    said: tuple[Said, ...]
    names: Names
    reports: Mapping[str, RecordReport]

    def shown(self, value: object) -> str:
        """A value in words."""
        return self.kind.show(value, dict(self.names.entities))  # type: ignore[arg-type]

    def name(self, entity: str) -> str:
        """The name of an entity or outlet."""
        return self.names.entities.get(entity, entity)


def finding_account(incident: Incident, finding: Finding, contents: RecordContents) -> Account:
    """Why a finding of that incident is as it is."""
    reports = {entry.report.id: entry for entry in contents.reports}
    kind = next(known for known in FACT_TYPES if known.field == finding.field)
    mine = [
        one
        for one in said_of(incident, reports)
        if (one.subject, one.field) == (finding.subject, finding.field)
        and (one.includes_perpetrators is True) == (finding.includes_perpetrators is True)
    ]
    case = Case(finding, kind, tuple(mine), names_of(contents), reports)
    parts = (
        AccountPart("Status", (STATUS_WORDS[finding.status],)),
        AccountPart(_origins_title(finding), tuple(_origins(case))),
        AccountPart("Why this value", tuple(_why(case))),
        AccountPart("Other values", tuple(_others(case))),
        AccountPart("Codebooks", tuple(_coded(finding))),
    )
    return Account(
        kind="finding",
        id=finding.id,
        title=f"{_subject(case, incident)}: {case.shown(finding.value)}",
        parts=tuple(part for part in parts if part.lines),
        data=finding_json(finding),
    )


def _subject(case: Case, incident: Incident) -> str:
    if case.finding.subject == incident.id:
        return f"{case.kind.label} ({incident.title})"
    return f"{case.kind.label} of {case.name(case.finding.subject)}"


def counted(number: int, word: str) -> str:
    """ "1 origin", "2 origins"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def when_words(written: str | None) -> str:
    """A report's date and time of day as it gives them."""
    if written is None:
        return "undated"
    time = written[11:16]
    return f"{date_words(written[:10])}{f', {time}' if time else ''}"


def _origins_title(finding: Finding) -> str:
    origins, reports = len(finding.origins), len(finding.reports)
    return f"Why {counted(origins, 'origin')} in {counted(reports, 'report')}"


def _origins(case: Case) -> Iterator[str]:
    """Each origin with the reports that carry its word; then what did not count."""
    claims = frozenset(case.finding.claims)
    said = [one for one in case.said if one.claim in claims and not one.denies]
    voices = {one.voice for one in said}
    counting = {v for v in voices if _counts(v, case)}
    for voice in sorted(counting, key=case.name):
        yield from _origin(voice, [one for one in said if one.voice == voice], case)
    for voice in sorted(voices - counting, key=case.name):
        yield (
            f"{case.name(voice)} says so too, but counts for nothing here: its report only passes on "
            "what others say."
        )
    for denier in sorted({case.name(s.voice) for s in case.said if s.denies and s.claim in claims}):
        yield f"{denier} says that it is not so."


def _counts(voice: str, case: Case) -> bool:
    """Whether a voice is among the origins: as itself, or as one of its speakers."""
    speakers = {one.speaker for one in case.said if one.voice == voice}
    return bool(({voice} | speakers) & set(case.finding.origins))


def _origin(voice: str, said: Sequence[Said], case: Case) -> Iterator[str]:
    speakers = sorted({case.name(one.speaker) for one in said} - {case.name(voice)})
    spoken = f" ({', '.join(speakers)} speaking for it)" if speakers else ""
    reports = list(dict.fromkeys(one.claim.report for one in said))
    yield f"{case.name(voice)}{spoken}, in {counted(len(reports), 'report')}:"
    for report in reports:
        yield f"  {_carried(report, [s for s in said if s.claim.report == report], case)}"


def _carried(report: str, said: Sequence[Said], case: Case) -> str:
    """One report's line: outlet, time, how it came there, and the words."""
    entry = case.reports[report]
    outlet = entry.report.outlet or entry.report.input
    one = said[0]
    passed = [case.name(link) for link in one.claim.chain[1:]]
    way = f", by way of {', '.join(passed)}" if passed else ""
    words = " … ".join(span.cut(entry.report.text) for span in one.claim.evidence)
    short = words if len(words) <= QUOTED else f"{words[: QUOTED - 1]}…"
    when = when_words(entry.report.updated or entry.report.published)
    counted_at = f", as of {one.claim.as_of}" if one.claim.as_of else ""
    return f"{outlet} ({when}){_copied(entry, one, case)}{way}{counted_at}: “{' '.join(short.split())}”"


def _copied(entry: RecordReport, one: Said, case: Case) -> str:
    """That a report is a copy whose word counts for another."""
    if entry.copy_of is None or one.claim.chain or one.speaker == entry.publisher:
        return ""
    return f", a copy that counts for {case.name(one.speaker)}"


def _why(case: Case) -> Iterator[str]:
    """What puts the value before each of the others, and the plain vote."""
    nodes = make_nodes(case.said, case.kind)
    leading = _node(case.finding.value, nodes, case.kind)
    if leading is not None and not case.kind.many:
        yield from _ladder(leading, nodes, case)
    elif len(nodes) > 1 and case.kind.many:
        yield "A subject may have several of these at once: each stands for itself."
    if case.finding.claims:
        yield _vote(nodes, case)


def _ladder(leading: Node, nodes: Sequence[Node], case: Case) -> Iterator[str]:
    mine = rank(leading, nodes, case.kind, case.names.weights)
    for node in nodes:
        if node is not leading:
            theirs = rank(node, nodes, case.kind, case.names.weights)
            yield f"It stands before {case.shown(node.value)}: {_decided(mine, theirs)}."


def _decided(mine: Rank, theirs: Rank) -> str:
    """The first rung on which two values differ."""
    if mine.sound != theirs.sound:
        return "the other one was rejected or taken back"
    if mine.current != theirs.current:
        return "the other one gave way to a later value"
    if mine.voices != theirs.voices:
        return f"{counted(mine.voices, 'origin')} against {theirs.voices}"
    if mine.exact != theirs.exact:
        return "as many origins, but this one is exact"
    if mine.weight != theirs.weight:
        return "as many origins, but a body that counts by office gives this one"
    if mine.newest != theirs.newest:
        return "as many origins, but this one is the newer"
    return "nothing tells the two apart, so the order of writing decides: no preference"


def _node(value: object, nodes: Sequence[Node], kind: FactType) -> Node | None:
    return next((n for n in nodes if kind.compare(n.value, value) == "same"), None)  # type: ignore[arg-type]


def _vote(nodes: Sequence[Node], case: Case) -> str:
    counts = sorted(((len(n.reports), case.shown(n.value)) for n in nodes), reverse=True)
    told = ", ".join(f"{shown} in {counted(number, 'report')}" for number, shown in counts)
    return f"A plain vote of reports, which decides nothing here: {told}."


def _others(case: Case) -> Iterator[str]:
    for other in case.finding.alternatives:
        who = ", ".join(sorted(case.name(origin) for origin in other.origins))
        yield (
            f"{case.shown(other.value)} {RELATION_WORDS.get(other.relation, other.relation)} ({who}, "
            f"in {counted(len(other.reports), 'report')}, last on {when_words(other.last_seen)}): "
            f"{CONFLICT_WORDS[other.conflict]}."
        )


def _coded(finding: Finding) -> Iterator[str]:
    for name, coded in sorted((finding.coded or {}).items()):
        columns = ", ".join(
            f"{column} {'blank' if value is None else value}"
            for column, value in coded.columns.items()
        )
        yield f"{name}: {columns}. {coded.why}"
