"""Findings and the words behind them, as a brief shows them."""

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
    RecordReport,
    RecordStatement,
)
from onrecord.core.span import Spans, hull
from onrecord.export.context import Sentences
from onrecord.export.fulltext import start_of
from onrecord.export.order import by_publication
from onrecord.export.view import ClaimView, FindingView, ValueView
from onrecord.export.words import (
    CERTAINTY_WORDS,
    RELATION_WORDS,
    STATUS_MEANING,
    STATUS_WORDS,
    calm,
    date_words,
    finding_label,
    finding_words,
    hedged,
    is_named,
    upper_first,
    value_words,
    web_address,
)

THE_INCIDENT = "the incident"
"""How the incident is called where it is a value's subject."""

TELLING = 16
"""Code points of evidence that an original and its copy hardly share by chance: three words. Shorter
evidence ("66") counts as copied only with its whole sentence."""


class Eye:
    """Looks at one incident: knows its names, the numbers of its reports and their sentences.

    `shown` gathers the words of each report that were looked at.
    """

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
