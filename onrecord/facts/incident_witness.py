"""Who saw or heard it: witnesses by name of their role, by deed, or by what they say they saw."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.span import Span, cut_all
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import any_of
from onrecord.facts.roles import OFFICIAL
from onrecord.facts.show import entity

SENSED = re.compile(
    r"\b(?:I|[Ww]e)\ (?:just\ |only\ |suddenly\ |then\ )?(?:heard|saw|watched|could\ (?:see"
    r"|hear)|looked\ at|looked\ up"
    r"|turned\ round|pulled|hid|ran|felt\ the|smelled|thought\ it\ was)\b",
    re.VERBOSE,
)
SCREEN = re.compile(
    r"\b(?:television|tv|on\ the\ news|photos?|pictures?|online)\b", re.VERBOSE | re.IGNORECASE
)
DEED = re.compile(
    r"\b(?:who\ (?:had\ )?(?:filmed|saw|witnessed|heard|watched|hid|survived|escaped)|filmed\ the"
    r"|had\ (?:seen|heard)\ (?:the|an?|two|three|several)\ (?:people|m[ae]n|gunm[ae]n|van"
    r"|shots?|blast|explosion)"
    r"|saw\ the|witnessed\ the|hid\ in"
    r"|(?:was|were)\ \w+ing\b[^.]*?\bwhen\ (?:he|she|they)\ (?:heard|saw|noticed|felt)"
    r"|said\ (?:that\ )?(?:he|she)\ (?:saw|heard|watched|witnessed)"
    r"|(?:insists?|insisted)\ (?:that\ )?there\ (?:was|were|had\ been)\ (?:only\ )?"
    r"(?:one|two|three|four|five|six|several))\b",
    re.VERBOSE,
)
WITNESS = re.compile(r"\b(?:[Ww]itness(?:es)?|[Ee]yewitness(?:es)?|[Bb]ystander|[Oo]nlooker)\b")
SPEAKS = frozenset({"direct", "mixed"})


def find(context: Context) -> Iterator[Found]:
    """The witnesses, officials left out."""
    lead = next(i for i in context.incidents if i.lead)
    seen: set[str] = set()
    for person, evidence in (*_by_words(context), *_by_statement(context)):
        if person not in seen and context.incident_at(evidence).id == lead.id:
            seen.add(person)
            yield Found(
                lead.id,
                "incident.witness",
                person,
                (evidence,),
                certainty="stated",
                incident=lead.id,
            )


def _by_statement(context: Context) -> Iterator[tuple[str, Span]]:
    """Speakers who say what they saw or heard themselves."""
    for statement in context.statements:
        one = context.by_id.get(statement.speaker or "")
        said = cut_all(statement.content, context.text)
        if one is None or one.kind != "person" or not one.named or not statement.source:
            continue
        sensed = SENSED.search(said) and not SCREEN.search(said)
        if statement.manner in SPEAKS and sensed and not _is_official(context, one.id):
            evidence = _named_in(context, one.id, statement.source[0])
            if evidence is not None:
                yield one.id, evidence


def _by_words(context: Context) -> Iterator[tuple[str, Span]]:
    """ "Witness Nora Field", "Nora Field, who filmed the van"."""
    for mention, one in context.mentions:
        if one.kind != "person" or one.plural or mention.form != "name":
            continue
        before = context.text[max(0, mention.span.start - 20) : mention.span.start]
        after = context.text[mention.span.end : mention.span.end + 90].split(".")[0]
        called = re.search(r"[Ww]itness,?\s$", before)
        did = DEED.search(after) and re.match(
            r",|\ (?:said|told|says|was|insists?|saw|heard)\b", after
        )
        if (called or did) and not _is_official(context, one.id):
            yield one.id, mention.span


def _is_official(context: Context, person: str) -> bool:
    """Whether the words for a person, or right before or behind the name, tell an office."""
    for mention in context.by_id[person].mentions:
        if mention.form == "pronoun":
            continue
        start = max(0, mention.span.start - 40)
        around = context.text[start : mention.span.end + 50].split("\n")[0]
        if OFFICIAL.search(around.split(".")[0]):
            return True
    return False


def _named_in(context: Context, person: str, source: Span) -> Span | None:
    """The person's name in a source, else the name nearest before it."""
    names = [m.span for m in context.by_id[person].mentions if m.form == "name"]
    inside = [s for s in names if source.overlaps(s)]
    return next(iter(inside or names), None)


TYPE = FactType(
    field="incident.witness",
    label="Witness",
    many=True,
    find=find,
    compare=any_of,
    show=entity,
    entity_value=True,
)
