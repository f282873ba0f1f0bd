"""`onrecord serve`: the desk, in a browser."""

from __future__ import annotations

from importlib import import_module, util
from pathlib import Path
from types import ModuleType

import click

from onrecord.cli.options import quiet_option, record_argument
from onrecord.errors import UsageError

NEEDED = ("starlette", "uvicorn", "itsdangerous", "multipart", "krippendorff")


def desk_module(name: str) -> ModuleType:
    """A module of the desk, which needs an extra; imported when a verb needs it.

    Raises:
        UsageError: the extra is not installed.
    """
    for needed in NEEDED:
        if util.find_spec(needed) is None:
            raise UsageError(
                "The desk needs a library that is not installed",
                value=needed,
                hint="Install the extra: pip install 'onrecord[desk]'",
            )
    return import_module(f"onrecord.web.{name}")


@click.command("serve")
@record_argument
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="A further host name under which the desk is reached. May be given several times.",
)
@click.option(
    "--proxy-header",
    "header",
    default="",
    metavar="HEADER",
    help="A reverse proxy names who is signed in with this header; nothing else may reach the desk.",
)
@click.option(
    "--independent",
    is_flag=True,
    help="Coders make a first pass of their own, unseen by others; then one settles.",
)
@quiet_option
def command(
    record: Path,
    host: str,
    port: int,
    names: tuple[str, ...],
    header: str,
    independent: bool,
    quiet: bool,
) -> None:
    """Open a record as a desk in the browser: read, check, correct.

    Only this machine can reach it unless --host says otherwise; then people sign in with passwords,
    which `onrecord review coder` sets. Reports may be built into the record meanwhile.
    """
    served = desk_module("serve")
    if not quiet:
        click.echo(f"The desk of {record} is at http://{host}:{port}/ (Ctrl-C ends it).", err=True)
    served.serve(record, host=host, port=port, header=header, names=names, independent=independent)
