"""One incident's page: findings with decisions put over them, and the pane with the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from onrecord.core.decision import Decision, active, until
from onrecord.core.moments import last_moment
from onrecord.core.record import Finding, Incident, RecordContents, RecordReport
from onrecord.core.span import Spans
from onrecord.core.values import Value, value_json
from onrecord.errors import RecordNotFound, UsageError
from onrecord.export.eye import outlet_of, spans_words
from onrecord.export.order import by_publication
from onrecord.export.see import see
from onrecord.export.toll import Chart, toll_chart
from onrecord.export.view import BriefView
from onrecord.export.words import date_words, finding_label, upper_first, value_words
from onrecord.reconcile.history import incident_at
from onrecord.store.decisions_replay import Replayed, homes, replay
from onrecord.web.desk import Desk, Snapshot
from onrecord.web.related import Related, related, tied_incidents
from onrecord.web.text import Mark, Paragraph, paragraphs, spans_in, window
from onrecord.web.values import open_fields


@dataclass(frozen=True, slots=True)
class Ruled:
    """A decision in words: who, when, what, why, and what newer reports say against it."""

    id: str
    who: str
    at: str
    what: str
    why: str
    action: str
    own: bool
    against: str = ""
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Rejected:
    """A finding that a coder took out, with who did."""

    id: str
    label: str
    words: str
    ruled: Ruled


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A statement that a coder rejected: its words, where they stand, and who did."""

    report: str
    outlet: str
    words: str
    at: str
    ruled: Ruled


@dataclass(frozen=True, slots=True)
class Folded:
    """A report with its copies under it."""

    id: str
    outlet: str
    title: str
    date: str
    lead: bool
    copy_reason: str
    copies: tuple[Folded, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """One incident. `rulings`: finding id → decisions on it, the newest first."""

    brief: BriefView
    type: str
    reason: str
    chart: Chart | None
    rulings: Mapping[str, tuple[Ruled, ...]]
    rejected: tuple[Rejected, ...]
    unsaid: tuple[Unsaid, ...]
    unplaced: tuple[Ruled, ...]
    notes: tuple[Ruled, ...]
    pending: tuple[Ruled, ...]
    reports: tuple[Folded, ...]
    related: tuple[Related, ...]
    until: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """An incident as a coder sees it: its contents with decisions over them."""

    contents: RecordContents
    machine: Incident
    replayed: Replayed
    decisions: tuple[Decision, ...]

    @property
    def names(self) -> dict[str, str]:
        """Names of its entities, and titles of the incidents that it is tied to, by id."""
        titles = {other.id: other.title for other in self.contents.incidents}
        titles.pop(self.machine.id, None)
        return titles | {entity.id: entity.name for entity in self.contents.entities}


def seen(desk: Desk, incident: str, *, coder: str = "", moment: str = "") -> Seen:
    """The incident with the final decisions over it; with a coder's own first pass where one is named.

    `moment` (ISO 8601; a day takes in the whole day) takes the reports that had appeared and the decisions
    that were made by then.

    Raises:
        RecordNotFound: there is no such incident.
        UsageError: the moment is none.
    """
    snapshot = desk.snapshot
    machine = snapshot.incident(incident)
    contents = snapshot.around(machine)
    every, standing = desk.decisions.every, desk.decisions.standing
    if moment:
        at = as_of(moment)
        machine = incident_at(machine, contents, at)
        held = tuple(e for e in contents.reports if e.report.id in machine.reports)
        contents = replace(contents, reports=held)
        standing = active(until(every, at))
    mine = [d for d in standing if d.stage == "final" or (coder and d.who == coder)]
    decisions = homes_of(snapshot, mine).get(machine.id, ())
    replayed = replay(machine, decisions)
    incidents = (replayed.incident, *tied_incidents(snapshot, machine))
    return Seen(replace(contents, incidents=incidents), machine, replayed, decisions)


def as_of(written: str) -> str:
    """The last moment that is meant, in UTC, ISO 8601 with microseconds.

    Raises:
        UsageError: it is none.
    """
    at = last_moment(written.strip())
    if at is None:
        raise UsageError(
            "Not a date",
            value=written,
            hint="Write a day or a moment (UTC): 2031-03-09 or 2031-03-09T14:00.",
        )
    return at.isoformat(timespec="microseconds")


def homes_of(snapshot: Snapshot, decisions: list[Decision]) -> dict[str, tuple[Decision, ...]]:
    """Decisions by the incident that they are about now."""
    overview = snapshot.overview
    return homes(decisions, overview.of_report, overview.ids)


def incident_page(desk: Desk, incident: str, *, coder: str = "", moment: str = "") -> IncidentPage:
    """The page of one incident.

    Raises:
        RecordNotFound: there is no such incident.
    """
    found = seen(desk, incident, coder=coder, moment=moment)
    replayed, names = found.replayed, found.names
    rejections = {finding: rulings[-1] for finding, rulings in replayed.rulings.items() if rulings}
    return IncidentPage(
        brief=see(found.contents, replayed.incident.id, texts=False),
        type=found.machine.type,
        reason=found.machine.reason,
        chart=toll_chart(found.contents, replayed.incident.id),
        rulings={
            finding: tuple(ruled(r.decision, names, r.against) for r in reversed(those))
            for finding, those in replayed.rulings.items()
        },
        rejected=tuple(
            Rejected(
                finding.id,
                upper_first(finding_label(finding)),
                value_words(finding.field, finding.value, names),
                ruled(rejections[finding.id].decision, names, rejections[finding.id].against),
            )
            for finding in replayed.rejected
        ),
        unsaid=_unsaid(found),
        unplaced=tuple(ruled(d, names) for d in replayed.unplaced),
        notes=tuple(ruled(d, names) for d in found.decisions if d.action == "note"),
        pending=tuple(ruled(d, names) for d in found.decisions if d.about.kind == "incident"),
        reports=folded(found.contents, found.machine),
        related=related(desk.snapshot, found.machine, found.decisions, until=moment),
        until=moment,
        fields=(*open_fields(person=False), *open_fields(person=True)),
    )


def _unsaid(found: Seen) -> tuple[Unsaid, ...]:
    """The statements that coders rejected; the record no longer has them, their words are in the log."""
    entries = {entry.report.id: entry for entry in found.contents.reports}
    last = {d.about.key: d for d in found.decisions if d.about.kind == "statement" and d.rebuilds}
    return tuple(
        Unsaid(
            words.report,
            outlet_of(entries[words.report]),
            cut(entries[words.report].report.text, words.spans),
            spans_words(words.spans),
            ruled(decision, {}),
        )
        for decision in last.values()
        if decision.action == "reject"
        for words in decision.about.words
        if words.report in entries
    )


WHAT: Mapping[str, str] = {
    "accept": "accepted",
    "correct": "corrected to",
    "reject": "rejected",
    "add": "added",
    "speaker": "marked the speaker",
    "copy": "marked as a copy",
    "not_copy": "marked as no copy",
    "merge_incidents": "merged with",
    "split_incident": "split",
    "move_report": "moved a report",
    "merge_entities": "merged with",
    "split_entity": "split",
    "note": "noted",
    "link": "linked to",
    "undo": "took back",
}


def ruled(decision: Decision, names: Mapping[str, str], against: str = "") -> Ruled:
    """A decision in words."""
    what = WHAT[decision.action]
    if decision.action in ("correct", "add") and decision.value is not None:
        what += f" {value_words(decision.about.field, decision.value, names)}"
    elif decision.other is not None:
        what += f" {decision.other.name or decision.other.subject or decision.other.incident}"
    return Ruled(
        id=decision.id,
        who=decision.who,
        at=decision.at,
        what=what,
        why=decision.why,
        action=decision.action,
        own=decision.own,
        against=against,
    )


def folded(contents: RecordContents, incident: Incident) -> tuple[Folded, ...]:
    """The reports by date, copies under their original."""
    entries = sorted(contents.reports, key=by_publication)
    ids = {entry.report.id for entry in entries}
    copies: dict[str, list[RecordReport]] = {}
    for entry in entries:
        if entry.copy_of in ids:
            copies.setdefault(entry.copy_of or "", []).append(entry)
    return tuple(
        _folded(entry, incident, copies.get(entry.report.id, []))
        for entry in entries
        if entry.copy_of not in ids
    )


def _folded(entry: RecordReport, incident: Incident, copies: list[RecordReport]) -> Folded:
    report = entry.report
    return Folded(
        id=report.id,
        outlet=outlet_of(entry),
        title=report.title or "No title",
        date=date_words(report.published) if report.published else "",
        lead=entry.incidents[:1] == (incident.id,),
        copy_reason=entry.copy_reason,
        copies=tuple(_folded(copy, incident, []) for copy in copies),
    )


@dataclass(frozen=True, slots=True)
class Hop:
    """A link of the chain: who, and the words of the report that name them."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class WordsPane:
    """Words of a report in their place, with the chain on whose word they are.

    `hops` come origin first; the report's own outlet stands last.
    """

    report: str
    title: str
    outlet: str
    date: str
    language: str
    words: str
    hops: tuple[Hop, ...]
    outlet_hop: str
    at: str
    paragraphs: tuple[Paragraph, ...]
    before: bool
    after: bool


def words_pane(desk: Desk, report: str, *, at: str, via: str, names: str) -> WordsPane:
    """The pane that shows words in their report.

    `at` are their code points, `via` those of each hop (`;` between), `names` the hops' entity ids.

    Raises:
        RecordNotFound: there is no such report.
        UsageError: the places are none.
    """
    entry = desk.snapshot.report(report)
    text = entry.report.text
    spans = spans_in(at, text)
    links = [spans_in(part, text) for part in via.split(";")] if via else []
    marks = [Mark("hit", spans, "the words")]
    marks += [Mark("via", link, "on whose word") for link in links]
    shown = window(text, (*spans, *(s for link in links for s in link)))
    ids = [known for known in names.split(";") if known]
    called = {entity.id: entity.name for entity in desk.snapshot.entities(ids)}
    return WordsPane(
        report=report,
        title=entry.report.title or "No title",
        outlet=outlet_of(entry),
        date=date_words(entry.report.published) if entry.report.published else "",
        language=entry.report.language,
        words=cut(text, spans),
        hops=tuple(
            Hop(called.get(known, known), cut(text, links[i]) if i < len(links) else "")
            for i, known in enumerate(ids)
        ),
        outlet_hop=outlet_of(entry),
        at=at,
        paragraphs=paragraphs(text, shown, marks),
        before=shown.start > 0,
        after=shown.end < len(text),
    )


def cut(text: str, spans: Spans) -> str:
    """The words of spans."""
    return " … ".join(span.cut(text) for span in spans)


def finding_named(incident: Incident, finding: str) -> Finding:
    """The finding of an incident with that id.

    Raises:
        RecordNotFound: there is none.
    """
    for known in incident.findings:
        if known.id == finding:
            return known
    raise RecordNotFound("No such value", value=finding, hint="Reload the incident's page.")


def as_written(value: Value) -> str:
    """A value as one writes it into the form."""
    data = value_json(value)
    if isinstance(data, dict) and set(data) == {"low", "high"}:
        low = "" if data["low"] is None else data["low"]
        high = "" if data["high"] is None else data["high"]
        return f"{low}..{high}"
    if isinstance(data, dict) and set(data) == {"from", "to"}:
        return f"{data['from']}..{data['to']}"
    return str(data["text"]) if isinstance(data, dict) and "text" in data else str(data)
