"""MUC-4 role fillers: CEAF-REE strict (Du, Rush and Cardie, 2021), and fillers from an annotation.

Gold entities of a role are merged over a document's templates; a predicted entity is right when all
its mentions are among one gold entity's; entities pair one to one. An annotation's fillers of one
role are put together to entities by their words, and each is given by one mention, as the published
systems do.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.core.annotation import Annotation, RoleFiller
from onrecord.train.scoring import Counts

Record = dict[str, Any]
Entity = Sequence[str]
Roles = Mapping[str, Sequence[Entity]]

#: The evaluation's names of our roles.
ROLES = {
    "PerpInd": "perpetrator",
    "PerpOrg": "group",
    "Target": "target",
    "Victim": "victim",
    "Weapon": "weapon",
}


def folded(text: str) -> str:
    """Lower case without punctuation and articles, white space squeezed."""
    bare = "".join(c for c in text.lower() if c not in string.punctuation)
    return " ".join(re.sub(r"\b(?:a|an|the)\b", " ", bare).split())


def gold_roles(templates: Iterable[Record]) -> dict[str, list[list[str]]]:
    """Entities by role; one that is part of an earlier one, or holds it, is left out."""
    result: dict[str, list[list[str]]] = {role: [] for role in ROLES}
    for template in templates:
        for role, found in result.items():
            for mentions in template.get(role, []):
                one = list(dict.fromkeys(m for m in (folded(x[0]) for x in mentions) if m))
                if one and not any(set(one) <= set(e) or set(e) <= set(one) for e in found):
                    found.append(one)
    return result


def annotated_roles(text: str, annotation: Annotation, floor: float = 0.0) -> Roles:
    """Entities by role, each by its surest mention; fillers below `floor` are left out."""
    result: dict[str, list[Entity]] = {}
    for role, ours in ROLES.items():
        fillers = [
            f for f in annotation.roles if f.role == ours and not f.described and f.score >= floor
        ]
        groups: list[list[RoleFiller]] = []
        for filler in sorted(fillers, key=lambda f: -len(f.span)):
            words = set(folded(filler.span.cut(text)).split())
            home = next((g for g in groups if words <= _words(text, g)), None)
            if home is None:
                groups.append([filler])
            else:
                home.append(filler)
        result[role] = [(_surest(text, group),) for group in groups if _surest(text, group)]
    return result


def _words(text: str, group: Sequence[RoleFiller]) -> set[str]:
    return set(folded(group[0].span.cut(text)).split())


def _surest(text: str, group: Sequence[RoleFiller]) -> str:
    return folded(max(group, key=lambda f: (f.score, -f.span.start)).span.cut(text))


def ceaf(predicted: Sequence[Entity], gold: Sequence[Entity]) -> Counts:
    """Entities that pair one to one: the largest matching, by augmenting paths (Kuhn, 1955)."""
    fits = [[i for i, g in enumerate(gold) if set(p) <= set(g)] for p in predicted]
    taken: dict[int, int] = {}
    right = sum(_seated(p, fits, taken, set()) for p in range(len(predicted)))
    return Counts(right, len(predicted), len(gold))


def _seated(
    predicted: int, fits: Sequence[Sequence[int]], taken: dict[int, int], seen: set[int]
) -> bool:
    for gold in fits[predicted]:
        if gold in seen:
            continue
        seen.add(gold)
        if gold not in taken or _seated(taken[gold], fits, taken, seen):
            taken[gold] = predicted
            return True
    return False


def role_counts(predicted: Roles, gold: Roles) -> dict[str, Counts]:
    """Counts by role and together."""
    counts = {role: ceaf(predicted.get(role, []), gold[role]) for role in ROLES}
    counts["all roles"] = sum(counts.values(), Counts())
    return counts
