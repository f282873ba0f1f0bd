"""Declared sources, agencies and picture credits."""

from __future__ import annotations

import pytest

from onrecord.core.report import Report
from onrecord.intake.base import Details
from onrecord.intake.finish import finish

BODY = "A bridge was closed in Porvoo on Tuesday, police said.\n\nIt will open again in June."


def read(text: str, **details: str) -> Report:
    return finish(text, Details(**details), "x.txt")


def sources(text: str) -> list[tuple[str, str]]:
    report = read(text)
    for source in report.declared_sources:
        assert source.span.cut(text) == source.name
    return [(source.name, source.kind) for source in report.declared_sources]


def credit(text: str) -> list[str]:
    report = read(text)
    for name in report.photo_credits:
        assert name.span.cut(text) == name.name
    return [name.name for name in report.photo_credits]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "Sources: The Beacon, Ola Lind/Twitter, Daily Sound",
            ["The Beacon", "Ola Lind/Twitter", "Daily Sound"],
        ),
        ("Source: Sound Wire", ["Sound Wire"]),
        ("Sources: Sound Wire and Daily Sound", ["Sound Wire", "Daily Sound"]),
        (
            "Sources: Porvoo regional police; @olalind; Daily Sound",
            ["Porvoo regional police", "@olalind", "Daily Sound"],
        ),
    ],
)
def test_a_line_of_sources_lists_them(line: str, names: list[str]) -> None:
    assert sources(f"{BODY}\n\n{line}") == [(name, "listed") for name in names]


def test_sources_and_credits_on_one_line_are_told_apart() -> None:
    text = f"{BODY}\n\nSources: The Beacon, Sound Wire / Photo credit: Ola Lind, The Beacon"
    assert sources(text) == [("The Beacon", "listed"), ("Sound Wire", "listed")]
    assert credit(text) == ["Ola Lind", "The Beacon"]
    assert [mark.kind for mark in read(text).boilerplate] == ["sources", "credit"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Photo credit: Ola Lind / Sound Wire", ["Ola Lind", "Sound Wire"]),
        ("Photo: Ola Lind/AFP via Getty Images", ["Ola Lind", "AFP", "Getty Images"]),
        ("Picture by Ola Lind", ["Ola Lind"]),
        ("Image courtesy of the City of Porvoo", ["the City of Porvoo"]),
        ("Ola Lind/Reuters", ["Ola Lind"]),
        ("The bridge on Tuesday. (Photo: Ola Lind)", ["Ola Lind"]),
        ("The bridge on Tuesday. Photo: Ola Lind", ["Ola Lind"]),
        ("Photos: What the old bridge looked like before it was closed", []),
        ("Photographs show cracks in the bridge.", []),
    ],
)
def test_picture_credits(line: str, names: list[str]) -> None:
    found = credit(f"{BODY}\n\n{line}")
    assert found[: len(names)] == names
    assert bool(found) == bool(names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"PORVOO, Finland (Sound Wire) — {BODY}", "Sound Wire"),
        (f"PORVOO, Finland, April 4 (Reuters) - {BODY}", "Reuters"),
        (f"(AP) -- {BODY}", "AP"),
        (f"Bridge closed\n\nPORVOO (dpa) – {BODY}", None),
        (f"{BODY}\n\nSound Wire contributed to this report.", "Sound Wire"),
        (f"{BODY} The Associated Press contributed to this report.", "Associated Press"),
        (f"{BODY}\n\nWith reporting by AFP", "AFP"),
        (f"{BODY}\n\nThis story was originally published by the Coast Tribune.", "Coast Tribune"),
        (f"{BODY}\n\n— AP", "AP"),
        (f"By Ola Lind, Associated Press\n\n{BODY}", "Associated Press"),
    ],
)
def test_an_agency_s_text_says_so(text: str, name: str | None) -> None:
    assert sources(text) == ([(name, "agency")] if name else [])


@pytest.mark.parametrize(
    "line",
    [
        "Emma Lind contributed to this report.",
        "Ola Lind and Siri Berg contributed reporting.",
        "Beacon reporters Ola Lind and Siri Berg contributed to this report from Oslo.",
        "The Beacon's Ola Lind contributed to this report.",
        "Lind contributed to this report.",
    ],
)
def test_colleagues_who_helped_are_no_source(line: str) -> None:
    text = f"{BODY}\n\n{line}"
    assert sources(text) == []
    assert [mark.kind for mark in read(text).boilerplate] == ["sources"]


def test_colleagues_and_an_agency_together() -> None:
    line = "The Beacon's Ola Lind, Siri Berg and The Associated Press contributed to this report."
    assert sources(f"{BODY}\n\n{line}") == [("Associated Press", "agency")]


@pytest.mark.parametrize(
    ("line", "writers"),
    [
        ("By Ola Lind in Porvoo", ("Ola Lind",)),
        ("By OLA LIND and SIRI BERG", ("Ola Lind", "Siri Berg")),
        ("By Ola Lind, Staff Writer", ("Ola Lind",)),
        ("By the Radio Sound newsroom", ()),
    ],
)
def test_a_byline_in_the_text_is_marked_and_read(line: str, writers: tuple[str, ...]) -> None:
    report = read(f"Bridge closed\n\n{line}\n\n{BODY}", title="Bridge closed")
    assert [(m.kind, m.span.cut(report.text)) for m in report.boilerplate] == [("byline", line)]
    assert report.byline == writers


def test_a_name_is_declared_once() -> None:
    text = f"PORVOO (Sound Wire) — {BODY}\n\nSound Wire contributed to this report."
    assert sources(text) == [("Sound Wire", "agency")]
