"""The states of the USA by their short forms in the press ("Ind.", "N.C.") and in the post ("IN")."""

from __future__ import annotations

_ROWS = """
Alabama|AL|Ala
Alaska|AK|
Arizona|AZ|Ariz
Arkansas|AR|Ark
California|CA|Calif,Cal
Colorado|CO|Colo
Connecticut|CT|Conn
Delaware|DE|Del
District of Columbia|DC|D.C
Florida|FL|Fla
Georgia|GA|Ga
Hawaii|HI|
Idaho|ID|
Illinois|IL|Ill
Indiana|IN|Ind
Iowa|IA|
Kansas|KS|Kan,Kans
Kentucky|KY|Ky
Louisiana|LA|La
Maine|ME|
Maryland|MD|Md
Massachusetts|MA|Mass
Michigan|MI|Mich
Minnesota|MN|Minn
Mississippi|MS|Miss
Missouri|MO|Mo
Montana|MT|Mont
Nebraska|NE|Neb
Nevada|NV|Nev
New Hampshire|NH|N.H
New Jersey|NJ|N.J
New Mexico|NM|N.M
New York|NY|N.Y
North Carolina|NC|N.C
North Dakota|ND|N.D
Ohio|OH|
Oklahoma|OK|Okla
Oregon|OR|Ore
Pennsylvania|PA|Pa,Penn
Rhode Island|RI|R.I
South Carolina|SC|S.C
South Dakota|SD|S.D
Tennessee|TN|Tenn
Texas|TX|Tex
Utah|UT|
Vermont|VT|Vt
Virginia|VA|Va
Washington|WA|Wash
West Virginia|WV|W.Va
Wisconsin|WI|Wis
Wyoming|WY|Wyo
"""

POSTAL: dict[str, str] = {}
"""Two capitals to the state's name; a state only behind a town and a comma ("Gary, IN")."""
PRESS: dict[str, str] = {}
"""The press's forms, without their last full stop, to the state's name."""

for _row in _ROWS.split("\n"):
    if _row:
        _name, _code, _forms = _row.split("|")
        POSTAL[_code] = _name
        PRESS.update({form: _name for form in _forms.split(",") if form})

STATES = frozenset(POSTAL.values())


def state_of(words: str) -> str | None:
    """The state that the words behind a town's comma name: "Ind.", "IN", "Indiana"."""
    plain = words.strip().rstrip(".").replace(". ", ".")
    found = POSTAL.get(plain) or PRESS.get(plain)
    return found or (plain.title() if plain.title() in STATES else None)
