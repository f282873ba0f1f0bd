"""The record's views: what people ask in SQL, with names in place of ids and words in place of offsets."""

from __future__ import annotations

from onrecord.core.tables import (
    CERTAINTY,
    FLAG,
    INCIDENT,
    LARGE,
    NUMBER,
    POSITION,
    REASON,
    REPORT,
    TEXT,
    TEXTS,
    Column,
    Table,
)

INCIDENT_TITLE = Column("incident_title", TEXT, "what people call the incident")
OUTLET = Column("outlet", TEXT, "who published the report")
PUBLISHED = Column("published", TEXT, "ISO 8601")
SUBJECT_NAME = Column("subject_name", TEXT, "name of the subject; empty for the incident itself")
SHOWN = Column("value_name", TEXT, "the value as text, an entity by its name")
WORDS = Column("words", TEXT, "the words of the report that say so")

VIEWS: tuple[Table, ...] = (
    Table(
        "v_incidents",
        "incidents with what is asked first: day, place, dead, injured, reports, disputes",
        ("position",),
        (
            POSITION,
            Column("incident", TEXT, "incident id"),
            Column("type", TEXT, "shooting, fire, accident …"),
            Column("title", TEXT, "what people call it"),
            Column("day", TEXT, "ISO 8601 date or period"),
            Column("place", TEXT, "name of the place that most origins give"),
            Column("killed", TEXT, "the leading figure"),
            Column("injured", TEXT, "the leading figure"),
            Column("reports", LARGE, "how many reports speak of it"),
            Column("findings", LARGE, "how many findings it has"),
            Column("disputed", LARGE, "how many of them are disputed"),
        ),
    ),
    Table(
        "v_people",
        "people and groups that an incident's findings are about, a row an incident and person",
        ("incident", "person"),
        (
            INCIDENT,
            INCIDENT_TITLE,
            Column("person", TEXT, "record entity id"),
            Column("name", TEXT, "the fullest name"),
            Column("also", TEXTS, "other spellings"),
            Column("age", TEXT, "years"),
            Column("roles", TEXTS, "offices and jobs"),
            Column("conditions", TEXTS, "killed, injured, arrested …"),
            Column("findings", LARGE, "how many findings are about the person"),
        ),
    ),
    Table(
        "v_findings",
        "findings with the names of their subjects, values and origins",
        ("incident", "position"),
        (
            INCIDENT,
            INCIDENT_TITLE,
            POSITION,
            Column("finding", TEXT, "finding id"),
            Column("field", TEXT, "person.age, incident.killed …"),
            Column("subject", TEXT, "record entity id or incident id"),
            SUBJECT_NAME,
            SHOWN,
            Column("low", LARGE, "the lowest number that still stands"),
            Column("high", LARGE, "the highest number that still stands"),
            Column("includes_perpetrators", FLAG, "of a toll, where the reports tell it"),
            Column("status", TEXT, "agreed, single, disputed, superseded or denied"),
            Column("origin_count", LARGE, "independent voices"),
            Column("report_count", LARGE, "reports that carry it"),
            Column("origin_names", TEXTS, "names of the independent voices"),
            Column("carriers", TEXTS, "outlets that carry it"),
            Column("alternatives", LARGE, "how many other values stand beside it"),
            REASON,
        ),
    ),
    Table(
        "v_claims",
        "each report's word for a value of a finding, with the very words",
        ("incident", "finding", "relation", "published", "report"),
        (
            INCIDENT,
            Column("finding", TEXT, "finding id"),
            Column("field", TEXT, "person.age, incident.killed …"),
            SUBJECT_NAME,
            SHOWN,
            Column("relation", TEXT, "leading, replaced, disputed, denied or weaker"),
            Column("conflict", TEXT, "why it differs from the leading value; null for that one"),
            REPORT,
            OUTLET,
            PUBLISHED,
            CERTAINTY,
            Column("origin_name", TEXT, "name of the independent voice"),
            Column("chain_names", TEXTS, "who passed it on, the origin first"),
            Column("as_of", TEXT, "when it was counted, where the text says so"),
            WORDS,
        ),
    ),
    Table(
        "v_statements",
        "who says what, in the words of the report",
        ("incident", "position"),
        (
            INCIDENT,
            POSITION,
            Column("statement", TEXT, "statement id"),
            REPORT,
            OUTLET,
            PUBLISHED,
            Column("speaker_name", TEXT, "who says it"),
            Column("chain_names", TEXTS, "who passed it on, the origin first"),
            Column("stance", TEXT, "says, denies, confirms, asks …"),
            Column("manner", TEXT, "direct, indirect or mixed"),
            CERTAINTY,
            WORDS,
        ),
    ),
    Table(
        "v_reports",
        "reports without their text, with what they are copies of",
        ("published", "report"),
        (
            REPORT,
            OUTLET,
            PUBLISHED,
            Column("updated", TEXT, "ISO 8601"),
            Column("title", TEXT, "headline"),
            Column("url", TEXT, "address of the page"),
            Column("language", TEXT, "ISO 639-1"),
            Column("characters", LARGE, "length of the text in code points"),
            Column("incident", TEXT, "id of the incident that it leads on"),
            Column("copy_of", TEXT, "report id of the original, of a copy"),
            Column("version_of", TEXT, "report id of the newest capture, of an earlier one"),
        ),
    ),
    Table(
        "v_copies",
        "copies beside their originals",
        ("copy",),
        (
            Column("copy", TEXT, "report id of the copy"),
            Column("copy_outlet", TEXT, "who published the copy"),
            Column("original", TEXT, "report id of the original"),
            Column("original_outlet", TEXT, "who published the original"),
            Column("share", NUMBER, "part of the copy's words that the original has, 0 to 1"),
            REASON,
            Column("longest_passage", TEXT, "the longest stretch of the copy that both have"),
        ),
    ),
)
"""Views for people who ask in SQL: names in place of ids, words in place of offsets. Their names and
columns stay; columns may be added behind the last."""
