"""Who claimed an incident as theirs, how, and who rejects the claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.core.reading import Entity
from onrecord.core.span import Span
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import any_of
from onrecord.facts.show import entity

_ACT = (
    r"(?:attack|kidnapping|bombing|shooting|killings?|assassination|explosion|blast|ambush|raid"
    r"|hijacking|assault|abduction|murders?|act|operation|hack|intrusion|breach|fire|arson)"
)
BY_SUBJECT = re.compile(
    rf"""(?<!not\ )(?<!never\ )\b(?:
      claim(?:ed|s|ing)?\ (?:(?:its|the|full|sole)\ )?(?:responsibility|credit)
    | claim(?:ed|s|ing)\ (?:the|this|that|yesterday['’]s|\w+day['’]s)\ {_ACT}
    | claim(?:ed|s)\ (?:to\ have|that\ it\ had|it\ had|that\ they\ had)
        \ (?:carried\ out|sabotaged|planted|killed
        |attacked|staged|been\ behind|set|shot|bombed)(?:\ the\ \w+)?
    | took\ (?:responsibility|credit)
    | (?:said|says|boasted|bragged|wrote)\b[^.;]{{0,30}}?\ ?(?:that\ )?(?:it|they|we|he
        |she|(?:its|their|his)\ (?:men|fighters|members|soldiers|militants))\ (?:(?:was|were|had\ been)
        \ behind(?:\ the\ \w+)?|(?:had\ )?(?:carried\ out|staged|committed|planted|launched)\ the\ \w+
        |(?:had\ )?sent\ )
    | described\ the\ \w+\ as\ [“"‘][^”"’]{{4,40}}[”"’]
    | the\ group\ [“"‘][^”"’]{{4,40}}[”"’]
    )""",
    re.VERBOSE,
)
BY_OBJECT = re.compile(
    r"\b(?:claim(?:s|ed)?(?:\ of\ responsibility)?(?:\ made)?|responsibility\ was\ claimed"
    rf"|claimed\ responsibility|{_ACT}\ was\ claimed|(?:text|post|message|letter"
    rf"|video)(?:\ [\w-]+){{1,6}}?(?=\ in\ the\ name))"
    r"\ (?:by|in\ the\ name\ of|from)\ (?:the\ )?"
    r"(?:(?:a\ )?group\ (?:called|calling\ itself)\ |so-called\ )?",
    re.VERBOSE,
)
SOME_GROUP = re.compile(
    r"\b[Aa]n?\ (?:[\w-]+\ ){0,3}(?:group|faction|organi[sz]ation|front|cell|gang|militia)$",
    re.VERBOSE,
)
OWN_WORD = re.compile(
    r"[”\"’]?\ (?:said|says|posted|wrote|claimed)\ (?:that\ )?(?:its|their|it|they|the\ group)\b",
    re.VERBOSE,
)
A_POST = re.compile(
    rf"\b(?:post|message|statement|video|letter|note|text|leaflet)s?\ claiming\ (?:[\w'’]+\ ){{1,2}}{_ACT}",
    re.VERBOSE,
)
REJECTED = re.compile(
    r"""(?:
      \b(?:claim|post|message|text|statement|it|this)\ (?:was|is)\ (?:not\ (?:genuine|credible|authentic|true)
        |(?:\w+\ ){0,2}(?:false|fake|a\ hoax|opportunistic|baseless))
    | \bdo(?:es)?\ not\ (?:consider|believe|regard|think)\ (?:it|the\ claim
        |a\ word\ of\ it)(?:\ (?:as\ )?(?:to\ be\ )?
        (?:credible|genuine|authentic|true))?
    | \b(?:dismiss|reject|disput|den[iy])(?:e?d|es|s|ing)?\ (?:the|that|this|its|a)\ claim
    | \bdenie[sd]\ (?:(?:any|having\ any|all)\ (?:part|role|hand|involvement
        |responsibility)(?:\ (?:in|for)\ \w+)?
        |(?:being|that\ it\ (?:is|was)|that\ they\ (?:are|were))\ behind\ \w+)
    | \bno\ connection\ (?:with|to)\ (?:this|the)\ \w+
    | \bno\ (?:trace|sign|evidence)\ (?:\w+\ )?of\ (?:a\ deliberate\ act|sabotage|foul\ play|an\ attack)
    | \bcalled\ the\ (?:text|claim|post|message|letter|video)\ (?:\w+\ and\ )?(?:fake|false|a\ hoax|a\ lie)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
MODES = (
    ("video", re.compile(r"\bvideo\b")),
    ("e-mail", re.compile(r"\be-?mails?\b")),
    ("letter", re.compile(r"\bletters?\b")),
    ("note", re.compile(r"\b(?:notes?|leaflets?|flyers?|pamphlets?)\b", re.IGNORECASE)),
    ("call", re.compile(r"\b(?:telephone|phone)\ ?calls?\b|\b(?:telephoned|phoned)\b", re.VERBOSE)),
    (
        "online",
        re.compile(
            r"\b(?:telegram|online|website|site|blog|posts?|posted|channel|facebook|twitter|social\ media)\b",
            re.VERBOSE | re.IGNORECASE,
        ),
    ),
)
CLAIMANTS = frozenset({"organisation", "group"})


def find(context: Context) -> Iterator[Found]:
    """The claims, and after them the rejections of the last claim."""
    claims = sorted(_claims(context), key=lambda f: f.evidence)
    yield from claims
    for sentence in context.prose:
        for match in REJECTED.finditer(context.text, sentence.start, sentence.end):
            evidence = Span(match.start(), match.end())
            earlier = [c for c in claims if c.evidence[0].start < evidence.start]
            named = "claim" in match[0] and len(earlier) == len(claims)
            if earlier and (named or _is_about(context, sentence, earlier[-1])):
                yield _found(context, str(earlier[-1].value), evidence, sentence, denied=True)


def _is_about(context: Context, sentence: Span, claim: Found) -> bool:
    """Whether a rejection stands near enough behind the claim, or names its maker."""
    if sentence.start - claim.evidence[0].end < 500:
        return True
    return any(e.id == claim.value for _, e in context.mentions_in(sentence))


def _claims(context: Context) -> Iterator[Found]:
    for sentence in context.prose:
        for match in BY_OBJECT.finditer(context.text, sentence.start, sentence.end):
            one = _claimant_from(context, match.end())
            if one is not None:
                end = max(m.span.end for m in one.mentions if m.span.start == match.end())
                yield _found(context, one.id, Span(match.start(), end), sentence)
        for match in BY_SUBJECT.finditer(context.text, sentence.start, sentence.end):
            for one in _claimants_before(context, sentence, match.start()):
                yield _found(context, one.id, Span(match.start(), match.end()), sentence)
        for match in A_POST.finditer(context.text, sentence.start, sentence.end):
            one = _named_next(context, match.end())
            if one is not None:
                yield _found(context, one.id, Span(match.start(), match.end()), sentence)


def _claimant_from(context: Context, offset: int) -> Entity | None:
    found = context.mention_at(offset)
    return found[1] if found and found[1].kind in CLAIMANTS | {"person"} else None


def _claimants_before(context: Context, sentence: Span, offset: int) -> list[Entity]:
    """The nearest named body before the claim in its sentence, and one that "and" joins to it.

    "A rebel group" is named later.
    """
    bodies = [
        (m, e)
        for m, e in context.mentions_in(Span(sentence.start, offset))
        if e.kind in CLAIMANTS and m.form != "pronoun"
    ]
    named = [(m, e) for m, e in bodies if e.named]
    if named:
        last = named[-1]
        pairs = pairwise(named)
        joined = [
            one[1]
            for one, two in pairs
            if two == last and context.text[one[0].span.end : two[0].span.start] == " and "
        ]
        return [*joined, last[1]]
    unnamed = bodies and SOME_GROUP.search(context.text[sentence.start : bodies[-1][0].span.end])
    later = _speaking_next(context, sentence.end) if unnamed else None
    return [later] if later else []


def _speaking_next(context: Context, offset: int) -> Entity | None:
    """The first named body of the next paragraphs that says something of its own fighters or act."""
    for mention, one in context.mentions:
        behind = context.text[mention.span.end : mention.span.end + 40]
        if (
            offset <= mention.span.start < offset + 400
            and one.kind in CLAIMANTS
            and one.named
            and OWN_WORD.match(behind)
        ):
            return one
    return None


def _named_next(context: Context, offset: int) -> Entity | None:
    """The first body in quotation marks behind: "The “Grey Dawn” says there …"."""
    for mention, one in context.mentions:
        quoted = context.text[max(0, mention.span.start - 1) : mention.span.start] in '“"‘'
        if offset <= mention.span.start < offset + 400 and one.kind in CLAIMANTS and quoted:
            return one
    return None


def _found(
    context: Context, value: str, evidence: Span, sentence: Span, *, denied: bool = False
) -> Found:
    incident = context.incident_at(evidence).id
    words = sentence.cut(context.text)
    mode = next((name for name, pattern in MODES if pattern.search(words)), None)
    return Found(
        incident,
        "incident.claimed_by",
        value,
        (evidence,),
        certainty="denied" if denied else None,
        incident=incident,
        mode=None if denied else mode,
        voice_of=None if denied else value,
    )


TYPE = FactType(
    field="incident.claimed_by",
    label="Claimed by",
    many=True,
    find=find,
    compare=any_of,
    show=entity,
    entity_value=True,
)
