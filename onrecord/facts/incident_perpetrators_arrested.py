"""How many of the suspected attackers were arrested: those who are suspects and were arrested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.facts import incident_arrested
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.count_evidence import telling
from onrecord.facts.count_words import BE, PERPETRATORS, N
from onrecord.facts.counting import Counting, find_counts
from onrecord.facts.roles import asserted, conditions, perpetrators
from onrecord.facts.show import plain
from onrecord.facts.stretches import Stretches

HELD = frozenset({"arrested", "detained", "charged"})


FIELD = "incident.perpetrators_arrested"
WHO = (
    rf"(?:(?:suspected|alleged|would-be)\ (?:\w+\ )?[a-z]+s|{PERPETRATORS}"
    r"|(?!(?:other|third|second)\b)suspects)"
)
CAUGHT = rf"(?:{incident_arrested.HELD}|in\ custody|under\ arrest|caught|overpowered)"
ARRESTED = Counting(
    field=FIELD,
    perpetrators=None,
    more=(
        rf"{N}\ (?:\w+\ ){{0,2}}?{WHO}(?:\ {BE}){{1,6}}\ {CAUGHT}\b",
        rf"\b(?:arrest(?:ed|ing|s)|detain(?:ed|ing|s)|apprehended|captur(?:ed|ing)|(?:arrests?|capture)\ of"
        rf"|nabbed|caught)\ (?:the\ )?{N}\ (?:\w+\ ){{0,2}}?{WHO}\b",
        rf"\b(?:took|taken|taking)\ {N}\ (?:\w+\ ){{0,2}}?{WHO}\ into\ custody\b",
    ),
    fixed={
        r"\b(?:[Aa]|[Oo]ne)\ (?:\w+\ )?(?<!third\ )(?<!second\ )suspect"
        rf"\ (?:is|was|has\ been|had\ been)\ {CAUGHT}\b": 1,
        rf"\b[Bb]oth\ (?:suspects|{PERPETRATORS})\ (?:were|are|have\ been|had\ been)\ {CAUGHT}\b": 2,
        rf"\b[Nn]o\ suspects?\ (?:were|was|is|are|has\ been|have\ been|had\ been)\ {CAUGHT}\b": 0,
    },
)


def find(context: Context) -> Iterator[Found]:
    """The arrests of people whom the report calls suspects; that they did it stays alleged."""
    roles = perpetrators(context)
    cleared = {
        r.person
        for r in roles
        if r.certainty == "denied" and "got the wrong" not in r.evidence.cut(context.text)
    }  # a relative's "they've got the wrong man" clears nobody
    suspects = asserted(roles) - cleared
    held = [
        f
        for f in conditions(context)
        if f.value in HELD and f.subject in suspects and f.certainty not in ("denied", "asked")
    ]
    words = Stretches(span for f in held for span in f.evidence)
    counted = list(telling(context, find_counts(context, ARRESTED)))
    for several in counted:
        yield replace(several, certainty="alleged")
    told = Stretches(f.evidence[0] for f in counted)
    for arrest in incident_arrested.find(context):
        fresh = not told.touch(arrest.evidence[0])
        if fresh and arrest.value == 1 and any(words.touch(span) for span in arrest.evidence):
            yield replace(
                arrest,
                field=FIELD,
                certainty="alleged",
                confidence=arrest.confidence,
            )


TYPE = FactType(
    field=FIELD,
    label="Attackers arrested",
    many=False,
    find=find,
    compare=numbers,
    show=plain,
    grows=True,
)
