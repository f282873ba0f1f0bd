"""Stamps: the time with which a post of a live blog begins ("14.05 Police say …").

A stamp is no part of a sentence, of a name or of what somebody says; the readers begin behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from onrecord.core.annotation import Annotation, Attribution, Mention
from onrecord.core.span import Span, Spans

CLOCK = r"(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:[:.][0-5]\d)?(?!\d)(?:[ \u00a0]?[AaPp]\.?[Mm]\b\.?)?"
ZONE = (
    r"(?:[ \u00a0](?:GMT|UTC|BST|IST|WES?T|CES?T|EES?T|MSK|[ECMP][SD]?T|AE[SD]T|NZ[SD]T|SAST|JST"
    r"|local time)\b(?:[+-]\d{1,2})?)?"
)
PARTED = (
    r"[ \u00a0]*[:|–—-]+(?=\s)[ \u00a0]*"
    r"|[ \u00a0]+(?=[^\Wa-z\d_]|[\"'“”„‘’«»‹›`@]|\d[\d,.]*(?:-|[ \u00a0][a-z]))"
    r"|(?=[ \u00a0]*$)"
)
STAMP = re.compile(
    rf"(?:Updated (?:at )?)?(?:\({CLOCK}{ZONE}\)|{CLOCK}{ZONE})(?:{PARTED})", re.MULTILINE
)
"""A time at the beginning of a line, with what parts it from the post: a mark, or a capital, quotation
mark or count behind it. "12.20 euros" and "9.15 was too late" are no stamps."""
BEFORE = re.compile(r"(?:^|(?<=\n))[ \t\u00a0]*")


def find_stamps(text: str) -> Spans:
    """The stamps at the beginnings of lines, with the white space behind them, in text order."""
    found = (STAMP.match(text, line.end()) for line in BEFORE.finditer(text))
    return tuple(Span(*stamp.span()) for stamp in found if stamp is not None)


class Stamps:
    """The stamps of one text, for asking quickly."""

    def __init__(self, text: str) -> None:
        self.spans = find_stamps(text)
        self._starts = [span.start for span in self.spans]

    def behind(self, offset: int) -> int:
        """The offset, or the end of the stamp that holds it."""
        at = bisect_right(self._starts, offset) - 1
        return max(offset, self.spans[at].end) if at >= 0 else offset

    def cut(self, span: Span) -> Span | None:
        """The span from behind a stamp that holds its start; None where nothing is left."""
        start = self.behind(span.start)
        return Span(start, span.end) if start < span.end else None

    def cut_all(self, spans: Iterable[Span]) -> Spans:
        """The spans without stamps at their starts."""
        return tuple(left for span in spans if (left := self.cut(span)) is not None)

    def cleared(self, annotation: Annotation) -> Annotation:
        """The annotation whose mentions and attributions leave the stamps out."""
        if not self.spans:
            return annotation
        mentions = (self._mention(one) for one in annotation.mentions)
        return replace(
            annotation,
            mentions=tuple(one for one in mentions if one is not None),
            attributions=tuple(self._attribution(one) for one in annotation.attributions),
        )

    def _mention(self, one: Mention) -> Mention | None:
        span = self.cut(one.span)
        return None if span is None else replace(one, span=span)

    def _attribution(self, one: Attribution) -> Attribution:
        return replace(
            one,
            source=self.cut_all(one.source),
            cue=self.cut_all(one.cue),
            content=self.cut_all(one.content),
        )
