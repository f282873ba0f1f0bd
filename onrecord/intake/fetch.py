"""Addresses: a page or feed fetched once, when the user names it.

Only http and https. The address that a name resolves to is looked at before it is connected to,
anew after each redirect, and the connection is made to the very address that was looked at: neither
a feed nor a redirect nor a changing DNS answer leads into a private network.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from onrecord.errors import InputError
from onrecord.intake.base import too_large

TIMEOUT = 30.0
"""Seconds until a server that says nothing is given up: slow news sites answer within ten."""
WHOLE_TIME = 120.0
"""Seconds for one answer with all its redirects: a page that drips for longer is not a page."""
REDIRECTS = 5
"""Redirects that are followed: http to https to www to the page is three."""
CHUNK = 64 * 1024
AGENT = "onrecord (reads the page that its user named)"
SCHEMES = ("http://", "https://")
MOVED = frozenset({301, 302, 303, 307, 308})
PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 47}
"""Content encodings and zlib's window bits for them (47: a zlib or gzip head, as it comes)."""
PORTS = {"http": 80, "https": 443}

Resolver = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may cost. `limit` are bytes after unpacking, times are seconds."""

    limit: int
    private: bool = False
    timeout: float = TIMEOUT
    whole: float = WHOLE_TIME
    redirects: int = REDIRECTS


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: status, headers (lower-case names), bytes and the last address."""

    status: int
    headers: Mapping[str, str]
    data: bytes
    address: str

    @property
    def media_type(self) -> str | None:
        """The declared media type."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower() or None

    @property
    def encoding(self) -> str | None:
        """The declared character encoding, lower case."""
        for part in self.headers.get("content-type", "").split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == "charset":
                return value.strip(" \"'").lower() or None
        return None


def is_address(name: str) -> bool:
    """Whether an input is an address."""
    return name.lower().startswith(SCHEMES)


def fetch(address: str, limit: int, *, private: bool = False) -> Fetched:
    """The answer of an address, at most `limit` bytes.

    Raises:
        InputError: there is no answer, it is an error, it is too large, or it lies in a private
            network and `private` does not allow that.
    """
    found = get(address, Limits(limit, private))
    if found.status >= 400:
        reason = http.client.responses.get(found.status, "")
        raise failed(address, f"the server answered {found.status} {reason}".rstrip())
    return found


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, in the order in which the system gives them.

    Raises:
        OSError: it has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def get(
    address: str,
    limits: Limits,
    headers: Mapping[str, str] | None = None,
    resolver: Resolver = resolve,
) -> Fetched:
    """The last answer behind an address, redirects followed; error statuses are given back.

    Raises:
        InputError: there is none within the limits.
    """
    deadline = time.monotonic() + limits.whole
    at, seen = address, set[str]()
    while True:
        if at in seen or len(seen) > limits.redirects:
            raise failed(address, f"redirects lead nowhere, the last to {at[:120]}")
        seen.add(at)
        request = _Request(at, headers or {}, limits, deadline, address)
        try:
            found = request.answer(resolver)
        except ssl.SSLCertVerificationError as error:
            raise untrusted(address, at, error) from error
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            raise failed(address, str(error) or type(error).__name__) from error
        target = found.headers.get("location")
        if found.status not in MOVED or not target:
            return found
        at = urljoin(at, target)
        if not is_address(at):
            raise failed(address, f"redirected to {at[:120]}")


@dataclass(slots=True)
class _Request:
    """One request to one address. `asked` is what the user named."""

    at: str
    headers: Mapping[str, str]
    limits: Limits
    deadline: float
    asked: str
    opened: list[http.client.HTTPConnection] = field(default_factory=list)

    def answer(self, resolver: Resolver) -> Fetched:
        """The answer, read whole; the connection is closed whatever happens."""
        try:
            return self._answer(resolver)
        finally:
            for connection in self.opened:
                connection.close()

    def _answer(self, resolver: Resolver) -> Fetched:
        parts = urlsplit(self.at)
        connection = self._connect(parts.scheme.lower(), parts.hostname or "", parts.port, resolver)
        path = parts.path or "/"
        target = f"{path}?{parts.query}" if parts.query else path
        sent = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "gzip, deflate"}
        connection.request("GET", _quoted(target), headers=sent | dict(self.headers))
        response = connection.getresponse()
        got = {name.lower(): value for name, value in response.getheaders()}
        moved = response.status in MOVED and "location" in got
        data = b"" if moved or response.status == 304 else self._body(response, got)
        return Fetched(response.status, got, data, self.at)

    def _connect(
        self, scheme: str, host: str, port: int | None, resolver: Resolver
    ) -> http.client.HTTPConnection:
        """A connection to an address of the host that may be visited."""
        number = port or PORTS[scheme]
        found = resolver(host, number)
        if not found:
            raise OSError(f"{host} has no address")
        for one in found:
            if not self.limits.private and not is_public(one):
                raise forbidden(self.asked, host, one)
        seconds = min(self.limits.timeout, self._left())
        plain = socket.create_connection((found[0], number), seconds)
        connection = http.client.HTTPConnection(host, number, timeout=seconds)
        self.opened.append(connection)
        connection.sock = plain
        if scheme == "https":
            context = ssl.create_default_context()
            connection.sock = context.wrap_socket(plain, server_hostname=host)
        if port is None or port == PORTS[scheme]:
            connection.port = 80  # http.client leaves the port out of Host for its default alone
        return connection

    def _left(self) -> float:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError(f"no whole answer within {self.limits.whole:.0f} s")
        return left

    def _body(self, response: http.client.HTTPResponse, got: Mapping[str, str]) -> bytes:
        """The bytes of an answer, unpacked, within the limits of size and time."""
        packing = got.get("content-encoding", "identity").strip().lower()
        unpack = zlib.decompressobj(PACKED[packing]) if packing in PACKED else None
        if unpack is None and packing not in {"", "identity"}:
            raise ValueError(f"packed as {packing}, which was not asked for")
        pieces, size = [], 0
        while piece := response.read1(CHUNK):
            self._left()
            room = self.limits.limit - size + 1
            data = unpack.decompress(piece, room) if unpack else piece
            size += len(data)
            if size > self.limits.limit:
                raise too_large(
                    self.asked, f"more than {self.limits.limit} bytes", self.limits.limit
                )
            pieces.append(data)
        return b"".join(pieces)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet."""
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    if mapped is not None:
        found = mapped
    return found.is_global and not found.is_multicast


def _quoted(target: str) -> str:
    """A path and query with what no request line may hold written in percent."""
    data = target.encode("utf-8", "surrogatepass")
    return "".join(chr(b) if 0x20 < b < 0x7F else f"%{b:02X}" for b in data)


def forbidden(asked: str, host: str, address: str) -> InputError:
    """The error of an address inside a private network."""
    return InputError(
        "Leads into a private network",
        code="private",
        value=f"{host} is {address}",
        where=asked,
        hint="If it is yours, allow it with --allow-private, or private = true in onrecord.toml.",
    )


def failed(address: str, reason: str) -> InputError:
    """The error of an address that gave nothing."""
    return InputError(
        "Could not be fetched",
        code="fetch",
        value=reason[:200],
        where=address,
        hint="Open it in a browser; save the page and give the file if that works.",
    )


def untrusted(address: str, at: str, error: ssl.SSLCertVerificationError) -> InputError:
    """The error of a server that does not prove who it is."""
    return InputError(
        "Could not be fetched: its certificate does not hold",
        code="fetch",
        value=f"{urlsplit(at).hostname}: {error.verify_message}"[:200],
        where=address,
        hint="Check the address and this machine's clock and certificates; save the page from a "
        "browser where you trust it, and give the file.",
    )
