"""The town that a report is set in, from all that its text says of it.

A report tells its town once in its dateline, in "Graz police said" or "a Leoben man", and from then
on speaks of streets and quarters. Each of these ways is a cue; the town with the most of them is the
setting. It says which place of a name is meant, and in which town an unknown street lies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from onrecord.core.reading import Entity, Gazetteer
from onrecord.core.report import Report
from onrecord.core.span import Span, Spans
from onrecord.facts.base import Context, once
from onrecord.facts.compare import fold
from onrecord.facts.demonyms import DEMONYMS
from onrecord.facts.incident_words import HAPPENED
from onrecord.facts.places import COMPANY, Row, distance_from, gazetteer_of, lookup
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
    "near": 1.0,
    "address": 1.0,
    "serves": 0.5,
    "mention": 0.3,
    "held": 0.3,
}
"""What each cue weighs. By hand, on gun-violence reports of the archive's training part: a scene's
own words and a title together outweigh a dateline, which may be the newsroom's town."""
PLAIN = ("dateline", "police", "scene", "near", "address", "serves")
"""Kinds of cue that tell the town, however late they come, where nothing else tells one."""
FAINT = 0.05
"""What such a cue must weigh at least: one in the thirtieth sentence."""
SEAT_KM, SEAT_TIMES = 40, 5
"""A town so near and so many times as large, whose police tell of it, is the town around a quarter
that the gazetteer has as a place of its own."""
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
    r"(?:(?:\([^()\n]{2,40}\)\s?)?(?:--?|–|—|\|)(?:\s|$)|\([A-Z][^()\n]{1,40}\)\s)"
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
    rf"\b(?:in|outside|(?:section|part|outskirts|neighbou?rhood|area|suburb|city|town)\ of"
    rf"|(?:called|responded|sent|dispatched|rushed)\ to)"
    r"\ (?:(?:the\ )?(?:city|town|village|suburb)\ of\ |downtown\ "
    rf"|(?:north|south|east|west|central)(?:ern)?(?:east|west)?\ )?(?P<name>{NAME})"
    rf"(?:,\ (?P<state>{STATE}))?"
)
NEAR = re.compile(rf"\bnear\ (?P<name>{NAME})(?:,\ (?P<state>{STATE}))?")
SERVES = re.compile(
    rf"\b(?P<name>{NAME})(?:['’]s)?\ (?:[Mm]ayor|[Cc]ity\ [Cc]ouncil|[Pp]ublic\ [Ss]afety"
    r"|[Cc]rime\ ?[Ss]toppers|High\ School|Middle\ School|Elementary)\b"
)
"""What serves a town and bears its name."""
ADDRESS = re.compile(
    r"\b(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Place|Way|Highway|Hwy)\b\.?"
    rf"(?:,|\ in)\ (?P<name>{NAME})(?:,\ (?P<state>{STATE}))?"
)
"""The town behind a street: "Elm Street, Graz", "the 500 block of Elm Street in Graz"."""
QUARTER_OF = re.compile(
    rf"\b(?:(?P<name>{NAME})['’]s|[Cc]ity['’]s|[Tt]he)\ (?P<quarter>{NAME})\ "
    r"(?:neighbou?rhood|section|district|community)\b"
)
"""A quarter with its town: "Graz's Lend neighbourhood", "the city's Lend district"."""
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
    "As In At On When While After Before Local But And The For His Her Their Many Most Some Anyone"
    " One Two Three Four Five Six Call Young Post Best"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June"
    " July August September October November December Christmas Easter"
    " North South East West Northern Southern Central Metro Area Union County State Home"
    " Valley Harbor Center Park Mall Plaza Street Court Manor Highlands Santa"
    " Elementary Middle School University Church Hospital House Bar"
    " Police Sheriff Officer Officers Man Green White Black".split()
)
"""Function words, days, directions, parts of names of places, of schools and of forces: towns somewhere, and
hardly ever where they stand as a cue."""


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
    quarters: frozenset[str] = frozenset()
    """Folded names that the report gives to quarters of a town."""
    policed: frozenset[str] = frozenset()
    """Folded names of towns whose police it speaks of."""
    seat: Row | None = None
    """The town whose police tell of it, where that is the setting or a far larger one around it."""

    @property
    def sure(self) -> bool:
        """Whether it outweighs a single sentence that puts the incident elsewhere."""
        return self.firm and self.weight >= SURE


def find_setting(report: Report, sentences: Spans, entities: Iterable[Entity]) -> Setting | None:
    """The town that the report's own words put it in; None where they name none clearly."""
    head = sentences[:HEAD]
    cues = [cue for order, at in enumerate(head) for cue in _cues(report.text, at, order)]
    cues += _titled(report, entities)
    by_name: dict[str, list[Cue]] = {}
    for cue in cues:
        by_name.setdefault(fold(cue.name), []).append(cue)
    people = {fold(w) for e in entities if e.kind == "person" and e.named for w in e.name.split()}
    quarters = _quarters(report.text, head)
    scores = {
        name: _score(name, found, report.title or "")
        for name, found in by_name.items()
        if any(c.kind in FIRM for c in found) or name not in (people | quarters)
    }
    best = _heaviest(scores, by_name)
    if best is None:
        return None
    states = _states(report, head)
    company = [cue.name for cue in cues]
    firm = {n: w for n, w in scores.items() if any(c.kind in FIRM for c in by_name[n])}
    anchor = max(firm, key=lambda name: (firm[name], -by_name[name][0].span.start), default=best)
    chosen = _setting(by_name[best], states, scores[best], company)
    held = _setting(by_name[anchor], states, scores[anchor], company)
    found = held if _is_quarter(by_name[best], held.where) else chosen
    policed = frozenset(n for n in by_name if any(c.kind == "police" for c in by_name[n]))
    return replace(found, quarters=quarters, policed=policed, seat=_seat(found, by_name))


def _heaviest(scores: dict[str, float], by_name: dict[str, list[Cue]]) -> str | None:
    """The town whose cues weigh most; below `LEAST` only one with a cue that tells it outright."""

    def weight(name: str) -> tuple[float, int]:
        return (scores[name], -by_name[name][0].span.start)

    best = max(scores, key=weight, default=None)
    if best is not None and scores[best] >= LEAST:
        return best
    plain = [n for n in scores if any(c.kind in PLAIN for c in by_name[n]) and scores[n] >= FAINT]
    known = [n for n in scores if _is_known(n) and any(c.kind != "held" for c in by_name[n])]
    return max(plain or known, key=weight, default=None)


def _is_known(name: str) -> bool:
    """Whether a name is a town's of `SMALL` people or more."""
    return any(row.kind == "city" and row.population >= SMALL for row in lookup(name))


def _titled(report: Report, entities: Iterable[Entity]) -> Iterator[Cue]:
    """Towns that the title names, where the text mentions them first."""
    title = fold(report.title or "")
    for entity in entities:
        name = fold(entity.name)
        if (
            entity.kind != "place"
            or not entity.named
            or not re.search(rf"\b{re.escape(name)}\b", title)
        ):
            continue
        if entity.name not in NO_TOWN and any(row.kind == "city" for row in lookup(entity.name)):
            yield Cue(entity.name, entity.mentions[0].span, "mention", 0)


def _quarters(text: str, head: Spans) -> frozenset[str]:
    """Names that the text gives to quarters of a town."""
    found = (m["quarter"] for at in head for m in QUARTER_OF.finditer(text, at.start, at.end))
    return frozenset(fold(name) for name in found)


def _seat(chosen: Setting, by_name: dict[str, list[Cue]]) -> Row | None:
    """A far larger town around the setting that a police force or a dateline tells, else the setting."""
    own = [r for r in lookup(chosen.name) if gazetteer_of(r) == chosen.where]
    least = SEAT_TIMES * max((r.population for r in own), default=1)
    if any(c.kind == "police" for c in by_name.get(fold(chosen.name), ())):
        return own[0] if own else None
    for name, found in by_name.items():
        if name != fold(chosen.name) and any(c.kind in FIRM for c in found):
            for row in lookup(found[0].name):
                near = row.kind == "city" and distance_from(row, chosen.where) <= SEAT_KM
                if near and row.population >= least:
                    return row
    return own[0] if own and chosen.firm else None


def within_seat(name: str, where: Gazetteer, setting: Setting) -> Gazetteer:
    """Where a town of an incident is: within the far larger one around it whose police tell of it.

    The gazetteer has quarters as places of their own. One whose own police are told of is none.
    """
    seat = setting.seat
    if (
        seat is None
        or where.precision != "city"
        or fold(name) in setting.policed | {fold(seat.name)}
    ):
        return where
    size = max((r.population for r in lookup(name) if gazetteer_of(r) == where), default=0)
    if distance_from(seat, where) > SEAT_KM or seat.population < SEAT_TIMES * max(size, 1):
        return where
    return replace(where, within=(seat.name, *(w for w in where.within if w != seat.name)))


def _is_quarter(found: list[Cue], town: Gazetteer) -> bool:
    """Whether a name is a quarter's of the town: its small namesakes lie far off, in no state told."""
    rows = lookup(found[0].name)
    apart = all(distance_from(r, town) > FAR_KM and r.population < SMALL for r in rows)
    return apart and not any(cue.state for cue in found)


def _setting(
    found: list[Cue], states: frozenset[str], weight: float, company: Iterable[str]
) -> Setting:
    clearest = max(found, key=lambda c: (WEIGHTS[c.kind], -c.span.start))
    own = frozenset(c.state for c in found if c.state)
    firm = any(c.kind in FIRM for c in found)
    rows = lookup(clearest.name)
    towns = [row for row in rows if row.kind == "city"]
    others = [
        r
        for n in islice(dict.fromkeys(company), COMPANY)
        if n != clearest.name
        for r in lookup(n)[:3]
    ]
    row = max(
        towns,
        key=lambda r: (_fits(r, own), _fits(r, states), _is_near(r, others), r.population),
    )
    return Setting(row.name, clearest.span, gazetteer_of(row), weight, firm)


def _is_near(row: Row, others: Iterable[Row]) -> bool:
    """Whether another town that the report names lies in the surroundings."""
    return any(o.kind == "city" and distance_from(o, gazetteer_of(row)) <= FAR_KM for o in others)


def _fits(row: Row, regions: frozenset[str]) -> int:
    return sum(name in regions for name in row.within)


def _score(name: str, found: list[Cue], title: str) -> float:
    """What a town's cues weigh; a kind of cue that comes again weighs less each time."""
    score = 0.0
    seen: dict[str, int] = {}
    for cue in found:
        first = FIRST if cue.order < 2 and cue.kind not in ("mention", "held") else 0.0
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
        kind = "held" if held else "scene" if told else "mention"
        yield from _known(match, kind, order, state_of(match["state"] or ""))
    for match in NEAR.finditer(text, start, end):
        yield from _known(match, "near", order, state_of(match["state"] or ""))
    for match in ADDRESS.finditer(text, start, end):
        yield from _known(match, "address", order, state_of(match["state"] or ""))
    for match in SERVES.finditer(text, start, end):
        yield from _known(match, "serves", order)
    for match in QUARTER_OF.finditer(text, start, end):
        if match["name"]:
            yield from _known(match, "scene", order)
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
    if setting is None or not rows or fold(entity.name) in setting.quarters:
        return None
    if entity.name in NO_TOWN:
        rows = tuple(row for row in rows if row.kind != "city")
    if fold(entity.name) == fold(setting.name):
        return setting.where
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
