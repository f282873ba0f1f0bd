"""Handles: "@harbourpolice" as the name of whoever posts under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.core.annotation import EntityKind
from onrecord.core.span import Span
from onrecord.extract import vocabulary as v
from onrecord.extract.candidates import Candidate, fold
from onrecord.extract.name_candidates import candidate_of
from onrecord.extract.prose import Prose

HANDLE = re.compile(r"(?<![\w@.])@(?P<name>\w{2,30})")
BEFORE_HANDLE = " ("
"""What stands between a name and the handle that goes with it: "Ida Berg (@idab)"."""


def handle_names(prose: Prose, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The handles of a text, each with the words of the name that it spells or stands behind."""
    spelled = {"".join(c.words): c for c in found}
    ending = {c.span.end: c for c in found}
    for match in HANDLE.finditer(prose.text):
        span = Span(match.start(), match.end())
        if prose.is_boilerplate(span) or prose.sentence_at(span.start) is None:
            continue
        word = fold(match["name"])
        beside = ending.get(span.start - len(BEFORE_HANDLE))
        same = beside or spelled.get(word) or spelled.get(word.replace("_", ""))
        if same is not None:
            yield replace(candidate_of(prose, span, same.kind, None), words=same.words)
        else:
            yield replace(candidate_of(prose, span, _kind(word), None), words=(word,))


def _kind(word: str) -> EntityKind:
    """An office's handle has its word in it; else it is somebody's own."""
    bodies = any(noun in word for noun in v.ORGANISATION_WORDS if len(noun) > 4)
    return "organisation" if bodies else "person"
