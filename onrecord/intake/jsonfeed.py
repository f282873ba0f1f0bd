"""JSON Feed 1 and 1.1: a report an item, its body without the title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onrecord.errors import InputError
from onrecord.intake.base import Delivery, Details, Item, Reader, refused
from onrecord.intake.dates import normalise
from onrecord.intake.decoding import decode
from onrecord.intake.feed import paragraphs_of
from onrecord.intake.finish import finish
from onrecord.intake.jsonl import parse

VERSION = re.compile(rb'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org')
HINT = "Save the feed again, whole."


def read(delivery: Delivery, given: Details) -> Iterator[Item]:
    """The reports of a feed; an item without text is a rejection and the others go on.

    Raises:
        InputError: it is no feed, or has no items.
    """
    whole = parse(decode(delivery.capture().data, delivery.where), delivery.where)
    items = whole.get("items") if isinstance(whole, dict) else None
    if not isinstance(items, list):
        raise InputError(
            "Not a feed that can be read",
            code="feed",
            value="no list of items",
            where=delivery.where,
            hint=HINT,
        )
    if not items:
        raise InputError(
            "A feed without items", code="empty", value="0 items", where=delivery.where, hint=HINT
        )
    for number, item in enumerate(items, 1):
        where = f"{delivery.where}:{number}"
        try:
            yield finish(*_item(item, whole, where), delivery.where)
        except InputError as error:
            yield refused(error, where)


def _item(item: Any, feed: dict[str, Any], where: str) -> tuple[str, Details]:
    """An item's text and details.

    Raises:
        InputError: it is no item, or has no text.
    """
    if not isinstance(item, dict):
        raise InputError(
            "Not an item of a feed", code="feed", value=repr(item)[:60], where=where, hint=HINT
        )
    title = _text(item, "title")
    body = "\n\n".join(paragraphs_of(_text(item, "content_html") or ""))
    body = body or (_text(item, "content_text") or "").strip()
    body = body or "\n\n".join(paragraphs_of(_text(item, "summary") or ""))
    if not body:
        raise InputError(
            "An item without text",
            code="empty",
            value=title or _text(item, "url") or "no title, no link",
            where=where,
            hint="Give the page that it links to.",
        )
    people = item.get("authors") or feed.get("authors") or [item.get("author") or {}]
    names = (
        [a.get("name") for a in people if isinstance(a, dict)] if isinstance(people, list) else []
    )
    return body, Details(
        outlet=_text(feed, "title"),
        url=_text(item, "url") or _text(item, "external_url"),
        title=title,
        byline=tuple(name for name in names if isinstance(name, str) and name.strip()),
        published=normalise(_text(item, "date_published") or ""),
        updated=normalise(_text(item, "date_modified") or ""),
        language=_text(item, "language") or _text(feed, "language"),
    )


def _text(item: dict[str, Any], name: str) -> str | None:
    value = item.get(name)
    return value.strip() or None if isinstance(value, str) else None


def sniff(head: bytes) -> bool:
    """Whether the first bytes say that it is a JSON Feed."""
    return bool(VERSION.search(head))


READER = Reader(
    name="jsonfeed",
    suffixes=(".json",),
    sniff=sniff,
    read=read,
    media_types=("application/feed+json",),
    precise=True,
)
