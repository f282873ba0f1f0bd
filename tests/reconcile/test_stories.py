"""Story cases: what several voices say of one thing, and what the record makes of it.

Each case is a few claims in order of time, and what must come of them: the leading value, its status,
the origins that count, and what became of the others.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from onrecord.core.values import Interval, Value
from onrecord.facts.base import FactType
from onrecord.facts.compare import one_of
from onrecord.facts.show import plain
from onrecord.reconcile.claims import Said
from onrecord.reconcile.conflicts import NO_SCOPE, Scope, typed
from onrecord.reconcile.findings import span_of_values
from tests.reconcile.saying import AGE, TOLL, rivals, say, settle

MISSING = FactType(
    "incident.missing", "Missing", False, lambda _: (), TOLL.compare, plain, grows=True
)
WITHIN = {"Oldgate": {"Harrow Mills", "Veland"}, "Harrow Mills": {"Veland"}}


def _places(one: Value, two: Value) -> str:
    if one == two:
        return "same"
    if two in WITHIN.get(str(one), ()):
        return "finer"
    return "coarser" if one in WITHIN.get(str(two), ()) else "conflict"


BIRTHPLACE = FactType("person.birthplace", "Born", False, lambda _: (), _places, plain)  # type: ignore[arg-type]
CLOCK = FactType("incident.time", "Time", False, lambda _: (), one_of, plain)


@dataclass(frozen=True)
class Story:
    """Claims and what must come of them. `scope`: what other claims say of the attackers' dead."""

    name: str
    said: tuple[Said, ...]
    value: Value
    status: str
    origins: tuple[str, ...] | None = None
    others: dict[str, str] = field(default_factory=dict)
    ends: Interval | None = None
    kind: FactType = TOLL
    scope: Scope = NO_SCOPE


def at_least(low: int, voice: str, hour: int) -> Said:
    return say(Interval(low, None), voice, hour, qualifier="at_least")


STORIES = (
    Story("one wire", (say(4, "Wire", 1),), 4, "single", ("Wire",)),
    Story(
        "twelve reprints of one wire",
        tuple(say(4, "Wire", 1 + n, publisher=f"Paper {n}") for n in range(12)),
        4,
        "single",
        ("Wire",),
    ),
    Story(
        "a chief carried by five outlets is one origin",
        tuple(say(4, "Chief", 1, publisher=f"Outlet {n}", report=f"o{n}") for n in range(5)),
        4,
        "single",
        ("Chief",),
    ),
    Story(
        "police and hospital agree",
        (say(4, "Police", 1), say(4, "Hospital", 2)),
        4,
        "agreed",
        ("Hospital", "Police"),
    ),
    Story(
        "the toll rises in three steps",
        (say(2, "Police", 1), say(3, "Police", 5), say(5, "Police", 20)),
        5,
        "superseded",
        ("Police",),
        {"2": "replaced", "3": "replaced"},
        Interval(5, 5),
    ),
    Story(
        "another origin raises the toll a day later",
        (say(2, "Police", 1), say(3, "Hospital", 26)),
        3,
        "superseded",
        others={"2": "replaced"},
    ),
    Story(
        "two figures at the same hour",
        (say(7, "Police", 3), say(9, "Mayor", 3)),
        9,
        "disputed",
        others={"7": "disputed"},
        ends=Interval(7, 9),
    ),
    Story(
        "three against one",
        (say(7, "Police", 3), say(7, "Clinic", 3), say(7, "Army", 3), say(9, "Mayor", 3)),
        7,
        "disputed",
        others={"9": "disputed"},
    ),
    Story(
        "an office counts before a bystander",
        (say(7, "Official coroner", 3), say(9, "Bystander", 3)),
        7,
        "disputed",
        others={"9": "disputed"},
    ),
    Story(
        "at least eleven is no conflict with twelve",
        (at_least(11, "Clinic", 3), say(12, "Police", 3)),
        12,
        "agreed",
        ends=Interval(12, 12),
    ),
    Story(
        "at least eleven from another does not reach the ten that police give later",
        (say(10, "Police", 1), at_least(11, "Clinic", 3)),
        10,
        "disputed",
        others={"Interval(low=11, high=None)": "disputed"},
    ),
    Story(
        "a bound that a later count passed",
        (at_least(11, "Clinic", 1), say(19, "Police", 30)),
        19,
        "superseded",
        others={"Interval(low=11, high=None)": "replaced"},
    ),
    Story(
        "up to twenty takes in nineteen",
        (say(19, "Police", 1), say(Interval(None, 20), "Radio", 2, qualifier="at_most")),
        19,
        "agreed",
    ),
    Story(
        "a range takes in the figure",
        (say(17, "Police", 3), say(Interval(15, 20), "Radio", 3, qualifier="range")),
        17,
        "agreed",
    ),
    Story(
        "dozens say less than thirty-one",
        (say(31, "Police", 3), say(Interval(24, None), "Radio", 3, qualifier="vague")),
        31,
        "agreed",
    ),
    Story(
        "about forty is thirty-eight",
        (say(38, "Police", 3), say(40, "Radio", 4, approximate=True)),
        38,
        "agreed",
    ),
    Story(
        "about forty is not fifty-two",
        (say(52, "Police", 3), say(52, "Clinic", 3), say(40, "Radio", 3, approximate=True)),
        52,
        "disputed",
        others={"40": "disputed"},
    ),
    Story(
        "the attacker among the dead",
        (say(3, "Police", 3), say(3, "Clinic", 3), say(4, "Radio", 3)),
        3,
        "agreed",
        others={"4": "otherwise"},
        ends=Interval(3, 3),
        scope=Scope(killed=frozenset({3, 4}), attackers_killed=frozenset({1})),
    ),
    Story(
        "killed and injured in one figure",
        (say(3, "Police", 3), say(3, "Clinic", 3), say(12, "Radio", 3)),
        3,
        "disputed",
        others={"12": "disputed"},
        scope=Scope(killed=frozenset({3, 12}), injured=frozenset({9})),
    ),
    Story(
        "a figure that its own source took back",
        (
            say(6, "Mayor", 1, publisher="Radio"),
            say(4, "Police", 2),
            say(6, "Mayor", 5, publisher="Radio", certainty="denied"),
        ),
        4,
        "superseded",
        others={"6": "replaced"},
    ),
    Story(
        "a figure that police reject",
        (
            say(6, "Mayor", 1, publisher="Radio"),
            say(4, "Police", 2),
            say(6, "Police", 2, certainty="denied"),
        ),
        4,
        "disputed",
        others={"6": "denied"},
    ),
    Story(
        "a rumour that nobody else has",
        (say(6, "Channel", 1), say(6, "Police", 2, certainty="denied")),
        6,
        "denied",
    ),
    Story(
        "a denial does not undo what two independent voices say",
        (say(6, "Clinic", 1), say(6, "Police", 1), say(6, "Company", 2, certainty="denied")),
        6,
        "disputed",
    ),
    Story(
        "a digest adds no voice",
        (say(4, "Police", 1), say(4, "Digest", 9, digest=True)),
        4,
        "single",
        ("Police",),
    ),
    Story(
        "a digest alone is a voice", (say(4, "Digest", 9, digest=True),), 4, "single", ("Digest",)
    ),
    Story(
        "the old figure in a retelling",
        (say(2, "Police", 1), say(5, "Hospital", 20), say(2, "Police", 40, retold=True)),
        5,
        "superseded",
        others={"2": "replaced"},
    ),
    Story(
        "the missing are found",
        (
            say(9, "Police", 1, field="incident.missing"),
            say(4, "Police", 9, field="incident.missing"),
        ),
        4,
        "superseded",
        others={"9": "replaced"},
        kind=MISSING,
    ),
    Story(
        "an age that an outlet corrected",
        (
            say(51, "Wire", 1, publisher="Wire"),
            say(53, "Wire", 30, publisher="Wire", report="correction"),
            say(51, "Wire", 30, publisher="Wire", report="correction", certainty="denied"),
        ),
        53,
        "superseded",
        others={"51": "replaced"},
        kind=AGE,
    ),
    Story(
        "ages that two families of sources give",
        (say(51, "School", 1), say(51, "Union", 2), say(53, "Brother", 3)),
        51,
        "disputed",
        others={"53": "disputed"},
        ends=Interval(51, 53),
        kind=AGE,
    ),
    Story(
        "a coarse birthplace supports the finer one",
        (say("Oldgate", "A", 1), say("Veland", "B", 1), say("Tarn", "C", 1)),
        "Oldgate",
        "disputed",
        ("A", "B"),
        {"Tarn": "disputed"},
        kind=BIRTHPLACE,
    ),
    Story(
        "three levels of one place are one birthplace",
        (say("Veland", "A", 1), say("Harrow Mills", "B", 1), say("Oldgate", "C", 1)),
        "Oldgate",
        "agreed",
        ("A", "B", "C"),
        kind=BIRTHPLACE,
    ),
    Story(
        "a quarter past, or about a quarter past",
        (say("11:12", "Police", 1), say("11:15", "Radio", 2, approximate=True)),
        "11:12",
        "agreed",
        kind=CLOCK,
    ),
)


def test_there_are_enough_stories_with_names_of_their_own() -> None:
    assert len({story.name for story in STORIES}) == len(STORIES) >= 30


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_story(story: Story) -> None:
    found = typed(settle(*story.said, kind=story.kind), story.kind, story.scope)
    assert (found.leading.value, found.status) == (story.value, story.status)
    assert rivals(found) == story.others
    if story.origins is not None:
        assert found.leading.origins == story.origins
    if story.ends is not None:
        assert span_of_values(found) == story.ends


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_story_told_backwards(story: Story) -> None:
    there = settle(*story.said, kind=story.kind)
    assert settle(*reversed(story.said), kind=story.kind) == there
