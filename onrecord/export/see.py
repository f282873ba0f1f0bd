"""From a record's contents to what a brief shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from onrecord.core.record import (
    Finding,
    RecordContents,
    RecordEntity,
    RecordReport,
    RecordStatement,
    TimelineEntry,
)
from onrecord.errors import RecordNotFound
from onrecord.export.eye import Eye, outlet_of
from onrecord.export.fulltext import paragraphs
from onrecord.export.order import (
    FIGURES,
    MINOR_FIELDS,
    QUIET_FIELDS,
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
)
from onrecord.export.words import (
    CODEBOOKS,
    STANCE_WORDS,
    counted,
    date_words,
    is_named,
    label,
    listed,
    time_words,
    upper_first,
    value_words,
)


def see(contents: RecordContents, incident_id: str, *, texts: bool = True) -> BriefView:
    """One incident as a brief shows it; `texts=False` leaves out the reports' full texts.

    Raises:
        RecordNotFound: the record has no such incident.
    """
    for incident in contents.incidents:
        if incident.id == incident_id:
            return _Brief(contents, incident, texts=texts).brief()
    raise RecordNotFound(
        "No such incident", value=incident_id, hint="List them with: onrecord show RECORD"
    )


class _Brief(Eye):
    """One incident's brief, part by part."""

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

    def fields(
        self, findings: Iterable[Finding], place: Callable[[str], int]
    ) -> tuple[FieldView, ...]:
        """Findings by field, in the order of the fields."""
        by: dict[str, list[FindingView]] = defaultdict(list)
        for line in self.findings(findings, place):
            by[line.label].append(line)
        return tuple(FieldView(name, tuple(lines)) for name, lines in by.items())

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
