"""Sources: the noun phrase that a cue verb belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.span import Span
from onrecord.extract import vocabulary as v
from onrecord.extract.cast import Cast, Role
from onrecord.extract.cues import AUXILIARIES, DOCUMENTS, is_adverb
from onrecord.extract.drafts import Sentence
from onrecord.extract.prose import Prose

RELATIVE_REACH = 14
"""Words of a relative clause without a comma: longer ones are rare in news."""
RELATIVES = frozenset("who which".split())
REACH = 30
"""Words left of a cue in which its source may begin, asides between commas included."""
SEEN = frozenset("seen obtained reviewed viewed examined read".split())
"""Between a document and who had it in hand: "a memo seen by Radio X" is the memo's word."""
PREPOSITIONS = frozenset(
    "of at in on from for with near close to by under inside outside "
    "behind against named called between among".split()
)


@dataclass(frozen=True, slots=True)
class Source:
    """A source phrase; `first` is the index of its first word."""

    span: Span
    role: Role | None
    first: int


def verb_start(prose: Prose, index: int, first: int) -> int:
    """The first word of the verb group that ends with the word at `index`."""
    start = index
    while start > first and _is_auxiliary(prose.words[start - 1].lower):
        start -= 1
    return start


def _is_auxiliary(lower: str) -> bool:
    return lower in AUXILIARIES or is_adverb(lower)


def source_left(prose: Prose, cast: Cast, index: int, sentence: Sentence) -> Source | None:
    """The source that ends right before the verb group whose last word is at `index`."""
    start = verb_start(prose, index, sentence.first)
    if start <= sentence.first:
        return None
    quoted = prose.quotation_at(prose.words[index].start)
    position = start - 1
    word = prose.words[position]
    if prose.words[start].lower in RELATIVES and word.text == "," and position > sentence.first:
        return _phrase(prose, cast, position - 1, sentence)
    if word.text == "," or word.text == ")" or word.text in {"–", "—"}:
        return _behind_aside(prose, cast, position, sentence)
    found = _phrase(prose, cast, position, sentence)
    if found is not None and prose.quotation_at(found.span.start) is not quoted:
        return None
    return found


def _phrase(prose: Prose, cast: Cast, position: int, sentence: Sentence) -> Source | None:
    """The noun phrase whose last word is at `position`, its own modifiers behind the head included."""
    word = prose.words[position]
    if word.lower in {"i", "we"} and prose.words[position].text != "i":
        return Source(Span(word.start, word.end), None, position)
    relative = _before_relative(prose, cast, position, sentence)
    if relative is not None:
        return relative
    role = _ending(prose, cast, position)
    if role is None:
        return _unknown_phrase(prose, cast, position, sentence)
    head = role
    for _ in range(4):
        first = prose.word_index(cast.with_title(head).start)
        outer = _outer(prose, cast, first, sentence)
        if outer is None:
            break
        head = outer
    if not head.speaks and not _is_document(prose, head):
        document = _document_before(prose, head, sentence)
        if document is None:
            return None
        return Source(Span(document, role.span.end), role, prose.word_index(document))
    start = cast.with_title(head).start
    speaker = head if head.speaks else role
    return Source(Span(start, role.span.end), speaker, prose.word_index(start))


def _ending(prose: Prose, cast: Cast, position: int) -> Role | None:
    """The mention that ends at the word, or behind whose name only its age stands."""
    return cast.ending_at(prose.words[position].end)


def _outer(prose: Prose, cast: Cast, first: int, sentence: Sentence) -> Role | None:
    """The mention to which a preposition ties the phrase that begins at `first`."""
    step = first - 1
    while step > sentence.first and prose.words[step].lower in {
        "the",
        "a",
        "an",
        "his",
        "her",
        "own",
    }:
        step -= 1
    if step <= sentence.first or prose.words[step].lower not in PREPOSITIONS:
        return None
    before = step - 1
    while before > sentence.first and prose.words[before].lower in {
        "quoted",
        "cited",
        "close",
        "speaking",
        "working",
        "living",
        "itself",
        "calling",
        *SEEN,
    }:
        before -= 1
    role = cast.ending_at(prose.words[before].end)
    if role is None or role.form == "pronoun":
        return None
    if role.is_document and prose.words[step - 1].lower not in SEEN:
        return None
    return role


def _before_relative(prose: Prose, cast: Cast, position: int, sentence: Sentence) -> Source | None:
    """The mention that a relative clause up to the word describes: "the officer who saw him"."""
    words = prose.words
    for step in range(position, max(sentence.first, position - RELATIVE_REACH), -1):
        if not words[step].text[0].isalnum():
            return None
        if words[step].lower == "who":
            role = cast.ending_at(words[step - 1].end)
            if role is None or not role.speaks:
                return None
            start = cast.with_title(role).start
            return Source(Span(start, words[position].end), role, prose.word_index(start))
    return None


def _is_document(prose: Prose, role: Role) -> bool:
    words = prose.words_in(role.span)
    return bool(words) and words[-1].lower in DOCUMENTS


def _document_before(prose: Prose, role: Role, sentence: Sentence) -> int | None:
    """Where a document's phrase begins in whose words the mention stands ("A message … of X")."""
    first = prose.word_index(role.span.start)
    for step in range(first - 1, max(sentence.first - 1, first - 14), -1):
        if prose.words[step].lower in DOCUMENTS:
            start = step
            while start > sentence.first and prose.words[start - 1].lower in v.DETERMINERS:
                start -= 1
            return prose.words[start].start
        if prose.words[step].text in ",;:":
            return None
    return None


def _unknown_phrase(prose: Prose, cast: Cast, position: int, sentence: Sentence) -> Source | None:
    """A phrase without a known mention at its end: "the lawyers' report", "the man in red"."""
    words = prose.words
    if words[position].lower in {"and", "or", "but", "that"} | v.DETERMINERS:
        return None
    low = max(sentence.first, position - REACH)
    quote = prose.quotation_at(words[position].start)
    if quote is not None:
        low = max(low, prose.word_index(quote.inner.start))
    for step in range(position, low - 1, -1):
        if words[step].text in {",", ";", ":", "(", ")"} or words[step].text in '"“”‘':
            return None
    for step in range(position - 1, max(sentence.first, position - 8) - 1, -1):
        if words[step].lower in PREPOSITIONS:
            role = cast.ending_at(words[step - 1].end) if step > sentence.first else None
            if role is None and step > sentence.first + 1:
                role = cast.ending_at(words[step - 2].end)
            if role is not None and role.speaks:
                start = cast.with_title(role).start
                return Source(Span(start, words[position].end), role, prose.word_index(start))
    if words[position].lower in DOCUMENTS:
        start = position
        while start > sentence.first and (
            words[start - 1].lower in v.DETERMINERS or words[start - 1].possessive
        ):
            start -= 1
        owner = cast.ending_at(words[start].end) if words[start].possessive else None
        return Source(Span(words[start].start, words[position].end), owner, start)
    return None


def _behind_aside(prose: Prose, cast: Cast, position: int, sentence: Sentence) -> Source | None:
    """The source before an aside in commas, brackets or dashes: "Skouras, the bar's president, said"."""
    words = prose.words
    low = max(sentence.first, position - REACH)
    opening = {")": "("}.get(words[position].text, words[position].text)
    for step in range(position - 1, low, -1):
        if words[step].text in '"“”' and prose.quotation_at(words[position].start) is None:
            return None
        if words[step].text != opening:
            continue
        role = cast.ending_at(words[step - 1].end)
        if role is None or not role.speaks:
            whole = _phrase(prose, cast, step - 1, sentence)
            if (
                whole is not None
                and whole.role is not None
                and _begins_clause(prose, whole.first, sentence)
            ):
                return Source(
                    Span(whole.span.start, words[position - 1].end), whole.role, whole.first
                )
            continue
        whole_phrase = _phrase(prose, cast, step - 1, sentence)
        start = whole_phrase.span.start if whole_phrase else cast.with_title(role).start
        speaker = whole_phrase.role if whole_phrase and whole_phrase.role else role
        if _begins_clause(prose, prose.word_index(start), sentence):
            return Source(Span(start, words[position - 1].end), speaker, prose.word_index(start))
    return None


def _begins_clause(prose: Prose, first: int, sentence: Sentence) -> bool:
    if first <= sentence.first:
        return True
    before = prose.words[first - 1]
    return not before.text[0].isalnum() or before.lower in {
        "and",
        "but",
        "that",
        "while",
        "when",
        "because",
        "as",
        "although",
        "though",
    }


def source_right(prose: Prose, cast: Cast, index: int, sentence: Sentence) -> Source | None:
    """The source that follows an inverted verb: "…," said Berg, a court clerk."""
    position = index + 1
    while position < sentence.last and is_adverb(prose.words[position].lower):
        position += 1
    if position >= sentence.last:
        return None
    role = cast.behind_titles(position, sentence.last)
    if role is None or not role.speaks:
        return None
    end = _with_apposition(prose, cast, role, sentence)
    return Source(Span(prose.words[position].start, end), role, position)


def _with_apposition(prose: Prose, cast: Cast, role: Role, sentence: Sentence) -> int:
    """The end of the source with an apposition to the same entity behind it."""
    index = prose.word_index(role.span.end)
    if index + 1 < sentence.last and prose.words[index].text == ",":
        following = cast.starting_at(prose.words[index + 1].start)
        if (
            following is not None
            and following.entity.id == role.entity.id
            and following.form != "pronoun"
        ):
            return following.span.end
    return role.span.end
