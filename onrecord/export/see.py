"""From a record's contents to what a brief shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from urllib.parse import urlsplit

from onrecord.core.record import (
    Alternative,
    Claim,
    Finding,
    Incident,
    RecordContents,
    RecordEntity,
    RecordReport,
    RecordStatement,
    TimelineEntry,
)
from onrecord.core.span import Spans, hull
from onrecord.errors import RecordNotFound
from onrecord.export.context import Sentences
from onrecord.export.fulltext import paragraphs, start_of
from onrecord.export.order import (
    FIGURES,
    MINOR_FIELDS,
    QUIET_FIELDS,
    by_publication,
    field_place,
    person_place,
)
from onrecord.export.summary import Known, kicker, summary
from onrecord.export.view import (
    BriefView,
    ClaimView,
    CodedView,
    CopiesView,
    FieldView,
    FindingView,
    PersonView,
    QuestionView,
    ReportView,
    SpeakerView,
    StatementView,
    TimelineView,
    ValueView,
)
from onrecord.export.words import (
    CERTAINTY_WORDS,
    CODEBOOKS,
    RELATION_WORDS,
    STANCE_WORDS,
    STATUS_MEANING,
    STATUS_WORDS,
    calm,
    counted,
    date_words,
    finding_label,
    finding_words,
    hedged,
    is_named,
    label,
    listed,
    time_words,
    upper_first,
    value_words,
    web_address,
)

THE_INCIDENT = "the incident"
"""How the incident is called where it is a value's subject."""

TELLING = 16
"""Code points of evidence that an original and its copy hardly share by chance: three words. Shorter
evidence ("66") counts as copied only with its whole sentence."""


def see(contents: RecordContents, incident_id: str, *, texts: bool = True) -> BriefView:
    """One incident as a brief shows it; `texts=False` leaves out the reports' full texts.

    Raises:
        RecordNotFound: the record has no such incident.
    """
    for incident in contents.incidents:
        if incident.id == incident_id:
            return _Eye(contents, incident, texts=texts).brief()
    raise RecordNotFound(
        "No such incident", value=incident_id, hint="List them with: onrecord show RECORD"
    )


class _Eye:
    """Looks at one incident: knows its names, the numbers of its reports and their sentences."""

    def __init__(self, contents: RecordContents, incident: Incident, *, texts: bool) -> None:
        self.texts = texts
        self.incident = incident
        self.entities = {entity.id: entity for entity in contents.entities}
        self.names = {entity.id: calm(entity.name, entity.kind) for entity in contents.entities}
        self.names.update((other.id, other.title) for other in contents.incidents)
        self.names[incident.id] = THE_INCIDENT
        held = {entry.report.id: entry for entry in contents.reports}
        entries = [held[report] for report in incident.reports if report in held]
        self.entries = sorted(entries, key=by_publication)
        self.numbers = {entry.report.id: n for n, entry in enumerate(self.entries, start=1)}
        self.by_id = {entry.report.id: entry for entry in self.entries}
        self.sentences = {entry.report.id: Sentences(entry.report.text) for entry in self.entries}
        self.shown: dict[str, list[Spans]] = defaultdict(list)

    def brief(self) -> BriefView:
        """The whole brief. The reports come last: they mark what the other parts have shown."""
        own = [f for f in self.incident.findings if f.subject == self.incident.id]
        known = Known(self.names, {entity.id: entity.kind for entity in self.entities.values()})
        figures = self.findings([f for f in own if f.field in FIGURES], FIGURES.index)
        facts = self.fields(
            [f for f in own if f.field not in FIGURES and f.field not in QUIET_FIELDS], field_place
        )
        people = self.people()
        fields = [*facts, *(field for person in people for field in person.fields)]
        lines = [*figures, *(line for field in fields for line in field.lines)]
        return BriefView(
            id=self.incident.id,
            kind=value_words("incident.type", self.incident.type, self.names),
            title=self.incident.title,
            kicker=kicker(self.incident, own, known),
            summary=summary(self.incident, own, known),
            support=self.support(),
            period=self.period(),
            language=self.entries[0].report.language if self.entries else "en",
            figures=figures,
            facts=facts,
            differing=tuple(line for line in lines if line.differs),
            coded=self.coded(),
            people=people,
            timeline=tuple(self.moment(entry) for entry in self.incident.timeline),
            questions=tuple(
                QuestionView(upper_first(q.text), self.claims(q.claims))
                for q in self.incident.questions
            ),
            speakers=self.speakers(),
            reports=tuple(self.report(entry) for entry in self.entries),
            citation=self.citation(),
        )

    def support(self) -> str:
        """ "5 reports from 5 outlets, 1 of them a copy"."""
        outlets = {entry.report.outlet for entry in self.entries if entry.report.outlet}
        copies = sum(entry.copy_of is not None for entry in self.entries)
        words = counted(len(self.entries), "report")
        if outlets:
            words += f" from {counted(len(outlets), 'outlet')}"
        if copies:
            words += f", {copies} of them {'a copy' if copies == 1 else 'copies'}"
        return words

    def period(self) -> str:
        """From the first report's day to the last one's."""
        days = [
            date_words(e.report.published, time=False) for e in self.entries if e.report.published
        ]
        if not days:
            return ""
        return days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"

    def citation(self) -> str:
        """How to cite the brief: no date of its making, so that it is the same each time."""
        published = f" published {self.period()}" if self.period() else ""
        return (
            f"“{self.incident.title}”, incident {self.incident.id}. Record compiled with On Record "
            f"from {counted(len(self.entries), 'report')}{published}."
        )

    def findings(
        self, findings: Iterable[Finding], place: Callable[[str], int]
    ) -> tuple[FindingView, ...]:
        """Findings in the order of their fields; within a field those with a name first."""
        ordered = sorted(findings, key=lambda f: (place(f.field), self.is_nameless(f)))
        return tuple(self.finding(finding) for finding in ordered)

    def is_nameless(self, finding: Finding) -> bool:
        """Whether the value is an entity that no report names: "man", "one gunman"."""
        entity = self.entities.get(str(finding.value))
        return entity is not None and not is_named(entity.name)

    def fields(
        self, findings: Iterable[Finding], place: Callable[[str], int]
    ) -> tuple[FieldView, ...]:
        """Findings by field, in the order of the fields."""
        by: dict[str, list[FindingView]] = defaultdict(list)
        for line in self.findings(findings, place):
            by[line.label].append(line)
        return tuple(FieldView(name, tuple(lines)) for name, lines in by.items())

    def finding(self, finding: Finding) -> FindingView:
        """A finding in words: its own value, then those that exclude it, then who rejects it."""
        denials = [claim for claim in finding.claims if claim.certainty == "denied"]
        if len(denials) == len(finding.claims):
            denials = []
        others = [self.alternative(finding, other) for other in finding.alternatives]
        if denials:
            others.append(self.denial(denials))
        return FindingView(
            anchor=f"f-{finding.id}",
            field=finding.field,
            label=upper_first(finding_label(finding)),
            subject=""
            if finding.subject == self.incident.id
            else self.names.get(finding.subject, finding.subject),
            status=finding.status,
            status_words=STATUS_WORDS[finding.status],
            status_meaning=STATUS_MEANING[finding.status],
            reason=finding.reason,
            value=self.leading(finding, [c for c in finding.claims if c not in denials]),
            others=tuple(others),
            id=finding.id,
            decided=finding.decided,
        )

    def leading(self, finding: Finding, claims: Sequence[Claim]) -> ValueView:
        """A finding's own value."""
        words = finding_words(finding, self.names)
        entity = self.entities.get(str(finding.value))
        return ValueView(
            words=words if entity is not None and entity.kind == "person" else upper_first(words),
            relation="leading",
            relation_words="the claim" if finding.status == "denied" else "on record",
            origins=self.called(finding.origins),
            reports=len(finding.reports),
            claims=self.claims(claims),
        )

    def denial(self, claims: Sequence[Claim]) -> ValueView:
        """Those who say that a finding's value is not so."""
        origins = self.called(dict.fromkeys(claim.origin for claim in claims))
        return ValueView(
            words="Not so",
            relation="denied",
            relation_words="rejected",
            origins=origins,
            reports=len({claim.report for claim in claims}),
            claims=self.claims(claims),
            rejects=True,
        )

    def alternative(self, finding: Finding, other: Alternative) -> ValueView:
        """A value that excludes a finding's own."""
        words = hedged(value_words(finding.field, other.value, self.names), other.claims)
        rejects = other.value == finding.value
        return ValueView(
            words="Not so" if rejects else upper_first(words),
            relation=other.relation,
            relation_words=relation_words(other.relation, rejects=rejects),
            origins=self.called(other.origins),
            reports=len(other.reports),
            claims=self.claims(other.claims),
            last_seen=date_words(other.last_seen, time=False) if other.last_seen else "",
            rejects=rejects,
        )

    def called(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Names of entities."""
        return tuple(self.names.get(known, known) for known in ids)

    def claims(self, claims: Iterable[Claim]) -> tuple[ClaimView, ...]:
        """Claims by date of report, what copies have word for word behind the rest.

        Where copies alone have them, the first one stands for all, so that there are words to read.
        """
        known = [claim for claim in claims if claim.report in self.by_id and claim.evidence]
        known.sort(key=lambda claim: (self.numbers[claim.report], claim.evidence))
        views = [self.words_of(c) for c in known]
        if views and all(view.copy_of for view in views):
            views[0] = replace(views[0], copy_of="")
        return tuple(sorted(views, key=lambda view: bool(view.copy_of)))

    def copied_from(self, entry: RecordReport, words: str, sentence: str) -> str:
        """The outlet of the original that has the same words; "" for a copy's own words."""
        original = self.by_id.get(entry.copy_of or "")
        if original is None:
            return ""
        text = original.report.text
        same = sentence in text or (len(words) >= TELLING and words in text)
        return outlet_of(original) if same else ""

    def words_of(self, said: Claim | RecordStatement) -> ClaimView:
        """The exact words, in their sentence, on whose word, in which report."""
        entry = self.by_id[said.report]
        evidence = said.evidence if isinstance(said, Claim) else said.content
        self.shown[said.report].append(evidence)
        words = " … ".join(span.cut(entry.report.text) for span in evidence)
        pieces = self.sentences[said.report].around(evidence)
        return ClaimView(
            number=self.numbers[said.report],
            outlet=outlet_of(entry),
            date=date_words(entry.report.published) if entry.report.published else "",
            hops=self.called(said.chain),
            certainty=CERTAINTY_WORDS[said.certainty],
            words=words,
            pieces=pieces,
            anchor=anchor_of(self.numbers[said.report], start_of(entry.report.text, evidence)),
            end=hull(evidence).end,
            copy_of=self.copied_from(entry, words, "".join(piece.text for piece in pieces)),
            report=said.report,
            at=spans_words(evidence),
            via=";".join(spans_words(link) for link in said.chain_evidence),
            who=";".join(said.chain),
        )

    def coded(self) -> tuple[CodedView, ...]:
        """What the codebooks make of the incident's counts, one line a codebook and count."""
        return tuple(
            CodedView(
                codebook=CODEBOOKS.get(name, name),
                about=label(finding.field),
                columns=tuple(
                    (column, "" if value is None else str(value))
                    for column, value in sorted(code.columns.items())
                ),
                why=code.why,
            )
            for finding in self.incident.findings
            for name, code in sorted((finding.coded or {}).items())
        )

    def people(self) -> tuple[PersonView, ...]:
        """People and groups with findings of their own, the most spoken of first."""
        of: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.incident.findings:
            if finding.subject in self.entities:
                of[finding.subject].append(finding)
        ranked = sorted(of, key=lambda known: (-self.weight(of[known]), self.names[known], known))
        return tuple(self.person(self.entities[known], of[known]) for known in ranked)

    def weight(self, findings: Iterable[Finding]) -> int:
        """How much is said of somebody: reports and findings."""
        every = list(findings)
        return len({report for finding in every for report in finding.reports}) + len(every)

    def person(self, entity: RecordEntity, findings: list[Finding]) -> PersonView:
        """A person with the findings, and the parts that they have in the incident."""
        parts = [
            label(finding.field) + (", which is denied" if finding.status == "denied" else "")
            for finding in self.incident.findings
            if finding.subject == self.incident.id and finding.value == entity.id
        ]
        return PersonView(
            anchor=f"p-{entity.id}",
            name=upper_first(entity.name),
            also=entity.also,
            parts=tuple(dict.fromkeys(parts)),
            fields=self.fields(findings, person_place),
            minor=self.is_minor(entity, findings, has_part=bool(parts)),
            id=entity.id,
        )

    def is_minor(
        self, entity: RecordEntity, findings: Iterable[Finding], *, has_part: bool
    ) -> bool:
        """Whether they are listed behind the rest: no name and one report, or hardly a word."""
        every = list(findings)
        if not is_named(entity.name):
            return len({report for finding in every for report in finding.reports}) == 1
        return not has_part and {finding.field for finding in every} <= MINOR_FIELDS

    def moment(self, entry: TimelineEntry) -> TimelineView:
        """An entry of the timeline."""
        return TimelineView(
            at=entry.at,
            day=date_words(entry.at, time=False),
            time=time_words(entry.at),
            what=upper_first(entry.what),
            kind=entry.kind,
            claims=self.claims(entry.claims),
        )

    def speakers(self) -> tuple[SpeakerView, ...]:
        """Speakers with their statements, those with the most first."""
        by: dict[str, list[RecordStatement]] = defaultdict(list)
        for statement in self.incident.statements:
            if statement.report in self.by_id and statement.content:
                by[statement.speaker or ""].append(statement)
        roles = self.roles()
        ranked = sorted(by, key=lambda k: (not k, -len(by[k]), self.names.get(k, ""), k))
        return tuple(self.speaker(known, by[known], roles.get(known, "")) for known in ranked)

    def speaker(self, known: str, statements: list[RecordStatement], role: str) -> SpeakerView:
        """One speaker."""
        shown = [self.statement(statement) for statement in self.in_order(statements)]
        copied: dict[str, list[ClaimView]] = defaultdict(list)
        for view in shown:
            if view.claim.copy_of:
                copied[view.claim.outlet].append(view.claim)
        return SpeakerView(
            name=upper_first(self.names.get(known, "No speaker named")),
            role=role,
            statements=tuple(view for view in shown if not view.claim.copy_of),
            copies=tuple(CopiesView(o, len(claims), claims[0]) for o, claims in copied.items()),
            id=known,
        )

    def in_order(self, statements: Iterable[RecordStatement]) -> list[RecordStatement]:
        """Statements by date of report, then as they stand in the text."""
        return sorted(statements, key=lambda s: (self.numbers[s.report], s.content))

    def roles(self) -> dict[str, str]:
        """Each person's role as the record has it."""
        found: dict[str, str] = {}
        for finding in self.incident.findings:
            if finding.field == "person.role":
                found.setdefault(finding.subject, str(finding.value))
        return found

    def statement(self, statement: RecordStatement) -> StatementView:
        """A statement with its words."""
        claim = self.words_of(statement)
        return StatementView(
            stance=STANCE_WORDS[statement.stance],
            manner=statement.manner,
            certainty=claim.certainty,
            claim=claim,
            id=statement.id,
        )

    def report(self, entry: RecordReport) -> ReportView:
        """A report with its full text, what the brief has shown of it marked."""
        report = entry.report
        number = self.numbers[report.id]
        agencies = [s.name for s in report.declared_sources if s.kind == "agency"]
        sources = [s.name for s in report.declared_sources if s.kind == "listed"]
        copies = [self.numbers[e.report.id] for e in self.entries if e.copy_of == report.id]
        return ReportView(
            number=number,
            id=report.id,
            outlet=outlet_of(entry),
            title=report.title or "No title",
            byline=listed(report.byline),
            date=date_words(report.published) if report.published else "",
            updated=date_words(report.updated) if report.updated else "",
            url=report.url or "",
            language=report.language,
            copy_of=self.numbers.get(entry.copy_of or "", 0),
            copy_reason=entry.copy_reason,
            copies=tuple(copies),
            agency=listed(dict.fromkeys(agencies)),
            sources=listed(dict.fromkeys(sources)),
            paragraphs=paragraphs(report.text, number, self.shown[report.id]) if self.texts else (),
        )


def relation_words(relation: str, *, rejects: bool) -> str:
    """How a value stands to the finding's own, in words."""
    return "rejected" if rejects else RELATION_WORDS.get(relation, relation)


def outlet_of(entry: RecordReport) -> str:
    """The report's outlet; else its site or file name: a page tells nobody's folders."""
    report = entry.report
    if report.outlet:
        return report.outlet
    site = urlsplit(report.url or "").hostname if web_address(report.url or "") else None
    return site or PurePath(report.input).name or report.input


def anchor_of(number: int, start: int) -> str:
    """The anchor of words in a report's full text."""
    return f"r{number}-{start}"


def spans_words(spans: Spans) -> str:
    """Spans as a short text: "10-20,34-40"."""
    return ",".join(f"{span.start}-{span.end}" for span in spans)
