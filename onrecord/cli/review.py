"""`onrecord review`: the decisions on a record, as a log, as gold answers, and put over it again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

import click

from onrecord.cli.options import record_argument, told_options
from onrecord.cli.serve import desk_module
from onrecord.core.decision import Decision, active, decision_from, decision_json, until
from onrecord.errors import RecordNotFound, UsageError
from onrecord.export.gold import write_gold
from onrecord.pipeline import replay
from onrecord.store import Record
from onrecord.store.decisions import DecisionLog, decisions_on


@click.group("review")
def command() -> None:
    """Coders' decisions on a record: print, hand on, put over the record again, let coders in."""


@command.command("log")
@record_argument
@told_options("One JSON object a line, as `take` reads it.")
@click.option("--until", "moment", default="", help="Up to this day or moment (ISO 8601, UTC).")
def log(record: Path, as_json: bool, quiet: bool, moment: str) -> None:
    """Print all decisions, the oldest first."""
    _known(record)
    every = decisions_on(record)
    shown = until(every, moment) if moment else every
    standing = {decision.id for decision in active(shown)}
    for decision in shown:
        if as_json:
            click.echo(json.dumps(decision_json(decision), ensure_ascii=False))
        else:
            click.echo(line_of(decision, standing=decision.id in standing))
    if not shown and not as_json and not quiet:
        click.echo(f"No decisions yet. Make some on the desk: onrecord serve {record}")


def line_of(decision: Decision, *, standing: bool) -> str:
    """A decision in a line."""
    target = decision.about
    field = f"{target.field} of " if target.field else ""
    value = "" if decision.value is None else f" {decision.value}"
    back = "" if standing or decision.action == "undo" else " (taken back)"
    why = f": {decision.why}" if decision.why else ""
    action = decision.action.replace("_", " ")
    about = (
        f"a statement of {target.name or 'nobody'}" if target.kind == "statement" else target.name
    )
    return f"{decision.at[:16]}  {decision.who}  {action}{value}  {field}{about}{why}{back}"


def say(answer: Mapping[str, object], words: str, *, as_json: bool, quiet: bool) -> None:
    """What was done: as one JSON object where asked for, else in words, unless nothing is to be said."""
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False))
    elif not quiet:
        click.echo(words)


@command.command("export")
@record_argument
@click.option(
    "--into",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for the gold answers; made where there is none.",
)
@told_options("Say what was done as one JSON object.")
def export(record: Path, into: Path, as_json: bool, quiet: bool) -> None:
    """Write what coders ruled as gold answers in the newsroom's format."""
    with Record.open(record) as opened:
        contents = opened.contents()
    try:
        number = write_gold(contents, into)
    except OSError as error:
        raise click.FileError(str(into), error.strerror or str(error)) from error
    words = f"{into}: gold of {number} {'report' if number == 1 else 'reports'}."
    say({"into": str(into), "reports": number}, words, as_json=as_json, quiet=quiet)


@command.command("take")
@record_argument
@click.argument("decisions", type=click.File("r", encoding="utf-8"))
@told_options("Say what was done as one JSON object.")
def take(record: Path, decisions: TextIO, as_json: bool, quiet: bool) -> None:
    """Take in decisions that `onrecord review log --json` printed elsewhere; known ones stay once."""
    _known(record)
    try:
        found = [decision_from(json.loads(line)) for line in decisions if line.strip()]
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"Not a log of decisions: {error}",
            value=str(decisions.name),
            hint="Give what `onrecord review log RECORD --json` prints.",
        ) from error
    with DecisionLog(record) as log_of:
        number = log_of.take_in(found)
    answer = {"taken": number, "known": len(found) - number}
    words = f"{number} of {len(found)} decisions taken in."
    say(answer, words, as_json=as_json, quiet=quiet)


@command.command("replay")
@record_argument
@told_options("Say what was done as one JSON object.")
def replay_command(record: Path, as_json: bool, quiet: bool) -> None:
    """Put the record together again with the decisions on what belongs together.

    Builds do the same; the desk does it by itself.
    """
    number = replay(record)
    words = f"{record}: {number} {'incident' if number == 1 else 'incidents'}."
    say({"record": str(record), "incidents": number}, words, as_json=as_json, quiet=quiet)


@command.command("coder")
@record_argument
@click.argument("name")
@click.password_option(help="Asked for where it is not given.")
@told_options("Say what was done as one JSON object.")
def coder(record: Path, name: str, password: str, as_json: bool, quiet: bool) -> None:
    """Let a coder in, or give one another password."""
    _known(record)
    access = desk_module("access")
    sealed = access.seal(password)
    with DecisionLog(record) as log_of:
        log_of.set_coder(access.tidy(name), sealed)
    known = access.tidy(name)
    say({"coder": known}, f"{known} may sign in.", as_json=as_json, quiet=quiet)


def _known(record: Path) -> None:
    """Refuses a record that is not there, lest a log is made for a typing error."""
    if not record.exists():
        raise RecordNotFound("No record", value=str(record), hint="Check the path.")
