"""Words for a country's people, with the country's code (ISO 3166-1 alpha-2).

After the demonyms of CountryInfo 1.0.1 (MIT licence, Porimol Chandro). Territories whose word is
another state's are left out, and so is "Dominican", which two states share; other spellings and
nouns ("Pole", "Spaniard") were added by hand.
"""

from __future__ import annotations

_ROWS = """
AD Andorran
AE Emirati
AF Afghan
AG Antiguan, Barbudan
AL Albanian
AM Armenian
AO Angolan
AR Argentine, Argentinean, Argentinian
AS American Samoan
AT Austrian
AU Australian
AW Aruban
AZ Azerbaijani
BA Bosnian, Herzegovinian
BB Barbadian
BD Bangladeshi
BE Belgian
BF Burkinabe, Burkinabé
BG Bulgarian
BH Bahraini
BI Burundian
BJ Beninese
BN Bruneian
BO Bolivian
BR Brazilian
BS Bahamian
BT Bhutanese
BW Botswanan, Motswana
BY Belarusian, Belarussian
BZ Belizean
CA Canadian
CD Congolese
CF Central African
CH Swiss
CI Ivorian
CK Cook Islander
CL Chilean
CM Cameroonian
CN Chinese
CO Colombian
CR Costa Rican
CU Cuban
CV Cape Verdean, Cape Verdian
CY Cypriot
CZ Czech
DE German
DJ Djiboutian
DK Dane, Danish
DZ Algerian
EC Ecuadorean, Ecuadorian
EE Estonian
EG Egyptian
ER Eritrean
ES Spaniard, Spanish
ET Ethiopian
FI Finn, Finnish
FJ Fijian
FK Falkland Islander
FM Micronesian
FO Faroese
FR French, Frenchman, Frenchwoman
GA Gabonese
GB British, Briton, English, Englishman, Englishwoman, Scot, Scotsman, Scottish, Welsh
GD Grenadian
GE Georgian
GH Ghanaian
GL Greenlander, Greenlandic
GM Gambian
GN Guinean
GP Guadeloupian
GQ Equatorial Guinean
GR Greek
GT Guatemalan
GU Guamanian
GW Bissau-Guinean
GY Guyanese
HK Hong Konger
HN Honduran
HR Croat, Croatian
HT Haitian
HU Hungarian
ID Indonesian
IE Irish, Irishman, Irishwoman
IL Israeli
IM Manx
IN Indian
IQ Iraqi
IR Iranian
IS Icelander, Icelandic
IT Italian
JM Jamaican
JO Jordanian
JP Japanese
KE Kenyan
KG Kirghiz, Kyrgyz
KH Cambodian
KI I-Kiribati
KM Comoran, Comorian
KN Kittian and Nevisian
KP North Korean
KR South Korean
KW Kuwaiti
KY Caymanian
KZ Kazakh, Kazakhstani
LA Lao, Laotian
LB Lebanese
LC Saint Lucian
LI Liechtensteiner
LK Sri Lankan
LR Liberian
LS Basotho, Mosotho
LT Lithuanian
LU Luxembourger, Luxembourgish
LV Latvian
LY Libyan
MA Moroccan
MC Monacan, Monegasque
MD Moldovan
ME Montenegrin
MG Malagasy
MH Marshallese
MK Macedonian
ML Malian
MM Burmese, Myanmarese
MN Mongolian
MR Mauritanian
MS Montserratian
MT Maltese
MU Mauritian
MV Maldivan, Maldivian
MW Malawian
MX Mexican
MY Malaysian
MZ Mozambican
NA Namibian
NC New Caledonian
NE Nigerien
NG Nigerian
NI Nicaraguan
NL Dutch, Dutchman, Dutchwoman
NO Norwegian
NP Nepalese, Nepali
NR Nauruan
NZ New Zealander
OM Omani
PA Panamanian
PE Peruvian
PF French Polynesian
PG Papua New Guinean, Papuan
PH Filipina, Filipino, Philippine
PK Pakistani
PL Pole, Polish
PR Puerto Rican
PS Palestinian
PT Portuguese
PW Palauan
PY Paraguayan
QA Qatari
RO Romanian
RS Serb, Serbian
RU Russian
RW Rwandan
SA Saudi, Saudi Arabian
SB Solomon Islander
SC Seychellois
SD Sudanese
SE Swede, Swedish
SG Singaporean
SI Slovene, Slovenian
SK Slovak, Slovakian
SL Sierra Leonean
SM Sammarinese
SN Senegalese
SO Somali
SR Surinamer, Surinamese
SS South Sudanese
ST Sao Tomean
SV Salvadoran, Salvadorean
SY Syrian
SZ Swazi
TD Chadian
TG Togolese
TH Thai
TJ Tadzhik, Tajik
TL East Timorese, Timorese
TM Turkmen
TN Tunisian
TO Tongan
TR Turk, Turkish
TT Tobagonian, Trinidadian
TV Tuvaluan
TW Taiwanese
TZ Tanzanian
UA Ukrainian
UG Ugandan
US American
UY Uruguayan
UZ Uzbek, Uzbekistani
VC Saint Vincentian
VE Venezuelan
VN Vietnamese
VU Ni-Vanuatu
WS Samoan
XK Kosovan, Kosovar
YE Yemeni
ZA South African
ZM Zambian
ZW Zimbabwean
"""


def _codes(rows: str) -> dict[str, str]:
    """The code of each word."""
    table: dict[str, str] = {}
    for row in rows.strip().splitlines():
        code, _, words = row.partition(" ")
        table.update({word.strip(): code for word in words.split(",")})
    return table


DEMONYMS = _codes(_ROWS)
"""ISO 3166-1 alpha-2 by word, as written in capitals: "Tunisian", "New Zealander"."""
