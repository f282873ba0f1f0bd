"""Labelled cases for counts, hard ones first: parts, sums, other tolls, updates, nothing counted.

Invented sentences in the manner of agencies, local papers, tabloids and bulletins. `at_least(n)` is an
open interval; an empty list means that nothing may be counted.
"""

from __future__ import annotations

import pytest

from onrecord.core.values import Interval, Value
from onrecord.facts.registry import FACT_TYPES
from tests.facts.incident_cases import values_of

TYPES = {kind.field.removeprefix("incident."): kind for kind in FACT_TYPES}


def at_least(low: int) -> Interval:
    return Interval(low, None)


def at_most(high: int) -> Interval:
    return Interval(None, high)


CASES: dict[str, list[tuple[str, list[Value]]]] = {
    "killed": [
        ("Two boys, ages 7 and 10, and two adults were found slain in the house.", [4]),
        ("A couple and their two children were found dead.", []),
        ("Seven people were killed in 12 shootings since Friday.", []),
        ("So far this year 40 people have been killed in the city.", []),
        ("Three people were killed in separate shootings.", []),
        ("Two brothers died in a house fire years ago.", []),
        ("No one else was killed.", []),
        ("He almost killed three people.", []),
        ("Nine people could have been killed.", []),
        ("Police fear the blast that injured four has killed two more.", []),
        ("Two missionaries, aged 19 and 21, were shot to death.", [2]),
        ("The double murder shook the valley.", [2]),
        ("It was an apparent triple homicide, the sheriff said.", [3]),
        ("A 24-year-old man is dead after a quarrel in Ulmen.", [1]),
        ("The victim, 16, was pronounced dead at the scene.", [1]),
        ("A teenager died and four others were hurt in the drive-by.", [1]),
        ("A woman was shot to death outside her flat.", [1]),
        ("A man was killed. A woman was also killed.", []),
        ("The murder of a teenage girl has shocked Ulmen.", [1]),
        ("The slayings of four children were never solved.", [4]),
        ("THE REBELS KILLED NINE PEASANTS IN AN ATTACK ON THE FARM.", [9]),
        ("SIX PRIESTS WERE ASSASSINATED LAST NOVEMBER.", [6]),
        ("The death toll was later corrected to 41.", [41]),
        ("The toll was revised down from 50 to 46.", [46]),
        ("One dead, two hurt in Ulmen shooting.", [1]),
        ("Four people have lost their lives.", [4]),
        ("Between 30 and 35 miners perished.", [Interval(30, 35)]),
        ("Nearly 60 people died.", [60]),
        ("As many as 20 people were killed.", [at_most(20)]),
        ("Fewer than ten people died.", [at_most(9)]),
        ("A couple of guards were killed.", [Interval(2, 3)]),
        ("Hundreds of people were killed.", [at_least(200)]),
        ("A bus with 40 passengers overturned, killing 12.", [12]),
        ("Six people were shot, one fatally.", [1]),
        ("Four people were shot, one of whom later died.", [1]),
        ("One of the five, a 30-year-old man, died at the clinic.", [1]),
        (
            "She is charged with the deaths of [e1 Ana Brito], 23, [e2 Olo Varn], 31, and [e3 Ida Oss].",
            [3],
        ),
        ("He killed his wife and three sons.", [4]),
        ("The blast killed [e1 a boy] and [e2 his uncle].", [2]),
        ("Two guards and the gunman are dead.", [3]),
        ("A man was charged in the death of 16-year-old [e1 Javo Rell].", [1]),
        ("The girl was taken to a clinic, where she died.", [1]),
        ("He was charged with the shooting death of a 3 yr old boy.", [1]),
        ("A mother fatally shot her husband.", [1]),
        ("The rampage left four guards, including the gunman, dead.", [4]),
        ("Eleven people were hurt; none died.", [0]),
        ("The .45 calibre pistol killed nobody, said the 34-year-old.", []),
    ],
    "injured": [
        ("Two teenagers and eight adults were wounded.", [10]),
        ("No one else was injured.", []),
        ("One victim is being treated for life-threatening injuries. Six were hurt.", [6]),
        ("The violence that also injured seven others went on.", [7]),
        ("Damla Reyk was mortally wounded.", []),
        ("The man was fatally injured.", []),
        ("Forty people were wounded in 33 shootings since Friday.", []),
        ("A 2-year-old boy was accidentally shot in the hand.", [1]),
        ("A girl of 9 was shot and killed.", []),
        ("A 13-year-old suffered a gunshot wound to the foot.", [1]),
        ("The boy shot himself in the leg.", [1]),
        ("A woman was taken to hospital with non-life-threatening injuries.", [1]),
        ("The driver is in critical condition.", [1]),
        ("A man was wounded. A woman was wounded too.", []),
        ("One man was shot in the head and one man was shot in the arm.", []),
        ("A fourth person was wounded.", []),
        ("The toll of injured people rose to 52 from 40.", []),
        ("The number of wounded rose to 52.", [52]),
        ("More than 30 people were hurt.", [at_least(31)]),
        ("About 200 fans suffered minor injuries.", [200]),
        ("Between five and seven guests were hurt.", [Interval(5, 7)]),
        ("Several rescuers inhaled smoke.", [at_least(3)]),
        ("Dozens were wounded.", [at_least(24)]),
        ("No one was hurt.", [0]),
        ("No injuries were reported.", [0]),
        ("THREE SOLDIERS WERE WOUNDED IN THE AMBUSH.", [3]),
        ("A SOLDIER WAS WOUNDED.", [1]),
        ("Two hurt in Ulmen blast.", [2]),
        ("The explosion left 14 people injured.", [14]),
        ("Four were treated for cuts and shock at the scene.", [4]),
        ("Six people were shot, one fatally.", [5]),
        ("Two people were killed. The other four were taken to hospital with wounds.", [4]),
        ("A man died and three other people were shot.", [3]),
        ("One man died, and another two were wounded.", [2]),
        ("[e1 A boy] and two women were wounded.", [3]),
        ("Wounded were three women and [e1 a man].", [4]),
        ("A boy of 5 was shot. He died in the hospital.", []),
        ("A suspect was wounded.", []),
        ("She has been hurt by his words.", []),
    ],
    "arrested": [
        ("Police arrested five men and two women.", [7]),
        ("Nobody was arrested.", [0]),
        ("No arrests were made.", [0]),
        ("Two more men were arrested on Friday.", []),
        ("Three of them were arrested.", []),
        ("[e1 A teacher] was taken into custody.", [1]),
        ("[e1 Ada Brun] was arrested at the border.", [1]),
        ("Then was arrested.", []),
        ("Sixty people were rounded up.", [60]),
        ("At least 12 people were detained.", [at_least(12)]),
        ("Police made three arrests.", [3]),
        ("Officers detained a 19-year-old student.", [1]),
        ("They would arrest 20 people.", []),
        ("Up to 30 marchers were detained.", [at_most(30)]),
        ("Dozens were arrested.", [at_least(24)]),
    ],
    "missing": [
        ("Five people are missing.", [5]),
        ("At least nine people are missing.", [at_least(9)]),
        ("Three children are still missing.", [3]),
        ("Dozens are missing.", [at_least(24)]),
        ("Two of them are still missing.", []),
        ("Some 40 people are unaccounted for.", [40]),
        ("No one is missing.", [0]),
        ("The mudslide left up to 15 missing.", [at_most(15)]),
        ("Twelve crew members remain missing.", [12]),
        ("Seven people were listed as missing.", [7]),
        ("Two pistols are missing.", []),
        ("The missing link is 4 km long.", []),
    ],
    "kidnapped": [
        ("Rebels kidnapped four nurses.", [4]),
        ("Gunmen abducted at least 12 pupils.", [at_least(12)]),
        ("Nine tourists were taken hostage.", [9]),
        ("Three engineers were abducted on Monday.", [3]),
        ("[e1 A priest] was kidnapped.", [1]),
        ("They threatened to kidnap two judges.", []),
        ("The robbers took six customers hostage.", [6]),
        ("Up to 20 people were held captive.", [at_most(20)]),
        ("The kidnapping of two divers ended well.", [2]),
        ("THE GUERRILLAS KIDNAPPED THREE MAYORS.", [3]),
        ("Police seized 40 rifles.", []),
    ],
    "rescued": [
        ("Crews rescued 20 passengers.", [20]),
        ("Two girls were pulled out alive.", [2]),
        ("About 90 people were brought to safety.", [90]),
        ("At least five hikers were rescued.", [at_least(5)]),
        ("Three of them were rescued.", []),
        ("They hoped to rescue 12 miners.", []),
    ],
    "evacuated": [
        ("Some 2,000 residents were evacuated.", [2000]),
        ("More than 50 families fled their homes.", [at_least(51)]),
        ("Police evacuated 300 guests.", [300]),
        ("Hundreds were told to leave.", [at_least(200)]),
        ("Nobody left the hall; 300 watched.", []),
    ],
    "perpetrators": [
        ("Three gunmen burst into the shop.", [3]),
        ("Between four and six attackers fled.", [Interval(4, 6)]),
        ("At least two gunmen opened fire.", [at_least(2)]),
        ("He acted alone.", [1]),
        ("The attackers fled.", []),
        ("Police are looking for four men.", [4]),
        ("A lone attacker stabbed the clerk.", [1]),
        ("Two men in balaclavas poured petrol.", [2]),
        ("Five armed men stopped the bus.", [5]),
        ("Two men watched.", []),
    ],
    "perpetrators_killed": [
        ("Police killed two of the gunmen.", []),
        ("Police killed two gunmen.", [2]),
        ("Three attackers were shot dead.", [3]),
        ("[e1 The gunman] was killed.", [1]),
        ("[e1 The bomber] died in the blast.", [1]),
        ("Two guards died.", []),
    ],
}
ROWS = [(name, text, expected) for name, rows in CASES.items() for text, expected in rows]


@pytest.mark.parametrize(("name", "text", "expected"), ROWS)
def test_counts(name: str, text: str, expected: list[Value]) -> None:
    kind = "kidnapping" if name == "kidnapped" else "shooting"
    assert values_of(TYPES[name], text, kind) == expected
