"""The town that a report is set in, from all that its text says of it.

A report tells its town once in its dateline, in "Graz police said" or "a Leoben man", and from then
on speaks of streets and quarters. Each of these ways is a cue; the town with the most of them is the
setting. It says which place of a name is meant, and in which town an unknown street lies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.core.reading import Entity, Gazetteer
from onrecord.core.report import Report
from onrecord.core.span import Span, Spans
from onrecord.facts.base import Context, once
from onrecord.facts.compare import fold
from onrecord.facts.demonyms import DEMONYMS
from onrecord.facts.incident_words import HAPPENED
from onrecord.facts.places import Row, distance_from, gazetteer_of, lookup
from onrecord.facts.states import POSTAL, PRESS, STATES, state_of

HEAD = 30
"""Sentences in which cues are looked for: where a report has not told its town by then, it tells
other towns only."""
LEAST = 1.5
"""What the cues of a town must weigh together: one good cue, or two weak ones."""
FIRM = ("dateline", "police")
"""Cues that tell where a report is at home; beside them a small far namesake is a quarter."""
SURE = 3.5
"""From this weight on the setting outweighs a single sentence that puts the incident elsewhere."""
WEIGHTS = {
    "dateline": 3.0,
    "police": 2.0,
    "scene": 2.5,
    "title": 2.0,
    "state": 1.0,
    "of": 1.0,
    "mention": 0.3,
}
"""What each cue weighs. By hand, on gun-violence reports of the archive's training part: a scene's
own words and a title together outweigh a dateline, which may be the newsroom's town."""
FIRST = 1.0
"""What a cue in the first two sentences weighs more."""
LATE, LATER = 5, 0.5
"""Every five sentences the words of a scene weigh half: what comes late is another's town."""
AGAIN = 0.5
"""What a cue of a kind weighs when it stands there again, of what it weighed before."""
FAR_KM = 150
"""A place of the setting's surroundings lies within so many kilometres."""
SMALL = 50_000
"""Below so many people a far namesake is taken for a quarter of the town that a report is of."""
BIG = 100_000
"""A town of so many people may be meant from far away, without its country or state."""

_CAPITAL = r"(?:(?:St|Ft|Mt)\.\ )?[A-ZÀ-Þ][\w'’-]+"
_LINK = r"(?:d[aeio]|del|d['’]|am|an\ der|upon|sur|la|el|le)"
NAME = rf"{_CAPITAL}(?:\ (?:{_LINK}\ )?{_CAPITAL}){{0,2}}"
_SHORT = "|".join(re.escape(form) for form in sorted(PRESS, key=len, reverse=True))
_CODES = "|".join(POSTAL)
_LONG = "|".join(sorted(STATES, key=len, reverse=True))
STATE = rf"(?:(?:{_SHORT})\.|(?:{_CODES})\b|(?:{_LONG})\b)"
DATELINE = re.compile(
    rf"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:\ [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){{0,3}}|{NAME})"
    rf"(?P<state>,\ [\w.\ ]{{2,20}}?)?(?:,\ [\w.\ ]{{3,14}}?)?\s?"
    r"(?:(?:\([^()\n]{2,40}\)\s?)?(?:--?|–|—)(?:\s|$)|\([A-Z][^()\n]{1,40}\)\s)"
)
BYLINE = re.compile(rf"By\ [^\n.]{{3,60}}?\ in\ (?P<name>{NAME})$")
POLICE = re.compile(
    rf"\b(?P<name>{NAME})(?:,\ (?P<state>{STATE}))?(?:['’]s)?\ "
    r"(?:[Mm]etropolitan\ |[Cc]ity\ |[Mm]etro\ )?"
    r"(?:[Pp]olice|PD\b|[Ss]heriff|[Ff]ire\ (?:[Dd]epartment|[Rr]escue)|[Ff]irefighters|[Oo]fficers?"
    r"|[Dd]etectives|[Aa]uthorities|[Pp]rosecutors)"
)
POLICE_OF = re.compile(rf"\b(?:[Pp]olice|[Oo]fficers|[Aa]uthorities)\ in\ (?P<name>{NAME})")
OF_TOWN = re.compile(
    rf"\b(?P<name>{NAME})(?:['’]s)?\ (?:[a-z-]+\ )?(?:m[ae]n|wom[ae]n|teen(?:ager)?s?|boys?|girls?|couple"
    r"|family|father|mother|residents?|home|house|apartments?|neighbou?rhoods?|street|school|bar|nightclub|park"
    r"|hotel|motel|restaurant|suburb|area|side|shooting|killing|homicide|stabbing|slaying|murder)\b"
)
SCENE = re.compile(
    rf"\b(?:in|outside)\ (?:(?:the\ )?(?:city|town|village|suburb)\ of\ |downtown\ "
    rf"|(?:north|south|east|west|central)(?:ern)?(?:east|west)?\ )?(?P<name>{NAME})"
    rf"(?:,\ (?P<state>{STATE}))?"
)
NOT_SCENE = re.compile(
    r"\b(?:[Pp]olice|officers|officials|authorities|prosecutors|hospital|clinic|court|born|lives?|lived"
    r"|residents?|jailed|buried|reporters|journalists|conference|briefing|parliament|embassy|office)\ $"
)
"""What stands in a town without what happened being there."""
HELD = re.compile(
    r"\b(?:arrest\w*|detain\w*|nicked|seized\ at|held|charged|sentenced|investigation|(?:years|months)\ after"
    r"|convict\w+)\b"
)
"""What comes before a town that is not the scene's: where somebody was found, or another deed was."""
STATE_NAME = re.compile(rf"\b(?:{_LONG})\b")
IN_STATE = re.compile(rf"\b(?P<name>{NAME}),\ (?P<state>{STATE})")
BEHIND_TOWN = re.compile(rf",\ (?P<state>{STATE})")


AMERICAN = re.compile(
    r"\b911\b|\b[Ss]heriff['’]s\b|\b[Dd]eputies\b|\bDistrict\ Attorney\b|\b\d+00\ block\ of\b"
    r"|\bCounty\ [Ss]heriff\b|\b[Dd]istrict\ attorney\b"
)
"""Institutions of the USA: a town of a report that speaks of them is more likely there."""
NO_TOWN = frozenset(
    "Police Man Young March May Street Center Court Sunday Monday Friday Officer Officers Santa"
    " Green White Black Union Central University Hospital Sheriff County State Many Most One Two Bar"
    " Park School Church House Home Metro Mall Plaza Skip Post Best Sun Die Independence Liberty"
    " January February April June July August September October November December Tuesday Wednesday"
    " Thursday Saturday Victoria Robinson Williams Manor Highlands East West North South".split()
)
"""Words of reports that are towns somewhere, and hardly ever where they stand as a cue."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that speak for a town: which name, where it stands, and of what kind they are."""

    name: str
    span: Span
    kind: str
    order: int
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """The town that a report is set in. `span` is its clearest mention, `weight` its cues'.

    `firm`: a dateline or a police force tells it.
    """

    name: str
    span: Span
    where: Gazetteer
    weight: float
    firm: bool

    @property
    def sure(self) -> bool:
        """Whether it outweighs a single sentence that puts the incident elsewhere."""
        return self.firm and self.weight >= SURE


def find_setting(report: Report, sentences: Spans, entities: Iterable[Entity]) -> Setting | None:
    """The town that the report's own words put it in; None where they name none clearly."""
    head = sentences[:HEAD]
    cues = [cue for order, at in enumerate(head) for cue in _cues(report.text, at, order)]
    by_name: dict[str, list[Cue]] = {}
    for cue in cues:
        by_name.setdefault(fold(cue.name), []).append(cue)
    people = {fold(w) for e in entities if e.kind == "person" and e.named for w in e.name.split()}
    states = _states(report, head)
    scores = {
        name: _score(name, found, report.title or "")
        for name, found in by_name.items()
        if name not in people or any(c.kind in ("dateline", "police", "of") for c in found)
    }
    best = max(scores, key=lambda name: (scores[name], -by_name[name][0].span.start), default=None)
    if best is None or scores[best] < LEAST:
        return None
    firm = {n: w for n, w in scores.items() if any(c.kind in FIRM for c in by_name[n])}
    anchor = max(firm, key=lambda name: (firm[name], -by_name[name][0].span.start), default=best)
    chosen = _setting(by_name[best], states, scores[best])
    held = _setting(by_name[anchor], states, scores[anchor])
    return held if _is_quarter(by_name[best], held.where) else chosen


def _is_quarter(found: list[Cue], town: Gazetteer) -> bool:
    """Whether a name is a quarter's of the town: its small namesakes lie far off, in no state told."""
    rows = lookup(found[0].name)
    apart = all(distance_from(r, town) > FAR_KM and r.population < SMALL for r in rows)
    return apart and not any(cue.state for cue in found)


def _setting(found: list[Cue], states: frozenset[str], weight: float) -> Setting:
    clearest = max(found, key=lambda c: (WEIGHTS[c.kind], -c.span.start))
    own = frozenset(c.state for c in found if c.state)
    firm = any(c.kind in FIRM for c in found)
    rows = lookup(clearest.name)
    towns = [row for row in rows if row.kind == "city"]
    row = max(towns, key=lambda r: (_fits(r, own), _fits(r, states), r.population))
    return Setting(row.name, clearest.span, gazetteer_of(row), weight, firm)


def _fits(row: Row, regions: frozenset[str]) -> int:
    return sum(name in regions for name in row.within)


def _score(name: str, found: list[Cue], title: str) -> float:
    """What a town's cues weigh; a kind of cue that comes again weighs less each time."""
    score = 0.0
    seen: dict[str, int] = {}
    for cue in found:
        first = FIRST if cue.order < 2 and cue.kind != "mention" else 0.0
        late = 1.0 if cue.kind == "dateline" else LATER ** (cue.order // LATE)
        score += (WEIGHTS[cue.kind] + first) * late * AGAIN ** seen.get(cue.kind, 0)
        seen[cue.kind] = seen.get(cue.kind, 0) + 1
    if re.search(rf"\b{re.escape(name)}\b", fold(title)):
        score += WEIGHTS["title"]
    return score


def _cues(text: str, sentence: Span, order: int) -> Iterator[Cue]:
    """The cues of one sentence."""
    start, end = sentence.start, sentence.end
    if line := BYLINE.match(text, start, end):
        yield from _known(line, "dateline", order)
    opens = not text[max(0, start - 1) : start].strip()
    if opens and (line := DATELINE.match(text, start, end)):
        yield from _known(line, "dateline", order, state_of((line["state"] or "").lstrip(", ")))
    for match in POLICE.finditer(text, start, end):
        yield from _known(match, "police", order, state_of(match["state"] or ""))
    for match in POLICE_OF.finditer(text, start, end):
        yield from _known(match, "police", order)
    for match in OF_TOWN.finditer(text, start, end):
        yield from _known(match, "of", order)
    told = HAPPENED.search(text, start, end) is not None
    for match in SCENE.finditer(text, start, end):
        if NOT_SCENE.search(text, max(start, match.start() - 20), match.start()):
            continue
        held = HELD.search(text, start, match.start()) is not None
        kind = "scene" if told and not held else "mention"
        yield from _known(match, kind, order, state_of(match["state"] or ""))
    for match in IN_STATE.finditer(text, start, end):
        yield from _known(match, "state", order, state_of(match["state"]))


def _known(match: re.Match[str], kind: str, order: int, state: str | None = None) -> Iterator[Cue]:
    """The cue for the town in a match: the longest end of its name that the gazetteer knows."""
    words = match["name"]
    linked = re.search(rf"\ {_LINK}\ ", words) is not None  # "Vila da Serra" is no "Serra"
    starts = [0] if linked else [0, *(space.end() for space in re.finditer(" ", words))]
    for start in starts:
        name = words[start:]
        if name.startswith("The "):
            continue
        if name in DEMONYMS or name.title() in STATES or name in NO_TOWN:
            return
        if any(row.kind == "city" for row in lookup(name)):
            at = match.start("name") + start
            yield Cue(name, Span(at, at + len(name)), kind, order, state)
            return


def _states(report: Report, head: Spans) -> frozenset[str]:
    """The states and countries that the title and the head of a report name."""
    texts = [report.title or "", *(span.cut(report.text) for span in head)]
    found = {
        state
        for text in texts
        for m in BEHIND_TOWN.finditer(text)
        if (state := state_of(m["state"]))
    }
    for text in texts:
        found |= set(STATE_NAME.findall(text))
    if found or any(AMERICAN.search(text) for text in texts):
        found.add("United States")
    return frozenset(found)


def placed(entity: Entity, setting: Setting | None, names: Iterable[str]) -> Gazetteer | None:
    """Where a named place is, in the light of the setting.

    The setting's own country stays a country, though a village may bear its name. Else, among places
    of one name, the nearest to the setting is meant. A small far one is meant only where the report
    names its state or country: else it is a quarter or street of the setting's town.
    """
    rows = lookup(entity.name)
    if setting is None or not rows:
        return None
    home = next(
        (r for r in rows if r.kind == "country" and r.country == setting.where.country), None
    )
    if home is not None:
        return gazetteer_of(home)
    near = [row for row in rows if distance_from(row, setting.where) <= FAR_KM]
    if near:
        return gazetteer_of(max(near, key=lambda r: (r.kind == "city", r.population)))
    said = {fold(name) for name in names}
    meant = next((r for r in rows if any(fold(name) in said for name in r.within)), None)
    meant = meant or next((r for r in rows if r.kind != "city" or r.population >= BIG), None)
    return gazetteer_of(meant) if meant else None


@once
def setting_of(context: Context) -> Setting | None:
    """The setting of a context's report."""
    return find_setting(context.report, context.prose, context.entities)
