"""The text of PDF files, by a light library that is an extra. What is only pictures is refused."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.core.extras import require
from onrecord.errors import InputError, UsageError
from onrecord.intake.base import Delivery, Details, Item, Reader
from onrecord.intake.finish import finish
from onrecord.intake.plain import title_of

MAGIC = b"%PDF-"
MOST_PAGES = 500
"""Pages of the longest report; a newspaper's edition has a hundred, a book is no report."""
SHORT = 0.7
"""A line shorter than this share of the page's longest ends a paragraph where it ends a sentence:
a last line is seldom full, and a full line ends a paragraph one time in many. So does a short
first line of a page: a headline, or the page's head."""
ENDS = re.compile(r"[.!?:…][”\"’')\]]*$")
HYPHEN = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad]$")


def read(delivery: Delivery, given: Details) -> Iterator[Item]:
    """The one report of a file.

    Raises:
        InputError: the library is not installed, or the file is damaged, locked, too long or has
            no text.
    """
    data = delivery.capture().data
    library = _library(delivery.where)
    text = "\n\n".join(_paragraphs(_pages(library, data, delivery.where)))
    if not text.strip():
        raise InputError(
            "A PDF without text: pictures of pages",
            code="pdf",
            value=f"{len(data)} bytes",
            where=delivery.where,
            hint="Run text recognition over it first, for example: ocrmypdf in.pdf out.pdf",
        )
    details = given.over(Details(title=title_of(text), url=delivery.address))
    yield finish(text, details, delivery.where)


def _library(where: str) -> Any:
    try:
        return require("pypdf", "pdf")
    except UsageError as error:
        raise InputError(
            "PDF files need a library that is not installed",
            code="extra",
            value="pypdf",
            where=where,
            hint=error.hint,
        ) from error


def _pages(library: Any, data: bytes, where: str) -> list[str]:
    """The text of each page.

    Raises:
        InputError: it cannot be read.
    """
    try:
        document = library.PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise _unreadable(where, "locked with a password")
        if len(document.pages) > MOST_PAGES:
            raise _unreadable(where, f"{len(document.pages)} pages, more than {MOST_PAGES}")
        return [page.extract_text() or "" for page in document.pages]
    except InputError:
        raise
    except (library.errors.PyPdfError, *DAMAGE) as error:
        raise _unreadable(where, str(error) or type(error).__name__) from error


DAMAGE = (
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    OSError,
    RecursionError,
    ZeroDivisionError,
    AssertionError,
    NotImplementedError,
)
"""What the library lets through of a damaged file: it reads what it finds as if it were whole."""


def _unreadable(where: str, reason: str) -> InputError:
    return InputError(
        "Not a PDF that can be read",
        code="pdf",
        value=reason[:160],
        where=where,
        hint="Open it and save its text, then give that.",
    )


def _paragraphs(pages: Iterable[str]) -> Iterator[str]:
    """Lines put together to paragraphs, a word that a line's end broke made whole."""
    for page in pages:
        lines = [" ".join(line.split()) for line in page.split("\n")]
        longest = max(map(len, lines), default=0)
        words = ""
        for number, line in enumerate(lines):
            if not line:
                yield from filter(None, [words])
                words = ""
                continue
            broken = HYPHEN.search(words) and line[0].islower()
            words = words[:-1] + line if broken else f"{words} {line}".strip()
            if len(line) < SHORT * longest and (number == 0 or ENDS.search(line)):
                yield words
                words = ""
        yield from filter(None, [words])


def sniff(head: bytes) -> bool:
    """Whether the first bytes are a PDF's."""
    return head.startswith(MAGIC)


READER = Reader(
    name="pdf",
    suffixes=(".pdf",),
    sniff=sniff,
    read=read,
    media_types=("application/pdf",),
    sidecar=True,
    binary=True,
)
