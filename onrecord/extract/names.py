"""Names: capitalised sequences, repaired with and by the encoder's mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.core.annotation import EntityKind, Mention
from onrecord.core.reading import Gender
from onrecord.core.span import Span
from onrecord.extract import vocabulary as v
from onrecord.extract.candidates import Candidate, fold, singular
from onrecord.extract.prose import Prose, Word

AGE_BEHIND = re.compile(
    r"\s*(?:,\s*(?:aged\s+)?\d{1,3}\b(?!\s*(?:people|others|[a-z]))|\(\d{1,3}\))"
)
APPOSITION_BEHIND = re.compile(
    r",\s+(?:an?|the|his|her|their|its)\s+(?:[\w'’-]+\s+){0,4}?([\w-]+)\b"
)
DATELINE = re.compile(r"(?:, [\w .]{2,30})?(?: \([^)\n]{2,40}\))?\s*[—–-]\s")
LOCATIVES = frozenset("in at near from outside around across inside towards toward through".split())
MAX_NAME_WORDS = 8


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` (exclusive) that may be one name; `body` is where titles end."""

    first: int
    last: int
    body: int


def find_names(prose: Prose) -> list[Candidate]:
    """Names of a report in text order, none overlapping, with the kind that words and encoder give."""
    given = [m for m in prose.annotation.mentions if m.form == "name"]
    rough = [c for run in _runs(prose) if (c := _from_run(prose, run)) is not None]
    joined = _join(prose, rough, given)
    return _known_again(prose, joined)


# --- runs of capitals ---------------------------------------------------------------------------


def _runs(prose: Prose) -> Iterator[Run]:
    for sentence in prose.sentences:
        if sentence.start in prose.shouted:
            continue
        first = prose.word_index(sentence.start)
        last = prose.word_index(sentence.end)
        yield from _sentence_runs(prose, first, last)


def _sentence_runs(prose: Prose, first: int, last: int) -> Iterator[Run]:
    index = first
    while index < last:
        if not _may_begin(prose, index, first):
            index += 1
            continue
        end = _run_end(prose, index, last)
        trimmed = _trim(prose, index, end)
        if trimmed is not None:
            yield trimmed
        index = end


def _may_begin(prose: Prose, index: int, first: int) -> bool:
    word = prose.words[index]
    if not is_name_word(word) or word.lower in v.CALENDAR:
        return False
    if index > first and prose.text[word.start - 1] in "@/":
        return False
    return not (_is_initial(prose, index, first) and is_common(prose, word))


def is_name_word(word: Word) -> bool:
    """Whether a word is written as part of a name: a capital first, or behind "al-"."""
    if not word.is_alpha or word.text == "I":
        return False
    if word.is_capital:
        return True
    head, dash, tail = word.text.partition("-")
    return bool(dash) and head in v.NAME_PARTICLES and tail[:1].isupper()


def _is_initial(prose: Prose, index: int, first: int) -> bool:
    return index == first or not prose.words[index - 1].text[0].isalnum()


def is_common(prose: Prose, word: Word) -> bool:
    """Whether a capitalised word is an ordinary one that only begins a sentence."""
    single = singular(word.lower)
    return (
        word.lower in v.STARTERS
        or (word.lower in prose.lower_words and single not in v.RANKS)
        or (single in v.KNOWN_NOUNS and single not in v.RANKS)
    )


def _run_end(prose: Prose, index: int, last: int) -> int:
    end = index + 1
    while end < last and end - index < MAX_NAME_WORDS and not prose.words[end - 1].possessive:
        word = prose.words[end]
        if not _adjacent(prose, end):
            break
        if is_name_word(word) and word.lower not in v.CALENDAR:
            end += 1
        elif _links(prose, index, end, last):
            end += 1
        else:
            break
    return end


def _adjacent(prose: Prose, index: int) -> bool:
    gap = prose.text[prose.words[index - 1].end : prose.words[index].start]
    return gap in {" ", "\u00a0"} or gap == ""


def _links(prose: Prose, start: int, index: int, last: int) -> bool:
    """Whether a small word stands inside a name ("Abu Bakr al-…", "Ministry of Defence")."""
    word = prose.words[index]
    if index + 1 >= last or not _adjacent(prose, index + 1):
        return False
    after = prose.words[index + 1]
    if not (after.is_capital and after.is_alpha) or after.lower in v.CALENDAR:
        return (
            after.is_alpha
            and word.lower in v.NAME_PARTICLES
            and _links(prose, start, index + 1, last)
        )
    if word.lower in v.NAME_PARTICLES:
        return True
    if word.lower in {"of", "for"}:
        held = {w.lower for w in prose.words[start:index]}
        return bool(
            held
            & (v.ORGANISATION_WORDS | v.FACILITY_WORDS | {"bay", "isle", "gates", "university"})
        )
    return False


def _trim(prose: Prose, first: int, last: int) -> Run | None:
    """The run without leading nationality and titles; None where nothing of a name is left."""
    words = prose.words
    while (
        last > first
        and words[last - 1].lower in v.LINK_WORDS | v.NAME_PARTICLES
        and words[last - 1].text.islower()
    ):
        last -= 1
    body = first
    ends_in_thing = words[last - 1].lower in v.ORGANISATION_WORDS | v.FACILITY_WORDS | v.PLACE_WORDS
    for index in range(first, last):
        lower = words[index].lower.rstrip(".")
        if (lower in v.RANKS or singular(lower) in v.PERSON_NOUNS) and not words[
            index
        ].text.isupper():
            follows = index + 1 < last and not (ends_in_thing and index + 1 == last - 1)
            if follows or index + 1 == last:
                body = index + 1
    while (
        body < last and body == first and words[body].lower in v.NATIONALITIES and not ends_in_thing
    ):
        first = body = body + 1
    return Run(first, last, body) if body < last else None


# --- what kind of name --------------------------------------------------------------------------


def _from_run(prose: Prose, run: Run) -> Candidate | None:
    words = prose.words[run.body : run.last]
    span = Span(words[0].start, words[-1].end)
    title = _title_before(prose, run)
    kind = _kind(prose, run, words, titled=title is not None)
    if kind is None:
        return None
    return _candidate(prose, span, kind, title)


def _candidate(
    prose: Prose, span: Span, kind: EntityKind, title: Span | None, *, strong: bool = False
) -> Candidate:
    words = tuple(fold(w.text).rstrip(".") for w in prose.words_in(span) if w.text[0].isalnum())
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
        strong=strong or (title is not None and kind == "person"),
    )


def _title_gender(roles: frozenset[str]) -> Gender | None:
    plain = {role.rstrip(".") for role in roles}
    if plain & (v.MALE_TITLES | v.MALE_NOUNS):
        return "male"
    return "female" if plain & (v.FEMALE_TITLES | v.FEMALE_NOUNS) else None


def _title_before(prose: Prose, run: Run) -> Span | None:
    """The title or role words right before a name: in capitals inside the run, or in lower case."""
    start = run.body
    if run.body > run.first:
        start = run.first
    while (
        start > 0
        and _adjacent(prose, start)
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


def _kind(prose: Prose, run: Run, words: Sequence[Word], *, titled: bool) -> EntityKind | None:
    lower = [w.lower.rstrip(".") for w in words]
    if is_outlet_name(lower) or _is_the_outlet(prose, run, lower):
        return "outlet"
    behind = prose.text[words[-1].end : words[-1].end + 80]
    if (
        not words[-1].possessive
        and not words[-1].text.isupper()
        and (titled or AGE_BEHIND.match(behind))
    ):
        return "person"
    if lower[-1] in v.FACILITY_WORDS:
        return "facility"
    if DATELINE.match(prose.text, words[-1].end) and _opens_line(prose, words[0]):
        return "place"
    if set(lower) & v.ORGANISATION_WORDS or (len(words) == 1 and _is_acronym(words[0].text)):
        return "organisation"
    before = prose.words[run.first - 1] if run.first else None
    located = before is not None and before.lower in LOCATIVES and _adjacent(prose, run.first)
    if lower[-1] in v.PLACE_WORDS or (lower[0] in v.PLACE_WORDS and len(words) <= 3):
        return "place"
    if _person_apposition(behind):
        return "person"
    if located:
        return "place"
    if len(words) == 1 and not words[0].text.isupper():
        return _single(prose, run, words[0], behind)
    if len(words) in {2, 3, 4} and all(_name_like(w) for w in words):
        return "person"
    return None


SPEAKS_BEHIND = re.compile(
    r" (?:has |had |have |later |also |initially |first )?(?:said|says|say|denied|denies|told|confirmed|announced|claimed"
    r"|claims|reported|reports|blames|blamed|rejected|maintains|alleges|apologised|apologized|issued|declined)\b"
)
CALLED_BEFORE = re.compile(
    r"\b(?:calling itself|calls itself|called|known as|named|dubbed)(?: the)? $"
)


def _single(prose: Prose, run: Run, word: Word, behind: str) -> EntityKind | None:
    """The kind of a name of one word: somebody's by apposition, else a body's that speaks or is called so."""
    start = prose.words[run.first].start
    before = prose.text[max(0, start - 40) : start]
    nouns = re.findall(r"[\w-]+", before)
    noun = singular(nouns[-1].lower()) if nouns else ""
    if before.endswith(", ") and behind[:1] in {",", "("} and noun in v.PERSON_NOUNS:
        return "person"
    if re.search(r"\bname (?:only )?as $", before):
        return "person"
    if CALLED_BEFORE.search(before) or (
        noun in v.ORGANISATION_NOUNS and before.endswith(noun + " ")
    ):
        return "organisation"
    return (
        "organisation"
        if SPEAKS_BEHIND.match(behind) or word.possessive and _of_body(behind)
        else None
    )


def _of_body(behind: str) -> bool:
    """Whether "'s spokesman" or the like follows: something that has one is a body."""
    return bool(
        re.match(
            r"['’]s (?:spokes|plant|factory|chief executive|headquarters|board|owner|lawyers)",
            behind,
        )
    )


def _opens_line(prose: Prose, word: Word) -> bool:
    return word.start == 0 or prose.text[word.start - 1] == "\n"


def _is_the_outlet(prose: Prose, run: Run, lower: Sequence[str]) -> bool:
    """Whether it is "the Echo" in the middle of a sentence, or "The Echo" with its own article."""
    if len(lower) != 1 or lower[0] not in v.OUTLET_LAST_WORDS or run.body == 0:
        return False
    return prose.words[run.body - 1].lower == "the" and _adjacent(prose, run.body)


def _name_like(word: Word) -> bool:
    return not word.text.isupper() or len(word.text) <= 2


def _is_acronym(text: str) -> bool:
    return text.isupper() and 2 <= len(text) <= 7 and text.isalpha() and text not in v.NO_BODIES


def _person_apposition(behind: str) -> bool:
    found = APPOSITION_BEHIND.match(behind)
    if found is None:
        return False
    nouns = re.findall(r"[\w-]+", found.group()[1:])
    return any(singular(noun.lower()) in v.PERSON_NOUNS for noun in nouns)


def is_outlet_name(lower: Sequence[str]) -> bool:
    """Whether a name is a news outlet's by its form."""
    if len(lower) == 1:
        return lower[0] in v.AGENCIES
    if lower[-1] in v.OUTLET_LAST_WORDS and lower[-1] not in {"today", "record"}:
        return True
    return lower[0] in v.OUTLET_FIRST_WORDS or lower in (
        ["associated", "press"],
        ["agence", "france-presse"],
    )


# --- with the encoder ---------------------------------------------------------------------------


def _join(prose: Prose, rough: Sequence[Candidate], given: Iterable[Mention]) -> list[Candidate]:
    """Rule names and encoder names as one list: the encoder's kind, the rules' ends where they agree."""
    mentions = sorted(
        (m for m in given if not prose.is_boilerplate(m.span) and m.span.end <= len(prose.text)),
        key=lambda m: (m.span.start, -m.span.end),
    )
    result: list[Candidate] = []
    position = 0
    covered = 0
    for rule in rough:
        while position < len(mentions) and mentions[position].span.end <= rule.span.start:
            _add(prose, result, mentions[position], covered)
            covered = max(covered, mentions[position].span.end)
            position += 1
        touching = [m for m in mentions[position:] if m.span.start < rule.span.end]
        position += len(touching)
        whole = Span(rule.title.start, rule.span.end) if rule.title else rule.span
        touching = [m for m in touching if m.span.overlaps(whole)]
        result.extend(_agree(prose, rule, touching))
        covered = max(covered, rule.span.end)
    for mention in mentions[position:]:
        _add(prose, result, mention, covered)
        covered = max(covered, mention.span.end)
    return result


def _agree(prose: Prose, rule: Candidate, touching: Sequence[Mention]) -> list[Candidate]:
    inside = [m for m in touching if m.span.overlaps(rule.span)]
    if not inside:
        return [rule]
    if len(inside) == 1:
        return [replace(rule, kind=_settle(rule, inside[0]), strong=True)]
    parts = [c for m in inside if (c := _cleaned(prose, m)) is not None]
    return parts or [rule]


def _settle(rule: Candidate, mention: Mention) -> EntityKind:
    if rule.kind == "outlet" or (rule.strong and rule.kind == "person"):
        return rule.kind
    if mention.kind == "organisation" and rule.kind == "facility":
        return "facility"
    return mention.kind


def _add(prose: Prose, result: list[Candidate], mention: Mention, covered: int) -> None:
    if mention.span.start < covered:
        return
    cleaned = _cleaned(prose, mention)
    if cleaned is not None:
        result.append(cleaned)


def _cleaned(prose: Prose, mention: Mention) -> Candidate | None:
    """A mention of the encoder as a candidate: without titles, article and possessive."""
    first, last = prose.word_index(mention.span.start), prose.word_index(mention.span.end)
    words = prose.words
    while first < last and not words[first].is_capital and not words[first].text[0].isdigit():
        first += 1
    while last > first and not words[last - 1].text[0].isalnum():
        last -= 1
    if first >= last:
        return None
    trimmed = _trim(prose, first, last) if mention.kind == "person" else Run(first, last, first)
    if trimmed is None or (
        trimmed.last - trimmed.body == 1 and words[trimmed.body].lower in v.STARTERS
    ):
        return None
    body = words[trimmed.body : trimmed.last]
    lower = [w.lower for w in body]
    kind: EntityKind = "outlet" if is_outlet_name(lower) else mention.kind
    span = Span(body[0].start, body[-1].end)
    return _candidate(prose, span, kind, _title_before(prose, trimmed), strong=True)


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
        same = people.get(fold(word.text)) or others.get(fold(word.text))
        if same is not None and word.lower not in v.STARTERS:
            run = Run(index := prose.word_index(word.start), index + 1, index)
            title = _title_before(prose, run) if same.kind == "person" else None
            result.append(_candidate(prose, Span(word.start, word.end), same.kind, title))
    return sorted(_together(prose, result), key=lambda c: (c.span.start, -c.span.end))


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
