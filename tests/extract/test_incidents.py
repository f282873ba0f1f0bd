"""Incidents of one report: the lead's type, and the background kept apart."""

from __future__ import annotations

import pytest

from onrecord.extract.incidents import lead_type, passage_type
from tests.facts.incident_cases import told

TYPES = [
    ("vehicle_ramming", "A lorry was driven into a crowd in the old town."),
    ("vehicle_ramming", "A man ploughed a car into shoppers on Saturday."),
    ("shooting", "Two gunmen opened fire in a cinema, killing four."),
    ("police_shooting", "A man was shot dead by police outside a bank."),
    ("bombing", "A car bomb went off near the ministry."),
    ("explosion", "An explosion tore through a paint factory."),
    ("stabbing", "A man stabbed three travellers on a train."),
    ("arson", "Arsonists set fire to a mosque overnight."),
    ("fire", "A fire destroyed a timber yard."),
    ("kidnapping", "Four engineers were kidnapped near the border."),
    ("hostage_taking", "A man is holding five hostages in a bank."),
    ("hijacking", "An airliner was hijacked over the sea."),
    ("assassination", "The governor was assassinated on Monday."),
    ("robbery", "Masked robbers stole watches in a heist."),
    ("riot", "Riots broke out in three districts."),
    ("protest", "Thousands of protesters marched to parliament."),
    ("clash", "Clashes between two clans left six dead."),
    ("cyberattack", "A ransomware attack shut the port's systems."),
    ("crash", "Two buses collided on the motorway."),
    ("accident", "A scaffold accident hurt two painters."),
    ("disaster", "Floods cut off a dozen villages."),
    ("other", "The finance minister presented the budget."),
    ("other", "The home side won the match with two late goals."),
]


@pytest.mark.parametrize(("expected", "text"), TYPES)
def test_lead_type(expected: str, text: str) -> None:
    assert lead_type(None, [text]) == expected


def test_shooting_with_a_gunman_shot_by_police_stays_a_shooting() -> None:
    text = "A gunman killed two people before he was shot by police."
    assert lead_type(None, [text]) == "shooting"


def test_earlier_words_weigh_more() -> None:
    lines = ["Fire guts a warehouse", "A fire broke out at noon.", "Police arrested a driver."]
    assert lead_type(lines[0], lines) == "fire"


def test_words_that_only_look_alike() -> None:
    assert lead_type(None, ["The fire brigade shot a video of its new engine."]) == "other"


def test_passage_without_a_type() -> None:
    assert passage_type(["It was the worst attack of its kind."]) is None


def test_every_report_has_one_lead() -> None:
    context = told("Nothing happened.")
    assert [(i.id, i.type, i.lead) for i in context.incidents] == [("i1", "other", True)]


def passages(marked: str) -> list[tuple[str, str]]:
    context = told(marked)
    return [
        (i.type, " / ".join(p.cut(context.text) for p in i.passages))
        for i in context.incidents
        if not i.lead
    ]


def test_long_ago() -> None:
    text = (
        "A gunman killed two people in [e1:place Graz] on Tuesday.\n\n"
        "In 2009 a man stabbed a nurse in the same street. She survived.\n\n"
        "Police asked for witnesses."
    )
    assert passages(text) == [
        ("stabbing", "In 2009 a man stabbed a nurse in the same street. / She survived.")
    ]


def test_a_month_that_opens_its_sentence() -> None:
    text = (
        "A gunman killed two people in [e1:place Graz] on Tuesday.\n\n"
        "In March 2019, three boys were wounded at a fair."
    )
    assert [kind for kind, _ in passages(text)] == ["shooting"]


def test_a_courts_day_is_no_other_happening() -> None:
    text = (
        "The man who killed two people in [e1:place Graz] was sentenced on Tuesday.\n\n"
        "Ulf Brandt was convicted in March 2019 of the murder of a cyclist."
    )
    assert passages(text) == []


def test_only_the_clause_with_its_town() -> None:
    text = (
        "A gunman killed two people in [e1:place Graz] on Tuesday.\n\n"
        "Officers from [e2:place Linz], where three people were shot dead in 2016, sent flowers."
    )
    assert passages(text) == [
        ("shooting", "Linz, where three people were shot dead in 2016, sent flowers.")
    ]


def test_another_town() -> None:
    text = (
        "A gunman killed two people in [e1:place Graz] on Tuesday.\n\n"
        "The bombing in [e2:place Salzburg] killed 12 people."
    )
    assert [kind for kind, _ in passages(text)] == ["bombing"]


def test_months_ago_in_a_follow_up_is_the_lead() -> None:
    text = (
        "The gunman who killed two people in [e1:place Graz] in November was sentenced on Monday."
    )
    assert passages(text) == []


def test_old_day_without_a_happening_is_the_lead() -> None:
    text = (
        "A gunman killed two people in [e1:place Graz] on Tuesday.\n\n"
        "The alarm had been out of order since July 2022."
    )
    assert passages(text) == []


def test_set_apart() -> None:
    text = (
        "A gunman killed two people in [e1:place Graz] on Tuesday.\n\n"
        "Separately, a fire at a sawmill injured three men."
    )
    assert [kind for kind, _ in passages(text)] == ["fire"]
