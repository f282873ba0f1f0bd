"""Name candidates: a name's span, kind, titles and what they tell."""

from __future__ import annotations

from onrecord.core.annotation import EntityKind
from onrecord.core.reading import Gender
from onrecord.core.span import Span
from onrecord.extract import vocabulary as v
from onrecord.extract.candidates import Candidate, fold, singular
from onrecord.extract.name_kinds import kind_of
from onrecord.extract.prose import Prose, Word
from onrecord.extract.runs import Run, is_adjacent

# --- what kind of name --------------------------------------------------------------------------


SUFFIXES = frozenset("jr sr ii iii iv".split())


def candidate_of_run(prose: Prose, run: Run) -> Candidate | None:
    """The name of a run of capitals; None where nothing speaks for its being a name."""
    words = prose.words[run.body : run.last]
    span = Span(words[0].start, words[-1].end)
    title = title_before(prose, run)
    guess = kind_of(prose, run, words, titled=title is not None)
    if guess is None:
        return None
    if guess.kind == "outlet" and run.body and is_adjacent(prose, run.body):
        before = prose.words[run.body - 1]
        span = Span(before.start, span.end) if before.text == "The" else span
    return candidate_of(prose, span, guess.kind, title, strong=guess.sure)


def candidate_of(
    prose: Prose, span: Span, kind: EntityKind, title: Span | None, *, strong: bool = False
) -> Candidate:
    """A name with that span and kind, its titles taken as roles."""
    folded = (fold(w.text).rstrip(".") for w in prose.words_in(span) if w.text[0].isalnum())
    words = tuple(folded)
    if kind == "person" and len(words) > 1 and words[-1] in SUFFIXES:
        words = words[:-1]
    roles = (
        frozenset(singular(w.lower) for w in prose.words_in(title)) if title else frozenset[str]()
    )
    return Candidate(
        span=span,
        kind=kind,
        form="name",
        words=words,
        head=words[-1] if words else "",
        definite="definite",
        gender=_title_gender(roles) if kind == "person" else None,
        roles=roles if kind == "person" else frozenset(),
        title=title if kind == "person" else None,
        strong=strong,
    )


def _title_gender(roles: frozenset[str]) -> Gender | None:
    plain = {role.rstrip(".") for role in roles}
    if plain & (v.MALE_TITLES | v.MALE_NOUNS):
        return "male"
    return "female" if plain & (v.FEMALE_TITLES | v.FEMALE_NOUNS) else None


def title_before(prose: Prose, run: Run) -> Span | None:
    """The title or role words right before a name: in capitals inside the run, or in lower case."""
    start = run.body
    if run.body > run.first:
        start = run.first
    while (
        start > 0
        and is_adjacent(prose, start)
        and _is_title_word(prose.words[start - 1], start == run.body)
    ):
        start -= 1
    if start == run.body:
        return None
    return Span(prose.words[start].start, prose.words[run.body - 1].end)


def _is_title_word(word: Word, last: bool) -> bool:  # noqa: FBT001
    if word.possessive or not word.is_alpha:
        return False
    lower = word.lower.rstrip(".")
    if lower in v.RANKS or lower in v.PERSON_NOUNS:
        return True
    if last:
        return _looks_like_role(lower) and word.text.islower()
    return lower in v.PLAIN_MODIFIERS or lower in v.NATIONALITIES


def _looks_like_role(lower: str) -> bool:
    return lower.endswith(("ologist", "ographer", "keeper", "maker", "woman")) and len(lower) > 6
