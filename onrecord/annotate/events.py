"""Events, and how certain the writer is of them."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.network import Scores
from onrecord.annotate.spans import WordSpan, char_span
from onrecord.annotate.words import Words
from onrecord.core.annotation import Event

#: The scale's ends (Saurí and Pustejovsky, 2009; Stanovsky et al., 2017).
CERTAIN = 3.0


def certainty_at(scores: Scores, span: WordSpan) -> float | None:
    """The certainty of a span's first word, -3 to 3; None without such a head."""
    found = scores.scales.get("certainty")
    if found is None:
        return None
    return round(min(max(float(found[span.first]), -CERTAIN), CERTAIN), 3)


def events(words: Words, scores: Scores, spans: Sequence[WordSpan]) -> list[Event]:
    """Events in text order; none without the certainty head."""
    return [
        Event(char_span(words, span), certainty, span.score)
        for span in spans
        if (certainty := certainty_at(scores, span)) is not None
    ]
