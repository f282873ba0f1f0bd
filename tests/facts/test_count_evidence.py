"""The evidence of a count holds its number, as word, digit, article with noun, name or plural."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import onrecord
from onrecord.core.reading import Reading
from onrecord.core.span import cut_all
from onrecord.core.values import Interval, Value
from onrecord.facts.count_evidence import holds_number
from onrecord.facts.registry import FACT_TYPES
from tests.facts.incident_cases import found, told

ROOT = Path(__file__).resolve().parents[2]
NEWSROOM = ROOT.parent / "shared" / "newsroom" / "reports"
COUNTS = frozenset(
    f"incident.{name}"
    for name in (
        "killed injured missing kidnapped rescued evacuated arrested perpetrators"
        " perpetrators_killed perpetrators_arrested"
    ).split()
)
TYPES = tuple(kind for kind in FACT_TYPES if kind.field in COUNTS)

HOLDING: list[tuple[str, Value, bool]] = [
    ("was arrested", 1, False),
    ("A man was arrested", 1, True),
    ("was bundled into a police car", 1, False),
    ("has died in the clinic", 1, False),
    ("The gunman has died", 1, True),
    ("He has died", 1, True),
    ("killing himself", 1, False),
    ("acted alone", 1, True),
    ("a lone attacker", 1, True),
    ("third body was found", 3, True),
    ("a second gunman", 2, True),
    ("A man and a boy were hurt", 2, True),
    ("both men were hurt", 2, True),
    ("the men were hurt", 1, False),
    ("nine people", 9, True),
    ("9 people", 9, True),
    ("nine people", 8, False),
    ("nobody was hurt", 0, True),
    ("was hurt", 0, False),
    ("more than 20", Interval(21, None), True),
    ("at least 20", Interval(20, None), True),
    ("between 15 and 18", Interval(15, 18), True),
    ("fewer than 20", Interval(None, 19), True),
    ("dozens of people", Interval(24, None), True),
    ("people were hurt", Interval(24, None), False),
    ("people were hurt", Interval(2, None), True),
]

WIDENED: list[tuple[str, str, str]] = [
    ("arrested", "[e1 Nora Feld] was arrested in Ulmen.", "Nora Feld was arrested"),
    (
        "arrested",
        "[e1 Nora Feld], 41, a former baker from the harbour town of Ulmen, was arrested.",
        "Nora Feld … was arrested",
    ),
    (
        "arrested",
        "[e1 A 30-year-old woman] was held and later was arrested.",
        "A 30-year-old woman",
    ),
    ("arrested", "Only later was arrested.", ""),
    ("killed", "[e1 Nora Feld], 23, was killed in the blast.", "Nora Feld, 23, was killed"),
    ("killed", "A third body was found in the cellar.", "A third body was found"),
]


@pytest.mark.parametrize(("words", "value", "expected"), HOLDING)
def test_what_holds_a_number(words: str, value: Value, expected: bool) -> None:
    assert holds_number(words, value) is expected


@pytest.mark.parametrize(("name", "text", "expected"), WIDENED)
def test_evidence_is_widened_to_who_is_counted(name: str, text: str, expected: str) -> None:
    kind = next(t for t in TYPES if t.field == f"incident.{name}")
    given = [words for _, words in found(kind, text, "shooting")]
    assert [w.startswith(expected) for w in given] == ([True] if expected else [])


def test_an_attacker_s_death_takes_in_who_died() -> None:
    text = "[e1 The gunman] shot two guards. [e1 He] has died in hospital."
    kind = next(t for t in TYPES if t.field == "incident.perpetrators_killed")
    context = told(text, "shooting")
    assert [cut_all(f.evidence, context.text) for f in kind.find(context)] == ["He has died"]


# --- whole outputs -------------------------------------------------------------------------------

FIGURES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "alone": 1, "both": 2, "only": 1,
}  # fmt: skip
SINGULAR = re.compile(
    r"\b(?:an?|one|the|his|her|he|she|lone|single|[A-Z]\w+ [A-Z]\w+)\b", re.IGNORECASE
)
NOTHING = re.compile(r"\b(?:no|nobody|none|never|not|no-one)\b", re.IGNORECASE)


def plainly_holds(words: str, value: Value) -> bool:
    """A second, plainer judge than the one that made the evidence."""
    if isinstance(value, Interval):
        near = {value.low, value.high} - {None}
        figures = {int(f.replace(",", "")) for f in re.findall(r"\d[\d,]*", words)}
        vague = re.search(
            r"dozens?|several|hundreds?|thousands?|few|number of|scores", words, re.IGNORECASE
        )
        spelt = {FIGURES[w] for w in re.findall(r"[a-z]+", words.lower()) if w in FIGURES}
        return bool(vague) or any(n + d in figures | spelt for n in near for d in (-1, 0, 1))
    if value == 0:
        return NOTHING.search(words) is not None
    if value == 1:
        return SINGULAR.search(words) is not None
    figures = {int(f.replace(",", "")) for f in re.findall(r"\d[\d,]*", words)}
    return value in figures or holds_number(words, value) or names_in(words) == value


def names_in(words: str) -> int:
    """How many full names stand in a phrase."""
    return len(re.findall(r"[A-Z]\w+ [A-Z]\w+", words))


def wrong_counts(readings: list[Reading]) -> list[str]:
    """The counts whose words do not hold them, and evidence with white space at its ends."""
    wrong = []
    for reading in readings:
        for fact in reading.facts:
            words = cut_all(fact.evidence, reading.report.text)
            if fact.field in COUNTS and not plainly_holds(words, fact.value):  # type: ignore[arg-type]
                wrong.append(f"{fact.field} {fact.value}: {words}")
            if any(
                s.cut(reading.report.text).strip() != s.cut(reading.report.text)
                for s in fact.evidence
            ):
                wrong.append(f"{fact.field}: white space in «{words}»")
            if fact.field in COUNTS and sum(map(len, fact.evidence)) > 60:
                wrong.append(f"{fact.field}: too long: {words}")
    return wrong


@pytest.mark.parametrize("folder", [ROOT / "quality" / "cases" / "reports", NEWSROOM])
def test_every_count_of_a_set_holds_its_number(folder: Path) -> None:
    if not folder.exists():
        pytest.skip(f"{folder} is not there")
    readings = [r for r in onrecord.read([folder]) if isinstance(r, Reading)]
    counts = sum(f.field in COUNTS for r in readings for f in r.facts)
    assert counts > 20
    assert wrong_counts(readings) == []
