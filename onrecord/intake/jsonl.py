"""JSON Lines: a report a line, read line by line; and single JSON documents of the same fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from onrecord.core.report import Rejection, Report
from onrecord.errors import InputError
from onrecord.intake import newsitem
from onrecord.intake.base import Delivery, Details, Reader, refused, too_large
from onrecord.intake.decoding import decode, newlines
from onrecord.intake.details import details_from_json
from onrecord.intake.feed import paragraphs_of
from onrecord.intake.finish import finish
from onrecord.intake.html import page
from onrecord.intake.plain import title_of

HINT = "Write one JSON object a line, in UTF-8."


def read(delivery: Delivery, given: Details) -> Iterator[Report | Rejection]:
    """The reports of a file; a bad line is a rejection and the next lines go on."""
    number = 0
    while line := delivery.stream.readline(delivery.limit + 1):
        number += 1
        where = f"{delivery.where}:{number}"
        try:
            if len(line) > delivery.limit:
                _skip_line(delivery, line)
                raise too_large(
                    where, f"a line of more than {delivery.limit} bytes", delivery.limit
                )
            text = decode(line, where).strip()
            if text:
                yield from record(parse(text, where), delivery.where, where)
        except InputError as error:
            yield refused(error, where)
    if number == 0:
        raise InputError("No text in it", code="empty", value="0 bytes", hint=HINT)


def read_document(delivery: Delivery, given: Details) -> Iterator[Report | Rejection]:
    """The reports of a JSON document: one object, a list of them, or JSON Lines after all.

    Raises:
        InputError: it is neither.
    """
    text = decode(delivery.capture().data, delivery.where)
    if not text.strip():
        raise InputError("No text in it", code="empty", value=f"{len(text)} characters", hint=HINT)
    for number, item in enumerate(_items(text, delivery.where), 1):
        where = f"{delivery.where}:{number}"
        try:
            yield from record(
                item if not isinstance(item, str) else parse(item, where), delivery.where, where
            )
        except InputError as error:
            yield refused(error, where)


def _items(text: str, where: str) -> list[Any]:
    """Parsed items of a document, or the unparsed lines of what proves to be JSON Lines."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(line.lstrip().startswith("{") for line in lines):
        return lines
    whole = parse(text, where)
    return whole if isinstance(whole, list) else [whole]


def parse(text: str, where: str) -> Any:
    """The JSON value.

    Raises:
        InputError: it is none.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        near = text[max(0, error.pos - 15) : error.pos + 15]
        raise InputError(
            f"Not JSON ({error.msg.removesuffix(' at')} at line {error.lineno}, column {error.colno})",
            code="json",
            value=repr(near),
            where=where,
            hint=HINT,
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"JSON that cannot be read ({error})",
            code="json",
            value=repr(text[:30]),
            where=where,
            hint=HINT,
        ) from error


def record(item: Any, path: str, where: str) -> Iterator[Report | Rejection]:
    """The report of one JSON object, and rejections of the parts that could not be taken.

    Raises:
        InputError: it is no object, or holds neither text nor page.
    """
    if not isinstance(item, dict):
        raise InputError(
            "Not a JSON object", code="json", value=repr(item)[:60], where=where, hint=HINT
        )
    news = newsitem.fields(item)
    item = news or item
    given = details_from_json(item, where)
    text, markup = _content(item, "text", where), _content(item, "html", where)
    if news and "fragment" in news:
        text = "\n\n".join(paragraphs_of(news["fragment"]))
    if text is not None:
        plain = newlines(text)
        details = given.details.over(Details(title=title_of(plain)))
        report: Report | Rejection = finish(plain, details, where)
    elif markup is not None:
        report = next(page(markup, given.details, where))
    else:
        raise InputError(
            "Neither text nor html in it",
            code="no_text",
            value=f"fields {', '.join(sorted(map(str, item)))[:100] or 'none'}",
            where=where,
            hint="Give the report's words as text, or its page as html.",
        )
    yield _as_of(report, path)
    yield from given.rejections


def _as_of(report: Report | Rejection, path: str) -> Report | Rejection:
    """The report with the file as its input, without the line."""
    if isinstance(report, Rejection):
        return report
    fields = {name: getattr(report, name) for name in Report.__slots__}
    return Report(**fields | {"input": path})


def _content(item: dict[str, Any], name: str, where: str) -> str | None:
    value = item.get(name)
    if value is None or isinstance(value, str):
        return value
    raise InputError(
        f"Field {name} is not a text",
        code="field",
        value=repr(value)[:60],
        where=where,
        hint=f"Give {name} as a text.",
    )


def _skip_line(delivery: Delivery, line: bytes) -> None:
    """Read on to the end of a line that is too long, in pieces."""
    while line and not line.endswith(b"\n"):
        line = delivery.stream.readline(1 << 20)


def sniff(head: bytes) -> bool:
    """Whether the first bytes begin a JSON object."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{" and b'"' in head[:200]


READER = Reader(
    name="jsonl",
    suffixes=(".jsonl", ".ndjson"),
    sniff=sniff,
    read=read,
    media_types=("application/x-ndjson", "application/jsonl", "application/x-jsonlines"),
    streamed=True,
)
