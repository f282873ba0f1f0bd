"""Addresses of pages: which of them are one page's."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

TRACKING = re.compile(r"(?:^|&)(?:utm_\w+|fbclid|gclid|cmpid|ref|src)=[^&]*")
"""Parts of a query that tell where a reader came from, not which page it is."""


def plain_address(url: str) -> str:
    """An address without what does not tell pages apart: scheme, www, tracking, a last slash."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    query = TRACKING.sub("", parts.query).strip("&")
    return f"{host}{parts.path.rstrip('/')}{'?' + query if query else ''}"


def page_address(url: str | None) -> str | None:
    """The plain address of a page; None without one, or where it is a site's front page, which many
    reports may give as theirs."""
    try:
        plain = plain_address(url or "")
    except ValueError:  # no address at all, whatever the input calls it
        return None
    host, _, rest = plain.partition("/")
    return plain if host and (rest or "?" in plain) else None
