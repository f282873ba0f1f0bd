from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.decision import (
    Base,
    Decision,
    Target,
    Words,
    active,
    decision_from,
    decision_json,
    make_decision,
    until,
)
from onrecord.core.span import Span
from onrecord.core.values import Interval
from onrecord.errors import UsageError

ABOUT = Target(
    "finding",
    incident="i1",
    reports=("r1", "r2"),
    subject="i1",
    words=(Words("r1", (Span(3, 9), Span(12, 14))),),
    field="incident.killed",
    value=3,
    finding="f1",
)


def made(number: int, **parts: Any) -> Decision:
    known: dict[str, Any] = {"action": "accept", "who": "Ana", "about": ABOUT} | parts
    return make_decision(at=f"2031-03-{number:02}T10:00:00+00:00", **known)


def undo(number: int, of: Decision) -> Decision:
    return made(number, action="undo", undoes=of.id)


def test_json_and_back() -> None:
    decision = made(
        1,
        action="correct",
        value=Interval(3, None),
        evidence=(Words("r2", (Span(0, 4),)),),
        why="as the hospital says",
        base=Base(3, ("e1",), ("r1",)),
        other=Target("incident", incident="i2"),
    )
    assert decision_from(json.loads(json.dumps(decision_json(decision)))) == decision


def test_the_id_is_of_what_it_says() -> None:
    assert made(1).id == made(1).id
    assert made(1).id != made(2).id != made(2, why="sure").id


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"who": " "}, "needs a name"),
        ({"action": "guess"}, "No such decision"),
        ({"action": "correct"}, "value is missing"),
        ({"action": "correct", "value": 4}, "reason is needed"),
        ({"action": "reject"}, "reason is needed"),
        ({"action": "undo"}, "Nothing to undo"),
    ],
)
def test_what_lacks_something_is_refused(parts: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        made(1, **parts)


def test_a_value_without_words_is_the_coders_own() -> None:
    assert made(1, action="add", value=4, why="from the court").own
    assert not made(1, action="add", value=4, evidence=ABOUT.words).own


def test_undone_and_done_again() -> None:
    first = made(1)
    second = undo(2, first)
    third = undo(3, second)
    assert active([first]) == (first,)
    assert active([first, second]) == ()
    assert active([first, second, third]) == (first,)


@given(st.lists(st.integers(0, 5), max_size=12))
def test_active_are_no_undos_and_each_stands_once(undoes: list[int]) -> None:
    log = [made(1)]
    for place, of in enumerate(undoes, start=2):
        log.append(undo(place, log[min(of, len(log) - 1)]))
    standing = active(log)
    assert set(standing) <= {log[0]}
    assert len(standing) == len(set(standing))


def test_until_a_day_takes_in_the_day() -> None:
    log = [made(1), made(2), made(3)]
    assert until(log, "2031-03-02") == tuple(log[:2])
    assert until(log, "2031-03-02T09:00") == tuple(log[:1])
