"""Plain text and Markdown: the text as it is, its first line as the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.report import Rejection, Report
from onrecord.intake.agencies import BYLINE, DATELINE
from onrecord.intake.base import Delivery, Details, Reader
from onrecord.intake.boilerplate import kind_of
from onrecord.intake.decoding import CONTROL, decode
from onrecord.intake.finish import finish
from onrecord.intake.lines import is_date_line

TITLE_LENGTH = 200
"""Code points of the longest title: tabloid headlines with a second deck run to 150."""
TITLE = re.compile(r"\ufeff?\s*+(?P<title>[^\n]++)\n[ \t]*+\n\s*+\S")
FULL_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z]\.[A-Z])[.][”\"’')]*$")
STRAY = 4
"""Control characters in the first 4 KiB of what is still looked at as a text."""
HEADING = re.compile(r"#{1,6}\s+")


def read(delivery: Delivery, given: Details) -> Iterator[Report | Rejection]:
    """The one report of a text file; `given` is its sidecar's.

    Raises:
        InputError: it is no readable UTF-8 text.
    """
    capture = delivery.capture()
    text = decode(capture.data, delivery.where, delivery.encoding or "utf-8")
    details = given.over(Details(title=title_of(text), url=delivery.address))
    yield finish(text, details, delivery.where)


def title_of(text: str) -> str | None:
    """The first line, where a blank line follows and it reads as a title: short, no full stop."""
    match = TITLE.match(text)
    if match is None:
        return None
    line = HEADING.sub("", match["title"].rstrip(" \t"))
    if len(line) > TITLE_LENGTH or FULL_STOP.search(line) or not re.search(r"[^\W\d_]{2}", line):
        return None
    dull = DATELINE.match(line) or BYLINE.fullmatch(line) or is_date_line(line) or kind_of(line)
    return None if dull else line


def sniff(head: bytes) -> bool:
    """Whether the first bytes are text: UTF-8 without NUL and without many control characters."""
    text = head.decode("utf-8", "ignore")  # a character may be cut off at the end
    whole = len(text.encode()) > len(head) - 4
    return whole and "\x00" not in text and len(CONTROL.findall(text)) <= STRAY


READER = Reader(
    name="text",
    suffixes=(".txt", ".text", ".md", ".markdown"),
    sniff=sniff,
    read=read,
    media_types=("text/plain", "text/markdown"),
    sidecar=True,
)
