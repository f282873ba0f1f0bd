"""Nouns for one person to whom something was done, and what sex they tell."""

from __future__ import annotations

MALE = (
    "man boy male father husband brother son stepson grandson nephew grandfather uncle boyfriend"
    " stepfather father-in-law brother-in-law son-in-law ex-husband ex-boyfriend teen-ager"
    " gentleman"
)
FEMALE = (
    "woman girl female mother wife sister daughter stepdaughter granddaughter niece grandmother aunt"
    " girlfriend stepmother mother-in-law sister-in-law daughter-in-law ex-wife ex-girlfriend"
)
EITHER = (
    "teen teenager child baby toddler infant person student victim driver passenger resident worker"
    " bystander motorist pedestrian cyclist motorcyclist clerk cashier employee customer juvenile"
    " tenant adult youth minor homeowner deputy officer policeman policewoman soldier firefighter"
    " farmer journalist teacher lawyer politician judge priest candidate leader peasant civilian guard"
    " watchman nurse doctor friend cousin neighbor neighbour roommate partner classmate bailiff"
)
SEX = dict.fromkeys(MALE.split(), "male") | dict.fromkeys(FEMALE.split(), "female")
SEX |= {"he": "male", "his": "male", "she": "female", "her": "female"}
HEADS = "|".join(sorted({*MALE.split(), *FEMALE.split(), *EITHER.split()}, key=len, reverse=True))
"""Nouns for one person, as a part of a regular expression."""
