"""Markup to text: a blank line between paragraphs, nothing else changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

BLOCKS = frozenset(
    "address article aside blockquote body caption cell dd div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hr html item li list main nav ol p pre quote row "
    "section table tbody td tfoot th thead tr ul".split()
)
"""Elements that begin and end a paragraph: HTML's and trafilatura's own."""
BREAKS = frozenset({"br", "lb"})
SILENT = frozenset(
    "button form iframe input noscript script select style svg template textarea".split()
)
SPACE = re.compile(r"[ \t\r\n\f\v\u200b]+")


def paragraphs(root: etree._Element) -> Iterator[str]:
    """The paragraphs of an element, white space joined as a browser joins it."""
    pieces: list[str] = []
    for piece in _pieces(root):
        if piece is None:
            yield from _joined(pieces)
            pieces = []
        else:
            pieces.append(piece)
    yield from _joined(pieces)


def _joined(pieces: list[str]) -> Iterator[str]:
    lines = (SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\v"))
    text = "\n".join(line for line in lines if line)
    if text:
        yield text


def _pieces(root: etree._Element) -> Iterator[str | None]:
    """Words in order, `\\v` for a line break and None where a paragraph begins or ends."""
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            if element.tag in SILENT:
                continue
            if element.tag in BLOCKS:
                yield None
            elif element.tag in BREAKS:
                yield "\v"
            if element.text:
                yield _words(element.text)
        elif event == "end" and element.tag in BLOCKS:
            yield None
        if event != "start" and element is not root and element.tail:
            yield _words(element.tail)


def _words(text: str) -> str:
    """Text without the sign that stands for a line break here."""
    return text.replace("\v", " ")
