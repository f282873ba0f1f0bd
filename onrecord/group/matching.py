"""Whether two entities of different reports are one, and why."""

from __future__ import annotations

from onrecord.group.names import NameMatch, match_names
from onrecord.group.profiles import Profile

NEVER = NameMatch(-10.0, "")
"""Keeps two apart whatever the others of their groups say."""

AGE_SLIP = 2
"""Years by which reports of one person may differ before a shortened or slipped name is doubted.
Two compilers differ in 3.4 % of ages, in four cases of ten by exactly one."""


def match(one: Profile, two: Profile) -> NameMatch | None:
    """How two profiles of one pool agree; None where nothing speaks for it."""
    if one.pool == "person":
        return _people(one, two)
    if one.named and two.named and one.key == two.key:
        return NameMatch(1.0, "the same name")
    if one.key == two.key and one.plural == two.plural:
        return NameMatch(0.9, "the same words")
    if one.pool in ("facility", "thing", "body") and _is_end(one.key, two.key):
        return NameMatch(0.6, "a shorter form of the name")
    return None


def _is_end(one: str, two: str) -> bool:
    """Whether the one is the end of the other, by whole words."""
    short, long = sorted((one, two), key=len)
    return bool(short) and long.endswith(f" {short}")


def _people(one: Profile, two: Profile) -> NameMatch | None:
    if one.named and two.named:
        return _named(one, two)
    if one.named or two.named:
        return _described(one, two)
    if one.plural != two.plural or contradict(one, two):
        return None
    if one.key == two.key and len(one.key.split()) > 1:
        return NameMatch(0.9, "the same description")
    if one.key == two.key and one.attacker and two.attacker:
        if one.ref.report == two.ref.report:
            return NEVER
        return NameMatch(0.6, "the same word for the attacker")
    return None


def _named(one: Profile, two: Profile) -> NameMatch | None:
    found = match_names(one.parts, two.parts)
    if found is None:
        return NEVER if min(len(one.parts), len(two.parts)) > 1 else None
    if found.score < 1 and (contradict(one, two) or one.ref.report == two.ref.report):
        return NEVER
    support = _support(one, two)
    if support:
        return NameMatch(found.score + 0.05, f"{found.reason}; {support}")
    return found


def contradict(one: Profile, two: Profile) -> bool:
    """Whether what is told of the two cannot hold of one person: gender, or ages far apart."""
    if one.genders and two.genders and not one.genders & two.genders:
        return True
    gaps = [abs(a - b) for a in one.ages for b in two.ages]
    return bool(gaps) and min(gaps) > AGE_SLIP


def _support(one: Profile, two: Profile) -> str:
    """What is told alike of both."""
    told = []
    if ages := one.ages & two.ages:
        told.append(f"both aged {min(ages)}")
    if roles := one.roles & two.roles:
        told.append(f"both {min(roles)}")
    if conditions := one.conditions & two.conditions:
        told.append(f"both {min(conditions).replace('_', ' ')}")
    return ", ".join(told)


def _described(one: Profile, two: Profile) -> NameMatch | None:
    """A named and a described person: only the same age with the same condition or role will do."""
    if one.ref.report == two.ref.report or contradict(one, two) or one.plural or two.plural:
        return None
    if one.ages & two.ages and (one.conditions & two.conditions or one.roles & two.roles):
        return NameMatch(0.6, _support(one, two))
    return None
