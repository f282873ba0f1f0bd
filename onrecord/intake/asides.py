"""Asides of a page: captions and correction notes that stand outside its body's paragraphs.

They are kept behind the body, captions marked as boilerplate; none stands there twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from onrecord.intake.blocks import paragraphs
from onrecord.intake.corrections import LONGEST, is_correction

NAMED = re.compile(
    r"(?:^|[\s_-])(?:corrections?|clarifications?|amendment|corrigendum)(?:$|[\s_-])", re.IGNORECASE
)
"""Classes and ids of an element that holds a correction note."""
ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:related|recommend(?:ed|ations?)?|promo|teasers?|sidebar|most|more|popular|nav|menu|"
    r"footer|comments?|newsletter|advert(?:isement)?|trending|outbrain|taboola)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes and ids of what belongs to other reports or to the site."""
OUTSIDE = frozenset({"nav", "aside", "footer", "form"})
MOST = 40
"""Captions of one page: a gallery has some thirty; a page with more is an index of galleries."""
CAPTION_LENGTH = 600
"""Code points of the longest caption: two or three sentences and a credit."""


@dataclass(frozen=True, slots=True)
class Asides:
    """Paragraphs to stand behind the body."""

    corrections: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()


def find_asides(tree: etree._Element) -> Asides:
    """The asides of a page's report; asked before anything is taken from the tree."""
    captions = [
        text
        for node in tree.iter("figcaption")
        if _of_the_report(node)
        for text in paragraphs(node)
        if len(text) <= CAPTION_LENGTH and any(letter.isalpha() for letter in text)
    ]
    notes = [text for node in _named(tree) for text in paragraphs(node)]
    return Asides(
        tuple(dict.fromkeys(n for n in notes if len(n) <= LONGEST and is_correction(n))),
        tuple(dict.fromkeys(captions)) if len(captions) <= MOST else (),
    )


def beside(body: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Those that the body does not hold already."""
    plain = _plain(body)
    return tuple(text for text in texts if _plain(text) not in plain)


def _named(tree: etree._Element) -> Iterator[etree._Element]:
    for node in tree.iter("p", "div", "section", "aside", "footer", "em"):
        if NAMED.search(f"{node.get('class') or ''} {node.get('id') or ''}"):
            yield node


def _of_the_report(node: etree._Element) -> bool:
    """Whether an element stands in the report, not in what surrounds it."""
    inside = False
    for parent in node.iterancestors():
        named = f"{parent.get('class') or ''} {parent.get('id') or ''}"
        if parent.tag in OUTSIDE or (
            parent.tag not in {"body", "html"} and ELSEWHERE.search(named)
        ):
            return False
        inside = inside or parent.tag in {"article", "main"}
        if parent.tag == "article":
            break
    return inside


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
