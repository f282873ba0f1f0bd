"""A server of our own on loopback, for the tests of fetching; it lives as long as a `with`."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CERTIFICATE = Path(__file__).with_name("self_signed.pem")
"""A key and its certificate for localhost, until 2126: of use for nothing but these tests."""

Answer = Callable[[BaseHTTPRequestHandler], None]


def body(
    data: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str
) -> Answer:
    """An answer with these bytes."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return send


def moved(target: str, status: int = 302) -> Answer:
    """A redirect."""
    return body(b"", status=status, Location=target)


class Site:
    """What the server answers by path, and what it was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.address = ""

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def serving(*, tls: bool = False) -> Iterator[Site]:
    """A server on a free port of 127.0.0.1; with `tls` its certificate is signed by nobody but itself."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        timeout = 10

        def do_GET(self) -> None:
            site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            answer = site.pages.get(self.path, body(b"no such page", "text/plain", 404))
            try:
                answer(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        # The hand is shaken in the thread of the connection: one that fails ends that thread alone.
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
    )
    thread.start()
    site.address = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_address[1]}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
