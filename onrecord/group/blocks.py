"""Merging the entities of one incident and pool: equal names first, then what else can be one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.core.grouping import LocalRef
from onrecord.group.linkage import Pair, average_linkage
from onrecord.group.matching import match
from onrecord.group.names import MARK, SLIP_FROM, NameMatch, skeleton
from onrecord.group.profiles import Profile

SAME = 0.45
"""Mean score from which two names are one entity's: a surname alone (0.6) will do where one person
of the incident bears it. Chosen on hand-made cases (tests/group/test_entities.py)."""


@dataclass(frozen=True, slots=True)
class Block:
    """Local entities of one name, seen as one: `whole` has what is told of any of them."""

    whole: Profile
    members: tuple[LocalRef, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """Local entities that are one, and why."""

    members: tuple[LocalRef, ...]
    reason: str


def merge_blocks(pool: Sequence[Profile], twins: Mapping[str, str]) -> list[Merge]:
    """The merges within a pool. `twins` gives each report's copy group.

    What agrees by the full name joins first; then a surname, a shorter form or a description joins
    the one it fits, if it fits no other.
    """
    blocks = make_blocks(pool, twins)
    matches = _matches(blocks)
    strong = {pair: way.score for pair, way in matches.items() if not 0 < way.score <= WEAK}
    groups = average_linkage(len(blocks), strong, SAME)
    between = _between(groups, matches)
    weak = _clear(groups, blocks, between)
    joined = average_linkage(len(groups), {pair: way.score for pair, way in weak.items()}, SAME)
    return [
        merge
        for numbers in joined
        if (merge := _merge(sorted(b for n in numbers for b in groups[n]), blocks, matches))
    ]


def _merge(
    numbers: Sequence[int], blocks: Sequence[Block], matches: Mapping[Pair, NameMatch]
) -> Merge | None:
    members = tuple(sorted(ref for number in numbers for ref in blocks[number].members))
    if len(members) < 2:
        return None
    return Merge(members, _reason([blocks[number] for number in numbers], numbers, matches))


def _between(
    groups: Sequence[Sequence[int]], matches: Mapping[Pair, NameMatch]
) -> dict[Pair, NameMatch]:
    """The best match between two groups; one that can never be keeps the groups apart."""
    home = {block: number for number, group in enumerate(groups) for block in group}
    found: dict[Pair, NameMatch] = {}
    for (a, b), way in sorted(matches.items()):
        pair = (min(home[a], home[b]), max(home[a], home[b]))
        if pair[0] != pair[1]:
            known = found.get(pair)
            if known is None or way.score < 0 or (known.score >= 0 and way.score > known.score):
                found[pair] = way
    return found


def make_blocks(pool: Sequence[Profile], twins: Mapping[str, str]) -> list[Block]:
    """Entities of one name together, sorted by their smallest member."""
    found: dict[tuple[str, ...], list[Profile]] = {}
    for profile in sorted(pool, key=lambda p: p.ref):
        found.setdefault(_block_key(profile, twins), []).append(profile)
    return [Block(_whole(group), tuple(p.ref for p in group)) for group in found.values()]


def _block_key(profile: Profile, twins: Mapping[str, str]) -> tuple[str, ...]:
    """What makes two entities one without further ado.

    A description of one word ("man") is anybody's: only copies of one text mean the same by it.
    """
    if profile.pool == "person" and profile.named:
        return ("name", *profile.parts)
    if profile.pool == "person" and len(profile.key.split()) < 2:
        report = profile.ref.report
        return (
            ("copy", twins[report], profile.key) if report in twins else ("alone", *_ref(profile))
        )
    return ("words", profile.key, str(profile.plural))


def _ref(profile: Profile) -> tuple[str, str]:
    return (profile.ref.report, profile.ref.local)


def _whole(group: Sequence[Profile]) -> Profile:
    """One profile with all that the group's members say."""
    return replace(
        group[0],
        ages=frozenset().union(*(p.ages for p in group)),
        genders=frozenset().union(*(p.genders for p in group)),
        conditions=frozenset().union(*(p.conditions for p in group)),
        roles=frozenset().union(*(p.roles for p in group)),
        mentions=sum(p.mentions for p in group),
        attacker=any(p.attacker for p in group),
    )


def _matches(blocks: Sequence[Block]) -> dict[Pair, NameMatch]:
    """How the blocks agree, for pairs that have a part of a name, its sound, or an age in common."""
    homes: dict[str, list[int]] = {}
    for number, block in enumerate(blocks):
        for handle in sorted(_handles(block.whole)):
            homes.setdefault(handle, []).append(number)
    pairs = {
        (a, b) for shared in homes.values() for i, a in enumerate(shared) for b in shared[i + 1 :]
    }
    found = ((pair, match(blocks[pair[0]].whole, blocks[pair[1]].whole)) for pair in sorted(pairs))
    return {pair: way for pair, way in found if way is not None}


def _handles(whole: Profile) -> set[str]:
    """What two profiles that may be one have at least one of in common."""
    if whole.pool != "person":
        return {whole.key.rpartition(" ")[2]}
    ages = {f"age {age}" for age in whole.ages}
    sounds = {f"sound {skeleton(part)}" for part in whole.parts if len(part) >= SLIP_FROM}
    words = set() if whole.named else {f"words {whole.key}"}
    parts = {part.removeprefix(MARK) for part in whole.parts}
    return {*parts, *sounds, *ages, *words}


def _clear(
    groups: Sequence[Sequence[int]], blocks: Sequence[Block], matches: Mapping[Pair, NameMatch]
) -> dict[Pair, NameMatch]:
    """Without the weak matches that could as well mean somebody else.

    A surname, a shorter form or a description that fits two who are not each other says neither.
    """
    partners: dict[int, list[int]] = {}
    for (a, b), way in sorted(matches.items()):
        if way.score > 0:
            partners.setdefault(a, []).append(b)
            partners.setdefault(b, []).append(a)
    unclear = {
        one
        for one, others in partners.items()
        if any(_apart(matches, a, b) for i, a in enumerate(others) for b in others[i + 1 :])
    }
    return {
        pair: way
        for pair, way in matches.items()
        if way.score < 0 or _shorter(groups, blocks, pair) not in unclear
    }


WEAK = 0.7
"""Scores up to this rest on a part of a name or a description alone."""


def _apart(matches: Mapping[Pair, NameMatch], a: int, b: int) -> bool:
    way = matches.get((min(a, b), max(a, b)))
    return way is None or way.score < 0


def _shorter(groups: Sequence[Sequence[int]], blocks: Sequence[Block], pair: Pair) -> int:
    """The group of the pair whose fullest name says less."""

    def length(number: int) -> int:
        wholes = [blocks[b].whole for b in groups[number]]
        if wholes[0].pool == "person":
            return max(len(whole.parts) for whole in wholes)
        return max(len(whole.key) for whole in wholes)

    return min(pair, key=lambda number: (length(number), number))


def _reason(
    blocks: Sequence[Block], numbers: Sequence[int], matches: Mapping[Pair, NameMatch]
) -> str:
    """The merges of different names in words; nothing for equal names."""
    said = [
        f"“{blocks[i].whole.name}” and “{blocks[j].whole.name}”: {way.reason}"
        for i in range(len(numbers))
        for j in range(i + 1, len(numbers))
        if (way := matches.get((numbers[i], numbers[j]))) and way.score > 0
    ]
    return "; ".join(said)
