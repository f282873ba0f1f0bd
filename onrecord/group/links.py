"""Scores of stored sketches, and which reports hang together by links of any kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.core.marks import Alike, Scored
from onrecord.group.incidents import pair_score
from onrecord.group.packing import unpacked


def scored(pairs: Sequence[Alike], packed: Mapping[int, bytes]) -> list[Scored]:
    """The scores of these pairs of sketches, without such as are 0; `packed` by number."""
    sketches = {number: unpacked(data) for number, data in packed.items()}
    found = (
        Scored(
            pair.one.number,
            pair.two.number,
            pair_score(sketches[pair.one.number], sketches[pair.two.number]).value,
        )
        for pair in pairs
    )
    return [one for one in found if one.score]


def related(reports: Sequence[str], links: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The reports in groups that are linked, by way of others too; all sorted."""
    home = {report: report for report in sorted(reports)}

    def find(report: str) -> str:
        while home[report] != report:
            home[report] = home[home[report]]
            report = home[report]
        return report

    for one, two in links:
        first, second = sorted((find(one), find(two)))
        home[second] = first
    groups: dict[str, list[str]] = {}
    for report in home:
        groups.setdefault(find(report), []).append(report)
    return [groups[first] for first in sorted(groups)]
