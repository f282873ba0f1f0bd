"""Counts of people: labelled cases for each field, hard ones first, and what counts nothing."""

from __future__ import annotations

import pytest

from onrecord.core.values import Interval, Value
from onrecord.facts import (
    incident_arrested,
    incident_evacuated,
    incident_injured,
    incident_kidnapped,
    incident_killed,
    incident_missing,
    incident_perpetrators,
    incident_perpetrators_arrested,
    incident_perpetrators_killed,
    incident_rescued,
)
from tests.facts.incident_cases import found, told, values_of

KILLED: list[tuple[str, list[tuple[Value, str]]]] = [
    ("The blast killed nine people on the quay.", [(9, "killed nine people")]),
    ("A tanker blew up, killing at least 14.", [(Interval(14, None), "killing at least 14")]),
    (
        "Between 15 and 18 soldiers were killed.",
        [(Interval(15, 18), "Between 15 and 18 soldiers were killed")],
    ),
    (
        "More than two dozen passengers died.",
        [(Interval(25, None), "More than two dozen passengers died")],
    ),
    ("Dozens of villagers were killed.", [(Interval(24, None), "Dozens of villagers were killed")]),
    ("The storm left six people dead.", [(6, "six people dead")]),
    ("He shot two guards dead at the gate.", [(2, "two guards dead")]),
    ("The death toll rose to 31 on Monday.", [(31, "31")]),
    ("The number of dead has risen to seven.", [(7, "seven")]),
    ("It put the number of victims at four.", [(4, "four")]),
    ("Three deaths have been confirmed.", [(3, "Three deaths")]),
    ("A third body was found in the cellar.", [(3, "A third body was found")]),
    ("Nobody was killed.", [(0, "Nobody was killed")]),
    ("No one has died.", [(0, "No one has died")]),
    ("Five of our members have died.", [(5, "Five of our members have died")]),
    ("She named the three people he killed.", [(3, "three people he killed")]),
    ("Four people are known to have died.", [(4, "Four people are known to have died")]),
    ("He was the first of two men to die.", [(2, "of two men to die")]),
    ("A guard was shot dead at the gate.", [(1, "A guard was shot dead")]),
    ("[e1 A guard] was shot dead at the gate.", [(1, "A guard was shot dead")]),
    ("Twelve were hurt, four of them died later.", [(4, "four of them died")]),
    ("Two of the dead were sisters.", []),
    ("Another two people died on Friday.", []),
    ("Two gunmen were killed by the army.", []),
    ("He meant to kill three people.", []),
    ("He would have killed ten people.", []),
    ("She was charged with two counts of murder.", []),
    ("Four dead cows lay in the field of 12 acres.", []),
]

INJURED: list[tuple[str, list[Value]]] = [
    ("The crash injured 40 commuters.", [40]),
    ("Eleven people were hurt, two of them badly.", [11]),
    ("Up to 30 were wounded in the square.", [Interval(None, 30)]),
    ("It killed three and wounded nine.", [9]),
    ("He shot dead two men and wounded three others.", [3]),
    ("Several passengers were injured.", [Interval(3, None)]),
    ("Six rescuers inhaled smoke.", [6]),
    ("Four firefighters were treated for burns.", [4]),
    ("The number of injured has risen to 52.", [52]),
    ("Nobody was hurt.", [0]),
    ("No injuries were reported.", [0]),
    ("[e1 A cyclist] was slightly hurt.", [1]),
    ("A clerk, [e1 Nora Feld], was wounded in the arm.", [1]),
    ("At least 17 others were injured.", [Interval(17, None)]),
    ("Fourteen are at the clinic.", []),
    ("Two of the injured are in intensive care.", []),
    ("Nine people were killed and injured in all.", []),
    ("It happened 20 years after 11 were hurt.", [11]),
    ("Nine people suffered smoke inhalation.", [9]),
    ("The shooting sent three people to the hospital.", [3]),
    ("Five people were shot outside a bar.", [5]),
    ("Five people were shot and one of them died.", [4]),
    ("Crews found four people with gunshot wounds. One man died.", [3]),
    ("Sixty people were hurt. Ten officers were hurt, police said.", [60]),
    ("[e1 A man] and [e2 a boy] were hurt.", [2]),
    ("[e1 A man] and a dog were hurt.", []),
]

MISSING: list[tuple[str, list[Value]]] = [
    ("Five workers are still missing.", [5]),
    ("The flood left 12 missing.", [12]),
    ("Up to six people were reported missing.", [Interval(None, 6)]),
    ("One sailor, Ada Brun, remains missing.", [1]),
    ("The ministry put the number of missing at 40.", [40]),
    ("Three miners are unaccounted for.", [3]),
    ("Nobody is missing.", [0]),
    ("A missing dog was found after 3 days.", []),
]

ARRESTED: list[tuple[str, list[Value]]] = [
    ("Police arrested two men in a car park.", [2]),
    ("[e1 A 30-year-old woman] was arrested.", [1]),
    ("[e1 He] was arrested at dawn.", [1]),
    ("Officers detained a student near the dam.", [1]),
    ("Seven protesters were detained.", [7]),
    ("At least 90 people have been arrested.", [Interval(90, None)]),
    ("There have been 15 arrests.", [15]),
    ("No arrests have been made.", [0]),
    ("Nobody has been arrested.", [0]),
    ("She was not arrested.", []),
    ("They want to arrest four men.", []),
    ("[e1 A man] of 31 and [e2 a girl] of 16 have been arrested.", [2]),
    ("Detectives arrested [e1 Nora Feld], 40, of Ulmen, on Sunday.", [1]),
    ("Police arrested [e1 Nora Feld] and [e2 Ulm Karsten].", [2]),
    ("Police have never made an arrest.", [0]),
    ("Police would not say if they arrested [e1 Nora Feld].", []),
]

PERPETRATORS: list[tuple[str, list[Value]]] = [
    ("Two gunmen opened fire in the bank.", [2]),
    ("Three masked men robbed the shop.", [3]),
    ("It was the work of at least four armed men.", [Interval(4, None)]),
    ("Police say that he acted alone.", [1]),
    ("There was one gunman, the mayor said.", [1]),
    ("A lone gunman attacked the office.", [1]),
    ("They saw a second gunman on the roof.", [2]),
    ("There were three of them, she said.", [3]),
    ("Police are hunting two men.", [2]),
    ("Gunmen attacked the checkpoint.", []),  # no word tells how many
    ("One attacker was shot by officers.", []),
    ("There is no sign of a second attacker.", [2]),
    ("Two visitors saw the fire.", []),
    ("Four or five men in camouflage halted the bus.", [Interval(4, 5)]),
    ("She saw three lads running to a scooter.", [3]),
    ("He insists there were four.", [4]),
    ("Two men in suits left the court.", []),
]

OTHERS = [
    (incident_kidnapped.TYPE, "Six tourists were kidnapped on the road.", [6]),
    (incident_kidnapped.TYPE, "Rebels abducted at least 20 girls.", [Interval(20, None)]),
    (incident_kidnapped.TYPE, "Two nurses were held for nine days.", [2]),
    (incident_kidnapped.TYPE, "He held three tickets.", []),
    (incident_rescued.TYPE, "Firefighters rescued 14 hikers.", [14]),
    (incident_rescued.TYPE, "Two boys were pulled out alive.", [2]),
    (incident_rescued.TYPE, "Forty people were rescued.", [40]),
    (incident_rescued.TYPE, "A man saved two stamps.", []),
    (incident_evacuated.TYPE, "About 300 residents were evacuated.", [300]),
    (incident_evacuated.TYPE, "The army evacuated 1,200 people.", [1200]),
    (incident_evacuated.TYPE, "Some 80 families fled their homes.", [80]),
    (incident_evacuated.TYPE, "All 64 people inside got out in time.", [64]),
    (incident_evacuated.TYPE, "Fifty people watched the parade.", []),
    (incident_perpetrators_killed.TYPE, "Two gunmen were killed.", [2]),
    (incident_perpetrators_killed.TYPE, "[e1 He] wounded four before killing himself.", [1]),
    (incident_perpetrators_killed.TYPE, "Police shot dead three attackers.", [3]),
    (incident_perpetrators_killed.TYPE, "Three guards were killed.", []),
    (incident_kidnapped.TYPE, "A gang claimed the kidnapping of four divers.", [4]),
    (incident_kidnapped.TYPE, "The gang held two divers for 12 days.", [2]),
    (incident_kidnapped.TYPE, "[e1 A doctor] was kidnapped.", [1]),
    (incident_kidnapped.TYPE, "He held two posts for 12 days a year.", []),
]


@pytest.mark.parametrize(("text", "expected"), KILLED)
def test_killed(text: str, expected: list[tuple[Value, str]]) -> None:
    assert found(incident_killed.TYPE, text) == expected


@pytest.mark.parametrize(("text", "expected"), INJURED)
def test_injured(text: str, expected: list[Value]) -> None:
    assert values_of(incident_injured.TYPE, text) == expected


@pytest.mark.parametrize(("text", "expected"), MISSING)
def test_missing(text: str, expected: list[Value]) -> None:
    assert values_of(incident_missing.TYPE, text) == expected


@pytest.mark.parametrize(("text", "expected"), ARRESTED)
def test_arrested(text: str, expected: list[Value]) -> None:
    assert values_of(incident_arrested.TYPE, text) == expected


@pytest.mark.parametrize(("text", "expected"), PERPETRATORS)
def test_perpetrators(text: str, expected: list[Value]) -> None:
    assert values_of(incident_perpetrators.TYPE, text) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), OTHERS)
def test_other_counts(kind, text: str, expected: list[Value]) -> None:  # type: ignore[no-untyped-def]
    assert values_of(kind, text) == expected


def test_toll_with_the_attacker() -> None:
    context = told("That brings the death toll to five, including the gunman.")
    (fact,) = incident_killed.TYPE.find(context)
    assert (fact.value, fact.includes_perpetrators) == (5, True)
    assert fact.evidence[0].cut(context.text) == "five, including the gunman"


def test_toll_without_the_attacker() -> None:
    context = told("Four people were killed, not including the bomber.")
    assert [f.includes_perpetrators for f in incident_killed.TYPE.find(context)] == [False]


def test_named_dead_are_counted_where_no_number_tells() -> None:
    text = "[e1 Nora Feld], 23, and [e2 Ulm Karsten], 40, were killed in the blast."
    (fact,) = incident_killed.TYPE.find(told(text, "explosion"))
    assert (fact.value, fact.confidence) == (2, 0.7)


def test_named_dead_are_not_counted_beside_a_number() -> None:
    text = "The blast killed nine people. [e1 Nora Feld], 23, was killed."
    assert values_of(incident_killed.TYPE, text, "explosion") == [9]


def test_shot_alone_tells_no_injury() -> None:
    assert values_of(incident_injured.TYPE, "[e1 Nora Feld] was shot.", "shooting") == []


def test_about_is_approximate() -> None:
    (fact,) = incident_killed.TYPE.find(told("About 70 people were killed."))
    assert (fact.value, fact.qualifier, fact.approximate) == (70, "about", True)


def test_denied_second_attacker() -> None:
    (fact,) = incident_perpetrators.TYPE.find(told("There is no sign of a second attacker."))
    assert fact.certainty == "denied"


def test_arrest_of_a_suspect_counts_for_both() -> None:
    text = "[e1 A man] was arrested on Monday. [e1 The suspect] is accused of the shooting."
    context = told(text, "shooting")
    (fact,) = incident_perpetrators_arrested.TYPE.find(context)
    assert (fact.value, fact.certainty) == (1, "alleged")


def test_background_toll_stays_off_the_lead() -> None:
    text = (
        "A gunman killed three people in [e1:place Graz] on Tuesday.\n\n"
        "In June 2011 a man shot dead nine people in [e2:place Linz]."
    )
    facts = incident_killed.TYPE.find(told(text))
    assert {(f.value, f.incident) for f in facts} == {(3, "i1"), (9, "i2")}
