"""The tables that coders take away: one row an incident, person, finding, claim, statement, report.

Cells are flat: ids beside names, evidence as its words with its first and last code point. CSV,
Parquet and XLSX write the same tables. A list keeps its order; CSV and XLSX join it with `; `.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.core.record import RecordContents
from onrecord.core.tables import (
    CERTAINTY,
    END,
    FLAG,
    INCIDENT,
    LARGE,
    NUMBER,
    OUTLET,
    PUBLISHED,
    REPORT,
    START,
    TEXT,
    TEXTS,
    WHOLE,
    WORDS,
    Column,
    Table,
)
from onrecord.export import sheet_rows
from onrecord.export.lookup import Lookup
from onrecord.export.sheet_rows import COUNTS, NAMED, PERSONAL, Cell, Row


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table for coders and the function that gives its rows."""

    table: Table
    rows: Callable[[Lookup], Iterator[Row]]


CHAIN = Column("chain", TEXTS, "on whose word, the origin first; empty: the report's own word")


def _incident_columns() -> Iterator[Column]:
    yield INCIDENT
    yield Column("title", TEXT, "what people call it")
    yield Column("type", TEXT, "shooting, fire, accident …")
    yield Column("date", TEXT, "the day it happened, ISO 8601; the first of several")
    yield Column("date_end", TEXT, "the last day, where it is a period")
    yield Column("time", TEXT, "the time of day")
    yield Column("place", TEXT, "the most exact place")
    yield Column("places", TEXTS, "all its places, the most exact first")
    yield Column("country", TEXT, "ISO 3166-1 alpha-2")
    yield Column("latitude", NUMBER, "degrees north, of a place the gazetteer knows")
    yield Column("longitude", NUMBER, "degrees east")
    for name in COUNTS:
        yield Column(name, LARGE, f"{name.replace('_', ' ')}: the number, where one is given")
        yield Column(f"{name}_low", LARGE, "the lowest figure that still stands")
        yield Column(f"{name}_high", LARGE, "the highest figure that still stands")
        yield Column(f"{name}_status", TEXT, "agreed, single, disputed, superseded or denied")
    for name in NAMED:
        yield Column(name, TEXTS, f"{name.replace('_', ' ')}, in words; denied ones are left out")
    yield Column("disputed", TEXTS, "fields in which accounts exclude each other")
    yield Column("questions", TEXTS, "what is still open")
    yield Column("reports", WHOLE, "how many reports speak of it")
    yield Column("outlets", TEXTS, "the outlets that carry it")
    yield Column("reason", TEXT, "why its reports were put together")


SHEETS: tuple[Sheet, ...] = (
    Sheet(
        Table("incidents", "one row an incident", ("incident",), tuple(_incident_columns())),
        sheet_rows.incidents,
    ),
    Sheet(
        Table(
            "people",
            "one row a person of an incident",
            ("incident", "person"),
            (
                INCIDENT,
                Column("person", TEXT, "entity id"),
                Column("name", TEXT, "the fullest name, or the words that describe the person"),
                Column("also", TEXTS, "other spellings"),
                Column("part", TEXTS, "perpetrator (named as one), victim, witness …"),
                Column("age", LARGE, "years"),
                Column("age_low", LARGE, "of a range of years, the lowest"),
                Column("age_high", LARGE, "of a range of years, the highest"),
                *(Column(n, TEXTS, f"{n.replace('_', ' ')}, in words") for n in PERSONAL),
                Column("origins", WHOLE, "how many independent voices speak of the person"),
            ),
        ),
        sheet_rows.people,
    ),
    Sheet(
        Table(
            "findings",
            "what the record holds for one field of one subject",
            ("incident", "finding"),
            (
                INCIDENT,
                Column("finding", TEXT, "finding id"),
                Column("subject", TEXT, "entity or incident id"),
                Column("subject_name", TEXT, "its name"),
                Column("field", TEXT, "person.age, incident.killed …"),
                Column("value", TEXT, "the value, in the contract's JSON"),
                Column("value_words", TEXT, "the value for people, ids as names"),
                Column("number", LARGE, "the value, where it is one number"),
                Column("low", LARGE, "the lowest number that still stands"),
                Column("high", LARGE, "the highest number that still stands"),
                Column("includes_perpetrators", FLAG, "of a toll, where the reports tell it"),
                Column("status", TEXT, "agreed, single, disputed, superseded or denied"),
                Column("origins", TEXTS, "the independent voices"),
                Column("carriers", TEXTS, "the outlets that carry it"),
                Column("reports", TEXTS, "report ids"),
                Column("alternatives", TEXTS, "values that exclude this one, or came before it"),
                Column("reason", TEXT, "why"),
            ),
        ),
        sheet_rows.findings,
    ),
    Sheet(
        Table(
            "claims",
            "one report's word for a value: what stands behind the findings",
            ("incident", "finding", "report", "start"),
            (
                INCIDENT,
                Column("finding", TEXT, "finding id"),
                Column("side", TEXT, "value: for the finding; else disputed, replaced, denied …"),
                Column("subject", TEXT, "entity or incident id"),
                Column("field", TEXT, "person.age, incident.killed …"),
                Column("value", TEXT, "the value as this report gives it, in the contract's JSON"),
                Column("value_words", TEXT, "the same for people"),
                Column("qualifier", TEXT, "exact, at_least, at_most, about, range or vague"),
                CERTAINTY,
                REPORT,
                OUTLET,
                PUBLISHED,
                Column("as_of", TEXT, "when it was counted, where the text says so"),
                WORDS,
                START,
                END,
                CHAIN,
                Column("chain_words", TEXTS, "the words of each link of the chain"),
                Column("origin", TEXT, "the independent voice that it goes back to"),
                Column("confidence", NUMBER, "between 0 and 1"),
            ),
        ),
        sheet_rows.claims,
    ),
    Sheet(
        Table(
            "statements",
            "who says what, in which report",
            ("incident", "statement"),
            (
                INCIDENT,
                Column("statement", TEXT, "statement id"),
                REPORT,
                OUTLET,
                Column("speaker", TEXT, "who says it"),
                Column("speaker_id", TEXT, "entity id of who says it"),
                Column("source_words", TEXT, "the words for who says it"),
                Column("cue_words", TEXT, "the words for saying"),
                Column("words", TEXT, "what is said"),
                START,
                END,
                CHAIN,
                Column("manner", TEXT, "direct, indirect or mixed"),
                Column("stance", TEXT, "says, denies, confirms, asks …"),
                CERTAINTY,
            ),
        ),
        sheet_rows.statements,
    ),
    Sheet(
        Table(
            "reports",
            "the reports as published",
            ("report",),
            (
                REPORT,
                Column("given_id", TEXT, "the id that the input gave"),
                OUTLET,
                Column("title", TEXT, "headline"),
                Column("byline", TEXTS, "who wrote it"),
                PUBLISHED,
                Column("updated", TEXT, "when it was last changed, ISO 8601"),
                Column("url", TEXT, "address of the page"),
                Column("language", TEXT, "ISO 639-1"),
                Column("declared_sources", TEXTS, "agencies and sources it names as its own"),
                Column("copy_of", TEXT, "report id of the original, of a copy"),
                Column("copy_group", TEXT, "the same for an original and its copies"),
                Column("incidents", TEXTS, "incident ids, the lead first"),
                Column("text", TEXT, "the text that all offsets point into"),
            ),
        ),
        sheet_rows.reports,
    ),
    Sheet(
        Table(
            "copies",
            "reports whose text is another's, with the original",
            ("copy_group", "report"),
            (
                Column("copy_group", TEXT, "the same for an original and its copies"),
                REPORT,
                OUTLET,
                PUBLISHED,
                Column("original", FLAG, "whether it is the one that the others copy"),
                Column("copy_of", TEXT, "report id of the original"),
                Column("copy_of_outlet", TEXT, "its outlet"),
                Column("reason", TEXT, "why it is taken for a copy"),
            ),
        ),
        sheet_rows.copies,
    ),
    Sheet(
        Table(
            "versions",
            "addresses that were captured several times: what changed, and what was withdrawn",
            ("address", "version"),
            (
                Column("address", TEXT, "the address, without scheme and tracking"),
                Column("version", WHOLE, "1 for the first, by when the page says it was changed"),
                Column("versions", WHOLE, "how many there are of the address"),
                REPORT,
                OUTLET,
                PUBLISHED,
                Column("updated", TEXT, "when it was last changed, ISO 8601"),
                Column("current", FLAG, "whether it is the last one"),
                Column("added", WHOLE, "paragraphs that the version before did not have"),
                Column("removed", WHOLE, "paragraphs that only the version before had"),
                Column("withdrawn", TEXTS, "values that only the version before gave"),
            ),
        ),
        sheet_rows.version_rows,
    ),
    Sheet(
        Table(
            "incident_reports",
            "the crosswalk: which report speaks of which incident",
            ("incident", "report"),
            (
                INCIDENT,
                REPORT,
                Column("lead", FLAG, "whether the report is mainly about it"),
                OUTLET,
                PUBLISHED,
                Column("title", TEXT, "headline"),
                Column("url", TEXT, "address of the page"),
                Column("given_id", TEXT, "the id that the input gave"),
                Column("copy_of", TEXT, "report id of the original, of a copy"),
            ),
        ),
        sheet_rows.crosswalk,
    ),
)
"""All tables, in the order in which a coder needs them."""


def filled(contents: RecordContents) -> Iterator[tuple[Sheet, list[Row]]]:
    """Each table with its rows."""
    look = Lookup.of(contents)
    for sheet in SHEETS:
        yield sheet, list(sheet.rows(look))


def joined(cell: Cell) -> str | int | float | bool | None:
    """A cell for a table without lists: a list joined with `; `."""
    return "; ".join(cell) if isinstance(cell, list) else cell
