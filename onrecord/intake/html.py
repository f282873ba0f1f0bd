"""Web pages: the body through trafilatura, the details from what the page says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

import trafilatura
from lxml import etree
from lxml import html as markup
from trafilatura.settings import use_config

from onrecord.core.report import Boilerplate, Rejection, Report
from onrecord.core.span import Span
from onrecord.errors import InputError
from onrecord.intake.asides import Asides, beside, find_asides
from onrecord.intake.base import Delivery, Details, Reader
from onrecord.intake.blocks import paragraphs
from onrecord.intake.decoding import declared_encoding, decode
from onrecord.intake.finish import finish
from onrecord.intake.page import page_details

MARKS = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.IGNORECASE
)
XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
SENTENCE = re.compile(r"\w[.!?…।؟][”\"’'»)\]]*(?:\s|$)|\w[。！？]")
UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]{2}")
"""Two letters of a script without spaces: about a word."""
CLOCK = re.compile(
    r"\d{1,2}[.:h]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?|\d{1,2}\s*[ap]\.?m\.?", re.IGNORECASE
)
BRIEF = 150
"""Characters of a body that is believed as it is found. Below it trafilatura takes all words of the
page as one paragraph; its own limit of 250 does so to two-sentence briefs. 4-word F1 on the pages:
.963 with 80, .972 with 150, .971 with 250."""
LINE_WORDS = 5
"""Words beside a date that make a line of text; a byline's "and", "updated" are fewer."""
FEWEST_WORDS = 15
"""Words of the shortest body that counts as one: a two-sentence brief has 15, the menus and notices
that are left of a page without a text have fewer or no sentence."""


def read(delivery: Delivery, given: Details) -> Iterator[Report | Rejection]:
    """The one report of a page.

    Raises:
        InputError: it cannot be decoded or holds no body text.
    """
    data = delivery.capture().data
    text = decode(data, delivery.where, declared_encoding(data, delivery.encoding))
    yield from page(text, given, delivery.where, address=delivery.address)


def page(
    text: str, given: Details, where: str, *, address: str | None = None
) -> Iterator[Report | Rejection]:
    """The report of a page's markup; details that are given win over the page's.

    Raises:
        InputError: it is empty or holds no body text.
    """
    if not text.strip():
        raise InputError(
            "No text in it", code="empty", where=where, hint="Check that it was saved whole."
        )
    tree = parse(text, where)
    details = given.over(page_details(tree, given.url or address))
    asides = find_asides(tree)
    body = body_text(tree, details.title)
    if len(body.split()) + len(UNSPACED.findall(body)) < FEWEST_WORDS or not SENTENCE.search(body):
        raise InputError(
            "No report in this page",
            code="no_article",
            value=f"{len(body.split())} words of body text",
            where=where,
            hint="Save the page with its text, or give the text itself.",
        )
    yield _with_asides(body, asides, details, where)


def _with_asides(body: str, asides: Asides, details: Details, where: str) -> Report:
    """The report of a body with what stands beside it: correction notes, then captions."""
    whole = "\n\n".join([body, *beside(body, asides.corrections)])
    marks = []
    for caption in beside(whole, asides.captions):
        start = len(whole) + 2
        whole = f"{whole}\n\n{caption}"
        marks.append(Boilerplate(Span(start, len(whole)), "image"))
    return finish(whole, details, where, marks)


def parse(text: str, where: str) -> etree._Element:
    """The page's tree.

    Raises:
        InputError: it holds no element at all.
    """
    try:
        # Comments stand inside paragraphs (React leaves them) and would cut the text off there.
        parser = markup.HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False)
        plain = XML_HEAD.sub("", text).replace("\x00", "")
        return markup.document_fromstring(plain, parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise InputError(
            f"Not a page: {error}", code="no_article", where=where, hint="Give an HTML file."
        ) from error


def body_text(tree: etree._Element, title: str | None) -> str:
    """The body without its title, a blank line between paragraphs.

    Times stay in the text: a live blog's entries begin with them. `fast`: trafilatura's own rules
    without its two fallbacks, which let in more page furniture than text (4-word F1 on the
    pages of the article-extraction benchmark .968 without, .964 with them).
    """
    for element in list(tree.iter("time")):
        if _of_the_text(element):
            element.tag = "span"
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(BRIEF))
    found = trafilatura.bare_extraction(
        tree, include_comments=False, fast=True, with_metadata=False, config=config
    )
    body = getattr(found, "body", None)
    if body is None:
        return ""
    return "\n\n".join(_without_title(list(paragraphs(body)), title))


def _of_the_text(time: etree._Element) -> bool:
    """Whether a time belongs to the text: a clock's time, or one in a line of words."""
    parent = time.getparent()
    own = " ".join("".join(time.itertext()).split())
    if CLOCK.fullmatch(own) or parent is None:
        return True
    tails = " ".join(child.tail or "" for child in parent)
    rest = f"{parent.text or ''} {tails}".split()
    return parent.tag in {"p", "li", "td", "dd"} and len(rest) >= LINE_WORDS


def _without_title(texts: list[str], title: str | None) -> list[str]:
    """The paragraphs behind the title, where it stands among the first two."""
    for place in range(min(2, len(texts))):
        if title and _plain(texts[place]) == _plain(title):
            return texts[:place] + texts[place + 1 :]
    return texts


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def sniff(head: bytes) -> bool:
    """Whether the first bytes are a page's."""
    return bool(MARKS.search(head))


READER = Reader(
    name="html",
    suffixes=(".html", ".htm", ".xhtml"),
    sniff=sniff,
    read=read,
    media_types=("text/html", "application/xhtml+xml"),
    sidecar=True,
)
