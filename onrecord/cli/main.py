"""The `onrecord` command: finds the verb, turns errors into messages and an exit status.

Exit status: 0 all inputs taken; 1 nothing could be done (bad arguments included); 2 done, but some
inputs were rejected; 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

import click

from onrecord import __version__
from onrecord.errors import OnRecordError

FAILED = 1
INTERRUPTED = 130
"""128 + SIGINT, as shells count it."""

VERBS = {
    "read": "onrecord.cli.read",
    "build": "onrecord.cli.build",
    "show": "onrecord.cli.show",
    "brief": "onrecord.cli.brief",
    "export": "onrecord.cli.export",
    "demo": "onrecord.cli.demo",
}
"""Each verb and the module that holds its `command`, in the order of a first day's work."""


class Verbs(click.Group):
    """A group that imports a verb's module when the verb is asked for.

    The pipeline brings DuckDB and ONNX Runtime; `onrecord --version` need not wait for them.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in their order."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command."""
        if cmd_name not in VERBS:
            return None
        command = import_module(VERBS[cmd_name]).command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord", message="%(prog)s %(version)s")
def cli() -> None:
    """Read what the press reported and get back a sourced event record."""


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status."""
    try:
        status = cli.main(list(arguments), prog_name="onrecord", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return FAILED
    except click.ClickException as error:
        error.show()
        return FAILED
    except OnRecordError as error:
        click.echo(f"Error: {error}", err=True)
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return 0
    return status if isinstance(status, int) else 0


def main() -> None:
    """The console script."""
    _speak_utf8()
    sys.exit(run(sys.argv[1:]))


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale: texts hold curly quotes, no pipe may fail on them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _forget_output() -> None:
    """The reader of our output is gone (`| head`): keep the interpreter from flushing into it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
