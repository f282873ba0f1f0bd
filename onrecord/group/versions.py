"""Versions: captures of one address are one report, the newest of them, with its earlier versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.core.addresses import page_address
from onrecord.core.grouping import CopyLink
from onrecord.core.report import Report
from onrecord.core.versions import version_order


def find_versions(reports: Sequence[Report]) -> dict[str, str]:
    """Report id → id of the newest capture of its address, for the earlier captures.

    Where the input gave reports of one address different ids, it holds them for different reports.
    """
    pages: dict[str, list[Report]] = {}
    for report in reports:
        address = page_address(report.url)
        if address:
            pages.setdefault(address, []).append(report)
    return {
        report.id: max(captures, key=version_order).id
        for captures in pages.values()
        if len({report.given_id for report in captures} - {None}) < 2
        for report in captures
        if report.id != max(captures, key=version_order).id
    }


def without_versions(
    copies: Sequence[CopyLink], versions: Mapping[str, str]
) -> tuple[CopyLink, ...]:
    """The copies that are not only another version of the same report."""
    linked = {link.report for link in copies}
    return tuple(
        link
        for link in copies
        if link.of in linked
        or versions.get(link.report, link.report) != versions.get(link.of, link.of)
    )
