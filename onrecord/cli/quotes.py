"""`onrecord quotes`: who said what across reports, each utterance once, with its variants."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from onrecord.cli.options import output_option, record_argument, told_options
from onrecord.cli.terminal import console, deliver
from onrecord.core.record import RecordContents
from onrecord.errors import RecordNotFound, UsageError
from onrecord.export.quotes import quotes_csv, quotes_json, quotes_page, quotes_text
from onrecord.export.utterances import (
    Utterance,
    Wanted,
    nearest_names,
    plain_words,
    speakers_named,
    utterances,
)
from onrecord.store import Record

FORMATS = ("text", "json", "csv")
SINCE = re.compile(r"\d{4}(?:-\d\d){0,2}")


@click.command("quotes")
@record_argument
@click.option(
    "--speaker",
    metavar="NAME",
    help="Only what this person or body said, its spokespeople included. Words of the name will do.",
)
@click.option(
    "--about", metavar="WORDS", help="Only what has all these words, or words that begin so."
)
@click.option(
    "--since", metavar="DATE", help="Only what a report of this day, month or year, or later, has."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="text: for reading. json: utterances with variants. csv: a row for each report.",
)
@told_options("The same as --format json.")
@output_option
def command(
    record: Path,
    speaker: str | None,
    about: str | None,
    since: str | None,
    form: str,
    as_json: bool,
    quiet: bool,
    output: Path | None,
) -> None:
    """List who said what across reports, in order of time.

    The same utterance quoted by several outlets stands once, its wordings side by side.
    """
    with Record.open(record) as opened:
        contents = opened.contents()
    wanted = Wanted(
        _speakers(contents, speaker, record),
        plain_words(about or ""),
        _since(since),
    )
    found = [one for one in utterances(contents) if wanted.takes(one)]
    if not found and not quiet:
        click.echo(_nothing(speaker, about, since, record), err=True)
    _write(found, contents, "json" if as_json else form, output, told=not quiet)


def _write(
    found: list[Utterance],
    contents: RecordContents,
    form: str,
    output: Path | None,
    *,
    told: bool,
) -> None:
    if form == "json":
        names = {entity.id: entity.name for entity in contents.entities}
        deliver(quotes_json(found, names), output, told=told)
    elif form == "csv":
        deliver(quotes_csv(found), output, told=told)
    elif output is not None:
        deliver(quotes_text(found), output, told=told)
    elif found:
        console().print(quotes_page(found))


def _speakers(contents: RecordContents, name: str | None, where: Path) -> frozenset[str] | None:
    """Ids of those whom the name fits; None where no name is given.

    Raises:
        RecordNotFound: nobody in the record has it.
    """
    if name is None:
        return None
    found = speakers_named(contents, name)
    if found:
        return found
    speaking = {s.speaker for incident in contents.incidents for s in incident.statements}
    names = nearest_names((e.name for e in contents.entities if e.id in speaking), name)
    raise RecordNotFound(
        "Nobody of that name",
        value=name,
        where=str(where),
        hint=f"Did you mean {', '.join(names)}?" if names else "The record has no statements.",
    )


def _since(given: str | None) -> str | None:
    """The date as it was given, once it is known to be one.

    Raises:
        UsageError: it is none.
    """
    if given is None:
        return None
    try:
        if not SINCE.fullmatch(given):
            raise ValueError(given)
        date.fromisoformat(given + "-01-01"[len(given) - 4 :] if len(given) < 10 else given)
    except ValueError as error:
        raise UsageError(
            "No such date", value=given, where="--since", hint="Write 2031-03-07, 2031-03 or 2031."
        ) from error
    return given


def _nothing(speaker: str | None, about: str | None, since: str | None, where: Path) -> str:
    """What to say where nothing was found."""
    asked = [f"by {speaker!r}" if speaker else "", f"about {about!r}" if about else ""]
    asked.append(f"since {since}" if since else "")
    told = " ".join(part for part in asked if part)
    step = "Ask for less." if told else "Build it from reports that quote somebody."
    return f"No statements {told + ' ' if told else ''}in {where}. {step}"
