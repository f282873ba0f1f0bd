"""Addresses: a page or feed fetched once, when the user names it."""

from __future__ import annotations

import http.client
import io
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from onrecord.errors import InputError
from onrecord.intake.base import Delivery, too_large

TIMEOUT = 30.0
"""Seconds until a server that says nothing is given up: slow news sites answer within ten."""
AGENT = "onrecord (reads the page that its user named)"
SCHEMES = ("http://", "https://")

Opener = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: the delivery, its first bytes and its media type."""

    delivery: Delivery
    head: bytes
    media_type: str | None


def is_address(name: str) -> bool:
    """Whether an input is an address."""
    return name.lower().startswith(SCHEMES)


def fetch(address: str, limit: int, opener: Opener = urllib.request.urlopen) -> Fetched:
    """The answer of an address, at most `limit` bytes.

    Raises:
        InputError: there is no answer, it is an error, or it is too large.
    """
    try:
        request = urllib.request.Request(address, headers={"User-Agent": AGENT, "Accept": "*/*"})
        with opener(request, timeout=TIMEOUT) as answer:
            data = answer.read(limit + 1)
            headers, final = answer.headers, answer.geturl()
    except urllib.error.HTTPError as error:
        raise _failed(address, f"the server answered {error.code} {error.reason}") from error
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        raise _failed(address, str(getattr(error, "reason", error))) from error
    if len(data) > limit:
        raise too_large(address, f"more than {limit} bytes", limit)
    delivery = Delivery(address, io.BytesIO(data), limit, headers.get_content_charset(), final)
    return Fetched(delivery, data[:4096], headers.get_content_type())


def _failed(address: str, reason: str) -> InputError:
    return InputError(
        "Could not be fetched",
        code="fetch",
        value=reason,
        where=address,
        hint="Open it in a browser; save the page and give the file if that works.",
    )
