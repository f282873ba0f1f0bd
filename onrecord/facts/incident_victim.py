"""Whom an incident hit: people killed, hurt, missing or held, the attackers left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.span import Span
from onrecord.facts import incident_injured, incident_kidnapped, incident_killed
from onrecord.facts.base import Context, FactType, Found, once
from onrecord.facts.compare import any_of
from onrecord.facts.counting import is_title
from onrecord.facts.learned_roles import with_learned
from onrecord.facts.roles import asserted, conditions, perpetrators
from onrecord.facts.show import entity

HIT = frozenset({"killed", "injured", "missing", "hostage", "hospitalised"})
TAKEN = frozenset({"kidnapping", "hostage_taking", "hijacking"})
"""Incidents whose victims are told of as freed."""

DEED_OF = re.compile(
    r"\b(?:murder|killing|slaying|fatal\ (?:shooting|stabbing)|shooting|stabbing|kidnapping|abduction"
    r"|assassination|beheading|(?:shooting|stabbing|beating)\ death|homicide|manslaughter)\ of"
    r"\ (?:(?:Mr|Mrs|Ms|Dr)\.?\ |\d+-year-old\ )?",
    re.VERBOSE,
)
IDENTIFIED = re.compile(
    r"\b(?:[Vv]ictims?|(?:[Dd]ead|[Ss]lain)(?:\ \w+)?|(?:man|woman|boy|girl|teen(?:ager)?|person|driver)"
    r"\ (?:who\ (?:was\ )?)?(?:killed|shot|stabbed|died))\ (?:(?:was|were|has\ been|have\ been)\ )?"
    r"(?:later\ )?(?:(?:identified|named)\ )?(?:(?:\w+day|by\ \w+)\ )?as\ (?:\d+-year-old\ )?"
)
"""Those hit, told by name later: "the woman killed was identified as", "named the victim as"."""
MERE_COUNT = re.compile(
    r"\b(?:people|persons|others|dead|wounded|injured|victims|killed|more|them"
    r"|firefighters|rescuers|paramedics)$"
)
"""Words that tell nothing of the people but how many they are, and those for rescuers."""
LIST_OPENING = re.compile(
    r"(?:They\ (?:are|were)|The\ (?:\w+\ ){1,2}(?:are|were|have\ been)|Those\ (?:taken|kidnapped|held"
    r"|abducted|seized)\ (?:are|were|have\ been))\ (?:(?:named|identified)\ (?:\w+\ ){0,3}?as\ )?",
    re.VERBOSE,
)
LIST_LINK = re.compile(
    r"^\ $|[;,]\ (?:and\ )?(?:(?:his|her|their)\ \w+,?\ )?$|\ and\ (?:(?:his|her)\ \w+\ )?$",
    re.VERBOSE,
)
"""What stands before a name of a list: "Ana Brito, 40; her cousin Luis Brito; and Eva Rocha"."""


def find(context: Context) -> Iterator[Found]:
    """What the words tell, and what the encoder sees beside it."""
    yield from with_learned(context, "victim", "incident.victim", _told(context))


def _told(context: Context) -> Iterator[Found]:
    """The victims, each by the mention beside what happened to them."""
    left_out = asserted(perpetrators(context)) | {
        c.subject for c in conditions(context) if c.value == "unharmed" and c.certainty is None
    }
    yield from _by_deed(context)
    yield from _listed(context)
    yield from _counted(context)
    named = {(f.subject, f.value) for f in _by_deed(context)}
    for condition in conditions(context):
        evidence = condition.evidence[0]
        at = condition.at or evidence
        incident = context.incident_at(at)
        if len([v for i, v in named if i == incident.id]) == 1 and _is_unnamed(context, condition):
            continue  # "a student" is the one whose murder is told by name
        freed = condition.value == "released" and incident.type in TAKEN
        if condition.certainty in ("denied", "asked") or (
            condition.subject in left_out and not freed
        ):
            continue
        headline = is_title(context, at) and not context.by_id[condition.subject].named
        if (condition.value in HIT or freed) and not headline:
            yield Found(
                incident.id,
                "incident.victim",
                condition.subject,
                (_mention(context, condition.subject, evidence),),
                certainty=condition.certainty,
                incident=incident.id,
                at=at,
            )


def _is_unnamed(context: Context, condition: Found) -> bool:
    """Whether somebody without a name, told with "a", was killed."""
    one = context.by_id[condition.subject]
    opening = one.mentions[0].span if one.mentions else condition.evidence[0]
    before = context.text[max(0, opening.start - 3) : opening.end]
    article = re.search(r"(?:^|\b)an?\ ", before, re.IGNORECASE)
    return condition.value == "killed" and not one.named and article is not None


@once
def _by_deed(context: Context) -> tuple[Found, ...]:
    """ "The murder of Ana Brito": whom the noun of a deed names, or the victim is identified as."""
    attackers = asserted(perpetrators(context))
    found = []
    for sentence in context.prose:
        for match in (
            *DEED_OF.finditer(context.text, sentence.start, sentence.end),
            *IDENTIFIED.finditer(context.text, sentence.start, sentence.end),
        ):
            hit = context.mention_at(match.end())
            person = hit is not None and hit[1].kind == "person" and hit[0].form == "name"
            if hit and person and hit[1].id not in attackers:
                found.append(_found(context, hit[1].id, hit[0].span))
    return tuple(found)


def _counted(context: Context) -> Iterator[Found]:
    """ "Two men were wounded" in the background: those whom nothing but their number tells."""
    for find_counted in (incident_killed.find, incident_injured.find, incident_kidnapped.find):
        for counted in find_counted(context):
            if counted.subject == "i1" or counted.value in (0, 1):
                continue
            for mention, one in context.mentions_in(counted.evidence[0]):
                words = mention.span.cut(context.text)
                if (
                    one.kind == "group"
                    and mention.form == "nominal"
                    and not MERE_COUNT.search(words)
                ):
                    yield _found(context, one.id, mention.span)


def _listed(context: Context) -> Iterator[Found]:
    """ "They are Ana Brito, 40; and Luis Brito": those taken, named one by one."""
    lead = next(i for i in context.incidents if i.lead)
    if lead.type not in TAKEN:
        return
    for sentence in context.prose:
        opening = LIST_OPENING.match(context.text, sentence.start, sentence.end)
        if opening is None or context.incident_at(sentence).id != lead.id:
            continue
        for mention, one in context.mentions_in(Span(opening.end(), sentence.end)):
            before = context.text[opening.end() - 1 : mention.span.start]
            plain = LIST_LINK.search(before) is not None
            if one.kind == "person" and mention.form == "name" and plain:
                yield _found(context, one.id, mention.span)


def _found(context: Context, person: str, evidence: Span) -> Found:
    incident = context.incident_at(evidence).id
    return Found(incident, "incident.victim", person, (evidence,), incident=incident, at=evidence)


def _mention(context: Context, person: str, near: Span) -> Span:
    """The person's name nearest to the words, else the nearest description, else the words."""
    mentions = [m for m in context.by_id[person].mentions if m.form != "pronoun"]
    best = min(
        mentions, key=lambda m: (m.form != "name", abs(m.span.start - near.start)), default=None
    )
    return best.span if best else near


TYPE = FactType(
    field="incident.victim",
    label="Victim",
    many=True,
    find=find,
    compare=any_of,
    show=entity,
    entity_value=True,
)
