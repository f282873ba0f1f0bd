"""E-mail newsletters (.eml) and pages saved by a browser with all their parts (.mhtml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import HeaderParseError, MessageError
from email.message import EmailMessage
from email.utils import getaddresses
from typing import cast

from onrecord.errors import InputError
from onrecord.intake.base import Delivery, Details, Item, Part, Reader
from onrecord.intake.dates import normalise

HEADER = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.IGNORECASE)
OWN = re.compile(
    rb"^(?:from|date|subject|mime-version|received|return-path|message-id|delivered-to):",
    re.IGNORECASE | re.MULTILINE,
)
SAVED = re.compile(
    rb"^(?:snapshot-content-location|content-type:\s*multipart/related)",
    re.IGNORECASE | re.MULTILINE,
)
RE = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
BODIES = ("html", "plain")


def parsed(delivery: Delivery) -> EmailMessage:
    """The message.

    Raises:
        InputError: it is none.
    """
    data = delivery.capture().data
    try:
        message = message_from_bytes(data, policy=policy.default)
    except (MessageError, ValueError, LookupError) as error:
        raise unreadable(delivery.where, str(error)) from error
    if not message.keys():
        raise unreadable(delivery.where, repr(data[:40]))
    return message


def read(delivery: Delivery, given: Details) -> Iterator[Item]:
    """The body of an e-mail: its page where it has one, else its text; its sender as the outlet.

    Raises:
        InputError: it is no message, or has no body.
    """
    message = parsed(delivery)
    body = message.get_body(preferencelist=BODIES)
    if body is None:
        raise InputError(
            "A message without a text",
            code="empty",
            value=message.get_content_type(),
            where=delivery.where,
            hint="Give the attachment itself, if it is the report.",
        )
    yield _part(cast("EmailMessage", body), delivery, given.over(_details(message)))


def read_page(delivery: Delivery, given: Details) -> Iterator[Item]:
    """The page that a browser saved.

    Raises:
        InputError: it is no message, or holds no page.
    """
    message = parsed(delivery)
    pages = (part for part in message.walk() if part.get_content_type() in PAGES)
    page = next(pages, None)
    if page is None:
        raise InputError(
            "A saved page without its page",
            code="empty",
            value=message.get_content_type(),
            where=delivery.where,
            hint="Save the page again as a whole.",
        )
    part = page
    address = _header(part, "Content-Location") or _header(message, "Snapshot-Content-Location")
    web = address if address and address.lower().startswith(("http://", "https://")) else None
    yield _part(part, delivery, given, web)


PAGES = frozenset({"text/html", "application/xhtml+xml"})


def _part(
    part: EmailMessage, delivery: Delivery, details: Details, address: str | None = None
) -> Part:
    """A body as an input, its transfer encoding undone."""
    data = part.get_payload(decode=True)
    charset = part.get_content_charset()
    return Part(
        delivery.where,
        "",
        data if isinstance(data, bytes) else b"",
        part.get_content_type(),
        None if charset == "us-ascii" else charset,  # the default of mail, whatever is inside
        address,
        details,
    )


def _details(message: EmailMessage) -> Details:
    """Subject, sender, date and id of a message."""
    senders = getaddresses([_header(message, "From") or ""])
    name, address = senders[0] if senders else ("", "")
    subject = RE.sub("", " ".join((_header(message, "Subject") or "").split()))
    return Details(
        outlet=name.strip() or address.partition("@")[2] or None,
        title=subject or None,
        published=normalise(_header(message, "Date") or ""),
        given_id=(_header(message, "Message-ID") or "").strip(" <>") or None,
    )


def _header(message: EmailMessage, name: str) -> str | None:
    """A header's words; None where it has none, or none that can be read."""
    try:
        value = message.get(name)
    except (HeaderParseError, ValueError, IndexError, AttributeError):
        return None
    return str(value) if value is not None else None


def unreadable(where: str, reason: str) -> InputError:
    """The error of what is no message."""
    return InputError(
        "Not a message that can be read",
        code="mail",
        value=reason[:160],
        where=where,
        hint="Save it again from the mail program or browser.",
    )


def sniff(head: bytes) -> bool:
    """Whether the first bytes are an e-mail's header."""
    top = head.replace(b"\r\n", b"\n")
    return bool(HEADER.match(top)) and len(OWN.findall(top.partition(b"\n\n")[0])) >= 2


def sniff_page(head: bytes) -> bool:
    """Whether the first bytes are those of a page that a browser saved."""
    return sniff(head) and bool(SAVED.search(head.replace(b"\r\n", b"\n")))


MHTML = Reader(
    name="mhtml",
    suffixes=(".mhtml", ".mht"),
    sniff=sniff_page,
    read=read_page,
    media_types=("multipart/related",),
)
EML = Reader(
    name="eml",
    suffixes=(".eml",),
    sniff=sniff,
    read=read,
    media_types=("message/rfc822",),
)
