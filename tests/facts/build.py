"""Contexts for tests, made from a text with marked mentions.

"[e1 Ana Brito], 23, said [e2:organisation Lumora] had told [e1 her]." marks three mentions of two
entities; a kind after a colon holds for the entity, `person` where there is none. Marks may nest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from onrecord.core.annotation import EntityKind, Form
from onrecord.core.reading import Entity, EntityMention, ReportIncident, Statement, Time
from onrecord.core.report import Report
from onrecord.core.span import Span, Spans
from onrecord.facts.base import Context, Found

MARK = re.compile(r"\[(?P<id>[a-z]\d+)(?::(?P<kind>\w+))? |(?P<close>\])")
PRONOUN = re.compile(
    r"(?:he|him|his|she|her|hers|it|its|they|them|their|himself|herself|i|me|my|who)$",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"\S.*?(?:[.!?][”\"’]?(?=\s|$)|(?=\n)|$)")
SHORT = re.compile(r"(?:\b(?:Col|Capt|Mr|Mrs|Ms|Dr|St|Lt|Sgt|Gen|Maj|a\.m|p\.m)|\b[A-Z])\.$")


def form_of(words: str) -> Form:
    """How a mention's words point: a pronoun, a name (its last word in capitals), or a nominal."""
    if PRONOUN.match(words):
        return "pronoun"
    first, last = words.split()[0], words.split()[-1]
    if last[0].isupper() and first.lower() not in ("a", "an", "the", "his", "her", "their"):
        return "name"
    return "nominal"


def sentences_of(text: str) -> Spans:
    """A plain sentence split: after a full stop that ends no common abbreviation."""
    found: list[Span] = []
    for match in SENTENCE.finditer(text):
        before = text[found[-1].start : found[-1].end] if found else ""
        if found and SHORT.search(before) and "\n" not in text[found[-1].end : match.start()]:
            found[-1] = Span(found[-1].start, match.end())
        else:
            found.append(Span(match.start(), match.end()))
    return tuple(found)


def build(
    marked: str,
    *,
    statements: Iterable[Statement] = (),
    incidents: Iterable[ReportIncident] = (),
    times: Iterable[Time] = (),
    published: str | None = "2024-03-14",
) -> Context:
    """A context whose text is the marked text without its marks."""
    text, mentions, kinds = "", defaultdict(list), {}
    stack: list[tuple[str, int]] = []
    at = 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark["close"]:
            name, start = stack.pop()
            mentions[name].append(Span(start, len(text)))
        else:
            stack.append((mark["id"], len(text)))
            kinds.setdefault(mark["id"], mark["kind"] or "person")
    text += marked[at:]
    report = Report(id="r1", input="test", text=text, published=published)
    return Context(
        report=report,
        sentences=sentences_of(text),
        entities=tuple(_entity(n, kinds[n], mentions[n], text) for n in sorted(kinds)),
        statements=tuple(statements),
        incidents=tuple(incidents) or (ReportIncident("i1", "other", lead=True),),
        times=tuple(times),
    )


def _entity(name: str, kind: EntityKind, spans: list[Span], text: str) -> Entity:
    mentions = tuple(EntityMention(s, form_of(s.cut(text))) for s in sorted(spans))
    names = [m.span.cut(text) for m in mentions if m.form == "name"]
    nominals = [m.span.cut(text) for m in mentions if m.form == "nominal"]
    best = max(names or nominals or [m.span.cut(text) for m in mentions], key=len)
    return Entity(name, kind, best, mentions, named=bool(names), plural=kind == "group")


def values(found: Iterable[Found]) -> list[tuple[str, object]]:
    """Subject and value of each, without repeats, in the order found."""
    return list(dict.fromkeys((f.subject, f.value) for f in found))


def words(found: Iterable[Found], context: Context) -> list[str]:
    """The evidence of each."""
    return [" … ".join(s.cut(context.text) for s in f.evidence) for f in found]
