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
from click.shell_completion import shell_complete

from onrecord import __version__
from onrecord.errors import OnRecordError

VARIABLE = "_ONRECORD_COMPLETE"
"""The variable by which a shell asks for completions."""
FAILED = 1
INTERRUPTED = 130
"""128 + SIGINT, as shells count it."""

VERBS = {
    "demo": "Build the record of an invented story and print its brief.",
    "read": "Read reports and show what they say; store nothing.",
    "build": "Read, group and reconcile reports into one record.",
    "show": "List a record's incidents, or one incident's findings.",
    "explain": "Say why an incident, a report or a finding is as it is.",
    "diff": "Say what is new in a record since a day or a moment.",
    "brief": "Write one incident as a page for people to read.",
    "quotes": "List who said what across reports, each utterance with its wordings.",
    "serve": "Open a record as a desk in the browser: read, check, correct.",
    "review": "Coders' decisions: print, hand on as gold answers, put over the record again.",
    "evaluate": "Hold readings against gold answers, field by field.",
    "export": "Write a whole record in a format for other programs.",
    "publish": "Write a record as a static site.",
    "sql": "Ask a record a question in SQL.",
    "watch": "Keep a record up to date with feeds, pages and folders.",
    "completion": "Print what a shell needs to complete commands.",
}
"""Each verb in a line, in the order of a first day's work. The module of the verb's name in this
package holds its `command`."""


class Verbs(click.Group):
    """A group that imports a verb's module when the verb is asked for.

    The pipeline brings DuckDB and ONNX Runtime; `--version` and `--help` need not wait for them.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in their order."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"onrecord.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The verbs and what they do, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord", message="%(prog)s %(version)s")
def cli() -> None:
    """Read what the press reported and get back a sourced event record."""


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status."""
    try:
        # Not cli.main(): that answers a broken pipe with 1, and usage errors with 2.
        with cli.make_context("onrecord", list(arguments)) as context:
            status = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
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
    asked = os.environ.get(VARIABLE)
    if asked:
        sys.exit(shell_complete(cli, {}, "onrecord", VARIABLE, asked))
    sys.exit(run(sys.argv[1:]))


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale: texts hold curly quotes, no pipe may fail on them.

    Names of files that are no UTF-8 come out as the bytes that they went in (surrogateescape).
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def _forget_output() -> None:
    """The reader of our output is gone (`| head`): keep the interpreter from flushing into it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
