"""Appositions: descriptions that stand beside a name, or are said to be or to be called it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.core.span import Span
from onrecord.extract.candidates import Candidate
from onrecord.extract.clusters import BODIES
from onrecord.extract.prose import Prose

AGE_APPOSED = re.compile(r"\s*,\s*(?:aged\s+)?\d{1,3}\s*,\s*$|\s*\(\d{1,3}\),?\s*$|\s*,\s*$")
CALLED = re.compile(
    r",?\s*(?:,\s*)?(?:who gave (?:his|her|their) name (?:only )?as|calling itself"
    r"|who calls? (?:him|her|it)self"
    r"|(?:so-)?called|named(?: as)?|(?:(?:has|have) been |was |is )?identified (?:only )?as"
    r"|(?:(?:has|have) been |was |is )?(?:identified|named) by (?:\w+ ){1,3}as|known as"
    r"|(?:has been|was) named as|by the name of)\s*$"
)
RELATIVE = re.compile(r" (?:who|suspected of|accused of|charged with) [^.;:“”\"\n]{3,110}, ")
"""Between "a man" and his name: "a man who stabbed two shoppers, Olaf Dunn, 29, was …"."""
AGE_NEXT = re.compile(r", (?:aged )?\d{1,3}\b|\s\(\d{1,3}\)")
AGE_BEFORE = re.compile(r"(?<= )\d{1,3}-year-old $")
IDENTIFYING = ("identified ", "named ", "identify ", "name ", "identifying ", "naming ")
COPULA = re.compile(
    r"\s*(?:is|was|are|were|became|remains)(?: (?:believed|thought|understood|said|known))?"
    r"(?: to (?:be|have been))?\s*$"
)
BEHIND_APPOSITION = re.compile(
    r"\s*(?:[,.;:)”\"’»—–-]|\d|$|\s(?:of|in|at|from|who|for|with|and|on|as|to|by|near)\b)"
)
BODY_APPOSED = re.compile(
    r", (?:the|an?) (?:[\w'’-]+ ){0,3}"
    r"(?:alliance|union|group|association|movement|coalition|federation|charity|party|network) "
)
"""Between people and the body that they are: "the anglers, the river charity Weir,"."""
OF_BEHIND = re.compile(r"^ (?:of|for) (?:[\w'’-]+ ){0,3}[\w'’-]+,(?= $)")
"""What may stand between an office and its holder: "the minister of trade, Ida Berg,"."""


def find_links(
    prose: Prose, names: Iterable[Candidate], nominals: Iterable[Candidate]
) -> dict[Span, Candidate]:
    """Nominals that stand in apposition to a name, or are said to be or to be called it."""
    ordered = sorted([*names, *nominals], key=lambda c: (c.span.start, -c.span.end))
    links: dict[Span, Candidate] = {}
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 : index + 4]:
            if other.span.start < one.span.end:
                continue
            pair = _pair(one, other)
            if pair is not None and pair.nominal.span not in links and _linked(prose, one, other):
                links[pair.nominal.span] = pair.name
                break
    return links


@dataclass(frozen=True, slots=True)
class _Pair:
    name: Candidate
    nominal: Candidate


def _pair(one: Candidate, other: Candidate) -> _Pair | None:
    forms = (one.form, other.form)
    if forms == ("name", "nominal"):
        pair = _Pair(one, other)
    elif forms == ("nominal", "name"):
        pair = _Pair(other, one)
    else:
        return None
    if pair.nominal.plural and not (pair.name is other and pair.name.kind == "organisation"):
        return None
    if pair.nominal.plural:
        return pair if pair.nominal.definite == "definite" else None
    same = pair.name.kind == pair.nominal.kind or pair.name.kind == "object"
    bodies = pair.name.kind in BODIES and pair.nominal.kind in BODIES
    return pair if same or bodies else None


def _linked(prose: Prose, one: Candidate, other: Candidate) -> bool:
    start = (
        other.title.start if other.title and other.title.start >= one.span.end else other.span.start
    )
    if start < one.span.end:
        start = one.span.end
    gap = prose.text[one.span.end : start]
    behind = prose.text[other.span.end : other.span.end + 20]
    if one.form == "nominal" and RELATIVE.fullmatch(gap) and AGE_NEXT.match(behind):
        return True
    if len(gap) > 60 or "\n" in gap or ". " in gap:
        return False
    if one.plural:
        return bool(BODY_APPOSED.fullmatch(gap))
    if one.form == "nominal" and other.title and other.title.overlaps(one.span):
        return True
    if one.form == "nominal":
        if behind.startswith(("'s", "’s")) and gap.strip():
            return False
        gap = OF_BEHIND.sub(",", AGE_BEFORE.sub("", gap))
        if gap == " as " and one.definite == "definite":
            return prose.text[: one.span.start].endswith(IDENTIFYING)
        if not gap.strip():
            return gap != "" or other.title is not None
        if CALLED.match(gap):
            return True
        if COPULA.match(gap) and one.definite == "definite":
            return True
        return (
            gap.strip() == "," and one.definite != "bare" and bool(BEHIND_APPOSITION.match(behind))
        )
    if COPULA.match(gap):
        return other.definite in {"indefinite", "definite"} and other.kind == "person"
    if gap == "" or prose.text[one.span.end :].startswith(("'s", "’s")):
        return False
    return bool(AGE_APPOSED.match(gap)) and bool(BEHIND_APPOSITION.match(behind))
