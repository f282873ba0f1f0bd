"""The log of decisions, agreement between coders, and what is to be settled between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import krippendorff
import numpy as np

from onrecord.core.decision import VALUE_ACTIONS, Decision
from onrecord.core.values import number_bounds
from onrecord.export.words import label, upper_first, value_words
from onrecord.web.desk import Desk, Snapshot
from onrecord.web.incident import Ruled, ruled
from onrecord.web.values import NUMBERS

PAGE = 100
REJECTED = "rejected"
Level = Literal["nominal", "ratio"]


@dataclass(frozen=True, slots=True)
class LogLine:
    """A decision in the log, with what it is about and where that is."""

    ruled: Ruled
    about: str
    link: str
    stage: str
    standing: bool


@dataclass(frozen=True, slots=True)
class LogPage:
    """The log, the newest first, or one coder's part of it."""

    who: str
    coders: tuple[str, ...]
    lines: tuple[LogLine, ...]
    total: int
    page: int
    pages: int


def log_page(desk: Desk, who: str, page: int, *, coder: str = "") -> LogPage:
    """The log. In a first pass others' own passes are left out (`coder` is who looks)."""
    decisions = desk.decisions
    shown = [d for d in decisions.every if not coder or d.stage == "final" or d.who == coder]
    coders = tuple(sorted({d.who for d in shown}))
    those = [d for d in reversed(shown) if not who or d.who == who]
    pages = max(1, -(-len(those) // PAGE))
    page = min(max(1, page), pages)
    standing = {d.id for d in decisions.standing}
    part = those[(page - 1) * PAGE : page * PAGE]
    names = names_in(desk.snapshot, part)
    return LogPage(
        who=who,
        coders=coders,
        lines=tuple(
            LogLine(
                ruled=replace(ruled(d, names), undone=d.id not in standing and d.action != "undo"),
                about=about_words(d),
                link=link_of(d),
                stage=d.stage,
                standing=d.id in standing,
            )
            for d in part
        ),
        total=len(those),
        page=page,
        pages=pages,
    )


def names_in(snapshot: Snapshot, decisions: Sequence[Decision]) -> dict[str, str]:
    """Names of the entities that are these decisions' values."""
    ids = {d.value for d in decisions if isinstance(d.value, str)}
    return {e.id: e.name for e in snapshot.entities(sorted(ids))}


def about_words(decision: Decision) -> str:
    """What a decision is about, in words."""
    target = decision.about
    field = f"{upper_first(label(target.field))} of " if target.field else ""
    if target.kind == "statement":
        return f"A statement of {target.name}" if target.name else "A statement"
    return f"{field}{target.name or target.incident or target.kind}"


def link_of(decision: Decision) -> str:
    """Where what it is about is shown."""
    target = decision.about
    if target.kind == "entity":
        return f"/entities/{target.subject}"
    if target.kind == "report":
        return f"/reports/{target.reports[0]}" if target.reports else "/"
    anchor = f"#f-{target.finding}" if target.finding else ""
    anchor = "#said-what" if target.kind == "statement" else anchor
    return f"/incidents/{target.incident}{anchor}"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far coders agree on a field. `alpha` is Krippendorff's, None where it cannot be told."""

    field: str
    label: str
    level: Level
    values: int
    coders: int
    alpha: float | None
    why: str


@dataclass(frozen=True, slots=True)
class Pass:
    """What one coder made of a value: the words, or that they rejected it."""

    who: str
    words: str
    written: str
    why: str
    decision: str


@dataclass(frozen=True, slots=True)
class Open:
    """A value on which coders differ, or that waits to be settled, with each coder's pass."""

    incident: str
    title: str
    finding: str
    label: str
    subject: str
    passes: tuple[Pass, ...]
    differ: bool


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """Agreement per field, and what coders have to settle."""

    coders: tuple[str, ...]
    fields: tuple[Agreement, ...]
    open: tuple[Open, ...]
    settled: int
    hidden: bool


def agreement_page(desk: Desk, *, hidden: bool = False) -> AgreementPage:
    """The page on agreement. `hidden`: the viewer's own pass is not done, others' stay unseen."""
    last = last_rulings(desk)
    coders = tuple(sorted({who for those in last.values() for who in those}))
    twice = {key: those for key, those in last.items() if len(those) > 1}
    final = {d.about.key for d in desk.decisions.standing if d.stage == "final"}
    firsts = {key: t for key, t in twice.items() if any(d.stage == "first" for d in t.values())}
    waiting = {key: t for key, t in firsts.items() if key not in final}
    return AgreementPage(
        coders=coders,
        fields=agreements(twice),
        open=() if hidden else _open(desk.snapshot, waiting),
        settled=len(firsts) - len(waiting),
        hidden=hidden,
    )


Rulings = Mapping[str, Mapping[str, Decision]]
"""Target's key → coder → their last decision on its value."""


def last_rulings(desk: Desk) -> dict[str, dict[str, Decision]]:
    """Each coder's last standing word on each value; of one coder the first pass counts."""
    found: dict[str, dict[str, Decision]] = defaultdict(dict)
    for decision in desk.decisions.standing:
        if decision.action not in VALUE_ACTIONS or decision.about.kind != "finding":
            continue
        known = found[decision.about.key].get(decision.who)
        if known is None or known.stage == decision.stage or decision.stage == "first":
            found[decision.about.key][decision.who] = decision
    return dict(found)


def agreements(rulings: Rulings) -> tuple[Agreement, ...]:
    """Krippendorff's alpha of each field, over the values that two coders or more ruled on."""
    fields: dict[str, list[Mapping[str, Decision]]] = defaultdict(list)
    for those in rulings.values():
        fields[next(iter(those.values())).about.field].append(those)
    return tuple(_agreement(field, fields[field]) for field in sorted(fields))


def _agreement(field: str, units: Sequence[Mapping[str, Decision]]) -> Agreement:
    """Numbers agree by how far they are apart (ratio level), all else by being the same (nominal).

    A rejected number has no size: where a coder rejects one the field is compared as nominal.
    """
    coders = sorted({who for unit in units for who in unit})
    given = [[_coded(unit.get(who)) for unit in units] for who in coders]
    sizes = [[_size(unit.get(who)) for unit in units] for who in coders]
    whole = [[g is None for g in row] for row in given] == [
        [s is None for s in row] for row in sizes
    ]
    level: Level = "ratio" if field in NUMBERS and whole else "nominal"
    found = _alpha(given, sizes, level)
    return Agreement(
        field, upper_first(label(field)), level, len(units), len(coders), found.alpha, found.why
    )


@dataclass(frozen=True, slots=True)
class _Alpha:
    alpha: float | None
    why: str


def _alpha(given: list[list[str | None]], sizes: list[list[float | None]], level: Level) -> _Alpha:
    kinds = sorted({value for row in given for value in row if value is not None})
    if len(kinds) < 2:
        return _Alpha(None, "all gave the same value: alpha needs variation")
    if level == "ratio":
        data = [[np.nan if v is None else v for v in row] for row in sizes]
    else:
        data = [[np.nan if v is None else float(kinds.index(v)) for v in row] for row in given]
    alpha = krippendorff.alpha(reliability_data=data, level_of_measurement=level)
    return _Alpha(round(float(alpha), 3), "")


def _coded(decision: Decision | None) -> str | None:
    """A decision as a category: the value that the coder holds, or that they rejected it."""
    if decision is None:
        return None
    if decision.action == "reject":
        return REJECTED
    return repr(decision.base.value if decision.action == "accept" else decision.value)


def _size(decision: Decision | None) -> float | None:
    """A decision as a number: of an interval its lower end."""
    if decision is None or decision.action == "reject":
        return None
    value = decision.base.value if decision.action == "accept" else decision.value
    bounds = None if value is None else number_bounds(value)
    if bounds is None:
        return None
    end = bounds.low if bounds.low is not None else bounds.high
    return None if end is None else float(end)


def _open(snapshot: Snapshot, waiting: Rulings) -> tuple[Open, ...]:
    names = names_in(snapshot, [d for those in waiting.values() for d in those.values()])
    titles = {row.id: row.title for row in snapshot.overview.rows}
    lines = []
    for those in waiting.values():
        about = next(iter(those.values())).about
        passes = tuple(_pass(those[who], names) for who in sorted(those))
        lines.append(
            Open(
                incident=about.incident,
                title=titles.get(about.incident, about.name),
                finding=about.finding,
                label=upper_first(label(about.field)),
                subject="" if about.subject == about.incident else about.name,
                passes=passes,
                differ=len({p.words for p in passes}) > 1,
            )
        )
    return tuple(sorted(lines, key=lambda line: (not line.differ, line.title, line.label)))


def _pass(decision: Decision, names: Mapping[str, str]) -> Pass:
    value = decision.base.value if decision.action == "accept" else decision.value
    words = "" if value is None else value_words(decision.about.field, value, names)
    return Pass(
        who=decision.who,
        words=REJECTED if decision.action == "reject" else words,
        written="" if value is None else str(value),
        why=decision.why,
        decision=decision.id,
    )
