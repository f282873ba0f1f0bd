"""The encoder's heads and their labels: the inventory that weights and code must share.

A head that tags words is one `HeadSpec`; its tags follow from its kinds (`O`, then `B-` and `I-`
of each kind). Weights carry the inventory they were trained with; `onrecord.annotate.weights`
refuses a mismatch by name. A new tagging head is one entry in `HEADS`.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Width of one link projection. 64 was the first choice; wider ones were not tried.
LINK_WIDTH = 64

#: The projections that link attribution spans: an argument against a cue, apart for each role.
LINK_PARTS = ("source", "source_cue", "content", "content_cue")

#: Arguments of an attribution that are linked to a cue.
LINKED_ROLES = ("source", "content")


@dataclass(frozen=True, slots=True)
class HeadSpec:
    """One tagging head: a name and the kinds it can tell apart."""

    name: str
    kinds: tuple[str, ...]

    @property
    def tags(self) -> tuple[str, ...]:
        """`O`, then `B-kind` and `I-kind` of each kind: tag `2k + 1` begins kind `k`."""
        return ("O", *(f"{part}-{kind}" for kind in self.kinds for part in "BI"))


HEADS: tuple[HeadSpec, ...] = (
    HeadSpec("attribution", ("source", "cue", "content")),
    HeadSpec(
        "name",
        (
            "person",
            "organisation",
            "place",
            "facility",
            "weapon",
            "vehicle",
            "object",
            "event",
            "law",
        ),
    ),
    HeadSpec(
        "nominal",
        ("person", "group", "organisation", "place", "weapon", "vehicle", "object"),
    ),
)


def inventory() -> dict[str, list[str]]:
    """Tags by head, as they are stored beside the weights."""
    return {head.name: list(head.tags) for head in HEADS}
