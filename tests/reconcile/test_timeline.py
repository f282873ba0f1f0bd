"""What befell people stands in the timeline of what happened, at the time that a report tells."""

from __future__ import annotations

from onrecord.core.record import Claim, Finding
from onrecord.core.span import Span
from onrecord.reconcile.timeline import make_timeline


def claim(as_of: str | None, report: str = "r1") -> Claim:
    return Claim(
        report, "killed", (Span(0, 4),), (), (), "stated", "2031-04-09", "o", as_of=as_of
    )  # fmt: skip


def condition(*claims: Claim, status: str = "agreed") -> Finding:
    return Finding(
        id="f",
        subject="p",
        field="person.condition",
        value="killed",
        status=status,  # type: ignore[arg-type]
        origins=("o",),
        carriers=(),
        reports=("r1",),
        reason="",
        claims=claims,
    )


def happened(*found: Finding, name: str = "Ana Brito") -> list[tuple[str, str]]:
    return [(e.at, e.what) for e in make_timeline("A fire", found, [], {"p": name}, {})]


def test_a_death_stands_at_its_day() -> None:
    assert happened(condition(claim("2031-04-03"))) == [("2031-04-03", "Ana Brito: killed")]


def test_the_more_exact_time_is_told() -> None:
    two = condition(claim("2031-04-03"), claim("2031-04-03T17:40", "r2"))
    assert happened(two) == [("2031-04-03T17:40", "Ana Brito: killed")]


def test_two_days_are_both_told() -> None:
    two = condition(claim("2031-04-03"), claim("2031-04-04", "r2"))
    assert [at for at, _ in happened(two)] == ["2031-04-03", "2031-04-04"]


def test_without_a_time_a_name_or_a_hold_there_is_nothing_to_tell() -> None:
    assert happened(condition(claim(None))) == []
    assert happened(condition(claim("2031-04-03")), name="the woman") == []
    assert happened(condition(claim("2031-04-03"), status="denied")) == []
