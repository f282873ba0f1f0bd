"""A hand-made record of shootings projected onto the reports' sentences: ages, roles, conditions.

Only what the text itself carries is labelled: an age where the number stands in an age's words, its
person where one participant alone has that age, a condition where the text has words of that kind.
All else stays open. Reports with span-level annotation (`gvdb`) are left out: they measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.annotate.sentences import sentences
from onrecord.train.example import Example, Judged, Label, Range
from onrecord.train.phrases import without_overlap

Record = dict[str, Any]

ROLES = {"Victim": "victim", "Subject-Suspect": "perpetrator"}
#: The gravest first: a participant may have several.
STATUSES = {"Killed": "killed", "Injured": "injured", "Arrested": "arrested"}
#: Words without which a status is not said in the report, though the record has it.
SAID = {
    "killed": re.compile(
        r"\b(?:kill|died\b|dies\b|dead|death|fatal|homicid|murder|slain|deceas)", re.IGNORECASE
    ),
    "injured": re.compile(
        r"\b(?:injur|wound|hospital|critical|stable|shot\b|struck|grazed)", re.IGNORECASE
    ),
    "arrested": re.compile(
        r"\b(?:arrest|custody|charged|jail|booked|detain|arraign)", re.IGNORECASE
    ),
}
PERSON_NOUN = (
    r"(?:man|woman|boy|girl|male|female|teen|teenager|victim|student|suspect|child|gunman)"
)
#: An age in its own words; the group is the number.
AGE = re.compile(
    r"\b(?P<year>\d{1,2})[- ]years?[- ]old\b|\bage[d]?,? (?P<aged>\d{1,2})\b(?!,\d)"
    r"|(?<=, )(?P<comma>\d{1,2})(?=[,;.]| of\b| and\b| was\b| were\b|\))|(?<=\()(?P<paren>\d{1,2})(?=\))"
)
NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}"
#: A described person with an age of its own.
NOMINAL = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Aa]nother)(?: [a-z]+)? (?:\d{{1,2}}[- ]years?[- ]old)(?: [a-z]+)? {PERSON_NOUN}\b"
    rf"|\b(?:[Aa]n?|[Tt]he|[Aa]nother)(?: [a-z]+)? {PERSON_NOUN}(?=, (?:age[d]? )?\d{{1,2}}[,.])"
)
#: People whom a report quotes about the incident: none of its participants.
OFFICIAL = re.compile(
    rf"\b(?:Sgt|Lt|Capt|Det|Cpl|Maj|Cmdr|Dep|Rev|Dr|Sheriff|Chief|Detective|Officer|Sergeant"
    rf"|Lieutenant|Captain|Major|Deputy|Mayor|Judge|Attorney|Prosecutor|Coroner|spokesman"
    rf"|spokeswoman|spokesperson|Commander|Inspector|Trooper|Reporter)\.? (?P<name>{NAME})"
)


@dataclass(frozen=True, slots=True)
class _Person:
    """A participant that the text names."""

    facts: Record
    spans: tuple[Range, ...]


def people_of(record: Record, incidents: dict[str, Record], base: Example) -> list[_Person]:
    """Participants with their names' places, surnames alone included where one person has them."""
    found = []
    for mention in record["participant_name_mentions"]:
        incident = incidents.get(mention["incident_id"])
        if incident:
            facts = incident["participants"][mention["participant"]]
            found.append(_Person(facts, tuple((s, e) for s, e in mention["spans"])))
    text = record["text"]
    surnames = [text[slice(*p.spans[0])].split()[-1] for p in found]
    named = {(x.start, x.end) for x in base.labels if x.kind == "person"}
    return [
        replace(p, spans=tuple(sorted({*p.spans, *_alone(text, named, surname)})))
        if surnames.count(surname) == 1
        else p
        for p, surname in zip(found, surnames, strict=True)
    ]


def _alone(text: str, named: set[Range], surname: str) -> list[Range]:
    return [span for span in named if text[slice(*span)] == surname]


def projected(record: Record, incidents: dict[str, Record], base: Example) -> Example:
    """The example with roles, conditions, ages and whose they are."""
    text = record["text"]
    people = people_of(record, incidents, base)
    officials = _officials(text, people)
    labels = [*base.labels, *_roles(people), *_conditions(text, people), *_ages(text)]
    labels = without_overlap(labels)
    placed = [(x.start, x.end) for x in labels if x.head == "age"]
    known = {
        **base.known,
        "role": officials,
        "condition": officials,
        "age": [(0, len(text))],
    }
    return replace(base, labels=labels, known=known, ages=_owners(text, people, placed, officials))


def _roles(people: Sequence[_Person]) -> Iterator[Label]:
    for person in people:
        role = ROLES.get(person.facts["type"])
        if role:
            yield from (Label("role", role, s, e) for s, e in person.spans)


def _conditions(text: str, people: Sequence[_Person]) -> Iterator[Label]:
    for person in people:
        status = next((c for s, c in STATUSES.items() if s in person.facts["status"]), None)
        if status and SAID[status].search(text):
            yield from (Label("condition", status, s, e) for s, e in person.spans)


def _ages(text: str) -> list[Label]:
    return [Label("age", "age", *number(match)) for match in AGE.finditer(text)]


def number(match: re.Match[str]) -> Range:
    """Where the number of an age stands."""
    return match.span(match.lastgroup or 0)


def _officials(text: str, people: Sequence[_Person]) -> list[Range]:
    ours = {word for p in people for s, e in p.spans for word in text[s:e].split()}
    spans = [m.span("name") for m in OFFICIAL.finditer(text)]
    return [(s, e) for s, e in spans if not ours & set(text[s:e].split())]


def _owners(
    text: str, people: Sequence[_Person], ages: Sequence[Range], officials: Sequence[Range]
) -> list[Judged]:
    """Each age against the people of its sentence and of the two beside it."""
    borders = [(s.start, s.end) for s in sentences(text)]
    described = [m.span() for m in NOMINAL.finditer(text)]
    judged: list[Judged] = []
    for age in ages:
        at = next((i for i, (s, e) in enumerate(borders) if s <= age[0] < e), None)
        if at is None:
            continue
        low = borders[max(at - 1, 0)][0]
        high = borders[min(at + 1, len(borders) - 1)][1]
        judged += _judged(text, people, age, described, (low, high), borders[at])
        if any(j.gold and j.argument == age for j in judged):
            near = [o for o in officials if low <= o[0] and o[1] <= high]
            judged += [Judged(age, official, gold=False) for official in near]
    return judged


def _judged(
    text: str,
    people: Sequence[_Person],
    age: Range,
    described: Sequence[Range],
    around: Range,
    sentence: Range,
) -> list[Judged]:
    value = int(text[slice(*age)])
    same = [p for p in people if p.facts["age"] == value]
    own = [d for d in described if (d[0] <= age[0] and age[1] <= d[1]) or _follows(text, d, age)]
    others = [d for d in described if d not in own and sentence[0] <= d[0] and d[1] <= sentence[1]]
    found = [Judged(age, d, gold=True) for d in own]
    if own:
        found += [Judged(age, d, gold=False) for d in others]
    if len(same) != 1 or not _inside(same[0], sentence):
        return found
    found += [Judged(age, span, gold=True) for span in _inside(same[0], sentence)]
    rest = [p for p in people if p is not same[0]]
    return found + [Judged(age, span, gold=False) for p in rest for span in _inside(p, around)]


def _follows(text: str, span: Range, age: Range) -> bool:
    return span[1] < age[0] and bool(re.fullmatch(r", (?:aged? )?", text[span[1] : age[0]]))


def _inside(person: _Person, stretch: Range) -> list[Range]:
    return [span for span in person.spans if stretch[0] <= span[0] and span[1] <= stretch[1]]
