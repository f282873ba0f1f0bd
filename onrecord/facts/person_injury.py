"""What is hurt and how, as written: "right shoulder", "broken wrist", "burns to both hands"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.facts import compare, show
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.grammar import sentences
from onrecord.facts.injuries import harms

FIELD = "person.injury"


def find(context: Context) -> Iterator[Found]:
    """Injuries with the person who has them."""
    found = (harm for sentence in sentences(context) for harm in harms(sentence))
    for harm in dict.fromkeys(found):
        yield Found(
            subject=harm.person.entity.id,
            field=FIELD,
            value=harm.span.cut(context.text),
            evidence=(harm.span,),
        )


TYPE = FactType(
    field=FIELD,
    label="Injury",
    many=True,
    find=find,
    compare=compare.texts,
    show=show.plain,
)
