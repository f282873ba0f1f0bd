"""Who did it and whom it hit: the people of an incident, from nouns, verbs and conditions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.core.reading import Certainty, Entity, EntityMention, ReportIncident
from onrecord.core.span import Span
from onrecord.facts import person_condition
from onrecord.facts.base import Context, Found, once
from onrecord.facts.grammar import Placed, Sentence
from onrecord.facts.scenes import tellings

ATTACKER = re.compile(
    r"(?:(?!(?:no|second|another|other|third)\b)[\w'’-]+\ ){0,4}?(?:gunman|attacker|assailant|shooter|bomber"
    r"|knifeman|perpetrator|hijacker|kidnapper|robber|raider|arsonist|killer|sniper|assassin|intruder)"
    r"(?:\ (?:who|aged)\b.*)?$",
    re.VERBOSE | re.IGNORECASE,
)
AT_THE_WHEEL = re.compile(
    r"(?:the|its|a|an)\ (?:\w+\ )?(?:driver|motorist|man\ at\ the\ wheel"
    r"|person\ at\ the\ wheel)$|man\ at\ the\ wheel$",
    re.VERBOSE | re.IGNORECASE,
)
SUSPECT = re.compile(
    r"(?:the|a|an|main|prime|one)\ (?:[\w-]+\ ){0,2}suspect$", re.VERBOSE | re.IGNORECASE
)
OFFICIAL = re.compile(
    r"\b(?:police\w*|officers?|deput(?:y|ies)|troopers?|constables?|sergeant|captain|colonel|brigadier|guards?"
    r"|soldiers?|sheriff|prosecutors?|mayor|ministers?|spokes\w+|firefighters?|commander|detective|judge|lawyer)\b",
    re.VERBOSE | re.IGNORECASE,
)
ACT = re.compile(
    r"\b(?:opened\ fire|shot(?!\ (?:in|at\ by))|stabbed|detonated|attacked|killed|kidnapped"
    r"|abducted|robbed|fired"
    r"|threw|hurled|gunned\ down|set\ fire|set\ off|blew\ (?:up|himself|herself)|ploughed"
    r"|plowed|rammed|murdered"
    r"|ambushed|stormed|beheaded|planted|(?:drove|driven)(?=\ [^.;]{0,40}\binto\b)|wounded"
    r"|pulled\ the\ trigger|(?:began|started)\ (?:to\ (?:throw|fire|shoot|stab|attack|hurl)"
    r"|throwing|firing|shooting|stabbing|hurling)|poured|torched"
    r"|stopped(?=\ (?:the|a|their|his|her)\ (?:\w+\ )?(?:car|truck|pickup|van|bus|vehicle|convoy)))\b",
    re.VERBOSE,
)
OBJECT = re.compile(
    r"\ (?!(?:in|at|on|by|during|when|after|near|while|outside|inside|from|as|with|who|for|\w+day)\b)[\w“\"]"
)
"""What follows a verb that has an object: "killed in the blast" has none."""
NEEDS_OBJECT = re.compile(
    r"(?:shot|stabbed|attacked|killed|murdered|wounded|kidnapped|abducted|robbed)$"
)
ACCUSED = re.compile(
    r"\b(?:suspected\ of|accused\ of|charged\ with|held\ (?:over|for)\ the|arrested\ (?:over"
    r"|for|on\ suspicion\ of)"
    r"|arrested\ in\ connection\ with|on\ suspicion\ of|wanted\ (?:over|for)"
    r"|pleaded\ (?:not\ )?guilty|confessed)"
    r"(?:\ [\w'’-]+){1,5}",
    re.VERBOSE,
)
CLEARED = re.compile(
    r"\b(?:ruled\ out\ as\ (?:a\ |the\ )?(?:suspect|attacker|driver)"
    r"|nothing\ to\ do\ with\ (?:the|it|this)(?:\ \w+)?"
    r"|wrongly\ (?:held|detained|arrested|identified|named|accused)|(?:the"
    r"|got\ the)\ wrong\ (?:man|woman|guy|person|[A-ZÀ-Þ]\w+)|cleared\ of)\b",
    re.VERBOSE,
)
_CRIME = r"(?:murder\w*|manslaughter|killing|wounding|stabbing|shooting|arson|assault|kidnapping|terror\w*)"
CONVICTED = re.compile(
    r"\b(?:convicted|found\ guilty|guilty)(?:\ (?!not\b)\w+){0,4}?\ of\ (?:the\ |attempted\ "
    rf"|two\ counts\ of\ |[\w-]+-degree\ )*{_CRIME}\b",
    re.VERBOSE,
)
SEEN = re.compile(r"\b(?:shows?|showed|showing|saw|filmed|captured|caught)\ (?=[A-ZÀ-Þ])")
SEEN_DOING = re.compile(
    r"[^.;]{0,60}?\b(?:firing|shooting|stabbing|throwing|pouring|opening\ fire|setting\ fire)\b",
    re.VERBOSE,
)
ARRESTED = re.compile(
    r"\b(?<!be\ )(?:arrested|arresting|charged|arrests)\ (?=[A-ZÀ-Þ])", re.VERBOSE
)
NO_SUSPECT = frozenset("protest riot clash raid arrest accident crash disaster fire other".split())
"""Types whose arrests are of many, or of people who are said to have done nothing to others."""
SOME_MEN = re.compile(
    r"(?:(?:[\w-]+\ )*(?:two|three|four|five|six|seven|eight|nine|ten|several|many|masked|armed|hooded"
    r"|\d+)\ )(?:[\w-]+\ ){0,2}(?:men|youths|women|teenagers|lads|boys)\b",
    re.VERBOSE | re.IGNORECASE,
)
"""Attackers told only as so many people: they stand for themselves, in the plural."""
SOUGHT = re.compile(
    r"\b(?:is|are|was|remains?)\ (?:still\ |now\ )?(?:being\ (?:sought|hunted)|on\ the\ run|at\ large)\b",
    re.VERBOSE,
)
"""What is said of an attacker who got away."""
ASKED = re.compile(
    r"\b[Ww]hether\ (?P<who>he|she|the\ (?:\w+\ )?(?:man|woman|suspect|detainee))\ (?:is|was"
    r"|had\ been)\ (?:really\ )?"
    r"(?:the\ )?(?:driver|gunman|attacker|shooter|bomber|culprit|perpetrator|killer"
    r"|man\ responsible|involved)\b",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Role:
    """A person in a role of an incident, with the words for it and how surely they say so."""

    incident: str
    person: str
    evidence: Span
    certainty: Certainty | None = None


@once
def conditions(context: Context) -> tuple[Found, ...]:
    """The conditions of the report's people: killed, hurt, arrested …"""
    return tuple(person_condition.find(context))


@once
def perpetrators(context: Context) -> tuple[Role, ...]:
    """Who is said to have done it: by noun, by deed, as a suspect, as cleared, as a question."""
    roles: list[Role] = []
    for incident in context.incidents:
        for telling in tellings(context, incident):
            sentence = Sentence(context, telling.sentence)
            roles.extend(_by_noun(context, incident, telling.sentence))
            roles.extend(_by_deed(incident, sentence))
            roles.extend(_by_charge(context, incident, sentence))
            roles.extend(_asked(context, incident, telling.sentence))
            roles.extend(_sought(incident, sentence))
            roles.extend(_seen(context, incident, telling.sentence))
            roles.extend(_arrested(context, incident, telling.sentence))
    return tuple(_by_name(context, roles))


def _by_name(context: Context, roles: list[Role]) -> Iterator[Role]:
    """The roles, "a man who stabbed …" as the one whom the report names as convicted of it."""
    guilty: dict[str, set[str]] = {}
    for role in roles:
        if context.by_id[role.person].named and CONVICTED.search(role.evidence.cut(context.text)):
            guilty.setdefault(role.incident, set()).add(role.person)
    for role in roles:
        one = context.by_id[role.person]
        names = guilty.get(role.incident, set())
        opening = re.match(r"[Aa]n?\ ", role.evidence.cut(context.text))
        if len(names) == 1 and opening and not one.named and role.certainty is None:
            yield replace(role, person=next(iter(names)))
        else:
            yield role


def asserted(roles: Iterable[Role]) -> frozenset[str]:
    """The people whom somebody does put in the role."""
    return frozenset(r.person for r in roles if r.certainty not in ("denied", "asked"))


def _persons(context: Context, within: Span) -> Iterator[tuple[EntityMention, Entity]]:
    for mention, one in context.mentions_in(within):
        if one.kind == "person" and not one.plural:
            yield mention, one


def _by_noun(context: Context, incident: ReportIncident, within: Span) -> Iterator[Role]:
    """ "The gunman", "the driver" of a ramming, "the suspect"."""
    for mention, one in _persons(context, within):
        words = mention.span.cut(context.text)
        if mention.form != "nominal" or _is_negated(context.text, mention.span):
            continue
        ramming = incident.type == "vehicle_ramming" and AT_THE_WHEEL.match(words)
        if ATTACKER.match(words) or ramming:
            yield Role(incident.id, one.id, mention.span)
        elif SUSPECT.match(words):
            yield Role(incident.id, one.id, mention.span, "alleged")


def _is_negated(text: str, at: Span) -> bool:
    return bool(
        re.search(
            r"\b(?:no|not|without|whether|be|is|was)\s(?:\w+\s)?$",
            text[max(0, at.start - 20) : at.start],
        )
    )


def _by_deed(incident: ReportIncident, sentence: Sentence) -> Iterator[Role]:
    """The subject of a deed: "a man shot dead two people"."""
    text = sentence.context.text
    for match in ACT.finditer(text, sentence.span.start, sentence.span.end):
        first = sentence.index_at(match.start())
        bare = NEEDS_OBJECT.search(match[0]) and not OBJECT.match(text, match.end())
        if first is None or bare or _is_passive(sentence, first):
            continue
        for placed in sentence.subjects(first):
            if _is_doer(placed, text) and _may_do(placed, text):
                yield Role(incident.id, placed.entity.id, _with_deed(placed, match, text))


def _is_doer(placed: Placed, text: str) -> bool:
    """Whether the subject of a deed is one person, or some men told by their number or look."""
    if placed.entity.kind == "person" and not placed.entity.plural:
        return True
    span = placed.mention.span
    line = text[max(0, span.start - 16) : span.end].split("\n")[-1]
    return placed.entity.kind == "group" and SOME_MEN.search(line) is not None


def _seen(context: Context, incident: ReportIncident, within: Span) -> Iterator[Role]:
    """ "The video shows Brito firing": whom somebody or a camera saw do it."""
    for match in SEEN.finditer(context.text, within.start, within.end):
        found = context.mention_at(match.end())
        if found is None or found[1].kind != "person":
            continue
        doing = SEEN_DOING.match(context.text, found[0].span.end, within.end)
        if doing is not None:
            alleged = "allegedly" in context.text[match.start() - 12 : match.start()]
            whole = Span(found[0].span.start, doing.end())
            evidence = whole if len(whole) <= 60 else found[0].span
            yield Role(incident.id, found[1].id, evidence, "alleged" if alleged else None)


def _arrested(context: Context, incident: ReportIncident, within: Span) -> Iterator[Role]:
    """ "Detectives arrested Ana Brito": a suspect, where the lead is no arrest alone."""
    if not incident.lead or incident.type in NO_SUSPECT:
        return
    for match in ARRESTED.finditer(context.text, within.start, within.end):
        found = context.mention_at(match.end())
        if found is not None and found[1].kind == "person":
            yield Role(incident.id, found[1].id, Span(match.start(), found[0].span.end), "alleged")


def _is_passive(sentence: Sentence, verb: int) -> bool:
    before = [sentence.lower(i) for i in range(max(0, verb - 3), verb)]
    return any(
        w in {"was", "were", "been", "be", "being", "is", "are", "to", "not", "never", "would"}
        for w in before
    )


def _may_do(placed: Placed, text: str) -> bool:
    """Whether the person is no police officer or other official, by any of the words for them."""
    return not any(
        OFFICIAL.search(text[max(0, m.span.start - 20) : m.span.end])
        for m in placed.entity.mentions
        if m.form != "pronoun"
    )


def _with_deed(placed: Placed, match: re.Match[str], text: str) -> Span:
    whole = Span(placed.mention.span.start, match.end())
    return whole if len(whole) <= 60 and "\n" not in whole.cut(text) else placed.mention.span


def _by_charge(context: Context, incident: ReportIncident, sentence: Sentence) -> Iterator[Role]:
    """Suspects and those who were cleared: the person whom the words are about."""
    charges = ((ACCUSED, "alleged"), (CLEARED, "denied"), (CONVICTED, None))
    for pattern, certainty in charges:
        for match in pattern.finditer(context.text, sentence.span.start, sentence.span.end):
            person = _about(context, sentence, match)
            if person is not None:
                evidence = Span(match.start(), match.end())
                yield Role(incident.id, person, evidence, certainty)  # type: ignore[arg-type]


def _sought(incident: ReportIncident, sentence: Sentence) -> Iterator[Role]:
    """ "A second man is being sought": by those who look for the attackers."""
    text = sentence.context.text
    for match in SOUGHT.finditer(text, sentence.span.start, sentence.span.end):
        first = sentence.index_at(match.start())
        for placed in sentence.subjects(first) if first is not None else ():
            if placed.entity.kind == "person" and not placed.entity.plural:
                yield Role(incident.id, placed.entity.id, placed.mention.span)


def _about(context: Context, sentence: Sentence, match: re.Match[str]) -> str | None:
    """The subject of a charge; failing that the last single person named before it in the clause."""
    first = sentence.index_at(match.start())
    if first is None:
        return None
    if " the wrong " in f" {match[0]}":
        whole, last = match.end() - len(match[0].split(" the ")[-1]) - 4, match[0].split()[-1]
        found = context.mention_at(whole) or context.mention_at(match.end() - len(last))
        return found[1].id if found and found[1].kind == "person" else None
    start = sentence.group_start(first)
    for placed in sentence.subjects(start):
        if placed.entity.kind == "person" and not placed.entity.plural:
            return placed.entity.id
    before = (
        Span(sentence.span.start, match.start()) if match.start() > sentence.span.start else None
    )
    people = [e for _, e in _persons(context, before)] if before else []
    return people[-1].id if len({p.id for p in people}) == 1 else None


def _asked(context: Context, incident: ReportIncident, within: Span) -> Iterator[Role]:
    for match in ASKED.finditer(context.text, within.start, within.end):
        found = context.mention_at(match.start("who"))
        if found and found[1].kind == "person":
            yield Role(incident.id, found[1].id, Span(match.start(), match.end()), "asked")
