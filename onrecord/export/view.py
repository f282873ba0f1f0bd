"""What a brief shows, as typed values in words: the templates only lay it out.

Nothing here judges: every word comes from a finding, a claim or the report's own text.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.export.context import Piece


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One report's word for a value. `hops` are the names of its chain, the origin first.

    `number` is the report's, `anchor` the place of the words in the full text at the page's end.
    `report` is the report's id, `at` the words' code points there ("10-20,34-40"), `via` those of each
    hop and `who` the hops' entity ids (`;` between hops).
    """

    number: int
    outlet: str
    date: str
    hops: tuple[str, ...]
    certainty: str
    words: str
    pieces: tuple[Piece, ...]
    anchor: str
    end: int
    copy_of: str = ""
    report: str = ""
    at: str = ""
    via: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class ValueView:
    """A value with who gives it. `rejects`: it is no value, but the word that another is not so."""

    words: str
    relation: str
    relation_words: str
    origins: tuple[str, ...]
    reports: int
    claims: tuple[ClaimView, ...]
    last_seen: str = ""
    rejects: bool = False

    @property
    def support(self) -> str:
        """ "2 origins, 3 reports"."""
        origins, reports = len(self.origins), self.reports
        return (
            f"{origins} {'origin' if origins == 1 else 'origins'}, "
            f"{reports} {'report' if reports == 1 else 'reports'}"
        )


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding: its value, the values that exclude it, and why."""

    anchor: str
    field: str
    label: str
    subject: str
    status: str
    status_words: str
    status_meaning: str
    reason: str
    value: ValueView
    others: tuple[ValueView, ...]
    id: str = ""
    decided: str = ""

    @property
    def differs(self) -> bool:
        """Whether accounts differ and nobody took theirs back."""
        return self.status in ("disputed", "denied") or any(
            other.relation != "replaced" for other in self.others
        )


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of one subject with its findings: a subject may have several values at once."""

    label: str
    lines: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class CodedView:
    """What a codebook makes of a count. `columns` are "nkill 3"."""

    codebook: str
    about: str
    columns: tuple[tuple[str, str], ...]
    why: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person or group with what is said of them. `parts` are their parts in the incident."""

    anchor: str
    name: str
    also: tuple[str, ...]
    parts: tuple[str, ...]
    fields: tuple[FieldView, ...]
    minor: bool
    id: str = ""


@dataclass(frozen=True, slots=True)
class TimelineView:
    """An entry of the timeline, with its day and time in words."""

    at: str
    day: str
    time: str
    what: str
    kind: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """An open question."""

    words: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement: how it was said, in whose report, with its words."""

    stance: str
    manner: str
    certainty: str
    claim: ClaimView
    id: str = ""


@dataclass(frozen=True, slots=True)
class CopiesView:
    """An outlet whose copy has the same statements: how many, and the first one's words."""

    outlet: str
    number: int
    first: ClaimView


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """A speaker with the statements that reports give them; those of copies only counted."""

    name: str
    role: str
    statements: tuple[StatementView, ...]
    copies: tuple[CopiesView, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A stretch of a report's full text. `anchor` is set where evidence starts."""

    text: str
    evidence: bool
    anchor: str
    start: int


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report with its full text in paragraphs."""

    number: int
    id: str
    outlet: str
    title: str
    byline: str
    date: str
    updated: str
    url: str
    language: str
    copy_of: int
    copy_reason: str
    copies: tuple[int, ...]
    agency: str
    sources: str
    paragraphs: tuple[tuple[TextPiece, ...], ...]


@dataclass(frozen=True, slots=True)
class BriefView:
    """One incident as a brief shows it."""

    id: str
    kind: str
    title: str
    kicker: str
    summary: tuple[str, ...]
    support: str
    period: str
    language: str
    figures: tuple[FindingView, ...]
    facts: tuple[FieldView, ...]
    differing: tuple[FindingView, ...]
    coded: tuple[CodedView, ...]
    people: tuple[PersonView, ...]
    timeline: tuple[TimelineView, ...]
    questions: tuple[QuestionView, ...]
    speakers: tuple[SpeakerView, ...]
    reports: tuple[ReportView, ...]
    citation: str
