"""How counts of people find their number: "killing three", "11 were hurt", "the toll rose to six".

A number counts for a field only where a verb or noun of that field holds it; a number that tells a
part of a total ("four of them", "two of the injured") counts for none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as made
from functools import cached_property

from onrecord.core.reading import Certainty, Entity
from onrecord.core.span import Span
from onrecord.core.values import Interval
from onrecord.facts.base import Context, Found, once
from onrecord.facts.count_lists import Masked, Summed, summed
from onrecord.facts.count_words import (
    AGE,
    AGGREGATE,
    AGO,
    APART,
    BE,
    BLOCK,
    EACH,
    GROUP_WORD,
    INCLUDES,
    LISTED,
    MARK,
    MAX_EVIDENCE,
    MAX_MENTION,
    NEGATED,
    NO_OBJECT,
    NO_VERB,
    NOT_PEOPLE,
    NOUN,
    OF,
    ONE_OF_SEVERAL,
    OURS,
    PART_AFTER,
    PART_BEFORE,
    PERPETRATOR,
    PERSON_A,
    THEN_HIMSELF,
    UNREAL,
    WHERE,
    WORD,
    N,
)
from onrecord.facts.numbers import Number, find_numbers
from onrecord.facts.shouted import plain, plain_sentences
from onrecord.facts.victim_words import HEADS

SENTENCE_END = re.compile(r"[.!?]\s")
PERSON_NOUN = re.compile(rf"\b(?:{HEADS})$")


@dataclass(frozen=True)
class Counting:
    """The words of one field's counts.

    `active` are verbs that take the counted people as their object, `passive` what is said of them
    after "were" or nothing at all, `nouns` things that are counted themselves ("deaths"), `tolls`
    phrases that announce a figure ("the death toll"), `more` patterns of the field's own. `zero`
    and `one` are patterns of a fixed value. All may hold `(?P<n>#+)`, a masked number.
    `perpetrators` says whether people who are called attackers are left out, or alone are counted
    (None: both count); `attackers` whether one in a list of people counts too ("two guards and the
    gunman are dead").
    """

    field: str
    active: str = ""
    passive: str = ""
    nouns: str = ""
    tolls: str = ""
    more: tuple[str, ...] = ()
    fixed: Mapping[str, int] = made(default_factory=dict)
    single: bool = False
    perpetrators: bool | None = False
    attackers: bool = False

    @cached_property
    def numbered(self) -> tuple[re.Pattern[str], ...]:
        """Patterns over a sentence whose numbers are masked; `n` is the number."""
        return tuple(self._numbered())

    def _numbered(self) -> Iterator[re.Pattern[str]]:
        tail = rf"(?:{OURS}|{OF})?{NOUN}{{0,3}}"
        if self.active:
            yield _compile(rf"\b(?:{self.active})\ (?:(?:the|these|those)\ )?{N}{tail}")
        if self.passive:
            link = rf"{WHERE}?{APART}?(?:\ (?:who|that))?(?:\ {BE}){{0,6}}"
            yield _compile(rf"{N}{tail}{link}\ (?:{self.passive})\b{NO_OBJECT}")
        if self.nouns:
            yield _compile(rf"{N}{OF}?(?:\ {NO_VERB}{WORD}){{0,2}}\ (?:{self.nouns})\b")
        if self.tolls:
            yield _compile(
                rf"\b(?P<toll>(?:{self.tolls})\b[^#;]{{0,90}}?\b(?:to|at|is|was|of|remains?|remained"
                rf"|reached|reaching|stands?\ at|stood\ at|as|hit|passed))\ (?:the\ )?{N}"
            )
        for pattern in self.more:
            yield _compile(pattern)

    @cached_property
    def given(self) -> tuple[tuple[re.Pattern[str], int], ...]:
        """Patterns over a sentence whose words are a value themselves."""
        return tuple((_compile(pattern), value) for pattern, value in self.fixed.items())

    @cached_property
    def ones(self) -> tuple[re.Pattern[str], ...]:
        """Patterns over a masked sentence that tells of one person; `one` is that person."""
        if not self.single:
            return ()
        forms = [rf"{PERSON_A}{APART}?(?:\ {BE}){{0,4}}\ (?:{self.passive})\b{NO_OBJECT}"]
        forms += [rf"\b(?:{self.active})\ {PERSON_A}"] if self.active else []
        return tuple(map(_compile, forms))

    @cached_property
    def lists(self) -> tuple[re.Pattern[str], ...]:
        """Patterns over a sentence that tells the counted people one by one."""
        return tuple(self._lists())

    def _lists(self) -> Iterator[re.Pattern[str]]:
        if self.passive:
            yield _compile(rf"{LISTED}(?:\ {BE}){{1,6}}\ (?:{self.passive})\b")
            yield _compile(rf"\b(?i:{self.passive})\ (?:are|were)\ {LISTED}\b")
        if self.active:
            yield _compile(rf"\b(?:{self.active})\ {LISTED}\b(?!\ (?:and|or)\b)")


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Match:
    """A number that a field's words hold; `span` is the tight phrase."""

    span: Span
    number: Number


def find_counts(context: Context, counting: Counting) -> list[Found]:
    """The counts of a field in a report, each with a tight phrase that holds the number."""
    told = (one for sentence in context.prose for one in _in(context, sentence, counting))
    found = list(_but_ones(context, told))
    if counting.single:
        found.extend(_singles(context, counting, found))
    return _distinct(found)


def _in(context: Context, sentence: Span, counting: Counting) -> list[Found]:
    """The counts of one sentence."""
    masked = mask(context, sentence)
    found: list[Found] = []
    for pattern in counting.numbered if masked.numbers else ():
        for match in pattern.finditer(masked.text):
            found.extend(_counted(context, sentence, masked, match, counting))
    lists = list(_enumerated(context, sentence, counting))
    return [
        *(f for f in found if not _is_item(f, lists)),
        *_fixed(context, sentence, counting),
        *lists,
    ]


def _is_item(found: Found, lists: Iterable[Found]) -> bool:
    """Whether a count stands in a list that tells more: "two boys" in "two boys and their mother"."""
    span = found.evidence[0]
    return any(span.overlaps(one.evidence[0]) and found.value != one.value for one in lists)


def _but_ones(context: Context, told: Iterable[Found]) -> Iterator[Found]:
    """The counts without "one was shot in the arm" where a sentence tells two people so, each as one."""
    found = list(told)
    ones: dict[tuple[str, Span | None], set[Span]] = {}
    for one in found:
        if one.value == 1 and ONE_OF_SEVERAL.match(one.evidence[0].cut(context.text)):
            key = (one.subject, context.sentence_at(one.evidence[0].start))
            ones.setdefault(key, set()).add(one.evidence[0])
    several = {span for spans in ones.values() if len(spans) > 1 for span in spans}
    yield from (one for one in found if one.evidence[0] not in several)


def mask(context: Context, sentence: Span) -> Masked:
    """A sentence of the report's prose with its numbers masked."""
    return masked_sentences(context)[sentence]


@once
def masked_sentences(context: Context) -> Mapping[Span, Masked]:
    """The report's sentences of prose, masked."""
    taken = [t.span for t in context.times if t.type in ("date", "time")]
    return {s: _masked(context.text, s, [t for t in taken if t.overlaps(s)]) for s in context.prose}


def _masked(text: str, sentence: Span, taken: list[Span]) -> Masked:
    words = plain(sentence.cut(text))
    letters = list(words)
    numbers = {}
    for number in _numbers_in(text, words, sentence, taken):
        start = number.span.start - sentence.start
        letters[start : number.span.end - sentence.start] = MARK * len(number.span)
        numbers[start] = number
    return Masked("".join(letters), numbers)


def _numbers_in(text: str, words: str, sentence: Span, taken: list[Span]) -> Iterator[Number]:
    """The sentence's numbers; those of a shouted one are looked for in its small letters."""
    if words[:40] == text[sentence.start : sentence.end][:40].replace("\n", " "):
        yield from find_numbers(text, sentence, taken)
        return
    for number in find_numbers(words):
        span, core = number.span.shift(sentence.start), number.core.shift(sentence.start)
        if not any(core.overlaps(other) for other in taken):
            yield replace(number, span=span, core=core)


def _counted(
    context: Context,
    sentence: Span,
    masked: Masked,
    match: re.Match[str],
    counting: Counting,
) -> Iterator[Found]:
    number = masked.numbers.get(match.start("n"))
    if number is None or _is_part(masked.text, match):
        return
    words = plain_sentences(context)[sentence]
    counted = words[match.start("n") : match.end()].split(" by ")[0].split(" including ")[0]
    attackers = PERPETRATOR.search(counted) is not None
    if unsaid(words[: match.start()]) or counting.perpetrators not in (attackers, None):
        return
    if NOT_PEOPLE.match(masked.text, match.start("n")):
        return
    digits = masked.text.replace(MARK, "0")
    stop = SENTENCE_END.search(digits, match.end())  # a quotation may hold several sentences
    reach = min(match.end() + 90, stop.start() if stop else len(digits))
    if AGGREGATE.search(digits, match.end("n"), reach) or AGO.search(digits[: match.start()]):
        return
    own = Summed(masked.numbers[match.start("n")], match.start("n"))
    whole = own if counting.perpetrators else summed(masked, match)
    if whole is None:
        return
    number, start = whole.number, whole.start
    evidence = _evidence(sentence, match, number)
    if start < match.start("n") or number.span.end > evidence.end:
        begin = min(sentence.start + start, evidence.start)
        evidence = Span(begin, max(evidence.end, number.span.end))
        if len(evidence) > MAX_EVIDENCE:
            return
    yield count(context, counting.field, number.value, evidence, number=number)


def _is_part(masked: str, match: re.Match[str]) -> bool:
    """Whether the number tells a part or a rise of a total."""
    before, after = masked[: match.start("n")], masked[match.end("n") :]
    if "of them" in match[0]:
        return False
    return bool(PART_BEFORE.search(before) or PART_AFTER.match(after))


def unsaid(before: str) -> bool:
    """Whether the words before say that it did not, or might yet, happen."""
    return bool(NEGATED.search(before) or UNREAL.search(before))


def _evidence(sentence: Span, match: re.Match[str], number: Number) -> Span:
    """The matched phrase where it is tight, else the number with what follows it."""
    if "toll" in match.re.groupindex and match["toll"]:
        return Span(number.span.start, sentence.start + match.end())
    whole = Span(sentence.start + match.start(), sentence.start + match.end())
    if len(whole) <= MAX_EVIDENCE:
        return whole
    return number.span


def count(
    context: Context,
    name: str,
    value: int | Interval,
    evidence: Span,
    *,
    number: Number | None = None,
    certainty: Certainty | None = None,
) -> Found:
    """A count for the incident of its passage."""
    incident = context.incident_at(evidence).id
    including = _includes(context, evidence) if name == "incident.killed" else None
    whole = Span(evidence.start, including[1]) if including else evidence
    qualifier = number.qualifier if number else "exact"
    return Found(
        subject=incident,
        field=name,
        value=value,
        evidence=(whole if len(whole) <= MAX_EVIDENCE else evidence,),
        incident=incident,
        at=evidence,
        qualifier=qualifier,
        certainty=certainty,
        includes_perpetrators=including[0] if including else None,
        approximate=qualifier == "about",
        confidence=0.9 if is_title(context, evidence) else 1.0,
    )


def is_title(context: Context, span: Span) -> bool:
    """Whether a span stands in the headline, which says it again in short."""
    return span.end <= title_end(context)


@once
def title_end(context: Context) -> int:
    """Where the headline ends that the text begins with; 0 where it begins with none."""
    title = (context.report.title or "").strip()
    start = len(context.text) - len(context.text.lstrip())
    return len(title) + 2 if title and context.text.startswith(title, start) else 0


def _includes(context: Context, evidence: Span) -> tuple[bool, int] | None:
    """Whether words behind a count take the attackers in or leave them out; where they end."""
    sentence = context.sentence_at(evidence.start)
    end = sentence.end if sentence else evidence.end
    if THEN_HIMSELF.match(context.text, evidence.end, end):
        return (False, evidence.end)
    match = INCLUDES.search(context.text, evidence.end, min(end, evidence.end + 60))
    if match is None or re.search(r"[.;:]", context.text[evidence.end : match.start()]):
        return None
    outside = match["how"].startswith(("exclud", "besides", "apart", "not", "in addition"))
    return (not outside, match.end())


# --- values that the words themselves are --------------------------------------------------------


def _fixed(context: Context, sentence: Span, counting: Counting) -> Iterator[Found]:
    """ "Nobody was killed" is 0, "acted alone" is 1."""
    words = plain_sentences(context)[sentence]
    for pattern, value in counting.given:
        for match in pattern.finditer(words):
            evidence = Span(sentence.start + match.start(), sentence.start + match.end())
            if len(evidence) <= MAX_EVIDENCE and not unsaid(words[: match.start()]):
                yield count(context, counting.field, value, evidence)


def _enumerated(context: Context, sentence: Span, counting: Counting) -> Iterator[Found]:
    """ "A man and two boys were hurt" is 3: so many as are listed, each of them a person or so many."""
    if counting.perpetrators:
        return
    masked = mask(context, sentence)
    for pattern in counting.lists:
        for match in pattern.finditer(masked.text):
            people = _listed(context, sentence, masked, match, counting)
            if people and not unsaid(masked.text[: match.start()]):
                evidence = Span(*match.span()).shift(sentence.start)
                listed = Span(*match.span("list")).shift(sentence.start)
                tight = evidence if len(evidence) <= MAX_EVIDENCE else listed
                found = count(context, counting.field, people, tight)
                attackers = counting.attackers and PERPETRATOR.search(match["list"])
                yield replace(found, includes_perpetrators=True) if attackers else found


def _listed(
    context: Context, sentence: Span, masked: Masked, match: re.Match[str], counting: Counting
) -> int | None:
    """How many people a list tells; None where one of its items is no person, or no exact number."""
    total = 0
    for item in EACH.finditer(masked.text, match.start("list"), match.end("list")):
        number = masked.numbers.get(item.start()) if item["mark"] else None
        if number and not isinstance(number.value, int):
            return None
        attacker = PERPETRATOR.search(item[0]) is not None
        if attacker and not counting.attackers:
            return None
        if number is None and not attacker and not _is_person(context, sentence, item):
            return None
        total += number.value if number and isinstance(number.value, int) else 1
    return total


def _is_person(context: Context, sentence: Span, item: re.Match[str]) -> bool:
    """Whether an item of a list is somebody: all of its words, or the first of them ("a boy last week")."""
    words = AGE.sub("", item[0])
    if PERSON_NOUN.search(words):
        return True
    while " " in words:
        span = Span(item.start(), item.start() + len(words)).shift(sentence.start)
        if person_in(context, span, span) is not None:
            return True
        words = words.rpartition(" ")[0]
    return False


def _singles(context: Context, counting: Counting, found: Iterable[Found]) -> Iterator[Found]:
    """ "A guard was hurt" is 1, where the report gives no number and no second person."""
    counted = {f.subject for f in found}
    people: dict[str, set[str]] = {}
    singles: list[Found] = []
    for sentence in context.prose:
        masked = mask(context, sentence).text
        for match in (m for pattern in counting.ones for m in pattern.finditer(masked)):
            evidence = Span(*match.span()).shift(sentence.start)
            person = person_in(context, Span(*match.span("one")).shift(sentence.start), evidence)
            if person and not unsaid(masked[: match.start()]) and len(evidence) <= MAX_EVIDENCE:
                one = count(context, counting.field, 1, evidence)
                people.setdefault(one.subject, set()).add(person)
                singles.append(one)
    for one in singles:
        if one.subject not in counted and len(people[one.subject]) == 1:
            yield one


def person_in(context: Context, span: Span, around: Span) -> str | None:
    """The one person that a phrase is about, by its mention or the name set beside it; no attacker."""
    words = plain(span.cut(context.text))
    if PERPETRATOR.search(words) or GROUP_WORD.search(words):
        return None
    named = [e for m, e in context.mentions_in(around) if m.form == "name"]
    people = [e for e in (*_touching(context, span), *named) if e.kind == "person" and not e.plural]
    return people[0].id if people else None


def _touching(context: Context, span: Span) -> Iterator[Entity]:
    for mention, entity in context.mentions_from(span.start - MAX_MENTION, span.end):
        if mention.span.overlaps(span) and mention.span.end >= span.end:
            yield entity


def _distinct(found: Iterable[Found]) -> list[Found]:
    """Of matches that overlap and say the same the shorter one."""
    kept: list[Found] = []
    by_block: dict[tuple[object, ...], list[Span]] = {}
    for one in sorted(found, key=lambda f: (len(f.evidence[0]), f.evidence)):
        span = one.evidence[0]
        blocks = range(span.start // BLOCK, (span.end - 1) // BLOCK + 1)
        keys = [(one.field, one.value, block) for block in blocks]
        if not any(span.overlaps(k) for key in keys for k in by_block.get(key, ())):
            kept.append(one)
            for key in keys:
                by_block.setdefault(key, []).append(span)
    return sorted(kept, key=lambda f: f.evidence)
