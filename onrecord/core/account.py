"""Account: why a part of the record is as it is, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

AccountKind = Literal["finding", "report", "incident"]


@dataclass(frozen=True, slots=True)
class AccountPart:
    """Some sentences under a heading."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """Why a finding, report or incident is as it is. `data` holds the figures behind the sentences,
    as JSON."""

    kind: AccountKind
    id: str
    title: str
    parts: tuple[AccountPart, ...]
    data: Mapping[str, Any] = field(default_factory=dict)


def account_json(account: Account) -> dict[str, Any]:
    """An account as a JSON object."""
    return {
        "kind": account.kind,
        "id": account.id,
        "title": account.title,
        "parts": [{"title": part.title, "lines": list(part.lines)} for part in account.parts],
        "data": dict(account.data),
    }
