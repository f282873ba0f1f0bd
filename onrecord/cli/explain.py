"""`onrecord explain`: why an incident, a report or a finding is as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.options import record_argument, told_options
from onrecord.cli.pick import incident_named
from onrecord.cli.terminal import console
from onrecord.core.account import Account, account_json
from onrecord.explaining import explain
from onrecord.store import Record

STEP = 2
"""Columns of an indent."""


@click.command("explain")
@record_argument
@click.argument("name", metavar="INCIDENT|REPORT|FINDING")
@told_options("The same as one JSON object.")
def command(record: Path, name: str, as_json: bool, quiet: bool) -> None:
    """Say why reports are one incident, why one is a copy, or why a finding has its value.

    Give an id or its beginning, or an incident's number in the list of `onrecord show`. Explaining an
    incident lists the ids of its findings.
    """
    with Record.open(record) as opened:
        if name.isdecimal():
            name = incident_named(opened, name, where=record).id
        account = explain(opened, name)
    if as_json:
        click.echo(json.dumps(account_json(account), ensure_ascii=False, indent=2))
    else:
        console().print(Group(*page(account)), soft_wrap=False)


def page(account: Account) -> Iterator[RenderableType]:
    """An account for people: its sentences under their headings."""
    yield Text(account.title, style="bold")
    yield Text(f"{account.kind} {account.id}", style="dim")
    for part in account.parts:
        yield Text(f"\n{part.title}", style="bold")
        for line in part.lines:
            inner = line.lstrip()
            indent = STEP + len(line) - len(inner)
            yield Padding(Text(inner), (0, 0, 0, indent), expand=False)
