"""One report on a terminal: its text with marks, then what was found, on whose word."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.core.reading import Entity, Fact, Reading, Statement
from onrecord.core.span import Spans, cut_all
from onrecord.export.markup import PEOPLE, legend, marked_text
from onrecord.export.order import field_place
from onrecord.export.words import (
    CERTAINTY_WORDS,
    STANCE_WORDS,
    date_words,
    label,
    upper_first,
    value_words,
)

UNBROKEN = 10_000
"""Columns in a pipe: more than a paragraph needs, so that nothing is broken for `grep`."""

LONGEST = 160
"""Code points of a statement or of evidence in the lists: two lines; the text has the whole."""

QUESTION = "incident.question"


def marked(reading: Reading, *, colour: bool, width: int | None = None) -> str:
    """A report as a person reads it: with colours for a terminal, with brackets for a pipe.

    `width` is in columns; the terminal's where none is given, unbroken without colour.
    """
    columns = width or (shutil.get_terminal_size().columns if colour else UNBROKEN)
    stream = StringIO()
    console = Console(
        file=stream,
        force_terminal=colour,
        color_system="standard" if colour else None,
        width=columns,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(report_page(reading, colour=colour))
    return stream.getvalue()


def report_page(reading: Reading, *, colour: bool) -> RenderableType:
    """The whole page as one renderable."""
    return Group(*_parts(reading, colour=colour))


def _parts(reading: Reading, *, colour: bool) -> Iterator[RenderableType]:
    report = reading.report
    yield Text(report.title or report.input, style="bold")
    about = [report.outlet, date_words(report.published) if report.published else None]
    about.append(f"by {', '.join(report.byline)}" if report.byline else None)
    about.append(None if report.supported else f"language {report.language}: not read")
    yield Text(" · ".join(part for part in about if part), style="dim")
    yield legend(colour=colour)
    yield Text()
    yield marked_text(reading, colour=colour)
    for title, lines in _lists(reading):
        if lines:
            yield Text()
            yield Text(title, style="bold")
            yield from (Padding(line, (0, 0, 0, 2), expand=False) for line in lines)


def _lists(reading: Reading) -> Iterator[tuple[str, list[Text]]]:
    people = [entity for entity in reading.entities if entity.kind in PEOPLE]
    yield "People", [line for entity in people for line in _person(reading, entity)]
    for incident in reading.incidents:
        lead = "lead" if incident.lead else "also told"
        facts = [f for f in _in_order(reading, incident.id) if f.field != QUESTION]
        lines = [_fact(reading, fact) for fact in facts]
        if incident.lead or lines:
            yield f"Incident: {incident.type.replace('_', ' ')} ({lead})", lines or [Text("–")]
    yield "Who said what", [_statement(reading, s) for s in reading.statements]
    asked = [fact for fact in reading.facts if fact.field == QUESTION]
    yield "Open questions", [_question(reading, fact) for fact in asked]
    report = reading.report
    yield "Declared sources", [Text(f"{s.name} ({s.kind})") for s in report.declared_sources]
    yield "Photo credits", [Text(credit.name) for credit in report.photo_credits]


def _person(reading: Reading, entity: Entity) -> Iterator[Text]:
    """A person with the facts; those without a name only where something is said of them."""
    facts = _in_order(reading, entity.id)
    if not facts and not entity.named:
        return
    line = Text(upper_first(entity.name), style="bold cyan")
    if not entity.named:
        line.stylize("not bold")
    yield line
    for fact in facts:
        yield Text("  ") + _fact(reading, fact)


def _in_order(reading: Reading, subject: str) -> list[Fact]:
    """A subject's facts in the order of their fields."""
    facts = [fact for fact in reading.facts if fact.subject == subject]
    return sorted(facts, key=lambda fact: field_place(fact.field))


def _fact(reading: Reading, fact: Fact) -> Text:
    """ "killed 12  “12 people were killed”  police ← BBC"."""
    names = _names(reading)
    words = value_words(fact.field, fact.value, names)
    about = "about " if fact.approximate or fact.qualifier == "about" else ""
    line = Text(f"{label(fact.field)} ")
    line.append(f"{about}{words}", style="bold")
    line.append(f"  “{_short(reading, fact.evidence)}”", style="yellow")
    return line + _whose(reading, fact.chain, fact.certainty)


def _statement(reading: Reading, statement: Statement) -> Text:
    """ "Frank ← BBC says “…”"."""
    names = _names(reading)
    who = chain_words(statement.chain, names)
    if not who:
        who = names.get(statement.speaker or "", "the report itself")
    line = Text(upper_first(who), style="bold")
    sure = CERTAINTY_WORDS[statement.certainty]
    line.append(f" {STANCE_WORDS[statement.stance]} ", style="cyan")
    line.append(f"“{_short(reading, statement.content).strip('“”')}”", style="italic")
    return line + Text(f"  ({sure})" if sure else "", style="dim")


def _question(reading: Reading, fact: Fact) -> Text:
    line = Text(upper_first(str(fact.value)))
    return line + _whose(reading, fact.chain, "stated")


def _whose(reading: Reading, chain: Iterable[str], certainty: str) -> Text:
    """On whose word, and how sure."""
    who = chain_words(chain, _names(reading))
    sure = CERTAINTY_WORDS[certainty]
    words = ", ".join(part for part in (who, sure) if part)
    return Text(f"  {words}" if words else "", style="dim")


def chain_words(chain: Iterable[str], names: dict[str, str]) -> str:
    """A chain in words, the origin first: "Frank ← BBC"."""
    return " ← ".join(names.get(link, link) for link in chain)


def _names(reading: Reading) -> dict[str, str]:
    return {entity.id: entity.name for entity in reading.entities}


def _short(reading: Reading, spans: Spans) -> str:
    """The words on one line, cut behind a word where they are long."""
    words = " ".join(cut_all(spans, reading.report.text).split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"
