"""General vocabulary of news prose: people, bodies, things, titles, and the words between them.

Lists of common English words, no names of people or incidents. A word stands in its singular and
lower case; `number_of` in this module's users tells plurals.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MALE_NOUNS = _words(
    "man boy gentleman policeman fireman gunman spokesman "
    "businessman fisherman salesman airman serviceman postman doorman "
    "husband father son brother uncle nephew grandfather grandson boyfriend widower "
    "father-in-law son-in-law brother-in-law stepfather stepson stepbrother dad grandad king "
    "prince lord monk priest imam actor waiter host steward lad guy bloke clergyman"
)
FEMALE_NOUNS = _words(
    "woman girl lady policewoman spokeswoman chairwoman councilwoman congresswoman "
    "businesswoman saleswoman camerawoman servicewoman wife mother daughter sister aunt niece "
    "grandmother granddaughter girlfriend widow mother-in-law daughter-in-law sister-in-law "
    "stepmother stepdaughter stepsister mum mom gran grandma queen princess nun actress waitress "
    "hostess stewardess midwife headmistress"
)
KIN_NOUNS = _words(
    "husband wife father mother son daughter brother sister uncle aunt nephew niece grandfather "
    "grandmother grandson granddaughter grandchild grandparent boyfriend girlfriend fiance fiancee "
    "fiancé fiancée widow widower parent child sibling cousin partner spouse friend colleague "
    "relative lawyer client neighbour neighbor dad mum mom gran grandma grandad boss employer "
    "flatmate roommate father-in-law mother-in-law son-in-law daughter-in-law brother-in-law "
    "sister-in-law stepfather stepmother stepson stepdaughter twin accomplice family attorney "
    "brother-in-arms co-worker classmate teammate bodyguard driver deputy predecessor successor"
)
PERSON_NOUNS = (
    MALE_NOUNS
    | FEMALE_NOUNS
    | KIN_NOUNS
    | _words(
        "suspect attacker shooter assailant bomber driver victim witness survivor resident neighbour "
        "neighbor elder trader stallholder farmer worker employee colleague friend partner spokesperson "
        "official officer constable sergeant captain colonel general lieutenant major corporal "
        "inspector superintendent detective commander commissioner brigadier admiral marshal sheriff "
        "deputy ranger agent guard soldier trooper marine pilot sailor veteran president premier "
        "minister secretary mayor governor senator lawmaker legislator deputy councillor councilor "
        "ambassador diplomat envoy consul chancellor politician candidate leader chief head boss "
        "director manager executive owner founder chairperson chair treasurer editor reporter "
        "journalist correspondent photographer analyst expert researcher scientist professor teacher "
        "lecturer student pupil headteacher principal doctor surgeon nurse paramedic medic physician "
        "psychiatrist pathologist coroner pharmacist dentist lawyer attorney solicitor barrister "
        "prosecutor judge magistrate justice juror clerk notary investigator regulator inspector "
        "engineer technician mechanic electrician plumber welder pipefitter carpenter builder "
        "architect operator supervisor foreman trainee apprentice intern courier porter vendor "
        "seller shopkeeper merchant dealer baker butcher cook chef barber tailor florist cheesemaker "
        "beekeeper gardener fisher fisherman hunter shepherd miner labourer laborer trucker cyclist "
        "motorist pedestrian passenger passer-by bystander onlooker shopper tourist visitor guest "
        "customer commuter traveller traveler hiker climber jogger migrant refugee immigrant "
        "asylum-seeker citizen national person adult teenager teen youth youngster child baby infant "
        "toddler kid pensioner retiree father mother parent sibling relative cousin hostage captive "
        "prisoner inmate detainee convict defendant accused plaintiff offender robber thief burglar "
        "kidnapper hijacker hacker arsonist murderer killer rapist smuggler trafficker militant "
        "extremist terrorist rebel insurgent fighter jihadist separatist sniper perpetrator "
        "accomplice intruder stalker fugitive protester protestor demonstrator activist campaigner "
        "organiser organizer volunteer rescuer firefighter lifeguard diver historian author writer "
        "poet novelist singer musician actor artist painter dancer comedian presenter broadcaster "
        "footballer player coach manager referee athlete swimmer runner boxer bishop archbishop "
        "cardinal pope priest pastor vicar rabbi imam monk cleric preacher chaplain economist "
        "banker accountant trader broker investor consultant adviser advisor aide assistant "
        "secretary counsel representative delegate negotiator mediator interpreter translator "
        "councilman congressman cameraman craftsman spokesperson insider source "
        "whistleblower informant informer "
        "stranger gunman landlord "
        "tenant lodger flatmate roommate classmate schoolmate teammate client patient casualty "
        "caretaker janitor cleaner housekeeper nanny babysitter biologist chemist physicist "
        "geologist meteorologist astronomer seismologist criminologist psychologist sociologist "
        "librarian archivist curator geographer surveyor forester trader forwarder haulier "
        "dispatcher controller conductor steward captain skipper crewman shipowner blogger "
        "commentator columnist bride groom orphan twin heir member founder co-founder chairman "
        "ombudsman rector dean provost chancellor vice-president cashier jeweller jeweler goldsmith "
        "watchmaker master harbourmaster striker docker busker "
        "choirmaster chorister alderman legislator newcomer local colleague"
    )
)
RANKS = _words(
    "mr mrs ms miss mx dr prof professor sir dame lord lady captain capt colonel col general gen "
    "lieutenant lt sergeant sgt major maj officer inspector insp detective det commander cmdr "
    "president minister mayor governor gov senator sen representative rep judge justice rev reverend "
    "father sister brother imam sheikh corporal cpl private pvt brigadier brig admiral adm marshal "
    "commissioner superintendent supt constable chief sheriff deputy agent premier chancellor "
    "ambassador king queen prince princess pope bishop archbishop cardinal councillor cllr "
    "secretary director chairman chairwoman chair coach spokesman spokeswoman spokesperson "
    "prosecutor warrant lord dame madam señor señora herr frau monsieur madame comrade doctor nurse "
    "engineer dr. mr. mrs. ms. prof. capt. col. gen. lt. sgt. maj. st. brig. insp. det. cmdr. "
    "firefighter trooper lawmaker lawyer attorney leader"
)
"""Words before a name that are no part of it."""

MALE_TITLES = _words("mr sir lord mr. father brother king prince herr señor monsieur")
FEMALE_TITLES = _words(
    "mrs ms miss dame lady mrs. ms. madam sister queen princess frau señora madame"
)

SOURCE_NOUNS = _words("source sources official officials")

GROUP_NOUNS = _words(
    "people authorities crowd family couple troops staff crew team gang mob public residents "
    "parents children relatives men women others dozens hundreds thousands media outlets critics "
    "locals police rescuers emergency-services personnel jury union-members"
)
"""Plural by nature; a plural of a person noun is a group too."""

ORGANISATION_NOUNS = _words(
    "ministry office company firm union association agency council government police department "
    "directorate service party group committee commission authority consulate embassy army navy "
    "military parliament senate congress court tribunal bank newspaper paper magazine tabloid "
    "channel station broadcaster outlet website club church school university institute college "
    "federation confederation league bureau corporation manufacturer contractor operator "
    "airline brigade battalion cartel militia organisation organization charity foundation "
    "coalition alliance administration municipality prosecution inspectorate "
    "regulator watchdog movement guild chamber hospital clinic insurer supplier "
    "subsidiary employer publisher outfit faction secretariat headquarters "
    "prefecture laboratory think-tank society choir consortium"
)
OUTLET_NOUNS = _words(
    "newspaper paper magazine tabloid channel station broadcaster outlet website daily weekly "
    "news-agency newswire"
)
ORGANISATION_WORDS = _words(
    "ministry police department agency authority council committee commission association union "
    "group company corporation corp inc ltd llc plc gmbh ag sa party court parliament senate "
    "congress university college institute school academy federation league organisation "
    "organization bank directorate office service services bureau board centre center "
    "foundation trust brigade army navy force forces guard corps network coalition alliance "
    "movement front embassy consulate club church society administration government prosecutor's "
    "prosecutors house cabinet nations state intelligence security systems industries holdings "
    "bar chamber watch media partners airlines airways railways motors energy cyber logistics "
    "tribunal liberation resistance jihad brigades command commando unit squad team"
)
"""Last or telling words of an organisation's name."""

OUTLET_WORDS = _words(
    "times post press news wire radio tv television gazette herald tribune telegraph journal "
    "ledger echo star bulletin mirror express guardian observer chronicle courier independent mail "
    "register sentinel examiner dispatch broadcasting kanal kanál canal channel zeitung presse "
    "agence reuters ap afp bbc cnn newspaper magazine review daily weekly "
    "gazeta diario jornal folha correio rádio online monitor inquirer advertiser argus "
    "globe sun standard today broadcaster tagblatt novosti mercury clarion banner record hoja "
    "periodico periódico noticias nachrichten rundfunk newswire"
)
OUTLET_LAST_WORDS = _words(
    "times post press news wire gazette herald tribune telegraph journal ledger echo star bulletin "
    "mirror express guardian observer chronicle courier independent mail register sentinel examiner "
    "dispatch broadcasting zeitung newspaper magazine review monitor "
    "inquirer advertiser argus globe sun standard today tagblatt novosti mercury clarion banner "
    "record noticias nachrichten rundfunk newswire tv television radio online"
)
OUTLET_FIRST_WORDS = _words(
    "radio rádio kanal kanál canal channel agence folha hoja gazeta diario diário jornal correio "
    "jornal periodico periódico"
)
AGENCIES = _words(
    "reuters ap afp bbc cnn dpa tass itar-tass xinhua efe ansa upi npr nbc cbs abc msnbc pbs"
)
"""Short names of large agencies and broadcasters: general vocabulary of the trade."""

FACILITY_WORDS = _words(
    "hospital station airport street square road avenue bridge market school church mosque "
    "synagogue temple cathedral stadium arena theatre theater mall plant factory prison jail "
    "courthouse hotel port harbour harbor terminal park palace tower museum hall barracks base "
    "camp cemetery embassy consulate university library warehouse restaurant cafe café bar pub "
    "nightclub bank depot refinery pier quay centre center estate lane boulevard plaza university "
    "campus dam mine farm checkpoint clinic drive way highway route parkway freeway trail circle "
    "terrace crescent"
)
FACILITY_NOUNS = _words(
    "hospital airport street square bridge market marketplace school church mosque synagogue temple "
    "cathedral stadium arena theatre theater mall plant factory prison jail courthouse courtroom "
    "hotel port harbour harbor terminal park museum hall barracks cemetery warehouse restaurant "
    "cafe café pub nightclub depot refinery pier quay house home apartment flat villa farm farmhouse "
    "garage shop store supermarket office building tower campus checkpoint border mine dam highway "
    "motorway road corridor alley promenade embankment beach forest field lake river playground "
    "classroom kindergarten nursery clinic allotment hut cottage laundromat launderette hostel motel "
    "crossing deli diner barbershop salon pharmacy gym casino lounge duplex shed"
)
PLACE_NOUNS = _words(
    "city town village district suburb region province state county country capital island valley "
    "mountain coast neighbourhood neighborhood municipality area"
)
PLACE_WORDS = _words(
    "city county province island islands valley river lake mount mountain mountains sea bay beach "
    "region district republic kingdom states peninsula desert gulf strait coast hills heights "
    "north south east west northern southern eastern western upper lower new san santa são"
)
WEAPON_NOUNS = _words(
    "pistol rifle shotgun handgun gun firearm revolver knife machete axe hatchet bomb grenade "
    "explosive explosives rocket missile mortar sword hammer dagger razor crossbow bayonet carbine "
    "kalashnikov submachine-gun machine-gun weapon device warhead landmine ammunition acid blade "
    "screwdriver bat truncheon taser shell cleaver scalpel ransomware malware cobblestone petrol baton "
    "cannon firebomb"
)
VEHICLE_NOUNS = _words(
    "van lorry truck car bus coach train tram motorcycle motorbike scooter moped bicycle bike boat "
    "ship ferry vessel yacht plane aircraft airliner jet helicopter drone tank pickup taxi cab "
    "minibus minivan ambulance tractor trailer vehicle suv sedan hatchback jeep tanker dinghy"
)

DETERMINERS = _words("a an the this that these those his her its their our my your some another")
INDEFINITE = _words(
    "a an another one some several many two three four five six seven eight nine ten eleven twelve "
    "dozens hundreds both other others few no any"
)
POSSESSIVES = _words("his her its their our my your")
NUMBER_WORDS = _words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand several many some few dozens hundreds thousands both other more most all"
)
PLAIN_MODIFIERS = _words(
    "senior junior former local regional national federal provincial municipal deputy chief top "
    "police court hospital military army government security intelligence emergency health rescue "
    "fire state city town county district interior foreign defence defense justice transport labour "
    "labor finance prime vice first second third fourth fifth last young old elderly unnamed unidentified "
    "anonymous masked armed wounded injured dead retired alleged suspected off-duty plain-clothes "
    "plainclothes male female teenage married pregnant american british french german italian greek "
    "spanish portuguese polish czech russian chinese japanese turkish syrian iraqi iranian israeli "
    "palestinian ukrainian other little-known shadowy public private independent chief lead main "
    "union company bank school church university counter-terrorism anti-terrorism terrorism crime "
    "homicide murder press media news television radio human rights border coast traffic special "
    "plant factory shop market opposition ruling religious political western eastern northern "
    "southern central white black right-wing left-wing far-right far-left criminal legal medical "
    "prison railway train bus truck taxi delivery van lorry parcel fellow two-year-old terror "
    "tear rubber pepper water chemical criminal labour building safety key prime star lone second-year"
)

FUNCTION_WORDS = _words(
    "a an the this that these those his her its their our my your i you he she it we they him them "
    "us me who whom whose which what where when why how of in on at by for with from to into onto "
    "over under after before during between among against about around near through across behind "
    "beyond within without toward towards until till since despite via as than and or but nor "
    "so yet if unless while although though because whether is are was were be been being am has "
    "have had having do does did will would shall should can could may might must not no n't also "
    "then there here now just only even still already again once never always often soon later "
    "earlier ago very too more most less least much many some any all both each every either neither "
    "other another such same said says say told tells asked ask asks not's out up down off away back "
    "one's there's it's he's she's that's what's who's let's i'm i've we're they're you're don't "
    "didn't doesn't won't wasn't isn't aren't couldn't wouldn't yes no oh well perhaps maybe however "
    "meanwhile moreover according citing quoting yesterday today tomorrow tonight"
)

STARTERS = (
    FUNCTION_WORDS
    | NUMBER_WORDS
    | _words(
        "police officers officials investigators prosecutors witnesses authorities residents people men "
        "women children parents neighbours neighbors relatives firefighters rescuers doctors soldiers "
        "workers protesters experts analysts critics lawyers families farmers traders colleagues "
        "leaflets photographs pictures images footage video videos crews teams emergency security "
        "early late last next nobody somebody everybody everyone someone something nothing anything "
        "everything shortly separately additionally finally instead indeed thus therefore hence despite "
        "correction update updated breaking live exclusive photo photos photograph source sources image "
        "share read sign popular contact please note editor's editors advertisement related more "
        "details reports report reporting reported contrary asked speaking writing born dear thank thanks "
        "whatever whoever wherever whenever nearly almost about roughly around dozens hundreds thousands "
        "millions half most part nothing none given based following according including like unlike "
        "accounts prosecutors judges lawyers clerks gunmen attackers victims survivors passengers "
        "shots gunfire explosions smoke fire flames traffic schools shops flights trains buses roads "
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
        "july august september october november december mon tue wed thu fri sat sun jan feb mar apr jun "
        "jul aug sep sept oct nov dec spring summer autumn winter christmas easter press release "
        "statement message letter post thread reply question answer q a no yes ok okay early"
    )
)
"""Words that stand at the start of a sentence in capitals without being names."""

CALENDAR = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december mon tue wed thu fri sat sun jan feb mar apr jun "
    "jul aug sep sept oct nov dec christmas easter ramadan carnival halloween thanksgiving gmt cet "
    "cest utc est edt pst bst am pm eid passover sabbath"
)

NATIONALITIES = _words(
    "afghan african albanian algerian american arab argentine armenian asian australian austrian "
    "azerbaijani bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian canadian "
    "catalan chechen chilean chinese colombian congolese croatian cuban cypriot czech danish dutch "
    "ecuadorian egyptian english estonian ethiopian european filipino finnish french georgian german "
    "ghanaian greek guatemalan haitian hungarian icelandic indian indonesian iranian iraqi irish "
    "israeli italian ivorian jamaican japanese jewish jordanian kazakh kenyan korean kosovar kurdish "
    "kuwaiti latvian lebanese libyan lithuanian macedonian malaysian maltese mexican moldovan "
    "mongolian montenegrin moroccan muslim nepalese nicaraguan nigerian norwegian pakistani "
    "palestinian peruvian polish portuguese romanian russian rwandan saudi scottish senegalese "
    "serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese "
    "tanzanian thai tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh "
    "yemeni zimbabwean christian catholic protestant orthodox islamic islamist sunni shiite shia hindu "
    "buddhist western soviet"
)
"""Adjectives in capitals that are no names by themselves."""

NAME_PARTICLES = _words(
    "de da do dos das del della di du la le van von der den ten ter bin ibn al el abu af av zu zum y e "
    "ben bar st st. san dos thi"
)
LINK_WORDS = _words("of for and the de da do di du des del la le")
"""Small words inside the names of organisations and places."""

DOCUMENT_NOUNS = _words(
    "report records warrant affidavit indictment documents papers filing lawsuit complaint audit "
    "autopsy study survey memo memorandum dossier"
)
"""Documents that are an origin of their own: nobody speaks through them."""

INTERNAL_PAPERS = _words("memo memorandum dossier audit affidavit indictment")
"""Documents that news cites with "a" or "an" too: there is seldom more than one."""

TOLD_PAPERS = _words("review inquiry inquest update updates post posts reports bulletin studies")
"""What is a document only where it says something: "a review found", "early reports said"."""

KNOWN_NOUNS = (
    PERSON_NOUNS | ORGANISATION_NOUNS | FACILITY_NOUNS | PLACE_NOUNS | WEAPON_NOUNS | VEHICLE_NOUNS
)

NO_BODIES = frozenset(
    "ID TV UK US USA EU UN PM AM CEO CFO COO MP PR IT HQ DNA CCTV SUV GPS FAQ OK AI RIP PS DJ VIP".split()
)
"""Capitals that are no body that speaks."""
