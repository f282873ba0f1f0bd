"""The chart of a toll: one dot for each account, copies left out."""

from __future__ import annotations

from dataclasses import replace

from onrecord.core.record import RecordContents
from onrecord.export.toll import BOTTOM, LEFT, RIGHT, TOP, toll_chart
from tests.export.story import contents
from tests.export.story_parts import INCIDENT_ID


def with_killed(**changes: object) -> RecordContents:
    record = contents()
    first = record.incidents[0]
    killed = replace(first.findings[0], **changes)
    return replace(record, incidents=(replace(first, findings=(killed,)),))


def test_one_dot_for_each_account() -> None:
    chart = toll_chart(contents(), INCIDENT_ID)
    assert chart is not None
    assert [point.leading for point in chart.points].count(True) == 2
    assert len(chart.points) == 4
    assert "Nordsund Wire, 7 March 2031, 20:05 UTC: 2" in chart.alt
    assert "The Tarn Courier" not in chart.alt


def test_higher_numbers_stand_higher_and_later_ones_further_right() -> None:
    chart = toll_chart(contents(), INCIDENT_ID)
    assert chart is not None
    rows = {row.words: row.at for row in chart.rows}
    assert rows["5"] < rows["3"] < rows["2"]
    assert all(LEFT < p.x < RIGHT and TOP < p.y < BOTTOM for p in chart.points)


def test_no_chart_of_one_number_or_one_moment() -> None:
    assert toll_chart(with_killed(alternatives=()), INCIDENT_ID) is None
    killed = contents().incidents[0].findings[0]
    dateless = tuple(replace(claim, published=None) for claim in killed.claims)
    assert (
        toll_chart(with_killed(claims=dateless, alternatives=killed.alternatives[:1]), INCIDENT_ID)
        is None
    )
