"""Arguments and options that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from onrecord.settings import Settings, load_settings


def settings_from(path: Path | None, workers: int | None, *, private: bool = False) -> Settings:
    """Settings of the file and the flags; a flag wins.

    Raises:
        UsageError: the file cannot be read or names an unknown setting.
    """
    given = load_settings(path)
    return replace(
        given,
        workers=given.workers if workers is None else workers,
        private=given.private or private,
    )


inputs_argument = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
settings_option = click.option(
    "--settings",
    "settings_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A TOML file with settings. Without it, onrecord.toml of this folder where there is one.",
)
workers_option = click.option(
    "--workers",
    type=click.IntRange(min=0),
    help="Threads for the encoder; 0 takes all cores.",
)
record_argument = click.argument(
    "record", type=click.Path(path_type=Path, dir_okay=False), metavar="RECORD"
)
incident_argument = click.argument("incident", metavar="INCIDENT")
output_option = click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    help="Write to this file, not to standard output.",
)
quiet_option = click.option(
    "--quiet", is_flag=True, help="Say nothing but the answer, rejections and errors."
)


def told_options(answer: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--json` (as `as_json`) and `--quiet`, which every verb with an answer has.

    `answer` says what `--json` gives.
    """

    def both(command: Callable[..., Any]) -> Callable[..., Any]:
        return click.option("--json", "as_json", is_flag=True, help=answer)(quiet_option(command))

    return both


private_option = click.option(
    "--allow-private",
    "private",
    is_flag=True,
    help="Fetch from addresses of this machine and of private networks too.",
)


def into_option(about: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--into`: the record that is written; `about` says what becomes of it."""
    return click.option(
        "--into", required=True, type=click.Path(path_type=Path, dir_okay=False), help=about
    )


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What every verb has that reads reports from anywhere."""
    return private_option(settings_option(workers_option(command)))
