"""Reports and records on a terminal and in a pipe."""

from __future__ import annotations

import io
import re
from dataclasses import replace

from rich.console import Console, RenderableType

from onrecord.core.reading import Entity, EntityMention, Fact, Reading, ReportIncident, Statement
from onrecord.core.report import PhotoCredit
from onrecord.export.tables import incident_list, incident_page
from onrecord.export.text import marked
from tests.export.story import contents
from tests.export.story_parts import INCIDENT_ID, RADIO, WIRE, at

TEXT = RADIO.text


def mention(words: str, occurrence: int = 1) -> EntityMention:
    return EntityMention(at(TEXT, words, occurrence), "name")


def reading() -> Reading:
    """A reading of the story's radio report."""
    said = at(TEXT, "There were two of them")
    chain = ((at(TEXT, "people say"),), (at(TEXT, "Strand said"),))
    return Reading(
        report=replace(RADIO, photo_credits=(PhotoCredit("Lens Desk", at(TEXT, "quay")),)),
        weights="w",
        entities=(
            Entity(
                "e1", "person", "Oddvar Strand", (mention("Oddvar Strand"), mention("Strand", 2))
            ),
            Entity("e2", "group", "people", (mention("people", 2),), named=False),
            Entity("e3", "person", "Synne Haugmo", (mention("Synne Haugmo"),)),
        ),
        statements=(
            Statement(
                "s1", chain[0], (), (said,), "e2", ("e2", "e1"), chain, "direct", "says", "alleged"
            ),
        ),
        incidents=(ReportIncident("i1", "shooting", lead=True),),
        facts=(
            Fact(
                "f1",
                "e3",
                "person.role",
                "director",
                (at(TEXT, "director"),),
                (),
                (),
                "stated",
                "i1",
            ),
            Fact(
                "f2",
                "i1",
                "incident.perpetrators",
                2,
                (at(TEXT, "two of them", 2),),
                ("e2", "e1"),
                chain,
                "alleged",
                "i1",
            ),
            Fact(
                "f3",
                "i1",
                "incident.question",
                "who he was",
                (at(TEXT, "comment"),),
                (),
                (),
                "asked",
                "i1",
            ),
        ),
    )


def plain(renderable: RenderableType, width: int = 200) -> str:
    stream = io.StringIO()
    Console(file=stream, width=width, highlight=False).print(renderable)
    return stream.getvalue()


def test_pipe_is_plain_and_unbroken() -> None:
    page = marked(reading(), colour=False)
    assert "\x1b" not in page
    assert "Mayor [Oddvar Strand] told Radio Skjær that he had heard of two gunmen." in page
    assert "“{There were *two of them*}, [people] say,” [Strand] said." in page


def test_no_word_of_the_report_is_lost() -> None:
    page = marked(reading(), colour=False)
    assert re.sub(r"[\[\]{}*~]", "", page).find(TEXT) > 0


def test_chains_and_facts_are_listed() -> None:
    page = marked(reading(), colour=False)
    assert "People ← Oddvar Strand says “There were two of them”  (alleged)" in page
    assert "role director  “director”" in page
    assert "2  “two of them”  people ← Oddvar Strand, alleged" in page
    assert "Open questions\n  Who he was" in page
    assert "Photo credits\n  Lens Desk" in page


def test_declared_sources_are_listed() -> None:
    page = marked(Reading(WIRE, "w"), colour=False)
    assert "Declared sources\n  Nordsund Wire (agency)" in page


def test_terminal_has_colour_and_its_width() -> None:
    page = marked(reading(), colour=True, width=60)
    assert "\x1b[" in page
    bare = re.sub(r"\x1b\[[0-9;]*m", "", page)
    assert max(len(line) for line in bare.splitlines()) <= 60


def test_markup_in_a_report_is_text() -> None:
    report = replace(RADIO, text="[bold red]not markup[/bold red] :smile: [/]", title="[b]t[/b]")
    page = marked(Reading(report, "w"), colour=False)
    assert "[bold red]not markup[/bold red] :smile: [/]" in page


def test_list_of_incidents() -> None:
    page = plain(incident_list(contents()))
    assert INCIDENT_ID in page
    assert "Shooting on the ferry quay of Brevholm" in page


def test_one_incident() -> None:
    page = plain(incident_page(contents(), INCIDENT_ID))
    assert "2 origins, 2 reports" in page
    assert "Where accounts differ" in page
    assert re.search(r"│ county hospital and The Skerries Review\s+│ Brevholm police\s+│", page)
    assert "Whether Vik knew any of the victims" in page
