"""A report's text with people, statements, facts and boilerplate marked, for a terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rich.text import Text

from onrecord.core.reading import Reading
from onrecord.core.span import Span, Spans, covers, merge

PEOPLE = frozenset({"person", "group"})


@dataclass(frozen=True, slots=True)
class Layer:
    """One kind of mark: its look on a terminal, its brackets where there is no colour."""

    name: str
    style: str
    opening: str
    closing: str


LAYERS = (
    Layer("boilerplate", "dim", "~", "~"),
    Layer("statement", "italic", "{", "}"),
    Layer("person", "bold cyan", "[", "]"),
    Layer("fact", "underline yellow", "*", "*"),
)
"""From the outermost to the innermost."""


def legend(*, colour: bool) -> Text:
    """What the marks mean."""
    words = Text("Marked: ", style="dim")
    for index, layer in enumerate(LAYERS):
        words.append(", " if index else "")
        if colour:
            words.append(layer.name, style=layer.style)
        else:
            words.append(f"{layer.opening}{layer.name}{layer.closing}")
    return words


def spans_of(reading: Reading) -> dict[str, Spans]:
    """The spans of each layer, those that touch joined."""
    people = [
        mention.span
        for entity in reading.entities
        if entity.kind in PEOPLE
        for mention in entity.mentions
        if mention.form != "pronoun"
    ]
    return {
        "boilerplate": merge(b.span for b in reading.report.boilerplate),
        "statement": merge(s for statement in reading.statements for s in statement.content),
        "person": merge(people),
        "fact": merge(span for fact in reading.facts for span in fact.evidence),
    }


def marked_text(reading: Reading, *, colour: bool) -> Text:
    """The report's text with its marks."""
    text = reading.report.text
    layers = spans_of(reading)
    brackets = {} if colour else _brackets(layers)
    page = Text()
    for piece in _pieces(len(text), layers):
        page.append(brackets.get(piece.start, ""))
        styles = [layer.style for layer in LAYERS if colour and covers(layers[layer.name], piece)]
        page.append(piece.cut(text), style=" ".join(styles) or None)
    page.append(brackets.get(len(text), ""))
    return page


def _pieces(length: int, layers: dict[str, Spans]) -> Iterator[Span]:
    """Stretches of the text over which no mark begins or ends."""
    edges = {0, length}
    for spans in layers.values():
        edges.update(edge for span in spans for edge in (span.start, span.end))
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        yield Span(start, end)


def _brackets(layers: dict[str, Spans]) -> dict[int, str]:
    """The brackets to write before each offset: inner ones close first, outer ones open first."""
    closing: dict[int, str] = defaultdict(str)
    opening: dict[int, str] = defaultdict(str)
    for layer in LAYERS:
        for span in layers[layer.name]:
            opening[span.start] += layer.opening
            closing[span.end] = layer.closing + closing[span.end]
    return {at: closing[at] + opening[at] for at in {*closing, *opening}}
