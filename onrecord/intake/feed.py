"""RSS and Atom: a report an item, its body without the title."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import feedparser
from lxml import etree
from lxml import html as markup

from onrecord.core.report import Rejection, Report
from onrecord.errors import InputError
from onrecord.intake.base import STAGE, Delivery, Details, Reader, refused
from onrecord.intake.blocks import paragraphs
from onrecord.intake.dates import normalise
from onrecord.intake.decoding import declared_encoding, decode
from onrecord.intake.details import byline_names
from onrecord.intake.finish import finish

ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
CLOSED = re.compile(r"</(?:\w+:)?(?:rss|feed|RDF)\s*>\s*(?:<!--.*-->\s*)?$", re.DOTALL)
HINT = "Save the feed again, whole."


def read(delivery: Delivery, given: Details) -> Iterator[Report | Rejection]:
    """The reports of a feed; an item without text is a rejection and the others go on.

    Raises:
        InputError: it is no feed.
    """
    data = delivery.capture().data
    text = decode(data, delivery.where, declared_encoding(data, delivery.encoding))
    found = feedparser.parse(
        io.BytesIO(XML_HEAD.sub("", text).encode("utf-8", "surrogatepass")), sanitize_html=False
    )
    if not found.entries:
        raise _no_feed(text, found, delivery.where)
    whole = bool(CLOSED.search(text))
    channel = _channel(found.feed)
    for number, entry in enumerate(found.entries if whole else found.entries[:-1], 1):
        where = f"{delivery.where}:{number}"
        try:
            yield _item(entry, channel, delivery.where, where)
        except InputError as error:
            yield refused(error, where)
    if not whole:
        yield _cut_off(delivery.where, len(found.entries))


def _no_feed(text: str, found: Any, where: str) -> InputError:
    if not text.strip():
        return InputError(
            "No text in it", code="empty", value=f"{len(text)} characters", where=where, hint=HINT
        )
    if found.version and not found.bozo:
        return InputError(
            "A feed without items", code="empty", value=found.version, where=where, hint=HINT
        )
    reason = str(found.get("bozo_exception", "no rss or feed element"))
    return InputError(
        "Not a feed that can be read", code="feed", value=reason[:120], where=where, hint=HINT
    )


def _cut_off(where: str, number: int) -> Rejection:
    return Rejection(
        STAGE,
        "feed",
        f"{where}:{number}",
        f"The feed ends in the middle; item {number} is not taken",
        HINT,
    )


def _channel(feed: Any) -> Details:
    """What the channel says of all its items."""
    return Details(outlet=_words(feed.get("title")), language=feed.get("language"))


def _item(entry: Any, channel: Details, path: str, where: str) -> Report:
    """One item's report.

    Raises:
        InputError: it has no text.
    """
    title = _words(entry.get("title"))
    text = "\n\n".join(_body(entry))
    if not text:
        raise InputError(
            "An item without text",
            code="empty",
            value=title or entry.get("link", "no title, no link"),
            where=where,
            hint="Give the page that it links to.",
        )
    details = Details(
        title=title,
        url=entry.get("link") or None,
        byline=_byline(entry),
        published=_date(entry, "published") or _date(entry, "updated"),
        updated=_date(entry, "updated"),
    )
    return finish(text, details.over(channel), path)


def _body(entry: Any) -> list[str]:
    """The longest of the item's contents; its summary where it has none."""
    values = [content.get("value", "") for content in entry.get("content", [])]
    bodies = [paragraphs_of(value) for value in values or [entry.get("summary", "")]]
    return max(bodies, key=lambda body: sum(map(len, body)), default=[])


def paragraphs_of(value: str) -> list[str]:
    """Paragraphs of markup or of plain text."""
    if not value.strip():
        return []
    try:
        return list(
            paragraphs(markup.fragment_fromstring(value.replace("\x00", ""), create_parent="div"))
        )
    except (etree.ParserError, ValueError):
        return []


def _words(value: str | None) -> str | None:
    """A title's words, without markup."""
    return " ".join(" ".join(paragraphs_of(value or "")).split()) or None


def _byline(entry: Any) -> tuple[str, ...]:
    names = [author.get("name", "") for author in entry.get("authors", [])] or [
        entry.get("author", "")
    ]
    return tuple(dict.fromkeys(name for given in names for name in byline_names(given)))


def _date(entry: Any, key: str) -> str | None:
    """The item's own words for the date: feedparser's parsed form has lost the offset from UTC."""
    return normalise(dict.get(entry, key) or "")  # .get would give published for updated


def sniff(head: bytes) -> bool:
    """Whether the first bytes are a feed's."""
    return bool(ROOT.search(head))


READER = Reader(
    name="feed",
    suffixes=(".xml", ".rss", ".atom", ".rdf"),
    sniff=sniff,
    read=read,
    media_types=("application/rss+xml", "application/atom+xml", "application/xml", "text/xml"),
)
