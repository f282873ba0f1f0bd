"""Decisions on what belongs together, put over a grouping before it is reconciled.

A decision names incidents and entities by reports and words, so that it finds them again in the
grouping of more reports. One that finds nothing changes nothing, and stays in the log.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from onrecord.core.decision import GROUPING_ACTIONS, Decision, Target, Words
from onrecord.core.grouping import CopyLink, Grouping, IncidentGroup, LocalRef, MergedEntity
from onrecord.core.ids import content_id
from onrecord.core.reading import Reading

Find = Callable[[Words], LocalRef | None]
"""The local entity that these words mention."""


def regroup(
    grouping: Grouping, decisions: Iterable[Decision], readings: Sequence[Reading]
) -> Grouping:
    """The grouping with these decisions put over it, the oldest first. They are standing and final."""
    those = [d for d in decisions if d.action in GROUPING_ACTIONS and d.stage == "final"]
    if not those:
        return grouping
    find = _finder(readings)
    for decision in those:
        grouping = _apply(grouping, decision, find)
    return grouping


def entity_meant(
    grouping: Grouping, target: Target, readings: Sequence[Reading]
) -> MergedEntity | None:
    """The entity that a target means: by its id, else by its words; None where there is none."""
    return _entity(grouping, target, _finder(readings))


def _finder(readings: Sequence[Reading]) -> Find:
    by_id = {reading.report.id: reading for reading in readings}
    return lambda words: _mentioned(by_id, words)


def _mentioned(readings: dict[str, Reading], words: Words) -> LocalRef | None:
    reading = readings.get(words.report)
    if reading is None:
        return None
    for entity in reading.entities:
        if any(mention.span in words.spans for mention in entity.mentions):
            return LocalRef(words.report, entity.id)
    return None


def _apply(grouping: Grouping, decision: Decision, find: Find) -> Grouping:
    if decision.action in ("copy", "not_copy"):
        return replace(grouping, copies=_copies(grouping.copies, decision))
    if decision.action in ("merge_incidents", "split_incident", "move_report"):
        return replace(grouping, incidents=_incidents(grouping.incidents, decision))
    if decision.action == "merge_entities":
        return _merge_entities(grouping, decision, find)
    return _split_entity(grouping, decision, find)


def _why(decision: Decision) -> str:
    return f"by {decision.who}{f': {decision.why}' if decision.why else ''}"


def _copies(links: tuple[CopyLink, ...], decision: Decision) -> tuple[CopyLink, ...]:
    report = next(iter(decision.about.reports), "")
    rest = tuple(link for link in links if link.report != report)
    of = next(iter(decision.other.reports), "") if decision.other else ""
    if decision.action == "not_copy" or not of or of == report:
        return rest
    original = next((link.of for link in rest if link.report == of), of)
    if original == report:
        return links
    group = next((link.group for link in rest if link.of == original), "")
    group = group or content_id("copies", original)
    turned = [
        replace(link, of=original, group=group) if link.of == report else link for link in rest
    ]
    made = CopyLink(report, original, group, 1.0, (), f"Marked as a copy {_why(decision)}")
    return tuple(sorted((*turned, made), key=lambda link: link.report))


def _incidents(groups: tuple[IncidentGroup, ...], decision: Decision) -> tuple[IncidentGroup, ...]:
    home = _home(groups, decision.about)
    if home is None:
        return groups
    if decision.action == "merge_incidents":
        return _merged(groups, home, _home(groups, decision.other), decision)
    moved = decision.about.reports if decision.action == "move_report" else ()
    moved = moved or (decision.other.reports if decision.other else ())
    to = _home(groups, decision.other) if decision.action == "move_report" else None
    return _moved(groups, home, to, frozenset(moved), decision)


def _home(groups: Sequence[IncidentGroup], target: Target | None) -> IncidentGroup | None:
    """The group that a target means: by its id, else by its reports."""
    if target is None:
        return None
    for group in groups:
        if group.id == target.incident:
            return group
    wanted = frozenset(target.reports)
    shares = Counter(
        {group.id: len(wanted & {ref.report for ref in group.members}) for group in groups}
    )
    best = min(groups, key=lambda group: (-shares[group.id], group.id), default=None)
    return best if best is not None and shares[best.id] else None


def _merged(
    groups: tuple[IncidentGroup, ...],
    home: IncidentGroup,
    other: IncidentGroup | None,
    decision: Decision,
) -> tuple[IncidentGroup, ...]:
    if other is None or other.id == home.id:
        return groups
    made = IncidentGroup(
        id=home.id,
        members=tuple(sorted({*home.members, *other.members})),
        lead_of=tuple(sorted({*home.lead_of, *other.lead_of})),
        reason=f"{home.reason} Merged {_why(decision)}.",
    )
    return tuple(made if g.id == home.id else g for g in groups if g.id != other.id)


def _moved(
    groups: tuple[IncidentGroup, ...],
    home: IncidentGroup,
    to: IncidentGroup | None,
    reports: frozenset[str],
    decision: Decision,
) -> tuple[IncidentGroup, ...]:
    """The groups with these reports taken out of one and put into another, or into one of their own."""
    going = tuple(ref for ref in home.members if ref.report in reports)
    staying = tuple(ref for ref in home.members if ref.report not in reports)
    if not going or (not staying and to is None) or (to is not None and to.id == home.id):
        return groups
    leads = tuple(report for report in home.lead_of if report in reports)
    left = replace(
        home, members=staying, lead_of=tuple(r for r in home.lead_of if r not in reports)
    )
    base = to or IncidentGroup(content_id("incident", decision.id), (), (), "")
    made = IncidentGroup(
        id=base.id,
        members=tuple(sorted({*base.members, *going})),
        lead_of=tuple(sorted({*base.lead_of, *leads})),
        reason=f"{base.reason} Put here {_why(decision)}.".strip(),
    )
    kept = [made if g.id == made.id else left if g.id == home.id else g for g in groups]
    return tuple(g for g in (*kept, *(() if to else (made,))) if g.members)


def _entity(grouping: Grouping, target: Target | None, find: Find) -> MergedEntity | None:
    """The entity that a target means: by its id, else by its words."""
    if target is None:
        return None
    for entity in grouping.entities:
        if entity.id == target.subject:
            return entity
    refs = Counter(filter(None, (find(words) for words in target.subject_words)))
    shares = ((sum(refs[ref] for ref in e.members), e) for e in grouping.entities)
    best = max(shares, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] else None


def _merge_entities(grouping: Grouping, decision: Decision, find: Find) -> Grouping:
    home = _entity(grouping, decision.about, find)
    other = _entity(grouping, decision.other, find)
    if home is None or other is None or home.id == other.id:
        return grouping
    made = replace(
        home,
        also=tuple(sorted({*home.also, *other.also, other.name} - {home.name})),
        members=tuple(sorted({*home.members, *other.members})),
        reason="; ".join(filter(None, (home.reason, f"merged {_why(decision)}"))),
    )
    known = {other.id: home.id}
    return replace(
        grouping,
        entities=tuple(
            replace(e, voice=known.get(e.voice, e.voice))
            for e in (made if e.id == home.id else e for e in grouping.entities)
            if e.id != other.id
        ),
        outlets={report: known.get(e, e) for report, e in grouping.outlets.items()},
        agencies={report: known.get(e, e) for report, e in grouping.agencies.items()},
    )


def _split_entity(grouping: Grouping, decision: Decision, find: Find) -> Grouping:
    home = _entity(grouping, decision.about, find)
    other = decision.other
    if home is None or other is None:
        return grouping
    words = {find(w) for w in other.subject_words}
    going = tuple(r for r in home.members if r.report in other.reports or r in words)
    staying = tuple(r for r in home.members if r not in going)
    if not going or not staying:
        return grouping
    own = content_id("entity", decision.id)
    made = MergedEntity(
        id=own,
        kind=home.kind,
        name=other.name or home.name,
        also=(),
        members=going,
        voice=own,
        reason=f"split off {_why(decision)}",
        where=home.where,
    )
    left = replace(home, members=staying)
    kept = (left if e.id == home.id else e for e in grouping.entities)
    return replace(grouping, entities=tuple(sorted((*kept, made), key=lambda e: e.id)))
