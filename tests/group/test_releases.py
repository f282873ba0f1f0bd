"""Prints of one press release are told as such, and count for the body that issued it."""

from __future__ import annotations

import pytest

from onrecord.group import group
from onrecord.group.releases import issuer
from onrecord.reconcile import reconcile
from tests.group.making import Draft, Told, make, make_report

BODY = (
    "Two walkers were brought down from the Hohe Warte by helicopter on Sunday after a slab of snow "
    "had carried them over the lower rocks, and one of them died in the clinic of Enzfeld at night."
)
MARK = "Press release: Enzfeld Mountain Rescue"


@pytest.mark.parametrize(
    ("line", "body"),
    [
        (MARK, "Enzfeld Mountain Rescue"),
        ("(Media release from the Enzfeld Police)", "Enzfeld Police"),
        ("Issued by: Enzfeld District Court", "Enzfeld District Court"),
        ("Police said in a press release that the road was open.", None),
        ("press release: more to follow", None),
    ],
)
def test_issuer_is_told_by_a_line_of_its_own(line: str, body: str | None) -> None:
    assert issuer(make_report(Draft("Post", f"{BODY}\n\n{line}"))) == body


def test_prints_of_a_release_are_one_origin_the_issuer() -> None:
    killed = Told("incident.killed", 1, "one of them died")
    name = "Enzfeld Mountain Rescue:organisation"
    readings = [
        make(Draft("Valley Post", f"{BODY}\n\n{MARK}", entities=(name,), facts=(killed,))),
        make(Draft("Alpine Echo", BODY, "2031-04-02T12:00:00+00:00", facts=(killed,))),
    ]
    grouping = group(readings)
    assert [(link.kind, link.issuer) for link in grouping.copies] == [
        ("release", "Enzfeld Mountain Rescue")
    ]
    assert grouping.copies[0].reason.startswith(
        "The same press release, of Enzfeld Mountain Rescue"
    )
    contents = reconcile(readings, grouping)
    names = {entity.id: entity.name for entity in contents.entities}
    found = [f for i in contents.incidents for f in i.findings if f.field == "incident.killed"]
    assert [{names[origin] for origin in f.origins} for f in found] == [{"Enzfeld Mountain Rescue"}]
