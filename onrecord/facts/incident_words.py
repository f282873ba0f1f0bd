"""Words that tell what kind of incident a text speaks of, and what happened to people in it."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words for one type of incident; a higher weight for words that hardly mean anything else."""

    type: str
    weight: float
    pattern: re.Pattern[str]


_VEHICLE = (
    r"(?:van|car|truck|lorry|pickup|pick-up|suv|vehicle|bus|minibus|tractor|taxi|cab|driver|motorist"
    r"|jeep|4x4)"
)
_CROWD = (
    r"(?:crowd|people|pedestrians|shoppers|market|marchers|protesters|demonstrators|passers-by"
    r"|revellers|spectators|fans|worshippers|parade|procession|stalls|mall|square|promenade"
    r"|pavement|sidewalk|onlookers|cyclists|families|children|mosque|church|queue|festival|bystanders)"
)
_POLICE = (
    r"(?:police(?:man|men|woman)?|officers?|deput(?:y|ies)|troopers?|cops?|sheriff|swat"
    r"|constables?)"
)


def _trigger(kind: str, weight: float, pattern: str) -> Trigger:
    return Trigger(kind, weight, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])", re.VERBOSE))


# Patterns are matched against the text in lower case.
TRIGGERS: tuple[Trigger, ...] = (
    _trigger(
        "vehicle_ramming",
        4,
        rf"(?:dr(?:ove|iven|iving|ives?(?!-by))|plough(?:ed|s|ing)?|plow(?:ed|s|ing)?|ramm(?:ed|ing)|rams"
        rf"|mow(?:ed|s|ing)?|steer(?:ed|ing)|hits?|struck)\b[^.!?]{{0,60}}?\b"
        rf"(?:into|through|down|at)?\ [^.!?]{{0,40}}?\b{_CROWD}(?<=\w)",
    ),
    _trigger("vehicle_ramming", 4, rf"{_VEHICLE}[\ -]ramming|ramming\ attack|car\ attack"),
    _trigger("shooting", 3, r"opened?\ fire|opening\ fire|opens\ fire|gunm[ae]n|gunfire|gunshots?"),
    _trigger("shooting", 3, r"shootings?|shot\ dead|shot\ and\ killed|shoot-?out|drive-by"),
    _trigger(
        "shooting", 2, r"(?:was|were|been|fatally)\ shot|shots?\ fired|shot\ (?:him|her|them)"
    ),
    _trigger("shooting", 1, r"shot|shooter|snipers?"),
    _trigger(
        "bombing",
        4,
        r"bomb(?:ing|ings|ed|er|ers)?(?!\ (?:threats?|scares?|hoax\w*|disposal))"
        r"|car\ bombs?|suicide\ bomb\w*|roadside\ bombs?|dynamite"
        r"|i\.?e\.?d\.?s?|explosive\ (?:device|charge|belt|vest)s?|detonat\w+|grenades?|blew\ up",
    ),
    _trigger("bombing", 2, r"bombs?(?!\ (?:threats?|scares?|hoax\w*|disposal))"),
    _trigger("explosion", 3, r"explosions?|blasts?|explod(?:ed|es|ing)"),
    _trigger("stabbing", 3, r"stabb(?:ed|ing|ings)|stabs?|knife\ attack|knifed|knifeman|slashed"),
    _trigger("arson", 4, r"arson\w*|set\ fire\ to|set\ (?:ablaze|alight)|firebomb\w*|molotov\w*"),
    _trigger(
        "fire",
        3,
        r"(?:a|the|huge|massive|big)\ fires?|fire\ (?:destroy\w+|guts?|gutted|swept|sweeps|broke"
        r"|tore|rip\w+|raz\w+|engulf\w+|at|kill\w+)|house\ fire|blaze|wildfires?|flames"
        r"|caught\ fire",
    ),
    _trigger("assassination", 4, r"assassinat\w+|assassins?|contract\ killing"),
    _trigger("hostage_taking", 4, r"hostages?(?!\ negotiator)|barricaded"),
    _trigger("hijacking", 4, r"hijack\w*"),
    _trigger("kidnapping", 4, r"kidnap\w*|abduct\w*"),
    _trigger("kidnapping", 1.5, r"seized|held\ captive|ransom(?!ware)|captors?"),
    _trigger(
        "execution",
        4,
        r"execut(?:ed|ions?)(?!\ (?:order|director|officer))|put\ to\ death|beheaded",
    ),
    _trigger(
        "armed_assault",
        2.5,
        r"(?:militants|insurgents|rebels|guerrillas|extremists|jihadists|fighters|terrorists|attackers"
        r"|assailants|armed\ men)\ (?:have\ )?(?:attack\w*|storm\w*|raid\w*|ambush\w*|kill\w*"
        r"|overran)"
        r"|ambush\w*|massacre\w*|mortars?|shell(?:ed|ing)|rocket\ attack",
    ),
    _trigger("armed_assault", 0.6, r"attacks?|attacked|attackers?|assault(?:ed)?"),
    _trigger(
        "armed_assault",
        1.2,
        r"murder(?:ed|s|ing)?(?!\ (?:charge|trial|case|suspect|weapon|mystery))|slain|slay(?:ing|ings)"
        r"|killed\ by|killing\ of|gunned\ down",
    ),
    _trigger("riot", 3, r"riot(?:s|ed|ing|ers)|looting|unrest"),
    _trigger("protest", 2, r"protest(?:s|ed|ing|ers)?|demonstrat(?:ors?|ions?|ed)|rally|rallied"),
    _trigger("clash", 2.5, r"clash(?:es|ed)?|firefight|skirmish\w*|street\ fighting|brawl"),
    _trigger(
        "raid",
        2.5,
        rf"(?:{_POLICE}|troops|soldiers|army|forces|agents)\b[^.]{{0,40}}\braid(?:s|ed)?|raid\ on",
    ),
    _trigger(
        "robbery",
        3.5,
        r"robb(?:ed|ery|eries|ers?|ing)|heists?|burglar\w*|hold-?up|mugg(?:ed|ing)|ram-raid|shoplift\w*",
    ),
    _trigger("robbery", 2, r"raiders|snatch(?:ed|es)?|stole|stolen|thieves|thief|crooks"),
    _trigger(
        "threat",
        3,
        r"(?:bomb|death)\ threats?|threat(?:en|ened|ening)\ to\ (?:kill|blow|shoot|attack)",
    ),
    _trigger("sabotage", 2, r"sabotag\w+"),
    _trigger(
        "chemical_attack",
        4,
        r"(?:chemical|gas|acid|nerve[\ -]agent|poison)\ attacks?|sarin|novichok",
    ),
    _trigger(
        "cyberattack",
        4,
        r"cyber-?\ ?attacks?|ransomware|hack(?:ed|ers?|ing)|malware|data\ breach|phishing"
        r"|denial-of-service",
    ),
    _trigger("crash", 3, r"crash(?:ed|es)?|collision|collided|derail\w*|pile-?up|hit-and-run"),
    _trigger("accident", 2.5, r"accidents?|accidental\w*|capsiz\w+|collaps(?:e|ed)|runaway|mishap"),
    _trigger(
        "disaster",
        3,
        r"earthquakes?|floods?|flooding|hurricanes?|tornado(?:es)?|landslides?|mudslides?|tsunami"
        r"|avalanches?|typhoons?|cyclones?|volcan\w+",
    ),
    _trigger("arrest", 1, r"arrest(?:s|ed|ing)?|detained|taken\ into\ custody|nabbed|nicked"),
)

POLICE_SHOOTING = re.compile(
    r"(?:shot|killed|shoots?|gunned\ down|shooting)\b[^.;]{0,40}?"
    rf"\bby\ (?:[a-z]+\ ){{0,3}}{_POLICE}\b"
    rf"|\b{_POLICE}(?:\ [a-z]+){{0,3}}\ (?:fatally\ )?(?:shot|shoots?|gunned\ down|opened\ fire)\b"
    r"|officer-involved\ shooting|police\ shooting|shot\ by\ police",
    re.VERBOSE,
)
GUNMAN = re.compile(
    r"\bgunm[ae]n\b|\bshooters?\b|\bopen(?:ed|ing|s)?\ fire\b|\battackers?\b", re.VERBOSE
)
NO_TRIGGER = re.compile(
    r"fire\ (?:brigade|engine|department|service|chief|station|crew|alarm|truck|extinguisher)s?"
    r"|cease-?fire|rule[sd]?\ out\ (?:an?\ )?\w+|shot\ (?:a\ )?(?:video|film|footage|photo)\w*"
    r"|not\ (?:an?\ )?(?:accident|attack|bomb\w*)|no\ attack|heart\ attack|crash\ course"
    r"|stock\ market|bomb\ squad|anti-\w+",
    re.VERBOSE,
)
"""Words that hold a trigger and mean something else; they are blanked first."""

HAPPENED = re.compile(
    r"\b(?:kill(?:ed|s|ing|ings)?|dead|died?|deaths?|shot|shooting|gunm[ae]n|injur(?:ed|ing|ies)"
    r"|wound(?:ed|ing)|hurt|murder(?:ed|s)?|explosions?|explod(?:ed|es)|blasts?|bomb(?:ing|ings|ed|s)?"
    r"|attack(?:ed|s)?|fire|blaze|kidnapp(?:ed|ing)|abducted|hostages?|heist|robb(?:ed|ery)|raid"
    r"|stabb(?:ed|ing)|struck|ramm(?:ed|ing)|massacre|assassinat\w+|crash(?:ed)?|ambush(?:ed)?|held"
    r"|hijack(?:ed|ing)|drove|driven|plough(?:ed)?|plow(?:ed)?|arson|hacked|ransomware|collapsed"
    r"|set\ (?:alight|on\ fire)|torched|burned\ down|clash(?:ed|es)?|riot(?:s|ed)?|arrests"
    r"|derail(?:ed|ment)|ambush|beaten|seized|shelled|air\ ?strikes?)\b"
)
"""Words of a happening; a past day beside one of them is that of another incident."""
AFTERMATH = re.compile(
    r"\b(?:arrest\w*|detain\w*|charg(?:ed?|es|ing)|released|sentenced|court|funeral|buried|vigil|recovered"
    r"|search\w*|resumed|reopen\w*|identif\w+|surfaced|will|is\ due|appeared|pleaded|trial"
    r"|died\ (?:of|in|at|on)|indict\w*|arraign\w*|convict\w*|guilty|testif\w+|testimony|hearing"
    r"|bond|bail|jail\w*|custody|affidavit|warrant|surrender\w*|turned\ (?:him|her|them)sel\w+\ in"
    r"|grand\ jury|announc\w+|mourn\w*|memorial|gather\w*|obtained|(?:press|news)\ conference"
    r"|apprehend\w*|captured|caught|booked|tracked\ down|extradit\w+|reacted|learned|as\ of|expected"
    r"|spoke|visited|met|turns|birthday|scheduled|condition|recovering|remain(?:s|ed)|delayed|autops(?:y|ies))\b",
    re.IGNORECASE,
)
"""Words of what comes after an incident; a day beside them is not the incident's."""
