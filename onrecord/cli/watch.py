"""`onrecord watch`: keep a record up to date with feeds, pages and folders."""

from __future__ import annotations

import json
import signal
import time
from pathlib import Path
from types import FrameType

import click

from onrecord.cli.options import (
    into_option,
    reading_options,
    settings_from,
    told_options,
)
from onrecord.cli.rejections import tell
from onrecord.core.report import Rejection
from onrecord.intake.fetch import Limits
from onrecord.intake.polling import Poller
from onrecord.intake.watch import Round, Watch
from onrecord.pipeline import build
from onrecord.settings import Settings

EVERY = 900
"""Seconds between two rounds: what feeds themselves ask for (`ttl`) is mostly a quarter of an hour."""


@click.command("watch")
@click.argument("sources", nargs=-1, required=True, metavar="FEED|FOLDER...")
@into_option("The record's file; captures are kept in a folder beside it.")
@click.option(
    "--every",
    type=click.IntRange(min=1),
    default=EVERY,
    show_default=True,
    help="Seconds between two rounds.",
)
@click.option("--once", is_flag=True, help="One round, then stop.")
@told_options("Say what each round brought as JSON.")
@reading_options
def command(
    sources: tuple[str, ...],
    into: Path,
    every: int,
    once: bool,
    as_json: bool,
    quiet: bool,
    private: bool,
    settings_file: Path | None,
    workers: int | None,
) -> int:
    """Follow feeds, pages and folders, and bring a record up to date with what is new or changed.

    A feed's items are followed to their pages, which are looked at again after an hour, four hours,
    a day and three days. Requests are conditional and spaced out, robots.txt is kept. It may be
    stopped and started again at any time; one line a round says what was done.
    """
    settings = settings_from(settings_file, workers, private=private)
    limits = Limits(settings.max_bytes, settings.private)
    watch = Watch(into.with_name(f"{into.name}.watch"), Poller(limits))
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        while True:
            found = watch.round(sources)
            told = one_round(found, into, settings)
            watch.done()
            for rejection in told.rejections:
                tell(rejection)
            if as_json:
                click.echo(json.dumps(told.json()))
            elif not quiet:
                click.echo(told.line())
            if once:
                return 2 if told.rejections else 0
            time.sleep(every)
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(number: int, frame: FrameType | None) -> None:
    """Stop as Ctrl-C does: the record and the state are whole at any time."""
    raise KeyboardInterrupt


class Told:
    """What a round brought, for people and for programs."""

    def __init__(
        self, into: Path, found: Round, incidents: int | None, rejections: list[Rejection]
    ) -> None:
        self.into = into
        self.found = found
        self.incidents = incidents
        self.rejections = rejections

    def line(self) -> str:
        """The line that a round prints."""
        found = self.found
        held = "" if self.incidents is None else f"; {self.incidents} incidents"
        refused = f", {len(self.rejections)} rejected" if self.rejections else ""
        return (
            f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())} {self.into}: "
            f"{found.new} new, {found.changed} changed, {found.same} the same{refused}{held}"
        )

    def json(self) -> dict[str, object]:
        """The same for programs."""
        return {
            "into": str(self.into),
            "new": self.found.new,
            "changed": self.found.changed,
            "same": self.found.same,
            "rejected": len(self.rejections),
            "incidents": self.incidents,
        }


def one_round(found: Round, into: Path, settings: Settings) -> Told:
    """Build from what a round brought; nothing is opened where it brought nothing."""
    if not found.files:
        return Told(into, found, None, found.rejections)
    result = build(found.files, into, settings)
    return Told(into, found, result.incidents, [*found.rejections, *result.rejections])
