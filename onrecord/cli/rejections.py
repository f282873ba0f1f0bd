"""Rejections on standard error, and the exit status they make."""

from __future__ import annotations

from collections.abc import Sequence

import click

from onrecord.core.report import Rejection

DONE = 0
NOTHING = 1
PARTLY = 2


def tell(rejection: Rejection) -> None:
    """One rejection: the place, what is wrong with which value, the next step."""
    step = f". {rejection.hint}" if rejection.hint else ""
    reason = f"{rejection.stage}: {rejection.code}"
    click.echo(f"Rejected {rejection.where} [{reason}]: {rejection.detail}{step}", err=True)


def exit_status(*, taken: int, rejections: Sequence[Rejection]) -> int:
    """0 all taken; 1 nothing could be done; 2 some inputs were rejected."""
    if not rejections and taken:
        return DONE
    if not taken:
        click.echo("Error: no report could be taken.", err=True)
        return NOTHING
    return PARTLY
