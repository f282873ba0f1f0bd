"""The type of a report's lead: the distinctions that codebooks make, hard ones first."""

from __future__ import annotations

import pytest

from onrecord.extract.incidents import lead_type

CASES = [
    ("Gunmen opened fire on a bus, killing three.", "shooting"),
    ("Two men were shot dead outside a bar.", "shooting"),
    ("A drive-by shooting wounded four people.", "shooting"),
    ("Police shot and killed a man who was holding a knife.", "police_shooting"),
    ("A man was shot by police after a chase.", "police_shooting"),
    ("An officer-involved shooting left one man dead.", "police_shooting"),
    ("A car bomb exploded outside the barracks, killing nine.", "bombing"),
    ("A suicide bomber blew up a checkpoint.", "bombing"),
    ("A grenade was thrown into a crowd.", "bombing"),
    ("A gas explosion destroyed a block of flats.", "explosion"),
    ("A blast tore through a fireworks factory.", "explosion"),
    ("A van was driven into shoppers at a street market.", "vehicle_ramming"),
    ("A driver ploughed into a crowd of pedestrians.", "vehicle_ramming"),
    ("A man stabbed two passengers on a tram.", "stabbing"),
    ("A knife attack in a park left one dead.", "stabbing"),
    ("Arsonists set fire to a mosque.", "arson"),
    ("A house fire killed a family of five.", "fire"),
    ("A blaze gutted a warehouse; nobody was hurt.", "fire"),
    ("The mayor was assassinated on her doorstep.", "assassination"),
    ("Masked men kidnapped an engineer and asked for ransom.", "kidnapping"),
    ("A gunman took six hostages in a bank.", "hostage_taking"),
    ("Armed men hijacked a tanker off the coast.", "hijacking"),
    ("Militants stormed an army post and killed six soldiers.", "armed_assault"),
    ("Rebels ambushed a convoy in the hills.", "armed_assault"),
    ("A peasant leader was murdered in his village.", "armed_assault"),
    ("Rioters looted shops and fought with police.", "riot"),
    ("Thousands protested against the new tax.", "protest"),
    ("Rival fans clashed before the match.", "clash"),
    ("Thieves robbed a jeweller of watches.", "robbery"),
    ("Ransomware stopped a hospital's computers.", "cyberattack"),
    ("A nerve agent attack killed two; sarin was found.", "chemical_attack"),
    ("Two trains collided near the border.", "crash"),
    ("A ferry capsized in a storm; it was an accident.", "accident"),
    ("An earthquake shook the coast.", "disaster"),
    ("A bomb threat emptied the station.", "threat"),
    ("The council met to speak of the budget.", "other"),
    ("The company's shares fell by a tenth.", "other"),
]


@pytest.mark.parametrize(("text", "kind"), CASES)
def test_lead_type(text: str, kind: str) -> None:
    assert lead_type(None, [text]) == kind
