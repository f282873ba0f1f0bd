"""What a page is asked for: the query's parts as typed values, wrong ones told and left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlencode

DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
VIEWS = ("table", "map", "timeline")
SORTS = (
    "latest",
    "date",
    "killed",
    "injured",
    "reports",
    "origins",
    "disputed",
    "title",
    "place",
    "type",
)
FEW_ORIGINS = 1
"""Origins up to which a headline value counts as weakly supported: a single voice."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Filters, order and page of the list of incidents. An empty part asks for nothing."""

    q: str = ""
    type: str = ""
    place: str = ""
    outlet: str = ""
    since: str = ""
    to: str = ""
    killed: int | None = None
    injured: int | None = None
    disputed: bool = False
    unreviewed: bool = False
    few: bool = False
    sort: str = "latest"
    up: bool = False
    view: str = "table"
    page: int = 1

    def query(self, **changed: object) -> str:
        """The query that asks for the same, but for what is changed; what is default left out."""
        given = {f.name: changed.get(f.name, getattr(self, f.name)) for f in fields(self)}
        default = {f.name: f.default for f in fields(self)}
        kept = {
            name: "1" if value is True else str(value)
            for name, value in given.items()
            if value != default[name] and value is not None
        }
        return f"?{urlencode(kept)}" if kept else "?"

    @property
    def filtered(self) -> bool:
        """Whether anything is filtered out."""
        plain = Ask(sort=self.sort, up=self.up, view=self.view, page=self.page)
        return self != plain


@dataclass(frozen=True, slots=True)
class Asked:
    """An ask, and what of it could not be understood, in words for people."""

    ask: Ask
    troubles: tuple[str, ...]


def asked(query: Mapping[str, str]) -> Asked:
    """The ask of a query."""
    troubles: list[str] = []

    def day(name: str) -> str:
        given = query.get(name, "").strip()
        if given and not DAY.fullmatch(given):
            troubles.append(f"“{given}” is no date: write 2031-03-07, 2031-03 or 2031.")
            return ""
        return given

    def number(name: str) -> int | None:
        given = query.get(name, "").strip()
        if given and not (given.isascii() and given.isdigit() and len(given) < 10):
            troubles.append(f"“{given}” is no number: write it in digits.")
            return None
        return int(given) if given else None

    def one_of(name: str, known: tuple[str, ...]) -> str:
        given = query.get(name, "")
        return given if given in known else known[0]

    ask = Ask(
        q=query.get("q", "").strip(),
        type=query.get("type", ""),
        place=query.get("place", "").strip(),
        outlet=query.get("outlet", ""),
        since=day("since"),
        to=day("to"),
        killed=number("killed"),
        injured=number("injured"),
        disputed=query.get("disputed") == "1",
        unreviewed=query.get("unreviewed") == "1",
        few=query.get("few") == "1",
        sort=one_of("sort", SORTS),
        up=query.get("up") == "1",
        view=one_of("view", VIEWS),
        page=max(1, number("page") or 1),
    )
    return Asked(ask, tuple(troubles))
