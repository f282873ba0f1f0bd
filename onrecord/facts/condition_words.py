"""How reports say that somebody was killed, hurt, arrested or freed: phrases by condition.

Three voices. `done`: a participle said of whom it was done to ("was shot dead"), or the same verb
with the person as its object ("police shot dead a man"). `does`: a verb whose subject the person
is ("died"). `state`: what follows "is", "remains" or stands beside the person ("at large").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

PhraseVoice = Literal["done", "does", "state"]

HOW = r"(?:(?<!mortally )(?<!fatally )(?:critically|seriously|severely|badly|slightly|lightly|gravely) )"
SOMEWHERE = r"(?:(?:[\w.’'-]+|,) ){0,6}?"
HOSPITAL = (
    r"(?:[Hh]ospitals?|[Cc]linic|[Ii]nfirmary|(?:burns?|trauma) (?:unit|cent(?:er|re))"
    r"|[Mm]edical [Cc]ent(?:er|re)|intensive care(?: unit)?)"
)
JAIL = r"(?:[Jj]ail|[Jj]uvenile [Hh]all|[Pp]rison|[Dd]etention [Cc]ent(?:er|re)|[Cc]orrectional [Ff]acility)"
WEAPON_HIT = (
    r"(?:shot|stabbed|beaten|beat|bludgeoned|burned|burnt|hacked|trampled|crushed|clubbed|gunned)"
)


TO_DEATH = r"(?= (?:(?!(?:and|who|but|before|after|while)\b)[^,.;:]){1,60}? (?:to death|dead)\b)"
"""Behind "stabbed", the object and then the outcome: "stabbed a clerk to death"."""

LOST = (
    r"lost (?:an?|one|both|two|three|four|five|several|his|her|part of (?:his|her))"
    r"(?= (?:\w+ )?(?:arms?|ears?|eyes?|feet|fingers?|foot|hands?|kidneys?|legs?|teeth|thumbs?"
    r"|toes?|tooth)\b)"
)
"""A part of the body that somebody lost."""

HELD = "held"
"""By whom is not said: a hostage where the report tells of a kidnapping, else it counts nothing."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that tells a condition; `forms` is a regular expression that begins at its verb.

    `weak`: the words alone do not tell whether the person lived ("shot"), so that they count for
    nothing where the report has the person killed.
    """

    condition: str
    voice: PhraseVoice
    forms: re.Pattern[str]
    weak: bool = False


def _phrase(condition: str, voice: PhraseVoice, forms: str, *, weak: bool = False) -> Phrase:
    return Phrase(condition, voice, re.compile(rf"\b(?:{forms})(?![\w-])", re.IGNORECASE), weak)


PHRASES: tuple[Phrase, ...] = (
    # killed
    _phrase(
        "killed",
        "done",
        rf"{WEAPON_HIT} (?:dead|to death|and killed|down)|{WEAPON_HIT}{TO_DEATH}"
        r"|(?:fatally|mortally) (?:shot|stabbed|wounded|injured"
        r"|struck|hit)|(?:killed|slain|murdered|assassinated|executed|beheaded|lynched)"
        r"|kill(?:s|ing)|murder(?:s|ing)|assassinat(?:es|ing)|shooting dead"
        r"|(?:pronounced|declared|found(?: shot)?) dead"
        r"|(?:pronounced|declared)(?= (?:\w+ ){1,4}dead\b)",
    ),
    _phrase(
        "killed",
        "does",
        r"died|dies|succumbed|perished|bled to death|(?:lost|loses) (?:his|her|their) li(?:fe|ves)"
        r"|(?:took|taken|takes) (?:his|her) own life|burn(?:ed|t) to death",
    ),
    _phrase("killed", "state", r"dead(?! (?:man|woman|officer|body|end|line))|brain-dead"),
    # injured
    _phrase(
        "injured",
        "done",
        rf"{HOW}?(?:wounded|injured|hurt|maimed|burned|burnt|scalded|bruised|grazed|slashed|mauled"
        r"|scratched)"
        rf"|{HOW}(?:shot|stabbed|beaten)|wound(?:s|ing)|injur(?:es|ing)|treated for(?! free)",
    ),
    _phrase(
        "injured",
        "done",
        r"(?:hit|struck|shot|stabbed|slashed|wounded|grazed|cut|knifed) in (?:the|his|her|both)"
        r" (?:(?:left|right|upper|lower) )*\w+"
        r"|(?:hit|struck|grazed) by (?:(?:a|an|the|two|several|stray|flying) )*\w*"
        r"(?:bullet|shrapnel|glass|gunfire|buckshot|pellet|debri)s?"
        r"|shot(?! (?:back|down|up|at|out|off|through|past|video|footage)\b)"
        r"|stabbed|knifed|stabs|shoots|stabbing",
        weak=True,
    ),
    _phrase(
        "injured",
        "does",
        r"(?:suffered|sustained|received|suffers|sustains|suffering|had|has) (?=[\w, -]{0,40}?\b"
        r"(?:wounds?|injur(?:y|ies)|burns?|fractur\w+|broken|concussion|bruis\w+|cuts|lacerations))"
        r"|(?:is|was|remains?|remained) fighting for (?:his|her) li(?:fe)"
        rf"|{LOST} ",
    ),
    _phrase(
        "injured",
        "state",
        r"in (?:a )?(?:critical|serious|stable|grave|fair|good)(?: but stable)? condition"
        r"|out of danger|critically ill|on life support|in intensive care",
    ),
    # unharmed
    _phrase(
        "unharmed",
        "state",
        r"(?:\w+ but )?(?:unharmed|unhurt|uninjured|unscathed)|safe(?: and (?:sound|well))?"
        r"|alive and well|safe",
    ),
    _phrase(
        "unharmed",
        "does",
        r"escaped (?:unharmed|unhurt|uninjured|unscathed|injury|without injury)"
        r"|turned up alive|walked (?:in)?to (?:a|the) police station",
    ),
    _phrase("unharmed", "done", r"(?:found|rescued|recovered) (?:alive|unharmed|unhurt|safe)"),
    # hospitalised
    _phrase(
        "hospitalised",
        "done",
        rf"(?:taken|rushed|airlifted|flown|transported|brought|driven|admitted|moved|transferred"
        rf"|carried) (?:by \w+ )?to {SOMEWHERE}{HOSPITAL}|hospitali[sz]ed"
        rf"|(?:treated|kept|being treated|being kept) (?:in|at) {SOMEWHERE}{HOSPITAL}"
        r"|(?:rushed|took|flew|airlifted|transported|brought|carried|drove)"
        rf"(?= (?:\w+ ){{1,5}}?to {SOMEWHERE}{HOSPITAL}\b)",
    ),
    _phrase(
        "hospitalised",
        "state",
        rf"in (?:{SOMEWHERE})?{HOSPITAL}|in intensive care"
        rf"|recovering (?:in|at) {SOMEWHERE}{HOSPITAL}"
        rf"|in (?:an? )?(?:critical|serious|stable|grave) condition(?=[^.;]*?\b{HOSPITAL}\b)",
    ),
    _phrase(
        "hospitalised",
        "does",
        rf"fighting for (?:his|her) life in {SOMEWHERE}{HOSPITAL}"
        rf"|(?:underwent|undergoing|had) (?:\w+ ){{0,2}}(?:surgery|operations?)",
    ),
    # law
    _phrase(
        "arrested",
        "done",
        r"(?:re)?arrested|arrest(?:s|ing)|apprehended|nicked|taken into (?:police )?custody"
        r"|placed under arrest",
    ),
    _phrase("arrested", "state", r"under arrest"),
    _phrase(
        "detained",
        "done",
        r"(?:wrongly |briefly )?detained|detain(?:s|ing)|bundled into a police (?:car|van)"
        r"|(?:wrongly )?held (?:over|on suspicion|in custody|without|for questioning|for the"
        r"|in (?:jail|prison)|by (?:the )?police|for (?:\w+ ){1,2}(?:hours|days))"
        r"|(?:being )?held (?:on|without|in lieu of) (?:(?:a|an|no) )?(?:[$€£]?\d[\d,.]*\d|bail|bond)"
        rf"|held (?:in|at) {SOMEWHERE}{JAIL}|booked (?:in)?to {SOMEWHERE}{JAIL}"
        rf"|(?:taken|brought|transported|moved) to {SOMEWHERE}{JAIL}"
        r"|remanded|jailed pending"
        r"|taken (?:to (?:\w+ ){1,4})?under (?:police |armed )?guard",
    ),
    _phrase("detained", "state", r"in (?:police )?custody|under guard|behind bars"),
    _phrase(
        "charged",
        "done",
        r"(?:charged|indicted|arraigned)(?: on \w+(?: \w+)?)? (?:with|on|over)|indicted|charged",
    ),
    _phrase(
        "convicted",
        "done",
        r"convicted|sentenced|found guilty|jailed for|imprisoned for",
    ),
    _phrase(
        "convicted",
        "does",
        r"pleaded guilty|(?:serving|serves) (?:\w+ ){0,3}(?:years?|life|sentence)",
    ),
    _phrase(
        "released",
        "done",
        r"released(?: (?:without charge|on bail|from custody))?|freed|set free|let go|bailed",
    ),
    _phrase(
        "unharmed",
        "done",
        r"(?:released|freed|let go|set free|returned|escaped)(?: to \w+(?: \w+)?)?"
        r" (?:unharmed|unhurt|uninjured|unscathed|safe(?:ly)?)",
    ),
    _phrase(
        "surrendered",
        "does",
        r"surrendered|(?:turned|turns|gave|gives) (?:himself|herself) (?:in|up)|surrenders",
    ),
    # gone
    _phrase("missing", "done", r"(?:reported|listed as|declared) missing"),
    _phrase(
        "missing",
        "does",
        r"(?:went|gone|goes) missing|(?:still )?not (?:yet )?been (?:found|located|heard from)",
    ),
    _phrase("missing", "state", r"missing|unaccounted for"),
    _phrase(
        "hostage",
        "done",
        r"(?:taken|held|kept|seized) (?:as )?(?:a )?(?:hostage|captive)|kidnapped|abducted"
        r"|kidnap(?:s|ping)|abduct(?:s|ing)",
    ),
    _phrase(HELD, "done", r"held(?! (?:a|an|the|his|her|its|talks)\b)"),
    _phrase(
        "at_large",
        "state",
        r"at large|on the run|(?:being|still) sought|being hunted|wanted (?:by|for|over|in)",
    ),
)

DESCRIBED: dict[str, str] = {
    "dead": "killed",
    "slain": "killed",
    "murdered": "killed",
    "killed": "killed",
    "deceased": "killed",
    "wounded": "injured",
    "injured": "injured",
    "missing": "missing",
    "detained": "detained",
    "arrested": "arrested",
    "kidnapped": "hostage",
    "abducted": "hostage",
    "convicted": "convicted",
    "fugitive": "at_large",
}
"""The condition that an adjective in a description tells: "the dead officer"."""

STATUS = re.compile(
    r"\b(?P<lead>(?:(?:one|two|three|some|first|last|another) of|among(?: those)?|the)(?: the)?"
    r"(?: (?!who\b|that\b)\w+){0,2}?(?: who (?:was|were))?) (?P<word>dead"
    r"|(?:(?:s?he|they) )?killed|slain|missing|injured|wounded|hurt|hostages|detainees|to die"
    r"|(?<=those )(?:arrested|detained|charged|kidnapped|abducted|freed|released|hospitali[sz]ed))\b"
    r"(?! (?:man|woman|officer|worker|person|of))",
    re.IGNORECASE,
)
"""A phrase for those who met with something: "one of the dead", "among three people killed"."""

VICTIM = re.compile(
    r"\b(?:(?:one|first|last|another) of the (?:\w+ )?victims|among the victims"
    r"|the (?:first|second|third|fourth|fifth|sixth|seventh|only|last|other) (?:fatal )?victim)\b",
    re.IGNORECASE,
)
"""A victim told by its place in a count; it counts as killed where the report has people killed."""

DEEDS: dict[str, str] = {
    "kidnapping": "hostage",
    "abduction": "hostage",
    "murder": "killed",
    "murders": "killed",
    "killing": "killed",
    "killings": "killed",
    "arrest": "arrested",
    "arrests": "arrested",
    "release": "released",
    "disappearance": "missing",
}
DEED = re.compile(rf"\b(?P<deed>{'|'.join(DEEDS)}) of\b", re.IGNORECASE)
"""A deed as a noun, before whom it was done to: "the kidnapping of three surveyors"."""

KILLED_BEFORE = re.compile(
    r"\b(?:people|persons|men|women|workers|victims|those|others|\w+s) (?:who (?:were|was) )?"
    r"(?:killed|slain|who died)\b|\bthe (?:\w+ )?dead\b",
    re.IGNORECASE,
)
"""A phrase for the dead that "They are Ana Brito, 67, …" in the next sentence takes up."""

STATUS_WORDS: dict[str, str] = DESCRIBED | {
    "he killed": "killed",
    "she killed": "killed",
    "they killed": "killed",
    "hurt": "injured",
    "hostages": "hostage",
    "detainees": "detained",
    "to die": "killed",
    "charged": "charged",
    "freed": "released",
    "released": "released",
    "hospitalised": "hospitalised",
    "hospitalized": "hospitalised",
}
