"""Running the desk: one process, threads for the pages."""

from __future__ import annotations

from pathlib import Path

import uvicorn

from onrecord.errors import UsageError
from onrecord.web.access import LOCAL_NAMES, Access, is_local
from onrecord.web.app import make_app
from onrecord.web.desk import Desk


def serve(
    record: Path, *, host: str, port: int, header: str, names: tuple[str, ...], independent: bool
) -> None:
    """Serves the desk until it is stopped.

    Args:
        record: the record's file.
        host: the address to listen on; beyond loopback people sign in with passwords.
        port: the port.
        header: the header in which a reverse proxy names who is signed in; "" for none.
        names: further host names under which the desk is reached.
        independent: coders make a first pass of their own.

    Raises:
        UsageError: it would be open to others with nobody who may sign in.
        RecordError: the record cannot be read.
    """
    local = is_local(host)
    with Desk(record) as desk:
        access = Access("header", header) if header else Access("names" if local else "passwords")
        if access.kind == "passwords" and not desk.log.coders():
            raise UsageError(
                "Others could reach the desk, and nobody has a password yet",
                value=host,
                hint=f"Give one: onrecord review coder {record} NAME",
            )
        hosts = (*LOCAL_NAMES, host, *names)
        app = make_app(desk, access, independent=independent, hosts=hosts)
        uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
