"""Polite polling: conditional requests, a pause between requests to a host, patience with errors."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Literal
from urllib.parse import urlsplit

from onrecord.errors import InputError
from onrecord.intake.fetch import Fetched, Limits, get
from onrecord.intake.robots import Robots

PAUSE = 2.0
"""Seconds between two requests to one host: slower than a reader who opens a page and its next."""
FIRST_WAIT, LONGEST_WAIT = 60.0, 6 * 3600.0
"""Seconds of the first wait after an error, doubled with each further one up to the longest."""
LONGEST_ASKED = 24 * 3600.0
"""Seconds of the longest wait that a server may ask for."""
PATIENT = frozenset({429, 503})

Outcome = Literal["new", "same", "waiting", "refused"]


@dataclass(slots=True)
class Polled:
    """What is known of an address between two polls; times are seconds since the epoch."""

    etag: str = ""
    modified: str = ""
    due: float = 0.0
    failures: int = 0

    def headers(self) -> dict[str, str]:
        """The conditions of the next request."""
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in pairs.items() if value}

    def json(self) -> dict[str, Any]:
        """For the file that survives a restart."""
        return {
            "etag": self.etag,
            "modified": self.modified,
            "due": self.due,
            "failures": self.failures,
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """What a poll gave: `fetched` where it is new, `why` where there is nothing."""

    outcome: Outcome
    fetched: Fetched | None = None
    why: str = ""


@dataclass(slots=True)
class Poller:
    """Fetches addresses politely. `now` and `sleep` are the clock's, or a test's."""

    limits: Limits
    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    pause: float = PAUSE
    last: dict[str, float] = field(default_factory=dict)
    robots: Robots = field(init=False)

    def __post_init__(self) -> None:
        self.robots = Robots(get, self.now, self.limits.private)

    def poll(self, address: str, known: Polled) -> Answer:
        """Ask for an address again, if it is due and its host allows it; `known` is brought up to date."""
        if known.due > self.now():
            return Answer("waiting")
        rules = self.robots.rules(address)
        if not rules.allows(address):
            return self._failed(known, "robots.txt does not allow it", None)
        self._wait(address, max(self.pause, rules.delay))
        try:
            found = get(address, self.limits, known.headers())
        except InputError as error:
            return self._failed(known, f"{error.message}: {error.value}", None)
        if found.status == 304:
            known.failures = 0
            return Answer("same")
        if found.status >= 400:
            return self._failed(known, f"the server answered {found.status}", found)
        known.etag = found.headers.get("etag", "")
        known.modified = found.headers.get("last-modified", "")
        known.failures = 0
        return Answer("new", found)

    def _wait(self, address: str, pause: float) -> None:
        """Hold back until the host's last answer is long enough ago."""
        host = urlsplit(address).netloc
        left = self.last.get(host, 0.0) + pause - self.now()
        if left > 0:
            self.sleep(left)
        self.last[host] = self.now()

    def _failed(self, known: Polled, why: str, found: Fetched | None) -> Answer:
        wait = min(FIRST_WAIT * 2**known.failures, LONGEST_WAIT)
        known.failures = min(known.failures + 1, 16)
        if found is not None and found.status in PATIENT:
            wait = max(wait, retry_after(found.headers, self.now()))
        known.due = self.now() + wait
        return Answer("refused", None, f"{why}; again in {wait:.0f} s")


def retry_after(headers: Mapping[str, str], now: float) -> float:
    """The seconds that a server asks to wait for; 0 where it does not say."""
    asked = headers.get("retry-after", "").strip()
    if asked.isdecimal():
        return min(float(asked), LONGEST_ASKED)
    try:
        at = parsedate_to_datetime(asked)
    except (ValueError, TypeError, IndexError):
        return 0.0
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    left = (at - datetime.fromtimestamp(now, UTC)).total_seconds()
    return min(max(left, 0.0), LONGEST_ASKED)
