"""The encoder's heads and their labels: the inventory that weights and code must share.

A head that tags words is one `HeadSpec`; its tags follow from its kinds (`O`, then `B-` and `I-`
of each kind). Weights carry the inventory they were trained with; `onrecord.annotate.weights`
refuses a mismatch by name. A new tagging head is one entry in `HEADS`.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Width of one link projection. 64 was the first choice; wider ones were not tried.
LINK_WIDTH = 64


@dataclass(frozen=True, slots=True)
class LinkSpec:
    """One kind of link: an argument's projection against that of what it belongs to."""

    name: str
    argument: str
    target: str


#: A source or a content to its cue, an age to its person, an earlier mention to a later one of the
#: same entity. A new kind of link is one entry.
LINKS: tuple[LinkSpec, ...] = (
    LinkSpec("source", "source", "source_cue"),
    LinkSpec("content", "content", "content_cue"),
    LinkSpec("age", "age", "age_person"),
    LinkSpec("coreference", "antecedent", "anaphor"),
)

#: The projections of all links, in the order of the encoder's columns.
LINK_PARTS: tuple[str, ...] = tuple(part for x in LINKS for part in (x.argument, x.target))

#: Arguments of an attribution that are linked to a cue.
LINKED_ROLES = ("source", "content")

#: Numbers a word, one column each: how certain the writer is that an event happened, -3 to +3
#: (Saurí and Pustejovsky's factuality, as Stanovsky et al., 2017, put it on one scale).
SCALES = ("certainty",)


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
    # A victim by name and one described ("three shoppers") are told apart: the gold does so.
    HeadSpec("role", ("perpetrator", "group", "victim", "described", "target", "weapon")),
    HeadSpec("condition", ("killed", "injured", "unharmed", "arrested", "kidnapped")),
    HeadSpec("age", ("age",)),
    HeadSpec("event", ("event",)),
)

#: What every weights folder has. One made before the others came reads as if those found nothing.
FIRST_HEADS = ("attribution", "name", "nominal")
FIRST_LINKS = LINKED_ROLES


@dataclass(frozen=True, slots=True)
class Inventory:
    """What one weights folder holds: the names of its heads, links and scales, in our order."""

    heads: tuple[str, ...]
    links: tuple[str, ...]
    scales: tuple[str, ...]

    @property
    def specs(self) -> tuple[HeadSpec, ...]:
        """Its heads."""
        return tuple(head for head in HEADS if head.name in self.heads)

    @property
    def names(self) -> tuple[str, ...]:
        """All of it in one: what annotations say the weights can see."""
        return (*self.heads, *self.links, *self.scales)

    @property
    def parts(self) -> tuple[str, ...]:
        """Its projections, in the order of the columns."""
        found = [link for link in LINKS if link.name in self.links]
        return tuple(part for link in found for part in (link.argument, link.target))


#: All that this code knows.
WHOLE = Inventory(tuple(head.name for head in HEADS), tuple(link.name for link in LINKS), SCALES)


def inventory() -> dict[str, list[str]]:
    """Tags by head, as they are stored beside the weights."""
    return {head.name: list(head.tags) for head in HEADS}
