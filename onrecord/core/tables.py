"""The record's tables: one schema a noun, with units. Store, exporters and docs read this list.

Offsets are Unicode code points of the report's `text`, end exclusive. Dates are ISO 8601 as the
outlet gave them. A `value` is the contract's JSON of a value.
"""

from __future__ import annotations

from dataclasses import dataclass

TEXT = "VARCHAR"
TEXTS = "VARCHAR[]"
WHOLE = "INTEGER"
LARGE = "BIGINT"
NUMBER = "DOUBLE"
FLAG = "BOOLEAN"
JSON = "JSON"
SPAN = 'STRUCT("start" INTEGER, "end" INTEGER)'
SPANS = f"{SPAN}[]"
PARTS = f'STRUCT("report" VARCHAR, "share" DOUBLE, "evidence" {SPANS})[]'
SPAN_LISTS = f"{SPAN}[][]"
MARKED = 'STRUCT("start" INTEGER, "end" INTEGER, kind VARCHAR)[]'
SOURCES = 'STRUCT("name" VARCHAR, "start" INTEGER, "end" INTEGER, kind VARCHAR)[]'
MEMBERS = "STRUCT(report VARCHAR, local VARCHAR)[]"
CREDITS = 'STRUCT("name" VARCHAR, "start" INTEGER, "end" INTEGER)[]'


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, DuckDB type and what it holds."""

    name: str
    type: str
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `key` are the columns that tell its rows apart and give their order."""

    name: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


REPORT = Column("report", TEXT, "report id")
INCIDENT = Column("incident", TEXT, "incident id")
OUTLET = Column("outlet", TEXT, "who published the report")
PUBLISHED = Column("published", TEXT, "when the report was published, ISO 8601")
WORDS = Column("words", TEXT, "the words of the report that say so")
POSITION = Column("position", WHOLE, "place in the list, from 0")
START = Column("start", WHOLE, "first code point")
END = Column("end", WHOLE, "code point behind the last")
VALUE = Column("value", JSON, "the value, in the contract's JSON")
CHAIN = Column("chain", TEXTS, "entity ids, the origin first; empty: the report's own word")
CHAIN_EVIDENCE = Column("chain_evidence", SPAN_LISTS, "the words of each link of the chain")
CERTAINTY = Column("certainty", TEXT, "stated, alleged, possible, denied or asked")
EVIDENCE = Column("evidence", SPANS, "the words that say so")
ORIGINS = Column("origins", TEXTS, "entity ids of the independent voices")
REPORTS = Column("reports", TEXTS, "report ids")
REASON = Column("reason", TEXT, "why")

COUNT_COLUMNS = (
    Column("qualifier", TEXT, "of a count: exact, at_least, at_most, about, range or vague"),
    Column("approximate", FLAG, "the text says about, around"),
    Column("as_of", TEXT, "when it was counted, where the text says so"),
    Column("mode", TEXT, "how responsibility was claimed: letter, call, video …"),
    Column("confidence", NUMBER, "between 0 and 1"),
)
PLACE_COLUMNS = (
    Column("latitude", NUMBER, "degrees north, of a place the gazetteer knows"),
    Column("longitude", NUMBER, "degrees east"),
    Column("country", TEXT, "ISO 3166-1 alpha-2"),
    Column("within", TEXTS, "names of the larger places around it, the smallest first"),
    Column("precision", TEXT, "how exactly the gazetteer knows it"),
)
STATEMENT_COLUMNS = (
    Column("source", SPANS, "the words for who says it"),
    Column("cue", SPANS, "the words for saying"),
    Column("content", SPANS, "what is said"),
    Column("speaker", TEXT, "entity id of who says it"),
    CHAIN,
    CHAIN_EVIDENCE,
    Column("manner", TEXT, "direct, indirect or mixed"),
    Column("stance", TEXT, "says, denies, confirms, asks …"),
    CERTAINTY,
)

READING_TABLES: tuple[Table, ...] = (
    Table(
        "readings",
        "what each report gives, whole, so that a record grows without reading again",
        ("report",),
        (
            REPORT,
            Column("weights", TEXT, "id of the encoder's weights"),
            Column("reading", TEXT, "the line of `read --json`"),
        ),
    ),
    Table(
        "entities",
        "who and what one report speaks of",
        ("report", "position"),
        (
            REPORT,
            POSITION,
            Column("id", TEXT, "id within the report: e1, e2 …"),
            Column("kind", TEXT, "person, group, organisation, outlet, place, facility, weapon …"),
            Column("name", TEXT, "the fullest name, or the words that describe it"),
            Column("named", FLAG, "whether it has a name"),
            Column("plural", FLAG, "whether it is several"),
            Column("gender", TEXT, "female, male or other, where the words tell it"),
            *PLACE_COLUMNS,
        ),
    ),
    Table(
        "mentions",
        "where a report names, describes or points at an entity",
        ("report", "start", "end", "entity"),
        (
            REPORT,
            Column("entity", TEXT, "entity id within the report"),
            START,
            END,
            Column("form", TEXT, "name, nominal or pronoun"),
        ),
    ),
    Table(
        "statements",
        "who says what through whom, with the entity ids of the report",
        ("report", "position"),
        (
            REPORT,
            POSITION,
            Column("id", TEXT, "id within the report: s1, s2 …"),
            *STATEMENT_COLUMNS,
        ),
    ),
    Table(
        "report_incidents",
        "the incidents that one report speaks of",
        ("report", "position"),
        (
            REPORT,
            POSITION,
            Column("id", TEXT, "id within the report: i1 (the lead), i2 …"),
            Column("type", TEXT, "shooting, fire, accident …"),
            Column("lead", FLAG, "whether the report is mainly about it"),
            Column("passages", SPANS, "the stretches of text about it"),
        ),
    ),
    Table(
        "facts",
        "one field of one subject with one value, as one report gives it",
        ("report", "position"),
        (
            REPORT,
            POSITION,
            Column("id", TEXT, "id within the report: f1, f2 …"),
            Column("subject", TEXT, "entity or incident id within the report"),
            Column("field", TEXT, "person.age, incident.killed …"),
            VALUE,
            EVIDENCE,
            CHAIN,
            CHAIN_EVIDENCE,
            CERTAINTY,
            Column("incident", TEXT, "incident id within the report"),
            Column("includes_perpetrators", FLAG, "of a toll, where the text tells it"),
            *COUNT_COLUMNS,
        ),
    ),
    Table(
        "times",
        "time expressions with their TIMEX3 value",
        ("report", "position"),
        (
            REPORT,
            POSITION,
            START,
            END,
            Column("type", TEXT, "date, time, duration or set"),
            Column("value", TEXT, "TIMEX3 value, resolved against the report's date"),
        ),
    ),
)
"""Filled from each report's reading as it comes."""

REJECTIONS = Table(
    "rejections",
    "the intake log: what could not be taken, where and why",
    ("where", "stage", "code", "detail", "hint"),
    (
        Column("stage", TEXT, "the room that refused it"),
        Column("code", TEXT, "a short stable word for the reason"),
        Column("where", TEXT, "path, address, line or item"),
        Column("detail", TEXT, "the reason, with the value"),
        Column("hint", TEXT, "the next step"),
    ),
)

RECORD_TABLES: tuple[Table, ...] = (
    Table(
        "reports",
        "the reports as published, with their place in the record",
        ("id",),
        (
            Column("id", TEXT, "hash of outlet, address, date, given id and text"),
            Column("given_id", TEXT, "the id that the input gave"),
            Column("input", TEXT, "path or address it came from"),
            Column("url", TEXT, "address of the page"),
            Column("outlet", TEXT, "who published it"),
            Column("title", TEXT, "headline"),
            Column("byline", TEXTS, "its authors"),
            Column("published", TEXT, "ISO 8601"),
            Column("updated", TEXT, "ISO 8601"),
            Column("language", TEXT, "ISO 639-1"),
            Column("supported", FLAG, "whether the model reads the language"),
            Column("text", TEXT, "the body as published"),
            Column("boilerplate", MARKED, "stretches that are not the report's own prose"),
            Column("declared_sources", SOURCES, "agencies and sources that it names as its own"),
            Column("photo_credits", CREDITS, "who is credited for pictures"),
            Column("incidents", TEXTS, "incident ids, the lead first"),
            Column("copy_of", TEXT, "report id of the original, of a copy"),
            Column("copy_group", TEXT, "the same for an original and its copies"),
            Column("copy_reason", TEXT, "why it is taken for a copy"),
            Column("copy_share", NUMBER, "part of a copy's words that its original has, 0 to 1"),
            Column("copy_evidence", SPANS, "where those words stand in the copy"),
            Column("publisher", TEXT, "entity id of its outlet"),
            Column("version_of", TEXT, "report id of the newest capture, of an earlier one"),
            Column("corrections", SPANS, "notes in which the outlet says what it changed"),
            Column(
                "digest_of", PARTS, "texts that a digest puts together, and where in it they stand"
            ),
        ),
    ),
    Table(
        "record_entities",
        "people, bodies, places and things across all reports",
        ("id",),
        (
            Column("id", TEXT, "entity id of the record"),
            Column("kind", TEXT, "person, group, organisation, outlet, place, facility, weapon …"),
            Column("name", TEXT, "the fullest name"),
            Column("also", TEXTS, "other spellings"),
            Column("voice", TEXT, "entity id of the body it speaks for; its own where none"),
            Column("reason", TEXT, "why its mentions were joined"),
            *PLACE_COLUMNS,
        ),
    ),
    Table(
        "record_mentions",
        "where reports mention an entity of the record",
        ("entity", "position", "report", "start"),
        (Column("entity", TEXT, "entity id of the record"), POSITION, REPORT, START, END),
    ),
    Table(
        "incidents",
        "what happened, one row an incident",
        ("id",),
        (
            Column("id", TEXT, "incident id"),
            POSITION,
            Column("type", TEXT, "shooting, fire, accident …"),
            Column("title", TEXT, "what people call it"),
            REPORTS,
            Column("reason", TEXT, "why its reports were put together"),
            Column("members", MEMBERS, "the incidents of single reports that are it"),
        ),
    ),
    Table(
        "incident_reports",
        "which report speaks of which incident",
        ("incident", "position"),
        (INCIDENT, POSITION, REPORT, Column("lead", FLAG, "whether the report is mainly about it")),
    ),
    Table(
        "findings",
        "what the record holds for one field of one subject",
        ("incident", "position"),
        (
            INCIDENT,
            POSITION,
            Column("id", TEXT, "finding id"),
            Column("subject", TEXT, "record entity id or incident id"),
            Column("field", TEXT, "person.age, incident.killed …"),
            VALUE,
            Column("low", LARGE, "the lowest number that still stands"),
            Column("high", LARGE, "the highest number that still stands"),
            Column("includes_perpetrators", FLAG, "of a toll, where the reports tell it"),
            Column("status", TEXT, "agreed, single, disputed, superseded or denied"),
            ORIGINS,
            Column("carriers", TEXTS, "outlets that carry it"),
            REPORTS,
            REASON,
        ),
    ),
    Table(
        "coded",
        "what a codebook's own ladder makes of a finding's claims",
        ("incident", "finding", "codebook", "name"),
        (
            INCIDENT,
            Column("finding", TEXT, "finding id"),
            Column("codebook", TEXT, "gtd-2021, acled-2024, ucdp-ged-26"),
            Column("name", TEXT, "the codebook's column"),
            Column("value", LARGE, "the coded number"),
            Column("why", TEXT, "which claim won, and by which rule"),
        ),
    ),
    Table(
        "alternatives",
        "values that exclude a finding's own",
        ("incident", "finding", "position"),
        (
            INCIDENT,
            Column("finding", TEXT, "finding id"),
            POSITION,
            VALUE,
            ORIGINS,
            REPORTS,
            Column("last_seen", TEXT, "date of the last report that gives it"),
            Column("relation", TEXT, "replaced, disputed, denied, weaker or otherwise"),
            Column("conflict", TEXT, "why it differs: scope, time, rounding, granularity or real"),
        ),
    ),
    Table(
        "questions",
        "what is still open",
        ("incident", "position"),
        (INCIDENT, POSITION, Column("text", TEXT, "the question as written")),
    ),
    Table(
        "timeline",
        "what happened and was reported when",
        ("incident", "position"),
        (
            INCIDENT,
            POSITION,
            Column("at", TEXT, "ISO 8601"),
            Column("what", TEXT, "what happened or was reported"),
            Column("kind", TEXT, "happened or reported"),
            Column("step", TEXT, "how a value moved: first, risen, corrected, withdrawn …"),
            Column("subject", TEXT, "record entity id or incident id of the value"),
            Column("field", TEXT, "person.age, incident.killed …"),
        ),
    ),
    Table(
        "claims",
        "one report's word for a value: what stands behind findings, questions and timeline",
        ("incident", "part", "finding", "place", "position"),
        (
            INCIDENT,
            Column("part", TEXT, "finding, alternative, question or timeline"),
            Column("finding", TEXT, "finding id, of a finding or alternative"),
            Column("place", WHOLE, "position of the alternative, question or timeline entry"),
            POSITION,
            REPORT,
            VALUE,
            EVIDENCE,
            CHAIN,
            CHAIN_EVIDENCE,
            CERTAINTY,
            Column("published", TEXT, "date of the report"),
            Column("origin", TEXT, "entity id of the independent voice"),
            *COUNT_COLUMNS,
            Column("speaker", TEXT, "entity id of who said it first"),
            Column("includes_perpetrators", FLAG, "of a toll, where the text tells it"),
        ),
    ),
    Table(
        "record_statements",
        "who says what through whom, with the entity ids of the record",
        ("incident", "position"),
        (INCIDENT, POSITION, Column("id", TEXT, "statement id"), REPORT, *STATEMENT_COLUMNS),
    ),
)
"""Filled whole each time the record is reconciled."""

TABLES: tuple[Table, ...] = (*READING_TABLES, REJECTIONS, *RECORD_TABLES)
"""All tables, in the order in which the docs list them."""
