"""Names of agencies, and whether a name among credits is a person's or a body's."""

from __future__ import annotations

import re

AGENCIES = frozenset(
    name.strip()
    for name in """
    AP, Associated Press, Reuters, Thomson Reuters, AFP, Agence
    France-Presse, dpa, DPA, Deutsche Presse-Agentur, EFE, Agencia EFE, ACAN-EFE, ANSA,
    Adnkronos, AGI, TASS, Itar-Tass, RIA Novosti, Interfax, Xinhua, Kyodo, Kyodo News, Jiji
    Press, Yonhap, PTI, Press Trust of India, ANI, IANS, UPI, United Press International, PA, PA
    Media, Press Association, AAP, Australian Associated Press, Canadian Press, The Canadian
    Press, Bloomberg, Bloomberg News, CTK, ČTK, PAP, MTI, APA, Keystone-SDA, Belga, ANP, NTB,
    TT, Ritzau, STT, Lusa, Anadolu, Anadolu Agency, DHA, IHA, IRNA, ISNA, Fars, Tasnim, SANA,
    WAFA, Petra, NNA, SPA, WAM, Bernama, Antara, VNA, APP, BSS, UNB, Ukrinform, UNIAN, BelTA,
    BTA, Agerpres, Tanjug, Beta, Hina, STA, ANA-MPA, Notimex, Prensa Latina, Telam, Agencia
    Brasil, GNA, NAN, PANA, TAP, Getty, Getty Images, EPA, EPA-EFE, Shutterstock, iStock, Alamy,
    Rex Features, NurPhoto, Sipa, SIPA USA, ZUMA Press, Magnum Photos, Corbis, SWNS, ITAR-TASS,
    Europa Press, Press Association Images
    """.replace("\n", " ").split(",")
)
"""News and picture agencies, as they sign. From general knowledge of the trade; the list is there
for signatures without any other mark ("— AP"), not to find agencies in prose."""

BODY = re.compile(
    r"\b(?:press|news|wires?|agenc(?:y|ies)|agence|agentur|services?|times|post|media|radio|television|"
    r"tv|network|newspapers?|magazine|tribune|herald|gazette|journal|chronicle|observer|bureau|police|"
    r"ministry|university|institute|foundation|group|reports?|online|today|daily|weekly|images)\b",
    re.IGNORECASE,
)
AGENCY_WORD = re.compile(
    r"\b(?:press|wire|news agency|news service|agence|agentur|agencia|agenzia)\b", re.IGNORECASE
)
PERSONAL = re.compile(
    r"\b(?i:staff|writers?|reporters?|correspondents?|editors?|journalists?|producers?|researchers?|"
    r"colleagues|freelancers?)\b|\s(?:in|from|at)\s+[A-Z]",
)
POSSESSIVE = re.compile(r"(?:[’']s|s[’'])\s")
GIVEN_NAMES = frozenset(
    """
    aaron adam adrian ahmed aidan alan alana albert alex alexander alexandra alexis alice alicia
    alison allison amanda amber amelia amy ana andrea andreas andrew angela angelina anita ann
    anna anne annie anthony antonio april arthur ashley audrey austin barbara beatrice ben
    benjamin bernard beth betty beverly bill bob bobby bonnie brad bradley brandon brenda brett
    brian bridget bruce bryan caleb cameron carl carla carlos carmen carol caroline carrie
    catherine cecilia charles charlie charlotte chelsea cheryl chloe chris christian christina
    christine christopher cindy claire clara clare claudia colin connor craig crystal cynthia
    dale dan dana daniel danielle david dawn deborah debra denise dennis derek diana diane
    dominic don donald donna doris dorothy doug douglas duncan dylan ed eddie edgar edith
    eduardo edward edwin eileen elaine eleanor elena elizabeth ella ellen emily emma eric erica
    erika erin ernest ethan eugene eva evan evelyn fatima felix fernando fiona florence frances
    francesca francis francisco frank fred gabriel gareth gary gavin geoffrey george gerald gina
    giovanni glen gloria gordon grace graham grant greg gregory guy hannah harold harriet harry
    heather helen henry holly howard hugh ian ibrahim ingrid irene isaac isabel isabella ivan
    jack jackie jacob jacqueline jake james jamie jan jane janet janice jared jasmine jason
    javier jay jean jeff jeffrey jennifer jenny jeremy jerry jesse jessica jill jim jimmy joan
    joanna joanne joe joel johan johannes john johnny jon jonathan jordan jorge jose joseph
    joshua joyce juan judith judy julia julian julie justin karen karl kate katherine kathleen
    kathryn kathy katie kayla keith kelly ken kenneth kevin kim kimberly kirsten kristen kristin
    kyle larry laura lauren laurence leah lee leo leon leonard leslie lewis liam lillian linda
    lindsay lisa lloyd logan louis louise lucas lucia lucy luis luke lynn madeleine madison
    malcolm marc marcus margaret maria marie marilyn mario marion mark marta martha martin mary
    mason matt matthew maureen max maya megan melanie melissa michael michel michelle miguel
    mike miriam mohamed mohammad mohammed molly monica morgan muhammad nancy naomi natalie
    natasha nathan neil nicholas nick nicola nicolas nicole nigel nina noah noel nora norman
    oliver olivia omar oscar owen pablo pamela patricia patrick paul paula pauline pedro peggy
    penelope peter philip phillip phoebe pierre rachel ralph ramon randy raymond rebecca richard
    rick rita rob robert roberto robin rodney roger roland ron ronald rosa rose rosemary ross
    roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sebastian
    sergio seth shane shannon sharon shaun sheila shirley simon sofia sonia sophia sophie stacy
    stanley stella stephanie stephen steve steven stewart stuart sue susan suzanne sylvia tamara
    tanya tara ted teresa terry theodore theresa thomas tiffany tim timothy tina todd tom tommy
    toni tony tracey tracy travis trevor tyler ursula valerie vanessa vera vernon veronica vicky
    victor victoria vincent virginia vivian walter wanda warren wayne wendy wesley will william
    yasmin yusuf yvonne zachary zoe
    """.split()
)
"""Given names that are frequent among those who sign in English-language papers; general knowledge.
A name that is not here and has no other mark counts as a body's."""


def is_agency(name: str) -> bool:
    """Whether a name is that of a known agency, with or without its article."""
    return name.removeprefix("The ").removeprefix("the ") in AGENCIES


def agency_in(words: str) -> str | None:
    """The known agency that some words name, the longest if there are several."""
    named = [a for a in AGENCIES if re.search(rf"(?<!\w){re.escape(a)}(?!\w)", words)]
    return max(named, key=lambda agency: (len(agency), agency), default=None)


def looks_like_agency(name: str) -> bool:
    """Whether a name says of itself that it is an agency's."""
    return bool(AGENCY_WORD.search(name)) and not name.lower().startswith("the ")


def bodies(names: list[str], text: str, *, helpers: bool) -> frozenset[str]:
    """Those of a list of contributors that are agencies or outlets, not colleagues.

    `helpers`: the words say that they reported, which agencies are seldom said to do. Names without
    any mark are bodies only where they stand alone or beside other bodies.
    """
    marked = frozenset(name for name in names if _is_body(name, text))
    others = [name for name in names if name not in marked]
    personal = (
        helpers or any(_is_personal(name) for name in others) or (len(others) > 1 and not marked)
    )
    unknown = (
        ()
        if personal
        else (name for name in others if name[:1].isupper() and len(name.split()) <= 4)
    )
    return marked | frozenset(unknown)


def _is_body(name: str, text: str) -> bool:
    """Known agency, initials, a word that bodies have, or somebody whom people tell things."""
    if name in AGENCIES or re.fullmatch(r"[A-Z]{2,6}", name):
        return True
    if POSSESSIVE.search(name) or PERSONAL.search(name) or name[:1].islower():
        return False
    told = re.search(rf"\b(?:told|tells|according to)\s+(?:the\s+)?{re.escape(name)}\b", text)
    return bool(told) or bool(BODY.search(name))


def _is_personal(name: str) -> bool:
    """A colleague: a frequent given name, a surname alone, an outlet's own, a reporter."""
    words = name.split()
    alone = len(words) == 1
    return bool(
        alone or POSSESSIVE.search(name) or PERSONAL.search(name) or words[0].lower() in GIVEN_NAMES
    )
