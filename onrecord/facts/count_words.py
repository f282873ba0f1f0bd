"""The words that counts are found by, as parts of regular expressions over a masked sentence."""

from __future__ import annotations

import re

MAX_EVIDENCE = 60
"""Code points of a phrase that is still tight; a longer one is cut to the number and its noun."""

BLOCK = 64
"""Code points of a stretch by which evidence is looked up: about the longest."""

MAX_MENTION = 300
"""Code points before a phrase in which a mention that reaches into it may begin."""

MARK = "#"
"""What a number is replaced by, letter for letter, before patterns are matched."""

N = r"(?P<n>\#+)"
NO_OBJECT = (
    r"(?!\ (?:\#|another\b|himself\b|his\b|her\b"
    r"|an?\ (?!(?:day|week|month|year|hour|few|short|couple)\b)))"
)
"""Behind a passive no object stands: in "violence that injured seven" the seven are hurt."""
BE = (
    r"(?:have|has|had|were|was|are|is|be|been|being|also|now|already|reportedly|later|confirmed|known"
    r"|believed|feared|said|reported|thought|presumed|to|so\ far|still|both|all|in\ all|since|then"
    r"|subsequently|reported\ as|listed\ as|pronounced|declared|found|lay|remains?|remained"
    r"|(?:critically|seriously|badly|slightly|severely|fatally|lightly|gravely))"
)
WORD = r"[\w'’-]+"
NO_VERB = (
    r"(?!(?:and|or|but|who|which|that|were|was|are|is|have|has|had|after|when|while|in|at|on|by|from"
    r"|as|said|to|of|for|with|including|near|outside|inside|before|during|dead|injured|wounded|hurt"
    r"|killed|missing|died|more|than|the|a|an"
    r"|could|would|may|might|must|will|should)\b)"
)
NOUN = rf"(?:\ {NO_VERB}{WORD})"
OURS = rf"(?:\ of\ (?:our|his|her|its|their|my)(?:\ own)?(?:\ {NO_VERB}{WORD}){{1,2}})"
OF = r"(?:\ of(?=\ (?!(?:the|them|those|these|whom|which|us|you|our|his|her|its|their|my)\b)))"
WHERE = rf"(?:\ (?:in|at|on|from|aboard|inside|near)(?:\ the)?(?:\ {NO_VERB}{WORD}){{1,3}})"
APART = r"(?:,\ [^,.;#]{1,40},|,\ \#+\ [^,.;]{1,30},)"
NTH = r"(?!(?:first|second|third|fourth|fifth|sixth|seventh|further)\b)"
PERSON_A = rf"\b(?P<one>[Aa]n?(?:\ {NTH}{NO_VERB}{WORD}){{1,4}})"
_EACH = rf"(?:[Aa]n?|[Oo]ne)(?:\ {NO_VERB}{WORD}){{1,3}}(?:\ (?:of|aged)\ [\d]+|,\ \d+(?=,?\ ))?"
_NEXT = (
    rf"(?:(?:an?|one|another|his|her|their|the)(?:\ {NO_VERB}{WORD}){{1,3}}"
    rf"|\d{{1,3}}-year-old(?:\ {NO_VERB}{WORD}){{1,2}}|\#+(?:\ {NO_VERB}{WORD}){{1,3}})"
    r"(?:\ (?:of|aged)\ [\d]+|,\ \d+(?=,?\ ))?"
)
_KIN = (
    r"(?:[Hh]is|[Hh]er|[Tt]heir)(?:\ \w+)?\ (?:ex-)?(?:wife|husband|mother|father|son|daughter"
    r"|girlfriend|boyfriend|sister|brother)"
)
_FIRST = rf"(?:{_KIN}|{_EACH}|\#+(?:\ {NO_VERB}{WORD}){{1,3}})"
EACH = re.compile(rf"(?P<mark>\#+)(?:\ {NO_VERB}{WORD}){{1,3}}|(?:{_NEXT}|{_EACH})", re.VERBOSE)
AGE = re.compile(r"(?:\ (?:of|aged)\ |,\ )\d+$", re.VERBOSE)
LISTED = rf"(?<!\w)(?P<list>{_FIRST}(?:,\ {_NEXT})*,?\ and\ {_NEXT})"
"""People told one by one or as so many: "a man of 22, his wife and two boys"."""
GROUP_WORD = re.compile(r"\b(?:van|car|bus|plane|bomb|blast|fire|group|number|total|family|court)$")

PART_BEFORE = re.compile(
    r"(?:\b(?:another|a\ further|further|additional)\ |\#\ of\ (?:the|those|these)\ )$",
    re.VERBOSE | re.IGNORECASE,
)
PART_AFTER = re.compile(
    r"\ (?:more|further|additional)\b(?!\ than)"
    r"|\ of\ (?:them|those|these|the|whom|which|us|you)\b",
    re.VERBOSE,
)
INCLUDES = re.compile(
    r"\b(?P<how>includ(?:ing|es?)|counting|among\ them|excluding|besides|apart\ from|not\ counting"
    r"|in\ addition\ to|not\ including)\ (?:the|an?|one|two|three|both|all)?\ ?(?:\w+\ ){0,2}"
    r"(?P<who>gunm[ae]n|attackers?|assailants?|shooters?|(?:suicide\ )?bombers?|perpetrators?"
    r"|suspects?|killers?|hijackers?|driver|knifeman)\b",
    re.VERBOSE,
)
THEN_HIMSELF = re.compile(
    r",?\ (?:before|and\ then|then|and|but\ then)\ (?:he\ |she\ )?(?:later\ |then\ )?(?:fatally\ )?"
    r"(?:(?:kill|shoot)(?:ing|ed)|shot|turn(?:ing|ed)\ (?:the|his|her|a)\ (?:gun|rifle|weapon|pistol)\ on"
    r"|tak(?:ing|es)|took|commit(?:ting|ted)|hang(?:ing|ed)|bl(?:ew|owing)\ up)?"
    r"\ ?(?:himself|herself|(?:his|her)\ own\ life|suicide)\b",
    re.VERBOSE,
)
"""What tells that the attacker died too, and is not in the count before it."""
PERPETRATORS = (
    r"(?:gunm[ae]n|attackers?|assailants?|shooters?|bombers?|perpetrators?|hijackers?|kidnappers?"
    r"|raiders?|robbers?|militants?|insurgents?|knifem[ae]n|arsonists?|hostage-takers?|burglars?"
    r"|terrorists?|rebels?|guerr?illas?|extremists?|assassins?|abductors?|hackers?)"
)
PERPETRATOR = re.compile(rf"\b{PERPETRATORS}\b")
NOT_PEOPLE = re.compile(
    r"\#+(?:\ of)?(?:\ [\w-]+){0,2}?\ (?:cows|dogs|cats|horses|cattle|sheep|goats|pigs|birds|animals|pets"
    r"|villages|towns|cities|districts|provinces|posts|bases|positions|checkpoints|ships|vessels"
    r"|tankers|schools|offices|hotels|churches|mosques|clinics|hospitals|streets|blocks|flights"
    r"|documents|computers|phones|packages|parcels|assets|passports|paintings|pages|seats|points)\b"
)
"""Things and animals that are killed, seized, saved or cleared: their number counts nobody."""
AGGREGATE = re.compile(
    r"""\b(?:in|across|during|over)\ (?:at\ least\ |more\ than\ |some\ |about\ )?
      (?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|separate|dozens\ of)\ (?:\w+\ ){0,2}?
      (?:shootings|incidents|attacks|attempts|hours|days|weeks|months|years)\b
    | \bsince\ (?:\w+day|January|February|March|April|May|June|July|August|September|October|November
      |December|the\ (?:start|beginning)|\d{4}|then|he\ took|she\ took)\b
    | \b(?:so\ far\ )?this\ (?:year|month|weekend)\b
    | \bin\ the\ (?:past|last)\ (?:\w+\ )?(?:day|week|month|year)s?\b
    | \b(?:over|across)\ the\ (?:\w+\ )?weekend\b | \b(?:weeks|months|years)\ ago\b
    | \b(?:each|every|a|per)\ year\b | \bhomicides\b | \bannually\b
    | \bin\ (?:separate|unrelated|other)\ (?:\w+\ )?(?:shootings|incidents|attacks)\b""",
    re.VERBOSE,
)
"""What follows a toll of many incidents, or of another time: "in 17 shootings", "so far this year"."""
ONE_OF_SEVERAL = re.compile(r"one\b|1\b", re.IGNORECASE)
AGO = re.compile(
    r"\b(?:weeks|months|years|decades?)\ (?:ago|earlier)\b|\bin\ (?:this|the\ (?:past|last))\ (?:decade|year)"
    r"|\b(?:so\ far|[Tt]his)\ (?:this\ )?year"
)
"""What stands before a toll of another time."""
NEGATED = re.compile(
    r"\b(?:not|never|no\ longer|n['’]t|nobody|no\ one)\b[^,.;]{0,16}$", re.VERBOSE | re.IGNORECASE
)
UNREAL = re.compile(
    r"\b(?:if|would|could|(?:c|w)ould['’]ve|(?:almost|nearly)(?=\ $)|will"
    r"|threaten\w*\ to|want\w*\ to|meant\ to|plan\w*\ to"
    r"|tr(?:y|ied|ying)\ to|attempt\w*\ to|vow\w*\ to)\b[^,.;]{0,24}$",
    re.VERBOSE,
)
