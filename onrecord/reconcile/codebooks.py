"""Codebooks: what the ladders of three event data sets make of the same claims.

Each is a small function with a name and a year; it says which claim won and why. The rules are
those of the codebooks in words of our own: GTD (2021), ACLED (2024), UCDP GED (version 26).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.core.record import Coded
from onrecord.core.values import Interval, number_bounds
from onrecord.reconcile.nodes import Node
from onrecord.reconcile.settle import rejected

CODED_FIELDS = frozenset({"incident.killed", "incident.injured"})

DOZENS, HUNDREDS, TENS, SEVERAL = 12, 100, 10, 3
"""ACLED's figures for words: dozens, hundreds, tens, and the small one for several."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What one origin said last: ends of the interval, when, and whether it was a vague word."""

    voice: str
    low: int | None
    high: int | None
    when: str
    vague: bool

    @property
    def exact(self) -> int | None:
        """The one number it gives, if it does."""
        return self.low if self.low == self.high and not self.vague else None


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of one count, each origin's last, without denied ones; `partial` ones come from
    the attackers' side."""

    field: str
    figures: tuple[Figure, ...]
    partial: frozenset[str]
    leading: int | None


def code(
    field: str, nodes: Sequence[Node], leading: Node, partial: frozenset[str]
) -> dict[str, Coded]:
    """What each codebook makes of a count; `partial` holds the voices of the attackers' side."""
    tally = Tally(field, last_figures(nodes), partial, _one(number_bounds(leading.value)))
    found: dict[str, Coded] = {}
    for name, rule in CODEBOOKS.items():
        coded = rule(tally)
        if coded is not None:
            found[name] = coded
    return found


def _one(bounds: Interval | None) -> int | None:
    return bounds.low if bounds and bounds.low == bounds.high else None


def last_figures(nodes: Sequence[Node]) -> tuple[Figure, ...]:
    """Each origin's last figure, in order of time; what was denied with no support is left out."""
    last: dict[str, Figure] = {}
    newest: dict[str, tuple[str, str, int]] = {}
    for node in nodes:
        bounds = number_bounds(node.value)
        if bounds is None or rejected(node):
            continue
        for one in node.for_it:
            # Of two figures in one report the one that came up later: the other is told back.
            order = (one.when, node.first_seen, bounds.low or 0)
            if one.voice in node.standing and order > newest.get(one.voice, ("", "", 0)):
                newest[one.voice] = order
                vague = one.claim.qualifier == "vague"
                last[one.voice] = Figure(one.voice, bounds.low, bounds.high, one.when, vague)
    return tuple(sorted(last.values(), key=lambda f: (f.when, f.voice)))


def gtd_2021(tally: Tally) -> Coded:
    """Most recent unless the attackers' own, else majority, else lowest; no figure: blank."""
    column = {"incident.killed": "nkill", "incident.injured": "nwound"}[tally.field]
    usable = [f for f in tally.figures if f.exact is not None and f.voice not in tally.partial]
    if not usable:
        return Coded({column: None}, "No source gives a usable figure: left blank, not 0.")
    newest = [f.exact for f in usable if f.when == usable[-1].when]
    if len(set(newest)) == 1:
        return Coded(
            {column: newest[0]}, f"{newest[0]} is the most recent figure of a usable source."
        )
    counts = Counter(f.exact for f in usable).most_common()
    if counts[0][1] * 2 > len(usable):
        return Coded(
            {column: counts[0][0]},
            f"Several are most recent; {counts[0][0]} is the majority figure "
            f"({counts[0][1]} of {len(usable)} origins).",
        )
    lowest = min(f.exact for f in usable if f.exact is not None)
    return Coded({column: lowest}, f"No majority among the most recent; {lowest} is the lowest.")


def acled_2024(tally: Tally) -> Coded | None:
    """The lowest figure until one is corroborated; words have fixed figures; no injuries."""
    if tally.field != "incident.killed":
        return None
    figures = [(acled_number(f), f) for f in tally.figures]
    known = [(n, f) for n, f in figures if n is not None]
    if not known:
        return Coded({"fatalities": 0}, "No source gives a number of dead: 0.")
    backed = Counter(n for n, _ in known)
    last = {n: max(f.when for m, f in known if m == n) for n in backed}
    corroborated = [n for n, count in backed.items() if count > 1]
    if corroborated:
        best = max(corroborated, key=lambda n: (last[n], backed[n], -n))
        return Coded({"fatalities": best}, f"{best} is corroborated by {backed[best]} origins.")
    lowest = min(backed)
    return Coded({"fatalities": lowest}, f"{lowest} is the lowest figure and none is corroborated.")


def acled_number(figure: Figure) -> int | None:
    """A figure as ACLED writes it: "dozens" 12, "hundreds" 100, "tens" 10, "several" 3."""
    if not figure.vague:
        return figure.low if figure.low is not None else figure.high
    low = figure.low or 0
    for floor, number in ((HUNDREDS, HUNDREDS), (DOZENS + 1, DOZENS), (TENS, TENS)):
        if low >= floor:
            return number
    return SEVERAL


def ucdp_ged_26(tally: Tally) -> Coded | None:
    """Best: what most origins say last; low and high: the lowest and highest reliable figure."""
    if tally.field != "incident.killed":
        return None
    usable = [f for f in tally.figures if f.voice not in tally.partial and not f.vague]
    lows = [f.low if f.low is not None else f.high for f in usable]
    highs = [f.high if f.high is not None else f.low for f in usable]
    if not usable:
        return Coded(
            {"best": None, "low": None, "high": None}, "No reliable source gives a figure."
        )
    low = min(n for n in lows if n is not None)
    high = max(n for n in highs if n is not None)
    counts = Counter(f.exact for f in usable if f.exact is not None)
    most = max(counts.values(), default=0)
    best = min((n for n, count in counts.items() if count == most), default=low)
    if tally.leading is not None and low <= tally.leading <= high:
        best = tally.leading
    return Coded(
        {"best": best, "low": low, "high": high},
        f"{best} is the figure best supported; {low} and {high} are the lowest and the highest "
        "that an origin gives last.",
    )


CODEBOOKS: Mapping[str, Callable[[Tally], Coded | None]] = {
    "gtd-2021": gtd_2021,
    "acled-2024": acled_2024,
    "ucdp-ged-26": ucdp_ged_26,
}
