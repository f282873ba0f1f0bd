"""A person's age in years: ", 23,", "34-year-old", "aged 34", "in his thirties"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.core.span import Span
from onrecord.core.values import Interval, Value
from onrecord.facts import compare, show
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.grammar import Placed, Sentence, persons, sentences
from onrecord.facts.word_classes import POSSESSIVES

FIELD = "person.age"
OLDEST = 120
"""Years. Nobody has been proved to live past 122; a higher number counts something else."""

UNITS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen".split(),
        range(1, 20),
        strict=True,
    )
)
TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
DECADES = {"teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50} | {
    "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
THIRDS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
"""Years within a decade that "early", "mid" and "late" are taken to mean."""

WORD = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(list(UNITS)[:9])}))?|{'|'.join(UNITS)})"
NUMBER = rf"(?:\d{{1,3}}|{WORD})"
ABOUT = r"(?:about|around|approximately|roughly|nearly|almost|over)"
EITHER = rf"(?P<age>(?:{ABOUT} )?{NUMBER}(?: or {NUMBER})?)"
STOP = (
    r"(?=\s*(?:[,;.:)(\]—](?!\d)|$|\n)|\s[–-]\s"
    r"|\s+(?:and|depending|who|was|is|has|when|from|in|at|on)\b|\s+of\s(?-i:[A-Z]))"
)

BESIDE = re.compile(
    rf"(?:,?\s*\(\s*(?:aged )?{EITHER}\s*\)"
    rf"|,\s*(?:(?:then|now|only|just|aged?)\s+)*{EITHER.replace('age', 'two', 1)}{STOP}"
    rf"|,?\s+aged\s+{EITHER.replace('age', 'three', 1)}\b)",
    re.IGNORECASE,
)
UNMARKED = re.compile(
    r"\s(?P<age>\d\d)(?=, (?:was|is|had|has|who|of|an?|the)\b)",
)
"""Behind a name without the comma: "Brito 41, was"."""
EACH = re.compile(rf",?\s(?:both|all)\s(?:aged\s)?(?P<age>{NUMBER}){STOP}", re.IGNORECASE)
"""Behind several people: "Ana Brito and Rui Alves, both 24,"."""
WHERE = re.compile(r" (?:in|from|at) (?:[\w.-]+ ){0,3}[\w.-]+(?=, \d)")
OF = re.compile(rf"\s+of\s+{EITHER}(?![\w-])(?!\s+(?:years|months|children|and \d))", re.IGNORECASE)
COPULA = re.compile(
    r"(?:,?\s+who)?\s+(?:is|was|turned|'s|’s|would be|would have been|had just turned)\s+"
    rf"(?:only |just |then |now )?{EITHER}"
    rf"(?=\s+years?[ -]old|\s*[,;.)](?!\d)|\s+(?:and|when|at)\b|\s*$)(?:\s+years?[ -]old)?",
    re.IGNORECASE,
)
OLD = re.compile(
    rf"\b(?P<age>(?P<number>{NUMBER})[- ](?P<unit>year|month|week|day)s?[- ]old)\b", re.IGNORECASE
)
DECADE = re.compile(
    r"\bin (?P<who>his|her|their)(?P<third> early| mid| late)?[- ]"
    rf"(?P<decade>{'|'.join(DECADES)}|\d0s)\b",
    re.IGNORECASE,
)
OWN_AGE = re.compile(rf"\bage(?: (?:as|is|was))? (?:at )?{EITHER}\b", re.IGNORECASE)
ARTICLES = frozenset({"a", "an", "the"})
AGED = re.compile(rf"\baged {EITHER}\b", re.IGNORECASE)
DEMOGRAPHIC = re.compile(
    r"\b(?:man|woman|boy|girl|youth|teenager|child|male|female|person)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Age:
    """An age that stands somewhere in a sentence."""

    placed: Placed
    span: Span
    value: Value
    approximate: bool = False
    shared: bool = False


def parse_number(words: str) -> int | None:
    """The number of digits or words up to ninety-nine; None for anything else."""
    if words.isdigit():
        return int(words)
    parts = re.split(r"[- ]", words.lower())
    if len(parts) == 1:
        return UNITS.get(parts[0], TENS.get(parts[0]))
    tens, unit = TENS.get(parts[0]), UNITS.get(parts[1])
    return None if tens is None or unit is None else tens + unit


def parse_age(words: str) -> Value | None:
    """The age in years of "23", "nine", "about 60" or "62 or 64"; None where it cannot be one."""
    bare = re.sub(rf"^{ABOUT} ", "", words.strip(), flags=re.IGNORECASE)
    numbers = [parse_number(part) for part in re.split(r"\s+or\s+", bare)]
    known = [n for n in numbers if n is not None and n <= OLDEST]
    if len(known) != len(numbers):
        return None
    return known[0] if len(known) == 1 else Interval(min(known), max(known))


def parse_decade(third: str | None, decade: str) -> Interval:
    """The years of "thirties", "20s", "late forties"."""
    start = DECADES[decade.lower()] if decade.lower() in DECADES else int(decade[:-1])
    if decade.lower() == "teens":
        return Interval(13, 19)
    low, high = THIRDS.get((third or "").strip().lower(), (0, 9))
    return Interval(start + low, start + high)


def find(context: Context) -> Iterator[Found]:
    """Every age with the person whose it is."""
    for sentence in sentences(context):
        best: dict[tuple[Span, str], _Age] = {}
        for age in _ages(sentence):
            key = (age.span, age.placed.entity.id if age.shared else "")
            known = best.get(key)
            if known is None or _rank(age) > _rank(known):
                best[key] = age
        for age in best.values():
            yield _found(sentence, age)


def _rank(age: _Age) -> tuple[bool, int]:
    return age.placed.mention.form == "name", -age.placed.first


def _found(sentence: Sentence, age: _Age) -> Found:
    before = sentence.context.text[sentence.span.start : age.placed.mention.span.start]
    negated = re.search(r"\bnot (?:[A-Z]\w+\.? ){0,3}$", before)
    return Found(
        subject=age.placed.entity.id,
        field=FIELD,
        value=age.value,
        evidence=(age.span,),
        certainty="denied" if negated else None,
        approximate=age.approximate,
        qualifier="about" if age.approximate else None,
    )


def _ages(s: Sentence) -> Iterator[_Age]:
    for placed in persons(s.people):
        yield from _after(s, placed)
    yield from _each(s)
    yield from _years_old(s)
    yield from _decades(s)
    yield from _own_age(s)
    yield from _aged(s)


def _after(s: Sentence, placed: Placed) -> Iterator[_Age]:
    """Ages right behind a mention."""
    text, start = s.context.text, s.words[placed.last].span.end
    form = placed.mention.form
    if form == "nominal":
        start = _over_place(s, start)
    patterns = [COPULA] if form == "pronoun" else [BESIDE, COPULA]
    if form == "name":
        patterns.append(UNMARKED)
    if form == "nominal" and DEMOGRAPHIC.search(placed.mention.span.cut(text)):
        patterns.append(OF)
    for pattern in patterns:
        match = pattern.match(text, start, s.span.end)
        if match:
            group = next(name for name, words in match.groupdict().items() if words)
            yield from _age(placed, match, group)


def _each(s: Sentence) -> Iterator[_Age]:
    """One age of several: each of those who stand before it, joined by commas and "and"."""
    for match in EACH.finditer(s.context.text, s.span.start, s.span.end):
        at = match.start()
        for placed in reversed([p for p in persons(s.people) if p.mention.span.end <= at]):
            gap = s.context.text[placed.mention.span.end : at]
            if gap.strip(", ") not in {"", "and"}:
                break
            yield from (replace(age, shared=True) for age in _age(placed, match, "age"))
            at = placed.mention.span.start


def _over_place(s: Sentence, start: int) -> int:
    """Behind "in hospital" or "from Racine", where a comma and a number follow."""
    match = WHERE.match(s.context.text, start, s.span.end)
    return match.end() if match else start


def _age(placed: Placed, match: re.Match[str], group: str) -> Iterator[_Age]:
    words = match[group]
    value = parse_age(words)
    if words.lower() == "one" and match.string[match.end(group) :].startswith(" of"):
        return
    if value is not None and value != 0:
        end = match.end() if match[0].lower().endswith("old") else match.end(group)
        about = re.match(rf"{ABOUT} ", words, re.IGNORECASE) is not None
        yield _Age(placed, Span(match.start(group), end), value, about)


def _years_old(s: Sentence) -> Iterator[_Age]:
    """ "34-year-old baker Ana Brito", "a three-month-old boy", "X, a 31-year-old baker"."""
    for match in OLD.finditer(s.context.text, s.span.start, s.span.end):
        number = parse_number(match["number"])
        index = s.index_at(match.start())
        if number is None or number > OLDEST * 12 or index is None:
            continue
        value = _in_years(number, match["unit"].lower())
        last = s.index_at(match.end() - 1)
        owner = _owner(s, index, index if last is None else last)
        if owner and value <= OLDEST:
            yield _Age(owner, Span(match.start(), match.end()), value)


def _in_years(number: int, unit: str) -> int:
    return number // {"year": 1, "month": 12, "week": 52, "day": 365}[unit]


def _owner(s: Sentence, index: int, last: int) -> Placed | None:
    """Whose "34-year-old" it is: a name beside or before the phrase, or the phrase itself."""
    start = index
    while s.is_nounlike(start - 1) and s.lower(start - 1) not in ARTICLES | POSSESSIVES:
        start -= 1
    start -= s.lower(start - 1) in ARTICLES
    inside = _inside(s, start, last)
    if (inside and inside.mention.form == "name") or s.lower(start - 1) in POSSESSIVES:
        return inside or _named_behind(s, last)
    for placed in (_beside(s, start), *_by_verb(s, start)):
        if placed and placed.entity.kind == "person" and not placed.entity.plural:
            return placed
    return inside


def _inside(s: Sentence, start: int, last: int) -> Placed | None:
    """The person whose phrase holds the age: a name behind it first, else the description."""
    end = last
    while s.is_nounlike(end + 1):
        end += 1
    people = persons(s.people)
    held = [p for p in people if start <= p.first and p.last <= end]
    names = [p for p in people if p.mention.form == "name" and p.first == last + 1]
    names += [p for p in held if p.mention.form == "name" and p.first > last]
    around = [p for p in held if p.first <= last <= p.last or p.first == last + 1]
    around += [p for p in people if p.first < start and last < p.last <= end]
    found = names or around
    return found[0] if found else None


def _named_behind(s: Sentence, last: int) -> Placed | None:
    """The name behind "his 7-year-old son," where the description is no mention of its own."""
    end = last
    while s.is_nounlike(end + 1):
        end += 1
    return s.starting_at(end + 2) if s.lower(end + 1) == "," else None


def _beside(s: Sentence, start: int) -> Placed | None:
    """The name that the phrase is said of: "Ana Brito, a 31-year-old baker"."""
    if s.lower(start - 1) != ",":
        return None
    placed = s.ending_at(start - 2)
    return placed if placed and placed.mention.form == "name" else None


def _by_verb(s: Sentence, start: int) -> tuple[Placed, ...]:
    """The subject of "is a 31-year-old baker" or "is nine years old"."""
    verb = start - 1
    if s.lower(verb) not in {"is", "was", "be", "being"}:
        return ()
    group = s.group_start(verb)
    if s.lower(group) == "to" and s.lower(group - 1) in {"believed", "thought", "said", "known"}:
        group = s.group_start(group - 1)
    return s.subjects(group)


def _decades(s: Sentence) -> Iterator[_Age]:
    for match in DECADE.finditer(s.context.text, s.span.start, s.span.end):
        value = parse_decade(match["third"], match["decade"])
        index = s.index_at(match.start("who"))
        if index is None:
            continue
        owner = s.ending_at(index - 2) or s.ending_at(index) or _before(s, match.start())
        if owner and persons([owner]):
            yield _Age(owner, Span(match.start(), match.end()), value)


def _before(s: Sentence, offset: int) -> Placed | None:
    """The last person before an offset of the sentence."""
    earlier = [p for p in s.people if p.mention.span.end <= offset]
    return earlier[-1] if earlier else None


def _own_age(s: Sentence) -> Iterator[_Age]:
    """ "gave his age as 29", "Ana Brito's age as 31", "at the age of 40"."""
    for match in OWN_AGE.finditer(s.context.text, s.span.start, s.span.end):
        index = s.index_at(match.start())
        if index is None:
            continue
        at = index - 2 if s.lower(index - 1) in {"'s", "’s"} else index - 1
        owner = s.ending_at(at)
        if owner and persons([owner]):
            yield from _age(owner, match, "age")


def _aged(s: Sentence) -> Iterator[_Age]:
    """ "The youngest, a trainee aged 24,": behind an apposition that is no mention of its own."""
    for match in AGED.finditer(s.context.text, s.span.start, s.span.end):
        index = s.index_at(match.start())
        if index is None or s.ending_at(index - 1):
            continue
        start = index
        while s.is_nounlike(start - 1) and s.lower(start - 1) not in ARTICLES:
            start -= 1
        opened = s.lower(start - 1) in ARTICLES and s.lower(start - 2) == ","
        owner = s.ending_at(start - 3) if opened else None
        if owner and persons([owner]):
            yield from _age(owner, match, "age")


TYPE = FactType(
    field=FIELD,
    label="Age",
    many=False,
    find=find,
    compare=compare.numbers,
    show=show.plain,
)
