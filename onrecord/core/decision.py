"""Decision: what a person has ruled on a part of the record, and how that part is found again.

A decision is never changed or deleted: taking it back is another decision. It names its target by
what does not move when a record is built anew: report ids and the words of reports. Ids of
incidents, entities and findings are kept as hints, since a new batch may change them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from onrecord.core.contract import Json, spans_from, spans_json
from onrecord.core.ids import content_id
from onrecord.core.span import Spans
from onrecord.core.values import Value, value_from_json, value_json
from onrecord.errors import UsageError

Action = Literal[
    "accept",
    "correct",
    "reject",
    "add",
    "speaker",
    "copy",
    "not_copy",
    "merge_incidents",
    "split_incident",
    "move_report",
    "merge_entities",
    "split_entity",
    "note",
    "link",
    "undo",
]
Stage = Literal["first", "final"]
"""`first`: one coder's own pass, which no other coder sees; `final`: what the record shows."""

VALUE_ACTIONS: frozenset[str] = frozenset({"accept", "correct", "reject", "add"})
"""Actions that rule on a value; of several on one target the last one counts."""

GROUPING_ACTIONS: frozenset[str] = frozenset(
    {
        "copy",
        "not_copy",
        "merge_incidents",
        "split_incident",
        "move_report",
        "merge_entities",
        "split_entity",
    }
)
"""Actions that change what belongs together."""

STATEMENT_ACTIONS: frozenset[str] = frozenset({"speaker", "reject"})
"""Actions that rule on a statement; of several on one the last one counts."""

TargetKind = Literal["finding", "statement", "report", "incident", "entity"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one report, in code points of its text."""

    report: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision is about, and what finds it again.

    `reports` are those of the incident, `subject_words` mentions of the subject, `words` the
    evidence of the value or the content of the statement. `field`, `value` and `finding` are set
    for findings; `subject` is the incident's or an entity's id, `name` what it was called.
    """

    kind: TargetKind
    incident: str = ""
    reports: tuple[str, ...] = ()
    subject: str = ""
    name: str = ""
    subject_words: tuple[Words, ...] = ()
    words: tuple[Words, ...] = ()
    field: str = ""
    value: Value | None = None
    finding: str = ""

    @property
    def key(self) -> str:
        """What two decisions on the same thing have in common."""
        part = {
            "finding": f"{self.subject}:{self.field}:{self.finding}",
            "statement": ";".join(map(words_key, self.words)),
            "report": ",".join(self.reports),
            "incident": self.incident,
            "entity": self.subject,
        }[self.kind]
        return f"{self.kind}:{part}"


@dataclass(frozen=True, slots=True)
class Base:
    """What the record held when the coder decided: the value, its origins and reports."""

    value: Value | None = None
    origins: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One ruling: who, when (UTC, ISO 8601), what, why.

    `value` and `evidence` are the coder's own value and its words; without words it is "coder's own"
    and needs a `why`. `other` is the second thing of a merge, move or link. `undoes` is the id of
    the decision that an undo takes back.
    """

    id: str
    at: str
    who: str
    action: Action
    about: Target
    value: Value | None = None
    evidence: tuple[Words, ...] = ()
    why: str = ""
    stage: Stage = "final"
    base: Base = Base()
    other: Target | None = None
    undoes: str = ""

    @property
    def own(self) -> bool:
        """Whether the value rests on nobody's words but the coder's."""
        return self.action in ("correct", "add") and not self.evidence

    @property
    def rebuilds(self) -> bool:
        """Whether the record is put together again with it.

        So it is with what belongs together, and with statements: another speaker is another origin, and
        a rejected statement is none.
        """
        return self.action in GROUPING_ACTIONS or (
            self.about.kind == "statement" and self.action in STATEMENT_ACTIONS
        )


def make_decision(
    *,
    at: str,
    who: str,
    action: str,
    about: Target,
    value: Value | None = None,
    evidence: Iterable[Words] = (),
    why: str = "",
    stage: Stage = "final",
    base: Base | None = None,
    other: Target | None = None,
    undoes: str = "",
) -> Decision:
    """A decision with its id, which is a hash of all that it says.

    Raises:
        UsageError: no name, no such action, a value that is missing, or no reason where one is needed.
    """
    known: dict[str, Action] = {name: name for name in get_args(Action)}
    if action not in known:
        raise UsageError("No such decision", value=action, hint=f"One of {', '.join(known)}.")
    draft = Decision(
        "",
        at,
        who.strip(),
        known[action],
        about,
        value,
        tuple(evidence),
        why.strip(),
        stage,
        base or Base(),
        other,
        undoes,
    )
    _check(draft)
    return replace(draft, id=content_id("decision", repr(decision_json(draft))))


def _check(decision: Decision) -> None:
    if not decision.who:
        raise UsageError("A decision needs a name", hint="Say who decides.")
    if decision.action in ("correct", "add") and decision.value is None:
        raise UsageError("A value is missing", hint="Write the value, or mark it in the text.")
    if not decision.why and (decision.own or decision.action in ("reject", "note")):
        raise UsageError(
            "A reason is needed",
            value=decision.action,
            hint="Say why, or mark the words that carry the value.",
        )
    if decision.action == "undo" and not decision.undoes:
        raise UsageError("Nothing to undo", hint="Name the decision.")


def active(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that stand: neither undone nor an undo. An undo may be undone itself."""
    every = list(decisions)
    undone: set[str] = set()
    for decision in reversed(every):
        if decision.action == "undo" and decision.id not in undone:
            undone.add(decision.undoes)
    return tuple(d for d in every if d.action != "undo" and d.id not in undone)


def until(decisions: Iterable[Decision], moment: str) -> tuple[Decision, ...]:
    """The decisions made up to that moment (ISO 8601; a day alone takes in the whole day)."""
    return tuple(d for d in decisions if d.at[: len(moment)] <= moment)


def words_key(words: Words) -> str:
    """Words as a short text: `r12:10-20,30-34`."""
    return f"{words.report}:{','.join(f'{s.start}-{s.end}' for s in words.spans)}"


def words_json(words: Words) -> Json:
    """Words of a report."""
    return {"report": words.report, "spans": spans_json(words.spans)}


def words_from(data: Json) -> Words:
    """Words of a report from their JSON."""
    return Words(data["report"], spans_from(data["spans"]))


def target_json(target: Target) -> Json:
    """A target; parts that it does not have are left out."""
    data: Json = {"kind": target.kind}
    for name in ("incident", "subject", "name", "field", "finding"):
        if getattr(target, name):
            data[name] = getattr(target, name)
    if target.reports:
        data["reports"] = list(target.reports)
    for name in ("subject_words", "words"):
        if getattr(target, name):
            data[name] = [words_json(words) for words in getattr(target, name)]
    return data | _value_part(target.value)


def target_from(data: Json) -> Target:
    """A target from its JSON."""
    return Target(
        kind=data["kind"],
        incident=data.get("incident", ""),
        reports=tuple(data.get("reports", ())),
        subject=data.get("subject", ""),
        name=data.get("name", ""),
        subject_words=tuple(words_from(item) for item in data.get("subject_words", ())),
        words=tuple(words_from(item) for item in data.get("words", ())),
        field=data.get("field", ""),
        value=_value_in(data),
        finding=data.get("finding", ""),
    )


def decision_json(decision: Decision) -> Json:
    """A decision as one line of `onrecord review log --json`."""
    base = _value_part(decision.base.value) | {
        name: list(found)
        for name, found in (("origins", decision.base.origins), ("reports", decision.base.reports))
        if found
    }
    data: Json = {
        "id": decision.id,
        "at": decision.at,
        "who": decision.who,
        "action": decision.action,
        "about": target_json(decision.about),
        "why": decision.why,
        "stage": decision.stage,
    } | _value_part(decision.value)
    if decision.evidence:
        data["evidence"] = [words_json(words) for words in decision.evidence]
    if base:
        data["base"] = base
    if decision.other is not None:
        data["other"] = target_json(decision.other)
    if decision.undoes:
        data["undoes"] = decision.undoes
    return data


def decision_from(data: Json) -> Decision:
    """A decision from its JSON."""
    base = data.get("base", {})
    return Decision(
        id=data["id"],
        at=data["at"],
        who=data["who"],
        action=data["action"],
        about=target_from(data["about"]),
        value=_value_in(data),
        evidence=tuple(words_from(item) for item in data.get("evidence", ())),
        why=data["why"],
        stage=data["stage"],
        base=Base(_value_in(base), tuple(base.get("origins", ())), tuple(base.get("reports", ()))),
        other=target_from(data["other"]) if "other" in data else None,
        undoes=data.get("undoes", ""),
    )


def _value_part(value: Value | None) -> Json:
    return {} if value is None else {"value": value_json(value)}


def _value_in(data: Json) -> Any:
    return value_from_json(data["value"]) if "value" in data else None
