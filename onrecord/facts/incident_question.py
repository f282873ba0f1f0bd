"""What is still open: "whether he had help", "how she got in", as the report puts it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.span import Span
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import texts
from onrecord.facts.show import plain

WH = r"(?:whether|how|why|where|who|what|when|if)"
ASKING = re.compile(
    rf"""\b(?:
      (?:investigat|examin|prob|establish|determin|find|work|look|check|clarify|ask|learn|question
         |review|ascertain|study|piec)(?:e|es|s|ed|ing|igate|igating|igated)?(?:\ out|\ into|\ at|\ together)?
         (?:\ as\ to)?
    | (?:it\ )?(?:is|was|remains?|remained)\ (?:still\ |also\ |yet\ |immediately\ |so\ far\ )?
         (?:not\ (?:yet\ |immediately\ |immediately\ )?(?:clear|known)|unclear|unknown|open
             |uncertain|a\ mystery)
    | no\ one\ knows | nobody\ knows | not\ know(?:n)?
    | (?:would\ not|declined\ to|did\ not|could\ not)\ say(?=\ whether)
    | (?:a|the|one|another|open|first|key|main)\ question(?:s)?(?:\ now)?(?:\ (?:is|are|remains?))?
    )\ (?:now\ |still\ )?(?P<q>{WH}\b)""",
    re.VERBOSE | re.IGNORECASE,
)
OPENED = re.compile(
    rf"""(?P<q>{WH}\b(?:[^.?!;“”"]|\.(?=\d|m\.)|(?<=m)\.(?=\s[a-z])){{8,160}}?)
    \ (?:is|are|was|remains?|has|have)
    \ (?:still\ |yet\ |now\ |also\ |not\ )*
    (?:“?(?:an?|the|one)\ (?:\w+\ )?question|un(?:clear|known|certain)|disputed|clear|known
    |(?:been\ )?(?:established|determined)|under\ (?:investigation|examination|review)
    |being\ (?:investigated|examined)|become\ (?:a\ (?:quarrel|puzzle|mystery)|controversial)
        |in\ dispute|to\ be\ (?:established|determined))""",
    re.VERBOSE | re.IGNORECASE,
)
NO_CAUSE = re.compile(
    r"[Tt]he\ (?:cause|motive|origin|source)(?:\ of\ the\ \w+)?\ (?:has\ not\ (?:yet\ )?been|is\ not\ yet"
    r"|is\ still\ being|was\ not\ immediately|is|remains)\ (?:established|known|determined|investigated"
    r"|clear|unknown|unclear|under\ investigation)",
    re.VERBOSE,
)
NEXT = re.compile(rf",?\ (?:and|or)?\ ?(?:also\ )?(?={WH}\b)", re.VERBOSE | re.IGNORECASE)
AGAIN = re.compile(r",?\ and\ (?:also\ )?(?=(?:whether|how|why)\b)", re.VERBOSE)
END = re.compile(
    r"[.?!;:—“”\"]|,\ (?=(?:\w+\ ){1,3}(?:said|says|told|wrote|added)\b)|,\ (?:but|while|as"
    r"|when|which|who|and\ (?:we|he|she|they|it))\ "
    r"|\ (?:and|but)\ (?=(?:said|would|has|have|is|are|they|he|she)\b)"
    r"|,\ (?=[A-Z]\w+\ \w+\ (?:said|told)\b)|\n",
    re.VERBOSE,
)
INVESTIGATORS = re.compile(
    r"\b(?:police|investigat\w*|prosecutors?|detectives?|officials?|authorit\w+|inspectors?|we|experts?"
    r"|it|nobody|question|office|examin\w*|clear|known|unclear|say|agents?|fbi|inquiry|commission)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Question:
    """A question, and the words that put it: on whose word they are it is asked."""

    span: Span
    put: Span


def find(context: Context) -> Iterator[Found]:
    """The open questions, one for each "whether", "how", "why" of a list."""
    lead = next(i for i in context.incidents if i.lead)
    for sentence in context.prose:
        for question in _questions(context.text, sentence):
            yield Found(
                lead.id,
                "incident.question",
                question.span.cut(context.text),
                (question.span,),
                certainty="asked",
                incident=lead.id,
                at=question.put,
            )


def _questions(text: str, sentence: Span) -> Iterator[_Question]:
    whole = OPENED.match(text, sentence.start, sentence.end)
    if whole is not None:
        span = Span(whole.start("q"), whole.start("q") + len(whole["q"].rstrip(" ,")))
        yield _Question(span, span)
        return
    for match in NO_CAUSE.finditer(text, sentence.start, sentence.end):
        span = Span(match.start(), match.end())
        yield _Question(span, span)
    for match in ASKING.finditer(text, sentence.start, sentence.end):
        if INVESTIGATORS.search(text[sentence.start : match.end()]):
            put = Span(match.start(), match.start() + 1)
            for span in _listed(text, Span(match.start("q"), sentence.end)):
                yield _Question(span, put)


def _listed(text: str, rest: Span) -> Iterator[Span]:
    """The questions of a list, each up to the next or to the end of its clause."""
    start = rest.start
    while True:
        end = END.search(text, start, rest.end)
        stop = end.start() if end else rest.end
        split = NEXT.search(text, start + 8, stop)
        if split is not None:
            stop = split.start()
        while text[stop - 1] in ", ":
            stop -= 1
        if stop - start > 8:
            yield Span(start, stop)
        again = split or AGAIN.search(text, stop, rest.end)
        if again is None:
            return
        start = again.end()


TYPE = FactType(
    field="incident.question",
    label="Open question",
    many=True,
    find=find,
    compare=texts,
    show=plain,
)
