"""When and where: labelled cases of dates, times of day and places, the hard ones first."""

from __future__ import annotations

import pytest

from onrecord.core.values import Period, Value
from onrecord.facts import incident_date, incident_place, incident_time, incident_type
from tests.facts.incident_cases import found, told, values_of

# Told on Thursday 14 March 2024.
DATES: list[tuple[str, list[Value]]] = [
    ("A gunman shot dead two men on Tuesday, police said on Wednesday.", ["2024-03-12"]),
    ("A man arrested on Wednesday is accused of the shooting on Monday.", ["2024-03-11"]),
    ("Monday's shooting shook the town, the mayor said on Wednesday.", ["2024-03-11"]),
    ("GRAZ, Austria, March 14 (Wire) - Gunmen opened fire in a bank on Tuesday.", ["2024-03-12"]),
    ("Gunmen opened fire in a bank on March 9.", ["2024-03-09"]),
    ("Gunmen opened fire in a bank two days ago.", ["2024-03-12"]),
    ("Gunmen opened fire in a bank last night.", ["2024-03-13"]),
    ("Gunmen opened fire in a bank overnight.", [Period("2024-03-13", "2024-03-14")]),
    ("Gunmen opened fire in a bank this morning.", ["2024-03-14"]),
    ("The shooting in the Sunday market began at noon on Saturday.", ["2024-03-09"]),
    (
        "Police said on Tuesday that a gunman had opened fire.",
        [Period("2024-03-11", "2024-03-12")],  # told as news: that day or the one before
    ),
    ("A vigil for those shot dead will be held on Friday.", []),
    ("The funeral of a man shot dead took place on Tuesday.", []),
    ("The mayor spoke on Tuesday.", []),
    ("A gunman who was shot on 3 March 2024 has died.", ["2024-03-03"]),
]

TIMES: list[tuple[str, list[tuple[Value, str]]]] = [
    (
        "The shooting began shortly after 11 a.m. in a corridor.",
        [("11:00", "shortly after 11 a.m.")],
    ),
    ("Gunmen opened fire at 9:40 p.m. on Tuesday.", [("21:40", "9:40 p.m.")]),
    ("Gunmen opened fire at about 10.15 in the hall.", [("10:15", "about 10.15")]),
    ("Officers noticed him at approximately 3 a.m.", [("03:00", "approximately 3 a.m.")]),
    ("The alarm was raised at 2.05 p.m.", [("14:05", "2.05 p.m.")]),
    (
        "Gunmen opened fire at half past eight in the evening.",
        [("20:30", "half past eight in the evening")],
    ),
    ("Gunmen opened fire at noon.", [("12:00", "noon")]),
    ("She told a news conference at 7 a.m. that gunmen had opened fire.", []),
    ("He was arrested at 5.50 a.m. after the shooting.", []),
    ("He died in hospital at 6 p.m.", []),
    ("The statement was published at 16:20.", []),
    ("22.05 The shooting is over, police say.", []),
    ("The hearing after the shooting is due to begin at 11:30 a.m.", []),
    ("Firefighters had the blaze under control by 5 p.m.", []),
    ("The shop opens at 9 a.m.", []),
    (
        "Officers responded to shots fired at about 9:50 p.m. and found a man.",
        [("21:50", "about 9:50 p.m.")],
    ),
    (
        "It was calm until shortly before 5 p.m., when gunmen opened fire.",
        [("17:00", "shortly before 5 p.m.")],
    ),
    ("Two men poured petrol on the door at 3.20am.", [("03:20", "3.20am")]),
    ("The bar stays open until 5 p.m., when the shift ends.", []),
]

PLACES: list[tuple[str, list[Value]]] = [
    ("Gunmen opened fire in [e1:place Graz], in the south of [e2:place Austria].", ["e1", "e2"]),
    ("Gunmen opened fire in [e1:facility the courthouse] in [e2:place Graz].", ["e1", "e2"]),
    ("Gunmen opened fire in [e1:facility Murgasse Street].", ["e1"]),
    ("Gunmen in [e1:place Graz] shot dead a baker from [e2:place Linz].", ["e1"]),
    ("After the shooting in [e1:place Graz] two men were flown to [e2:place Vienna].", ["e1"]),
    ("Gunmen opened fire in [e1:place Graz]. A man was arrested in [e2:place Leoben].", ["e1"]),
    ("[e1:place GRAZ], [e2:place Austria] (Wire) - Gunmen opened fire in [e1 Graz].", ["e2", "e1"]),
    ("Gunmen opened fire in [e1:facility a street market] in [e2:place Graz].", ["e2"]),
    ("Gunmen opened fire near [e1:place the village] of [e2:place Leoben].", ["e2"]),
    ("The shooting was discussed in [e1:facility a hospital].", []),
    ("Gunmen opened fire. The [e1:place Austrian] chancellor was shocked.", []),
    ("Police in [e1:place Vienna] said gunmen had opened fire in [e2:place Graz].", ["e2"]),
    ("Gunmen opened fire outside [e1:facility a synagogue] in [e2:place Graz].", ["e1", "e2"]),
    ("Twenty kilometres from [e1:place Linz], gunmen opened fire in [e2:place Enns].", ["e2"]),
    ("[e1:place GRAZ] (Wire) - Gunmen opened fire in a bank.", ["e1"]),
    (
        "Gunmen opened fire. “Think of [e1:place Linz],” he said, because of [e2:place Graz].",
        ["e1"],
    ),
    ("The market report named no town.", []),
    ("Gunmen opened fire outside [e1:facility a laundromat] in [e2:place Graz].", ["e1", "e2"]),
    ("Gunmen opened fire and set fire to [e1:facility a hostel] in [e2:place Graz].", ["e1", "e2"]),
    ("Gunmen opened fire at [e1:facility a gas station] in [e2:place Graz].", ["e1", "e2"]),
    ("After the shooting two men were held at [e1:facility a police station].", []),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_date(text: str, expected: list[Value]) -> None:
    assert values_of(incident_date.TYPE, text, "shooting") == expected


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_time(text: str, expected: list[tuple[Value, str]]) -> None:
    assert found(incident_time.TYPE, text, "shooting") == expected


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_place(text: str, expected: list[Value]) -> None:
    assert values_of(incident_place.TYPE, text, "shooting") == expected


def test_about_is_approximate() -> None:
    context = told("The shooting began at about 9 p.m.", "shooting")
    assert [f.approximate for f in incident_time.TYPE.find(context)] == [True]


def test_type_has_its_words() -> None:
    text = "After the attack on Monday: gunmen opened fire in a bank."
    assert found(incident_type.TYPE, text, "shooting") == [("shooting", "gunmen")]


def test_no_type_where_none_fits() -> None:
    assert found(incident_type.TYPE, "The council met.") == []


def test_date_of_a_background_incident() -> None:
    text = (
        "Gunmen opened fire in [e1:place Graz] on Tuesday.\n\n"
        "In June 2011 a man shot dead nine people in [e2:place Linz]."
    )
    facts = incident_date.TYPE.find(told(text))
    assert {(f.value, f.incident) for f in facts} == {("2024-03-12", "i1"), ("2011-06", "i2")}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2018-12-03", "2018-12", "finer"),
        ("2018", "2018-12", "coarser"),
        ("2018-12-03", "2018-12-03", "same"),
        ("2018-12-03", "2018-12-04", "conflict"),
        (Period("2018-12-03", "2018-12-05"), "2018-12-04", "coarser"),
    ],
)
def test_dates_compare(first: Value, second: Value, expected: str) -> None:
    assert incident_date.TYPE.compare(first, second) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("10:40", "10:40", "same"), ("10:40", "10:38", "compatible"), ("10:40", "12:00", "conflict")],
)
def test_times_compare(first: Value, second: Value, expected: str) -> None:
    assert incident_time.TYPE.compare(first, second) == expected
