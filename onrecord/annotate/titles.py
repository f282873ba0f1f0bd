"""Words for what people are, as they stand before a name: "Sgt. Jana Brod".

They are no part of the name. Training takes them off the gold, and what the encoder leaves on is
taken off here.
"""

from __future__ import annotations

import re

TITLES = frozenset(
    "president mr mrs ms dr prof professor sir lord lady dame king queen prince princess pope"
    " senator sen rep representative congressman congresswoman governor gov mayor minister"
    " secretary chancellor ambassador judge justice chief officer detective det inspector sgt"
    " sergeant lt lieutenant capt captain cmdr commander col colonel gen general maj major adm"
    " admiral cpl corporal pvt deputy sheriff chairman chairwoman chair director ceo cfo coo"
    " executive vice prime foreign defence defense interior first spokesman spokeswoman"
    " spokesperson attorney coach founder co-founder author actor actress singer writer host"
    " candidate nominee leader analyst manager head former then acting rev reverend father"
    " brother sister st saint speaker premier commissioner superintendent constable staff staffer"
    " imam sheikh ayatollah rabbi bishop archbishop cardinal democrat republican".split()
)

#: Titles that are also parts of names ("St. Ives", "Dean") stay on a found name.
IN_NAMES = frozenset("st saint then first dean king prince princess".split())
WORD = re.compile(r"[\w-]+\.?\s+")


def without_titles(name: str) -> int:
    """Code points of the titles at the start of a person's name; its last word always stays."""
    at = 0
    while match := WORD.match(name, at):
        if match[0].strip(" .\n\t\xa0").lower() not in TITLES - IN_NAMES:
            break
        at = match.end()
    return at
