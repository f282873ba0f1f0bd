"""Closed classes of English words, and the verbs that reports of incidents use."""

from __future__ import annotations

DETERMINERS = frozenset(
    """
    a an the this that these those his her its their our my your some another each every no any both
    one either neither
    """.split()
)
POSSESSIVES = frozenset("his her its their our my your".split())
PREPOSITIONS = frozenset(
    """
    of in at on for from by to with near over under after before during including like than into
    onto among amid without within about against between outside inside behind beside across around
    through towards toward via per as until since despite along alongside off upon above below
    beneath following
    """.split()
)
CONJUNCTIONS = frozenset("and or but then yet".split())
RELATIVES = frozenset("who that which whom whose".split())
SUBORDINATORS = frozenset(
    """
    after before when while because since until as if whether although though where how why what
    once unless so than
    """.split()
)
"""Words that open a clause; some of them are prepositions as well."""

BOUNDARIES = frozenset('. ! ? ; : — – - ( ) [ ] “ ” " ‘ … /'.split())
ADVERBS = frozenset(
    """
    also now then later still already just soon again ever never once not n't even only always often
    first thus therefore reportedly allegedly apparently initially finally wrongly briefly
    himself herself both all too yet since critically seriously badly slightly earlier
    """.split()
)
AUXILIARIES = frozenset(
    """
    is was are were be been being am has had have having do does did will would can could may might
    shall should must isn't wasn't aren't weren't hasn't hadn't haven't didn't doesn't won't wouldn't
    couldn't get gets got getting became becomes become remains remained remain
    """.split()
)
MODALS = frozenset(
    "will would can could may might shall should must won't wouldn't couldn't".split()
)
COMPLEMENT_VERBS = frozenset(
    """
    said says say told tells tell added adds claimed claims alleged alleges allege believe believes
    believed think thinks thought know knew knows confirmed confirms confirm insisted insists denied
    denies announced stated states wrote writes reported reports report maintained suspect suspects
    heard learned understood showed shows revealed reveals indicated warned feared hope hoped felt
    explained noted recalled testified admitted acknowledged declared suggested saw see
    """.split()
)
VERBS = COMPLEMENT_VERBS | frozenset(
    """
    shot shoots shooting stabs stabbing kills killing injuring wounding hit hits hitting struck
    strikes took takes take taken taking held holds hold holding ran runs run fled flees went goes
    go gone came comes come drove drives driven left leaves leaving found finds got gets gave gives
    given made makes put puts set sets brought caught cut cuts beat beats beaten bled died dies die
    dying lost loses fell falls fought broke breaks broken began begins blew freed fired got hid hurt
    kept led let met paid rode rose sat sent slain sold sought stole stood swore threw thrown
    tore woke won wore asked asks called calls named names used uses led works lives live work visited
    arrests arresting detains charges charging frees freeing surrenders escapes identified
    underwent undergoes drank ate slept drew grew flew spoke shook hung swung sank swam sang rang
    broadcast dealt drowned felt forgot froze knelt lay lent lit meant overcame rose sank slid spent
    sprang stuck swept taught wept withdrew
    became has killed meets knows hunts hunting seen seeks seeking serves serving suffers sustains
    """.split()
)
ED_ADJECTIVES = frozenset("retired united armed unarmed hundred accredited elected masked".split())
"""Words that end like a past tense and stand before nouns."""

NUMBER_WORDS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen hundred
    several many few both
    """.split()
)
