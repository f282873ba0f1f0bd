"""Who speaks, and where a mention stands in its sentence, as coreference asks it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from onrecord.core.span import Span
from onrecord.extract.candidates import Candidate
from onrecord.extract.cues import CUES, NOMINAL_HOMONYMS
from onrecord.extract.prose import Prose
from onrecord.extract.quotations import Quotation

CONTINUED = 60
"""Code points between a speaker and the quotation that goes on: "she told the court. “"."""
SPEAKING_BEHIND = re.compile(r", [^,.;:\n“”\"]{1,70}, (\w+)")
"""An apposition between a speaker and the verb."""
OVER_ASIDE = re.compile(r"(?:, [^,.;:“”\"\n]{1,60}){1,2}, (?P<verb>[a-z]+)\b")
QUOTED_NEXT = re.compile(r"[^“”\"\n.]{0,60}[:,]?\s$")
"""Between one who speaks and the quotation that the words lead up to."""


def is_speaking(prose: Prose, candidate: Candidate, sources: Collection[Span]) -> bool:
    """Whether a cue verb stands right beside the mention, or the encoder sees a source in it."""
    if candidate.span in sources:
        return True
    index = prose.word_index(candidate.span.end)
    behind = prose.words[index : index + 2]
    if any(w.lower in CUES and w.lower not in NOMINAL_HOMONYMS for w in behind):
        return True
    aside = SPEAKING_BEHIND.match(prose.text, candidate.span.end)
    if aside and aside[1] in CUES and aside[1] not in NOMINAL_HOMONYMS:
        return True
    aside = OVER_ASIDE.match(prose.text, candidate.span.end)
    if aside and aside["verb"] in {"said", "says", "told"}:
        return True
    start = candidate.title.start if candidate.title else candidate.span.start
    before = prose.word_index(start) - 1
    if before < 0:
        return False
    lower = prose.words[before].lower
    return lower in {"said", "says"} or (
        lower == "to" and prose.words[before - 1].lower == "according"
    )


def is_subject(prose: Prose, start: int) -> bool:
    """Whether the mention opens its sentence or clause, or stands behind a closing quote."""
    sentence = prose.sentence_at(start)
    if sentence is None:
        return False
    before = prose.text[max(sentence.start, start - 12) : start].rstrip()
    if not before or before[-1] in "\"”“’»'":
        return True
    return before.endswith((" that", " But", " And", " said", ";", ":")) or before in {
        "But",
        "And",
        "“",
        '"',
    }


def own_quotations(prose: Prose, span: Span) -> Iterator[Quotation]:
    """The quotations right before and right behind one who speaks."""
    near = Span(max(0, span.start - 3), min(len(prose.text), span.end + CONTINUED))
    for quote in prose.quotations_in(near):
        if quote.span.end <= span.start or QUOTED_NEXT.fullmatch(
            prose.text, span.end, quote.span.start
        ):
            yield quote
