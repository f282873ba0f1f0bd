"""Invented stories of small towns: readings by the dozen, made by dice, with copies and digests.

No encoder runs. Tests of growth take their reports from here, benchmarks/chronicle.py its forms.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.core.reading import Entity, EntityMention, Fact, Gazetteer, Reading, ReportIncident
from onrecord.core.report import Report, report_id
from onrecord.core.span import Span

FIRST_DAY = date(2031, 1, 6)
SYLLABLES = (
    "bar dal fen gor hul kem lin mor nes oll pra quel rin sto tar ulm ves wick yar zen "
    "ash bel cor dun esk fal gil har isk jor kal lom mir nor orm pel ras sel tir und vor"
).split()
HAPPENINGS = ("fire", "flood", "collision", "explosion", "robbery", "collapse")
FOOTER = (
    "Subscribers of {outlet} find the weekend's crossword, the tide tables and the notices of births "
    "and deaths in the printed edition, which is delivered before breakfast on every working day."
)


@dataclass(frozen=True)
class Story:
    """One happening: where, when, to whom."""

    town: str
    kind: str
    day: date
    people: tuple[str, ...]
    dead: int
    words: tuple[str, ...]


def name(dice: random.Random, parts: int = 2) -> str:
    """A made-up word that begins with a capital."""
    return "".join(dice.choice(SYLLABLES) for _ in range(parts)).capitalize()


def story(dice: random.Random, days: int) -> Story:
    """A story on one of so many days."""
    return Story(
        town=f"{name(dice)} {dice.choice(('Bay', 'Hill', 'Cross', 'Mills'))}",
        kind=dice.choice(HAPPENINGS),
        day=FIRST_DAY + timedelta(days=dice.randrange(days)),
        people=tuple(f"{name(dice)} {name(dice, 3)}" for _ in range(3)),
        dead=dice.randint(1, 9),
        words=tuple(name(dice, 3).lower() for _ in range(60)),
    )


def prose(one: Story, dice: random.Random, sentences: int) -> str:
    """Sentences on a story, in words of its own and of chance."""
    said = [
        f"At least {one.dead} people died in a {one.kind} at {one.town}, said {one.people[0]}.",
        f"The mayor, {one.people[1]}, thanked the crews who had come from {one.town} and beyond.",
    ]
    for _ in range(sentences):
        chosen = [*dice.sample(one.words, 9), *(name(dice).lower() for _ in range(7))]
        dice.shuffle(chosen)
        said.append(f"{' '.join(chosen).capitalize()} near {one.town}.")
    return " ".join(said)


def reading(text: str, outlet: str, day: date, one: Story) -> Reading:
    """The reading of a report on a story."""
    published = f"{day.isoformat()}T09:00:00+00:00"
    report = Report(
        id=report_id(text, outlet=outlet, url=None, published=published, given_id=None),
        input=f"{outlet}.txt",
        text=text,
        title=f"{one.kind.capitalize()} at {one.town}",
        outlet=outlet,
        published=published,
    )
    return Reading(
        report,
        "none",
        entities=tuple(_entities(text, one)),
        incidents=(ReportIncident("i1", one.kind, lead=True),),
        facts=tuple(_facts(text, one)),
    )


def _entities(text: str, one: Story) -> Iterator[Entity]:
    where = Gazetteer(10.0, 20.0, "XX")
    for number, known in enumerate((one.town, *one.people), 1):
        at = [Span(*found.span()) for found in re.finditer(re.escape(known), text)]
        kind = "place" if known == one.town else "person"
        mentions = tuple(EntityMention(span, "name") for span in at)
        if mentions:
            yield Entity(f"e{number}", kind, known, mentions, where=where if number == 1 else None)


def _facts(text: str, one: Story) -> Iterator[Fact]:
    told = {
        "incident.killed": (one.dead, str(one.dead)),
        "incident.place": ("e1", one.town),
        "incident.date": (one.day.isoformat(), "died"),
    }
    for number, (field, (value, words)) in enumerate(told.items(), 1):
        at = text.find(words)
        if at >= 0:
            yield Fact(
                id=f"f{number}",
                subject="i1",
                field=field,
                value=value,
                evidence=(Span(at, at + len(words)),),
                chain=(),
                chain_evidence=(),
                certainty="stated",
                incident="i1",
            )


def of_story(one: Story, dice: random.Random, *, reports: int, outlets: int) -> Iterator[Reading]:
    """Reports on a story: some of their own, some copies of the one before with another beginning."""
    before = ""
    for _ in range(reports):
        outlet = f"The {name(random.Random(dice.randrange(outlets)))} Post"
        text = prose(one, dice, 14)
        if before and dice.random() < 0.4:
            text = f"{prose(one, dice, 1)} {before[: int(len(before) * 0.8)]}"
        before = text
        day = one.day + timedelta(days=min(40, int(dice.expovariate(0.8))))
        yield reading(f"{text} {FOOTER.format(outlet=outlet)}", outlet, day, one)


def invented(
    stories: int, seed: int, *, days: int = 60, reports: int = 7, outlets: int = 12
) -> list[Reading]:
    """The reports of so many stories, by their ids; a digest of two stories among them."""
    dice = random.Random(seed)
    told = [story(dice, days) for _ in range(stories)]
    found = [
        made
        for one in told
        for made in of_story(one, dice, reports=dice.randint(1, 2 * reports - 1), outlets=outlets)
    ]
    for one, two in zip(told[::4], told[1::4], strict=False):
        parts = [r.report.text[:600] for t in (one, two) for r in found if t.town in r.report.text]
        found.append(reading(" ".join(parts[::7][:2]), "The Digest", one.day, one))
    return sorted({r.report.id: r for r in found}.values(), key=lambda r: r.report.id)
