"""Names, nominals and pronouns of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from onrecord.annotate.spans import WordSpan, char_span
from onrecord.annotate.titles import without_titles
from onrecord.annotate.words import Words
from onrecord.core.annotation import EntityKind, Form, Mention
from onrecord.core.span import Span

#: Pronouns that can point at people; "it" is left out, as it points at anything.
PRONOUN = re.compile(
    r"(?<![\w'’-])(?:he|him|his|himself|she|her|hers|herself|they|them|their|theirs|themselves"
    r"|i|me|my|mine|myself|we|us|our|ours|ourselves|who|whom|whose)(?![\w-])",
    re.IGNORECASE,
)


def tagged_mentions(
    text: str, words: Words, names: Sequence[WordSpan], nominals: Sequence[WordSpan]
) -> list[Mention]:
    """Names and nominals; a nominal may hold a name ("the Ostrow mayor")."""
    found = [_untitled(text, _mention(words, span, "name")) for span in names]
    taken = {m.span for m in found}
    for span in nominals:
        mention = _mention(words, span, "nominal")
        if mention.span not in taken and not PRONOUN.fullmatch(mention.span.cut(text)):
            found.append(mention)
    return found


def with_pronouns(text: str, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """All mentions in text order."""
    every = [*found, *pronouns(text, found)]
    return tuple(sorted(every, key=lambda m: (m.span.start, -m.span.end, m.form)))


def _mention(words: Words, span: WordSpan, form: Form) -> Mention:
    return Mention(char_span(words, span), cast(EntityKind, span.kind), form, span.score)


def _untitled(text: str, mention: Mention) -> Mention:
    if mention.kind != "person":
        return mention
    span = mention.span
    return replace(mention, span=Span(span.start + without_titles(span.cut(text)), span.end))


def pronouns(
    text: str, found: Sequence[Mention], start: int = 0, end: int | None = None
) -> list[Mention]:
    """Pronouns by rule; "US" in capitals is a country, and a name keeps its words."""
    taken = {at for m in found if m.form == "name" for at in range(m.span.start, m.span.end)}
    return [
        Mention(Span(match.start(), match.end()), "person", "pronoun")
        for match in PRONOUN.finditer(text, start, len(text) if end is None else end)
        if match.start() not in taken and match[0] not in ("US", "ME", "WHO")
    ]
