"""Nodes: the claims of one value, with who vouches for it, who rejects it and since when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.core.record import Claim
from onrecord.core.values import Value
from onrecord.facts.base import FactType
from onrecord.reconcile.claims import NO_DATE, Said


@dataclass(frozen=True)
class Node:
    """All that is said of one value of one subject and field, in order of time."""

    value: Value
    said: tuple[Said, ...]

    @cached_property
    def for_it(self) -> tuple[Said, ...]:
        """The claims that it is so."""
        return tuple(one for one in self.said if not one.denies)

    @cached_property
    def against(self) -> tuple[Said, ...]:
        """The claims that it is not so."""
        return tuple(one for one in self.said if one.denies)

    @cached_property
    def voices(self) -> tuple[str, ...]:
        """Independent origins.

        A digest's own word counts only where nobody else says it; nor does an outlet's, in a headline
        say, where the same report has it from somebody.
        """
        told = {one.claim.report for one in self.for_it if one.claim.chain}
        others = {
            one.voice
            for one in self.for_it
            if not one.digest and (one.claim.chain or one.claim.report not in told)
        }
        return tuple(sorted(others or {one.voice for one in self.for_it}))

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """Entity ids of the origins: who spoke, or the body where several spoke for it."""
        speakers: dict[str, set[str]] = {voice: set() for voice in self.voices}
        for one in self.for_it:
            if one.voice in speakers:
                speakers[one.voice].add(one.speaker)
        return tuple(
            sorted(min(who) if len(who) == 1 else voice for voice, who in speakers.items())
        )

    @cached_property
    def deniers(self) -> frozenset[str]:
        """Origins of the claims that it is not so."""
        return frozenset(one.voice for one in self.against)

    @cached_property
    def corrected(self) -> bool:
        """Whether an outlet takes back in its own word what another report of its own carried."""
        own = [one for one in self.against if one.speaker == one.publisher]
        return any(
            one.publisher == back.publisher
            and one.claim.report != back.claim.report
            and one.when < back.when
            for back in own
            for one in self.for_it
        )

    @cached_property
    def standing(self) -> tuple[str, ...]:
        """Origins that have not themselves taken it back."""
        return tuple(voice for voice in self.voices if voice not in self.deniers)

    @cached_property
    def reports(self) -> tuple[str, ...]:
        """Ids of the reports that carry it; of captures of one page the newest that does."""
        newest: dict[str, str] = {}
        for one in self.for_it:
            page = one.page or one.claim.report
            if newest.get(page) != page:
                newest[page] = one.claim.report
        return tuple(sorted(newest.values()))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims for and against, in order of time."""
        return tuple(one.claim for one in self.said)

    @cached_property
    def first_seen(self) -> str:
        """When it was first claimed."""
        return min((one.when for one in self.for_it), default=NO_DATE)

    @cached_property
    def newest(self) -> str:
        """When the last voice joined: repeating what a voice has said before is nothing new."""
        first: dict[str, str] = {}
        told_back = {one.claim.report for one in self.against}
        for one in self.for_it:
            if one.voice in self.voices and one.claim.report not in told_back:
                first[one.voice] = min(one.when, first.get(one.voice, one.when))
        return max(first.values(), default=self.first_seen)

    @cached_property
    def last_seen(self) -> str | None:
        """When it was last claimed, as the report gives its date."""
        dated = [one for one in self.for_it if one.claim.published]
        return max(dated, key=lambda one: one.when).claim.published if dated else None

    @property
    def exact(self) -> bool:
        """Whether somebody gives it as more than a vague word ("dozens") or an open end."""
        return any(one.claim.qualifier in (None, "exact", "about") for one in self.for_it)


def make_nodes(said: Sequence[Said], kind: FactType) -> list[Node]:
    """One node for each value that somebody claims; denials go to the value they deny."""
    groups: list[list[Said]] = []
    for one in sorted(with_recalls(said, kind), key=lambda s: s.order):
        home = next(
            (g for g in groups if kind.compare(g[0].claim.value, one.claim.value) == "same"), None
        )
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    nodes = [Node(_shown(group), tuple(group)) for group in groups]
    return [node for node in nodes if node.for_it]


def with_recalls(said: Sequence[Said], kind: FactType) -> list[Said]:
    """The claims, those marked that their own report takes back further on.

    Only where a subject has one value that does not grow: "three died, then a fourth" takes nothing back.
    """
    if kind.many or kind.grows:
        return list(said)
    own: dict[str, list[Said]] = {}
    for one in said:
        if one.speaker == one.publisher and not one.denies and one.claim.evidence:
            own.setdefault(one.claim.report, []).append(one)
    last = {
        report: max(claims, key=lambda s: s.claim.evidence[0].start)
        for report, claims in own.items()
    }
    return [
        replace(one, recalls=True)
        if one in own.get(one.claim.report, ()) and _takes_back(last[one.claim.report], one, kind)
        else one
        for one in said
    ]


def _takes_back(last: Said, one: Said, kind: FactType) -> bool:
    return kind.compare(last.claim.value, one.claim.value) == "conflict"


def _shown(group: Sequence[Said]) -> Value:
    """The value as most claims write it (ties: the earliest)."""
    written = [one.claim.value for one in group if not one.denies] or [group[0].claim.value]
    counts = {repr(value): written.count(value) for value in written}
    return max(written, key=lambda value: (counts[repr(value)], -written.index(value)))


def joined(leading: Node, others: Sequence[Node]) -> Node:
    """The leading node with the claims of values that support it."""
    said = [one for node in (leading, *others) for one in node.said]
    return Node(leading.value, tuple(sorted(said, key=lambda s: s.order)))
