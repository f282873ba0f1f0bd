"""Rows for the Global Terrorism Database: its columns, each cell by the codebook's own rules.

A code is written with its words beside it. What takes a coder's judgement (the criteria, kinds of
targets, doubt) and what no report says stays blank; so do the codebook's own numbers for
countries and regions, whose names are given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.core.record import Claim, Finding, Incident, RecordContents
from onrecord.core.values import Damage, Link, number_bounds
from onrecord.export.coding import (
    Codebook,
    CodedRow,
    citation,
    cited,
    code_figures,
    codebook_files,
    conflicts,
    day_digits,
    described,
    figure,
    when,
)
from onrecord.export.exporter import ExportedFile, of_files

LADDER = "gtd-2021"


def _columns() -> Iterator[str]:
    yield from "eventid iyear imonth iday approxdate extended resolution".split()
    yield from "country country_txt region region_txt provstate city latitude longitude".split()
    yield from "specificity vicinity location summary crit1 crit2 crit3 doubtterr".split()
    yield from "alternative alternative_txt multiple success suicide".split()
    yield from (f"attacktype{n}{end}" for n in (1, 2, 3) for end in ("", "_txt"))
    for n in (1, 2, 3):
        yield from (f"targtype{n}", f"targtype{n}_txt", f"targsubtype{n}", f"targsubtype{n}_txt")
        yield from (f"corp{n}", f"target{n}", f"natlty{n}", f"natlty{n}_txt")
    yield from "gname gsubname gname2 gsubname2 gname3 gsubname3 motive".split()
    yield from "guncertain1 guncertain2 guncertain3 individual nperps nperpcap".split()
    yield from "claimed claimmode claimmode_txt claim2 claimmode2 claimmode2_txt".split()
    yield from "claim3 claimmode3 claimmode3_txt compclaim".split()
    for n in (1, 2, 3, 4):
        yield from (f"weaptype{n}", f"weaptype{n}_txt", f"weapsubtype{n}", f"weapsubtype{n}_txt")
    yield from "weapdetail nkill nkillus nkillter nwound nwoundus nwoundte".split()
    yield from "property propextent propextent_txt propvalue propcomment".split()
    yield from "ishostkid nhostkid nhostkidus nhours ndays divert kidhijcountry".split()
    yield from "ransom ransomamt ransomamtus ransompaid ransompaidus ransomnote".split()
    yield from "hostkidoutcome hostkidoutcome_txt nreleased addnotes".split()
    yield from "scite1 scite2 scite3 dbsource INT_LOG INT_IDEO INT_MISC INT_ANY related".split()


COLUMNS = tuple(_columns())
"""The 134 columns of the data set's header, and `individual`, which later releases have."""

ATTACKS = {
    "assassination": (1, "Assassination"),
    "shooting": (2, "Armed Assault"),
    "stabbing": (2, "Armed Assault"),
    "armed_assault": (2, "Armed Assault"),
    "execution": (2, "Armed Assault"),
    "bombing": (3, "Bombing/Explosion"),
    "hijacking": (4, "Hijacking"),
    "hostage_taking": (5, "Hostage Taking (Barricade Incident)"),
    "kidnapping": (6, "Hostage Taking (Kidnapping)"),
    "arson": (7, "Facility/Infrastructure Attack"),
    "sabotage": (7, "Facility/Infrastructure Attack"),
    "vehicle_ramming": (8, "Unarmed Assault"),
    "chemical_attack": (8, "Unarmed Assault"),
}
"""Incident types and the attack type that the codebook defines so: armed assault is by firearm,
incendiary or blade, unarmed assault by any other means than these and explosives."""
WEAPONS = (
    (8, "Incendiary", r"molotov|petrol bomb|fire ?bomb|gasoline|petrol|incendiary|flamethrower"),
    (6, "Explosives", r"bomb|explosive|grenade|dynamite|mine|mortar|rocket|missile|ied|device"),
    (
        5,
        "Firearms",
        r"(?:hand|shot|machine|machine )?gun|rifle|pistol|revolver|firearm|carbine|kalashnikov"
        r"|ak-?47|ar-?15",
    ),
    (2, "Chemical", r"acid|ga|gas|sarin|chlorine|chemical|poison|nerve agent"),
    (
        9,
        "Melee",
        r"knife|knive|machete|axe|ax|hatchet|sword|dagger|hammer|blade|scissor|bat|stick|stone",
    ),
    (10, "Vehicle", r"car|van|lorry|lorrie|truck|bu|bus|vehicle|pick-?up|motorcycle|coach|suv"),
)
"""General words for weapons and the codebook's class; the last words of a name decide."""
MODES = {
    "letter": (1, "Letter"),
    "e-mail": (4, "E-mail"),
    "note": (5, "Note left at scene"),
    "video": (6, "Video"),
    "online": (7, "Posted to website, blog, etc."),
    "personal": (8, "Personal claim"),
    "other": (9, "Other"),
}
"""How responsibility was claimed. The codebook parts calls before from calls after the attack,
which the record does not: a call stays blank."""
SPECIFICITY = {"state": 4, "country": 5}
HOSTAGES = frozenset({"kidnapping", "hostage_taking", "hijacking"})
SUICIDE = re.compile(r"\bsuicide\b", re.IGNORECASE)
TIES = frozenset({"part_of", "same_perpetrator", "same_weapon"})
"""How attacks are tied that the codebook calls one of several; a cause or a consequence is none."""
UNSURE = frozenset({"alleged", "possible", "asked"})


def fits(incident: Incident) -> str:
    """Why the incident has no row; nothing where it has one."""
    if incident.type in ATTACKS:
        return ""
    return f"no attack type of the codebook stands for {incident.type.replace('_', ' ')}"


def fill(row: CodedRow) -> None:
    """Fill an incident's row."""
    _date(row)
    _place(row)
    _attack(row)
    _weapons(row)
    _group(row)
    _claims(row)
    code_figures(row, LADDER)
    for column, name in (
        ("nkillter", "perpetrators_killed"),
        ("nperps", "perpetrators"),
        ("nperpcap", "perpetrators_arrested"),
        ("nhostkid", "kidnapped"),
    ):
        if column not in row.cells:
            figure(row, column, name)
    _damage(row)
    _victims(row)
    _outcome(row)
    _ties(row)
    _notes(row)


def _date(row: CodedRow) -> None:
    found = when(row.incident)
    event = event_id(row, row.incident)
    row.put("eventid", event, "the day, then the number of the case on that day")
    if found is None:
        return
    claims = found.finding.claims
    row.put("iyear", found.start.year, "year of the day", claims)
    same_month = (found.start.year, found.start.month) == (found.end.year, found.end.month)
    row.put("imonth", found.start.month if same_month else 0, "month; 0: not known", claims)
    row.put("iday", found.start.day if found.days == 1 else 0, "day; 0: not known", claims)
    if found.days > 1:
        period = f"{found.start.isoformat()} to {found.end.isoformat()}"
        row.put("approxdate", period, "the days between which it happened", claims)


def event_id(row: CodedRow, incident: Incident) -> str:
    """The id of an incident that has a row: its day and its case on that day."""
    return f"{day_digits(incident)}{row.cases[incident.id]:04d}"


def _place(row: CodedRow) -> None:
    place = row.place
    if place is None:
        return
    claims = place.finding.claims
    row.put("country_txt", place.country, "country of the place", claims)
    row.put("provstate", place.province, "state or province of the place", claims)
    row.put("city", place.town, "town of the place", claims)
    if place.entity.kind == "facility" or place.entity.where is None:
        row.put("location", place.entity.name, "the most exact place, as written", claims)
    if place.where is None:
        return
    code = SPECIFICITY.get(place.where.precision, 1)
    row.put("specificity", code, "1 town, 4 state or province, 5 country alone", claims)
    if code == 1:
        row.put("latitude", place.where.latitude, "degrees north of the town", claims)
        row.put("longitude", place.where.longitude, "degrees east of the town", claims)


def _attack(row: CodedRow) -> None:
    code, words = ATTACKS[row.incident.type]
    finding = row.first("type")
    claims = finding.claims if finding else ()
    row.put("attacktype1", code, f"incident type {row.incident.type}", claims)
    row.put("attacktype1_txt", words, f"incident type {row.incident.type}", claims)
    if row.incident.type in HOSTAGES:
        row.put("ishostkid", 1, f"incident type {row.incident.type}", claims)


def weapon_class(name: str) -> tuple[int, str] | None:
    """The codebook's class of a weapon by its words, the last ones first; None where none fits."""
    words = [word.rstrip("s") for word in re.findall(r"[\w-]+", name.lower())]
    for end in range(len(words), 0, -1):
        for start in (end - 2, end - 1):
            phrase = " ".join(words[max(0, start) : end])
            for code, told, pattern in WEAPONS:
                if re.fullmatch(pattern, phrase):
                    return code, told
    return None


def _weapons(row: CodedRow) -> None:
    details, number = [], 0
    told: set[int] = set()
    for finding in row.every("weapon"):
        name = row.look.value(finding)
        details.append(name)
        known = weapon_class(name)
        if known and known[0] not in told and number < 4:
            number += 1
            told.add(known[0])
            row.put(f"weaptype{number}", known[0], f"class of “{name}”", finding.claims)
            row.put(f"weaptype{number}_txt", known[1], f"class of “{name}”", finding.claims)
    claims = [claim for finding in row.every("weapon") for claim in finding.claims]
    row.put("weapdetail", "; ".join(details), "the weapons as written", claims)


def _group(row: CodedRow) -> None:
    for number, finding in enumerate(row.every("perpetrator_group")[:3], 1):
        column = "gname" if number == 1 else f"gname{number}"
        row.put(column, row.look.value(finding), "group named as the attacker", finding.claims)
        unsure = all(claim.certainty in UNSURE for claim in finding.claims)
        row.put(f"guncertain{number}", int(unsure), "1: only alleged or possible", finding.claims)
    motive = row.first("motive")
    if motive:
        row.put("motive", row.look.value(motive), "as written", motive.claims)


def _claims(row: CodedRow) -> None:
    every = row.every("claimed_by")
    for number, finding in enumerate(every[:3], 1):
        column, mode_column = (
            ("claimed", "claimmode") if number == 1 else (f"claim{number}", f"claimmode{number}")
        )
        row.put(column, 1, f"claimed by {row.look.value(finding)}", finding.claims)
        modes = [MODES[c.mode] for c in finding.claims if c.mode in MODES]
        if modes:
            row.put(mode_column, modes[0][0], "how it was claimed", finding.claims)
            row.put(f"{mode_column}_txt", modes[0][1], "how it was claimed", finding.claims)
    if len(every) > 1:
        row.put("compclaim", 1, "several claim it", [c for f in every for c in f.claims])


def _damage(row: CodedRow) -> None:
    found = row.first("damage")
    if found is None:
        return
    row.put("property", 1, "damage is told of", found.claims)
    row.put("propcomment", row.look.value(found), "as written", found.claims)
    if isinstance(found.value, Damage) and found.value.currency == "USD":
        row.put("propvalue", found.value.amount, "in US dollars, as written", found.claims)


def _victims(row: CodedRow) -> None:
    """The first three targets, each with their nationality and body where one is told."""
    every = [*row.every("target"), *row.every("victim")]
    targets = {row.look.value(finding): finding for finding in reversed(every)}
    for number, finding in enumerate([*reversed(targets.values())][:3], 1):
        row.put(f"target{number}", row.look.value(finding), "named as hit", finding.claims)
        for column, field, rule in (
            (f"natlty{number}_txt", "nationality", "nationality as told"),
            (f"corp{number}", "affiliation", "the body to which they belong"),
        ):
            told = next(iter(_of(row, finding, field)), None)
            if told:
                row.put(column, row.look.value(told), rule, told.claims)


def _outcome(row: CodedRow) -> None:
    """Whether the attack came off, how long it took, and whether its attacker meant to die.

    A success is blank where the reports do not show one: that none is told of is not its failure.
    """
    kind = row.incident.type
    hurt = [f for name in ("killed", "injured") for f in row.every(name) if _any(f)]
    hurt += row.every("damage")
    if kind == "assassination":
        hurt = [
            f for target in row.every("target") for f in _of(row, target, "condition", "killed")
        ]
        row.put("success", 1 if hurt else None, "the person aimed at was killed", _words(hurt))
    else:
        row.put("success", 1 if hurt else None, "people were hit or damage was done", _words(hurt))
    found = when(row.incident)
    if found and found.days == 1 and kind not in HOSTAGES:
        row.put(
            "extended", 0, "the reports give one day, and nobody was held", found.finding.claims
        )
    every = [f for name in ("weapon", "perpetrator") for f in row.every(name)]
    named = [f for f in every if SUICIDE.search(row.look.value(f))]
    row.put("suicide", 1 if named else None, "weapon or attacker called so", _words(named))


def _any(count: Finding) -> bool:
    bounds = number_bounds(count.value)
    return bounds is not None and (bounds.low or 0) > 0


def _ties(row: CodedRow) -> None:
    """Attacks that the reports tie to this one."""
    tied = [
        finding
        for finding in row.every("related")
        if isinstance(finding.value, Link)
        and finding.value.kind in TIES
        and finding.value.to in row.cases
    ]
    others = {f.value.to for f in tied if isinstance(f.value, Link)} - {row.incident.id}
    ids = sorted(event_id(row, row.look.incidents[other]) for other in others)
    row.put("multiple", 1 if ids else None, "tied by part, attacker or weapon", _words(tied))
    row.put("related", ", ".join(ids), "the attacks that it is tied to", _words(tied))


def _of(row: CodedRow, of: Finding, field: str, value: str = "") -> list[Finding]:
    """The findings of a field of the person or body that is a finding's value."""
    return [
        f
        for f in row.incident.findings
        if f.subject == of.value
        and f.field == f"person.{field}"
        and f.status != "denied"
        and value in ("", f.value)
    ]


def _words(findings: Iterable[Finding]) -> list[Claim]:
    return [claim for finding in findings for claim in finding.claims]


def _notes(row: CodedRow) -> None:
    row.put("summary", described(row), "from the cells of this row")
    row.put("addnotes", conflicts(row), "values that lost, with who gives them")
    for number, report in enumerate(cited(row.incident, row.look)[:3], 1):
        rule = "reports that add most; copies are left out"
        row.put(f"scite{number}", citation(report), rule)
    row.put("dbsource", "On Record", "what made this row")


BOOK = Codebook("gtd", "eventid", COLUMNS, fits, fill)


def files(contents: RecordContents) -> Iterator[ExportedFile]:
    """The rows and their twins."""
    return codebook_files(BOOK, contents)


EXPORTER = of_files(
    "gtd", "Rows for the Global Terrorism Database, with the evidence of each cell", files
)
