"""Names: capitalised sequences, repaired with and by the encoder's mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.core.span import Span
from onrecord.extract import vocabulary as v
from onrecord.extract.candidates import Candidate, fold
from onrecord.extract.handles import handle_names
from onrecord.extract.name_candidates import candidate_of, candidate_of_run, title_before
from onrecord.extract.name_joining import join_names
from onrecord.extract.prose import Prose, Word
from onrecord.extract.runs import Run, find_runs, is_adjacent, is_name_word


def find_names(prose: Prose) -> list[Candidate]:
    """Names of a report in text order, none overlapping, with the kind that words and encoder give."""
    given = [m for m in prose.annotation.mentions if m.form == "name"]
    rough = [c for run in find_runs(prose) if (c := candidate_of_run(prose, run)) is not None]
    joined = join_names(prose, rough, given)
    known = _known_again(prose, joined)
    return sorted([*known, *handle_names(prose, known)], key=lambda c: (c.span.start, -c.span.end))


# --- second look --------------------------------------------------------------------------------


def _known_again(prose: Prose, found: Sequence[Candidate]) -> list[Candidate]:
    """Adds single words and headline words that are part of a name found elsewhere."""
    taken = sorted(c.span for c in found)
    people = {w: c for c in found if c.kind == "person" for w in c.words if len(w) > 2}
    others = {c.words[0]: c for c in found if c.kind != "person" and len(c.words) == 1}
    result = list(found)
    cursor = 0
    for word in _capitals(prose):
        while cursor < len(taken) and taken[cursor].end <= word.start:
            cursor += 1
        if cursor < len(taken) and taken[cursor].start < word.end:
            continue
        if _is_part(prose, word):
            continue
        same = people.get(fold(word.text)) or others.get(fold(word.text))
        if same is not None and word.lower not in v.STARTERS:
            run = Run(index := prose.word_index(word.start), index + 1, index)
            title = title_before(prose, run) if same.kind == "person" else None
            result.append(candidate_of(prose, Span(word.start, word.end), same.kind, title))
    return sorted(_together(prose, result), key=lambda c: (c.span.start, -c.span.end))


def _is_part(prose: Prose, word: Word) -> bool:
    """Whether the word is part of a longer name: "Anderson" in "Anderson County"."""
    index = prose.word_index(word.start)
    sentence = prose.sentence_at(word.start)
    if sentence is None or sentence.start in prose.shouted or word.possessive:
        return False
    if index + 1 >= len(prose.words) or not is_adjacent(prose, index + 1):
        return False
    following = prose.words[index + 1]
    return following.start < sentence.end and is_name_word(following)


def _capitals(prose: Prose) -> Iterator[Word]:
    for sentence in prose.sentences:
        for word in prose.words_in(sentence):
            if word.is_alpha and word.is_capital:
                yield word


def _together(prose: Prose, found: Iterable[Candidate]) -> list[Candidate]:
    """Neighbouring single words of one person's name joined ("ANIS AMRI" in a headline)."""
    result: list[Candidate] = []
    for one in sorted(found, key=lambda c: c.span):
        last = result[-1] if result else None
        if (
            last is not None
            and last.kind == one.kind == "person"
            and len(last.words) == len(one.words) == 1
            and prose.text[last.span.end : one.span.start] == " "
        ):
            whole = Span(last.span.start, one.span.end)
            result[-1] = replace(last, span=whole, words=last.words + one.words, head=one.head)
        else:
            result.append(one)
    return result
