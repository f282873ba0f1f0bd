"""Word lists about people: offices and jobs, ranks, kin, gender, bodies. Compiled by hand."""

from __future__ import annotations

RANKS = frozenset(
    """
    admiral brigadier cadet capt captain cmdr col colonel commander commandant commodore constable
    corporal cpl det detective ensign gen general inspector lance lieutenant lt maj major marshal
    midshipman officer ofc private pvt sergeant sgt staff superintendent supt trooper warrant
    """.split()
)
"""Words that make up a rank: "Lieutenant Colonel", "Warrant Officer"."""

PARTS_OF_RANKS = frozenset("staff lance warrant".split())
"""Words that are a rank only with another one."""

COURTESY = frozenset("mr mrs ms miss mx sir dame lord lady dr prof saint st".split())

ROLE_HEADS = frozenset(
    """
    academic accountant activist actor actress adjutant administrator adviser advisor agent aide
    ambassador anaesthetist analyst anchor anesthesiologist apprentice archaeologist archbishop
    architect archivist artist assistant astronomer athlete attache attorney auctioneer auditor
    author ayatollah bailiff baker banker barber barista barmaid barman barrister bartender
    beekeeper bishop blacksmith blogger boatman bodyguard bookkeeper bookseller boss botanist
    boxer brewer bricklayer broker builder bureaucrat businessman businesswoman busker butcher
    butler cabinetmaker cameraman campaigner candidate captain cardinal caregiver carer caretaker
    carpenter cartoonist cashier caterer ceo cfo chair chairman chairperson chairwoman chancellor
    chaplain chauffeur cheesemaker chef chemist chief choreographer cleaner cleric clerk
    co-founder co-ordinator co-owner coach cobbler columnist comedian commander commentator
    commissioner composer conductor confectioner congressman congresswoman conservationist consul
    consultant contractor cook coordinator cop coroner correspondent councillor councilman
    councilor councilwoman counsel counsellor counselor courier criminologist critic curator
    customs-officer dancer dealer dean delegate dentist deputy designer detective developer
    diplomat director dispatcher diver docker doctor doorman draughtsman dressmaker driver drummer
    economist editor editor-in-chief educator electrician employee engineer entrepreneur envoy
    epidemiologist executive expert farmer farmhand ferryman film-maker filmmaker financier
    firefighter fireman fisherman fitter florist footballer forecaster foreman forester forwarder founder
    fruiterer fundraiser gamekeeper gardener general geologist glazier goalkeeper governor grocer
    guard guide guitarist hairdresser handyman hauler haulier head headmaster headmistress
    headteacher historian housekeeper hydrologist imam inspector instructor insurer intern
    interpreter inventor investigator investor ironmonger janitor jeweler jeweller jockey joiner
    journalist judge juror justice king laborer labourer landlady landlord lawmaker lawyer leader
    lecturer legislator librarian lifeguard lineman linguist lobbyist locksmith logger
    lorry-driver machinist magistrate manager marine mason masseur mathematician mayor mayoress
    mechanic medic merchant metalworker meteorologist microbiologist midwife miller miner minister
    missionary model monk monsignor mp musician nanny naturalist negotiator nephrologist
    neurologist neurosurgeon novelist nun nurse nurseryman nutritionist officer official ombudsman
    operator optician orderly organiser organizer ornithologist owner packer paediatrician painter
    paralegal paramedic parliamentarian partner-in-law pastor pathologist patriarch patrolman
    patrolwoman pediatrician pensioner performer pharmacist philosopher photographer physician
    physicist physiotherapist pianist pilot pipefitter player plumber poet policeman policewoman
    politician pope porter postman postwoman potter preacher premier presenter president priest
    prime-minister prince princess principal printer procurator producer professor programmer
    projectionist promoter proprietor prosecutor provost psychiatrist psychologist publican
    publicist publisher queen rabbi radiographer radiologist ranger rapper realtor receptionist
    rector referee registrar reporter representative researcher restaurateur retailer retiree
    roofer runner sailor salesman salesperson saleswoman scholar schoolboy schoolgirl
    schoolteacher scientist screenwriter sculptor seaman seamstress secretary secretary-general
    seismologist seller senator serviceman servicewoman sexton shareholder sheikh shepherd sheriff
    shipbuilder shoemaker shopkeeper signalman singer skipper smith social-worker sociologist
    soldier solicitor songwriter spokesman spokesperson spokeswoman sportsman sportswoman
    stallholder steward stewardess stockbroker storekeeper strategist streetcleaner student
    superintendent supervisor surgeon surveyor swimmer tailor taxidermist teacher technician
    technologist tenant-farmer theologian therapist toxicologist trader trainee trainer translator
    treasurer trooper trucker trustee tutor typist undersecretary undertaker upholsterer usher
    valet vendor vet veteran veterinarian vicar vice-chairman vice-president vicepresident
    violinist virologist volunteer waiter waitress warden warder watchmaker watchman weaver welder
    whistleblower winemaker woodcutter worker wrestler writer zookeeper zoologist
    """.split()
)
"""Last words of an office, job or title."""

ROLE_ENDINGS = (
    "ologist", "ographer", "ician", "smith", "keeper", "maker", "worker", "fighter", "grapher",
    "therapist", "analyst", "writer", "seller", "monger", "wright", "dresser",
)  # fmt: skip
"""Endings that nearly always make a job."""

NOT_ROLES = frozenset(
    """
    troublemaker peacekeeper bookmaker matchmaker lawbreaker widower brother sister father mother
    victim suspect gunman attacker shooter killer assailant perpetrator hostage survivor witness
    neighbour neighbor friend resident native member relative man woman boy girl teenager passenger
    """.split()
)

FORMER = frozenset(
    "former ex retired acting then late deputy assistant senior chief interim outgoing".split()
)
"""Adjectives that belong to an office."""

KIN: dict[str, str] = {
    **dict.fromkeys(
        "wife husband spouse widow widower fiancee fiancé fiancée fiance girlfriend boyfriend"
        " bride groom ex-wife ex-husband".split(),
        "spouse",
    ),
    **dict.fromkeys("mother father parent mum mom dad mam stepmother stepfather".split(), "parent"),
    **dict.fromkeys("son daughter child baby stepson stepdaughter".split(), "child"),
    **dict.fromkeys(
        "brother sister sibling twin half-brother half-sister stepbrother stepsister".split(),
        "sibling",
    ),
    **dict.fromkeys(
        """
        grandson granddaughter grandchild grandmother grandfather grandma grandpa gran granny
        grandad nan uncle aunt cousin nephew niece relative brother-in-law sister-in-law
        mother-in-law father-in-law son-in-law daughter-in-law godfather godmother godson goddaughter
        """.split(),
        "relative",
    ),
    **dict.fromkeys("friend schoolfriend classmate flatmate roommate".split(), "friend"),
    **dict.fromkeys("colleague co-worker coworker workmate teammate".split(), "colleague"),
    **dict.fromkeys("accomplice co-conspirator co-defendant".split(), "accomplice"),
    **dict.fromkeys("lawyer attorney solicitor barrister".split(), "lawyer"),
}
"""Kind of relation by the word for it: "her uncle" is a relative of hers."""

YOUNG_KIN = frozenset("girl boy".split())
"""A child where a possessive and "little" or "baby" stand before it: "his little girl"."""

FEMALE = frozenset(
    """
    she her hers herself woman women girl lady mother mum mom wife widow daughter sister aunt niece
    grandmother grandma gran granny nan granddaughter girlfriend fiancée bride mrs ms miss madam
    spokeswoman policewoman chairwoman businesswoman congresswoman councilwoman saleswoman actress
    waitress stewardess mayoress headmistress landlady schoolgirl mother-in-law sister-in-law
    daughter-in-law stepmother stepdaughter stepsister half-sister goddaughter ex-wife nun queen
    princess duchess patrolwoman servicewoman sportswoman postwoman seamstress heiress gunwoman
    mum-of-one mum-of-two mother-of-one mother-of-two mother-of-three grandmother-of-two
    """.split()
)
MALE = frozenset(
    """
    he him his himself man men boy gentleman father dad husband widower son brother uncle nephew
    grandfather grandpa grandad grandson boyfriend groom mr sir spokesman policeman businessman
    congressman councilman salesman cameraman fireman fisherman postman barman headmaster landlord
    schoolboy father-in-law brother-in-law son-in-law stepfather stepson stepbrother half-brother
    godson ex-husband monk king prince duke patrolman serviceman sportsman waiter craftsman
    workman doorman dad-of-one dad-of-two father-of-one father-of-two father-of-three
    """.split()
)
"""Words that tell a man. "Chairman" and "gunman" are left out: they are used of women too."""

BODY_WORDS = frozenset(
    """
    agency association bank bureau center centre church club college commission committee company council
    department federation foundation group hospital institute ministry office organisation organization
    party school service society union university
    """.split()
)
"""Words in the name of a body: the Centre for something is no town."""

BODY = (
    r"(?:abdomen|ankles?|arms?|back|brain|breast|cal(?:f|ves)|cheeks?|chest|chin|collarbone|ears?"
    r"|elbows?|eyes?|face|feet|fingers?|foot|forearms?|forehead|groin|hands?|head|heel|hips?|jaw"
    r"|kidneys?|knees?|legs?|lips?|liver|lower body|lungs?|mouth|neck|nose|pelvis|ribs?|scalp"
    r"|shins?|shoulder blade|shoulders?|skull|spine|stomach|teeth|thighs?|throat|thumb|toes?|tooth|torso"
    r"|upper body|vertebrae?|wrists?)"
)
"""A part of the body, for a regular expression."""
