"""IPTC NewsML-G2: news items, alone or in a message, with their text as HTML, NITF or plain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from onrecord.errors import InputError
from onrecord.intake.base import Delivery, Details, Item, Reader, refused
from onrecord.intake.blocks import paragraphs
from onrecord.intake.dates import normalise
from onrecord.intake.decoding import declared_encoding, decode
from onrecord.intake.details import byline_names
from onrecord.intake.finish import finish

MARK = re.compile(rb"<(?:\w+:)?(?:newsItem|newsMessage|packageItem)[\s>]")
NAMESPACE = "{http://iptc.org/std/nar/2006-10-01/}"
XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
BODY = frozenset({"body", "body.content"})
HINT = "Give a NewsML-G2 document with inline text."


def read(delivery: Delivery, given: Details) -> Iterator[Item]:
    """The news items of a document; one without text is a rejection and the others go on.

    Raises:
        InputError: it is no NewsML-G2, or holds no news item.
    """
    data = delivery.capture().data
    text = decode(data, delivery.where, declared_encoding(data, delivery.encoding))
    # Nothing is fetched and no entity is expanded: a document may come from anywhere.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(XML_HEAD.sub("", text).encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise _unreadable(delivery.where, str(error)) from error
    items = [element for element in root.iter() if _name(element) == "newsItem"]
    if not items:
        raise _unreadable(delivery.where, f"no newsItem in {_name(root)}")
    for number, item in enumerate(items, 1):
        where = f"{delivery.where}:{number}"
        try:
            yield finish(_text(item, where), _details(item).over(given), delivery.where)
        except InputError as error:
            yield refused(error, where)


def _name(element: etree._Element) -> str:
    """An element's name without its namespace; nothing for comments."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _text(item: etree._Element, where: str) -> str:
    """The text of an item's first content that has one.

    Raises:
        InputError: it has none.
    """
    for content in item.iter(f"{NAMESPACE}inlineXML", f"{NAMESPACE}inlineData"):
        for element in content.iter():
            if isinstance(element.tag, str):
                element.tag = _name(element)
        bodies = [element for element in content.iter() if element.tag in BODY]
        found = "\n\n".join(paragraphs(bodies[-1] if bodies else content))
        if found:
            return found
    raise InputError(
        "A news item without text",
        code="empty",
        value=item.get("guid") or "no guid",
        where=where,
        hint=HINT,
    )


def _details(item: etree._Element) -> Details:
    """What an item says of itself."""
    published = _said(item, "firstCreated") or _said(item, "contentCreated")
    updated = _said(item, "versionCreated")
    guid = item.get("guid") or ""
    language = item.find(f".//{NAMESPACE}contentMeta/{NAMESPACE}language")
    return Details(
        outlet=_named(item, "provider") or _named(item, "infoSource") or _said(item, "creditline"),
        url=guid if guid.lower().startswith(("http://", "https://")) else None,
        title=_said(item, "headline"),
        byline=byline_names(_said(item, "by") or ""),
        published=normalise(published or updated or ""),
        updated=normalise(updated or ""),
        language=language.get("tag") if language is not None else item.get(LANG),
        given_id=guid or None,
    )


LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _said(item: etree._Element, name: str) -> str | None:
    found = item.find(f".//{NAMESPACE}{name}")
    return None if found is None else " ".join("".join(found.itertext()).split()) or None


def _named(item: etree._Element, role: str) -> str | None:
    """The name of somebody that an item names by code; its literal where that is all."""
    found = item.find(f".//{NAMESPACE}{role}")
    if found is None:
        return None
    words = found.find(f"{NAMESPACE}name")
    name: str | None = words.text if words is not None else None
    return name or found.get("literal")


def _unreadable(where: str, reason: str) -> InputError:
    return InputError(
        "Not NewsML-G2 that can be read",
        code="newsml",
        value=reason[:160],
        where=where,
        hint=HINT,
    )


def sniff(head: bytes) -> bool:
    """Whether the first bytes are NewsML-G2's."""
    return bool(MARK.search(head))


READER = Reader(
    name="newsml",
    suffixes=(".xml",),
    sniff=sniff,
    read=read,
    media_types=("application/vnd.iptc.g2.newsitem+xml", "application/vnd.iptc.g2.newsmessage+xml"),
    precise=True,
)
