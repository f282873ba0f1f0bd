"""Upper-case wires brought to mixed case, so that what they teach holds for today's typing too.

No spelling is invented: a word is capitalised as other corpora mostly write it inside sentences;
what they never have in lower case is a name. Line breaks inside a paragraph become spaces. Not one
code point is added or lost, so offsets stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
#: A short word in square brackets stands for the name before it: "[ELN]".
BRACKETED = re.compile(r"\[[A-Z-]{2,6}\]")
SENTENCE_END = re.compile(r"[.!?\n\]]\W*$|^\W*$|--\W*$|[\"“]$")
LOOK_BACK = 8
#: Times that lower case must be seen as often as a capital. At 1 the two are level.
COMMON_SHARE = 1.0


class Truecaser:
    """Learns how words are written, then writes upper-case text that way."""

    def __init__(self) -> None:
        self._common: Counter[str] = Counter()
        self._proper: Counter[str] = Counter()

    def learn(self, texts: Iterable[str]) -> Truecaser:
        """Counts both spellings, sentence starts left out."""
        for text in texts:
            for match in WORD.finditer(text):
                word = match[0]
                if word.islower():
                    self._common[word] += 1
                elif not opens_sentence(text, match.start()):
                    self._proper[word.lower()] += 1
        return self

    def mixed(self, text: str) -> str:
        """The text in mixed case, paragraphs in one line, all offsets unchanged."""
        kept = [m.span() for m in BRACKETED.finditer(text)]
        text = re.sub(r"(?<!\n)\n(?!\s*\n)", " ", text)
        pieces, at = [], 0
        for match in WORD.finditer(text):
            start, end = match.span()
            pieces.append(text[at:start])
            at = end
            if any(low < start and end < high for low, high in kept):
                pieces.append(match[0])
            else:
                pieces.append(self._word(match[0], opens=opens_sentence(text, start)))
        return "".join([*pieces, text[at:]])

    def _word(self, word: str, *, opens: bool) -> str:
        lowered = word.lower()
        if self._common[lowered] > COMMON_SHARE * self._proper[lowered]:
            return lowered.capitalize() if opens else lowered
        return "-".join(part.capitalize() for part in lowered.split("-"))


def opens_sentence(text: str, start: int) -> bool:
    """Whether a word stands where any word has a capital."""
    return bool(SENTENCE_END.search(text[max(0, start - LOOK_BACK) : start]))
