"""Outlets as entities: named ones by name, unnamed ones each for itself."""

from __future__ import annotations

from onrecord.core.reading import Reading, ReportIncident
from onrecord.core.report import Report
from onrecord.group import group

LEAD = (ReportIncident("i1", "other", lead=True),)


def test_reports_without_an_outlet_have_one_each() -> None:
    first, second = (Report(id=f"r{n}", input=f"{n}.txt", text=f"Rain {n}.") for n in (1, 2))
    grouping = group([Reading(first, "w", incidents=LEAD), Reading(second, "w", incidents=LEAD)])
    assert grouping.outlets["r1"] != grouping.outlets["r2"]
    names = {entity.id: entity.name for entity in grouping.entities}
    assert {names[one] for one in grouping.outlets.values()} == {"unnamed outlet"}


def test_reports_of_one_outlet_share_it() -> None:
    reports = [
        Report(id=f"r{n}", input=f"{n}.txt", text=f"Rain {n}.", outlet="The Fjord Mail")
        for n in (1, 2)
    ]
    grouping = group([Reading(report, "w", incidents=LEAD) for report in reports])
    assert grouping.outlets["r1"] == grouping.outlets["r2"]
