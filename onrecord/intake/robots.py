"""What a host's robots.txt allows (RFC 9309), asked once a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from onrecord.errors import InputError
from onrecord.intake.fetch import Fetched, Limits

NAME = "onrecord"
"""The name by which a robots.txt may speak to us."""
LARGEST = 512 * 1024
"""Bytes of a robots.txt that are read: RFC 9309 asks for 500 KiB at least."""
KEPT = 24 * 3600.0
"""Seconds for which an answer is kept: the RFC's advice."""
LONGEST_DELAY = 60.0
"""Seconds of the longest pause that a robots.txt may ask for; hosts that ask for hours mean never,
and the pages are polled far less often than each minute anyway."""

Get = Callable[[str, Limits], Fetched]


@dataclass(frozen=True, slots=True)
class Rules:
    """A host's rules and until when they are kept. No parser: nothing may be fetched for now."""

    parser: RobotFileParser | None
    until: float

    def allows(self, address: str) -> bool:
        """Whether the address may be fetched."""
        return self.parser is not None and self.parser.can_fetch(NAME, address)

    @property
    def delay(self) -> float:
        """Seconds between two requests that the host asks for."""
        asked = self.parser.crawl_delay(NAME) if self.parser else None
        return min(float(asked or 0), LONGEST_DELAY)


@dataclass(slots=True)
class Robots:
    """The rules of the hosts that were visited. `now` gives seconds since the epoch."""

    get: Get
    now: Callable[[], float]
    private: bool = False
    hosts: dict[str, Rules] = field(default_factory=dict)

    def rules(self, address: str) -> Rules:
        """The rules for an address, fetched where they are not known or too old."""
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}"
        known = self.hosts.get(host)
        if known is None or known.until <= self.now():
            known = self.hosts[host] = self._fetched(host)
        return known

    def _fetched(self, host: str) -> Rules:
        """No file, as no access to one, allows all; a server in trouble allows nothing for an hour."""
        until = self.now() + KEPT
        parser = RobotFileParser()
        try:
            found = self.get(f"{host}/robots.txt", Limits(LARGEST, self.private))
        except InputError:
            return Rules(None, self.now() + 3600)
        if found.status >= 500:
            return Rules(None, self.now() + 3600)
        lines = found.data.decode("utf-8", "replace").splitlines() if found.status < 400 else []
        parser.parse(lines)
        return Rules(parser, until)
