"""Capture, Report and Rejection: what comes in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.core.ids import content_id
from onrecord.core.span import Span, Spans

BoilerplateKind = Literal[
    "image", "promotion", "navigation", "sources", "credit", "byline", "other"
]
SourceKind = Literal["agency", "listed"]


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they came, and where from. `where` is a path, an address or `-`."""

    where: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch of the text that is not the report's own prose."""

    span: Span
    kind: BoilerplateKind


@dataclass(frozen=True, slots=True)
class DeclaredSource:
    """A source that the report itself declares.

    `agency`: its text is an agency's ("RIGA (Baltic Line) —", "… contributed to this report");
    `listed`: it stands in a line of sources.
    """

    name: str
    span: Span
    kind: SourceKind = "listed"


@dataclass(frozen=True, slots=True)
class PhotoCredit:
    """Who is credited for a picture: no source of the text."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Report:
    """One news report as an outlet published it.

    `published` and `updated` are ISO 8601, with the outlet's offset from UTC where it is known, a
    date alone where no time is. `supported` is False for a language that the model does not read.
    `corrections` are notes in which the outlet says what it changed.
    """

    id: str
    input: str
    text: str
    given_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    language: str = "en"
    supported: bool = True
    boilerplate: tuple[Boilerplate, ...] = ()
    declared_sources: tuple[DeclaredSource, ...] = ()
    photo_credits: tuple[PhotoCredit, ...] = ()
    corrections: Spans = ()

    def __repr__(self) -> str:
        name = self.title or self.text[:50].replace("\n", " ")
        return f"<Report {self.outlet or '?'}: {name!r}>"


def report_id(
    text: str,
    *,
    outlet: str | None,
    url: str | None,
    published: str | None,
    given_id: str | None,
) -> str:
    """A report's id: outlet, address, date, given id and text, never a path."""
    return content_id("report", outlet, url, published, given_id, text)


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input, or a part of one, that could not be taken.

    `stage` is the room that refused it, `code` a short stable word, `where` the place (path, line,
    item), `detail` a sentence with the value, `hint` the next step.
    """

    stage: str
    code: str
    where: str
    detail: str
    hint: str = ""
