"""`onrecord review`: the decisions on a record, as a log, as gold answers, and put over it again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TextIO

import click

from onrecord.cli.options import record_argument
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
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, as `take` reads it.")
@click.option("--until", "moment", default="", help="Up to this day or moment (ISO 8601, UTC).")
def log(record: Path, as_json: bool, moment: str) -> None:
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
    if not shown and not as_json:
        click.echo(f"No decisions yet. Make some on the desk: onrecord serve {record}")


def line_of(decision: Decision, *, standing: bool) -> str:
    """A decision in a line."""
    target = decision.about
    field = f"{target.field} of " if target.field else ""
    value = "" if decision.value is None else f" {decision.value}"
    back = "" if standing or decision.action == "undo" else " (taken back)"
    why = f": {decision.why}" if decision.why else ""
    action = decision.action.replace("_", " ")
    return f"{decision.at[:16]}  {decision.who}  {action}{value}  {field}{target.name}{why}{back}"


@command.command("export")
@record_argument
@click.option(
    "--into",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for the gold answers; made where there is none.",
)
def export(record: Path, into: Path) -> None:
    """Write what coders ruled as gold answers in the newsroom's format."""
    with Record.open(record) as opened:
        contents = opened.contents()
    try:
        number = write_gold(contents, into)
    except OSError as error:
        raise click.FileError(str(into), error.strerror or str(error)) from error
    click.echo(f"{into}: gold of {number} {'report' if number == 1 else 'reports'}.")


@command.command("take")
@record_argument
@click.argument("decisions", type=click.File("r", encoding="utf-8"))
def take(record: Path, decisions: TextIO) -> None:
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
    click.echo(f"{number} of {len(found)} decisions taken in.")


@command.command("replay")
@record_argument
def replay_command(record: Path) -> None:
    """Put the record together again with the decisions on what belongs together.

    Builds do the same; the desk does it by itself.
    """
    number = replay(record)
    click.echo(f"{record}: {number} {'incident' if number == 1 else 'incidents'}.")


@command.command("coder")
@record_argument
@click.argument("name")
@click.password_option(help="Asked for where it is not given.")
def coder(record: Path, name: str, password: str) -> None:
    """Let a coder in, or give one another password."""
    _known(record)
    access = desk_module("access")
    sealed = access.seal(password)
    with DecisionLog(record) as log_of:
        log_of.set_coder(access.tidy(name), sealed)
    click.echo(f"{access.tidy(name)} may sign in.")


def _known(record: Path) -> None:
    """Refuses a record that is not there, lest a log is made for a typing error."""
    if not record.exists():
        raise RecordNotFound("No record", value=str(record), hint="Check the path.")
