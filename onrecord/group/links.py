"""Links between reports: what may put two of them into one incident or one group of copies.

Reports without a chain of links between them share no incident, no copies and no people: they can be
grouped apart, and a new report concerns only those that it is linked to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.core.marks import Alike
from onrecord.group.incidents import TOGETHER, pair_score
from onrecord.group.packing import unpacked


def sketch_links(pairs: Sequence[Alike], packed: Mapping[int, bytes]) -> list[tuple[int, int]]:
    """The pairs of reports of which two incidents score enough to be joined; `packed` by number.

    Average linkage never joins two groups without such a pair.
    """
    sketches = {number: unpacked(data) for number, data in packed.items()}
    return sorted(
        {
            (pair.one.report, pair.two.report)
            for pair in pairs
            if pair_score(sketches[pair.one.number], sketches[pair.two.number]).value >= TOGETHER
        }
    )


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
