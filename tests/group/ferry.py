"""An invented story: a ferry burns in the harbour of Torsvika; nine reports, three of one text."""

from __future__ import annotations

from onrecord.core.reading import Reading
from onrecord.core.values import Interval
from tests.group.making import Draft, Told, make

WIRE_BODY = (
    "TORSVIKA (Fjordwire) — Two people died when the night ferry Solrenna caught fire at its berth "
    "in Torsvika on Tuesday, police said. At least eleven passengers were hurt, according to the "
    "harbour clinic. The flames spread from the car deck shortly before six in the morning and "
    "were seen from the hills on the other side of the sound. Rescue crews worked for three hours "
    "to bring the vessel under control, and the quay was closed to all traffic until noon. "
    "Inspector Ivo Brandt of the Torsvika police said that the cause was not known. “We are at the "
    "very beginning of a long piece of work,” he told reporters on the quay. The ferry links the "
    "town with the islands of the outer sound and carries some ninety thousand people a year. "
    "One of the dead is Marta Ollery, 44, a ticket inspector from the island of Hestøy."
)

OWN = (
    "Solrenna was our second home, says Pia Norheim, who keeps the kiosk by the ramp and has known "
    "most of its crew for twenty years. She woke from the sirens and ran down in her slippers. "
    "Three people are dead, the county hospital said in the evening: a mechanic of 31 died of his "
    "burns. The dead ticket inspector, Marta Olery, had two daughters at the school in Torsvika."
)

ENTITIES = (
    "Torsvika:place",
    "police:organisation",
    "harbour clinic:organisation",
    "Ivo Brandt",
    "Marta Ollery",
    "Solrenna:vehicle",
)

WIRE_FACTS = (
    Told("incident.killed", 2, "Two people died", ("police",), qualifier="exact"),
    Told(
        "incident.injured",
        Interval(11, None),
        "At least eleven",
        ("harbour clinic",),
        qualifier="at_least",
    ),
    Told("incident.date", "2031-04-01", "Tuesday", ("police",)),
    Told("incident.place", "Torsvika", "in Torsvika", ("police",)),
    Told("person.age", 44, "44", (), "Marta Ollery"),
    Told("person.condition", "killed", "One of the dead", (), "Marta Ollery"),
    Told("person.role", "ticket inspector", "ticket inspector", (), "Marta Ollery"),
    Told("incident.victim", "Marta Ollery", "Marta Ollery"),
)


def wire() -> Reading:
    """The agency's own report."""
    return make(
        Draft(
            "Fjordwire",
            WIRE_BODY,
            "2031-04-01T09:00:00+00:00",
            "Two die in ferry fire at Torsvika",
            ENTITIES,
            WIRE_FACTS,
        )
    )


def reprint() -> Reading:
    """The agency's text in another paper, word for word."""
    return make(
        Draft(
            "Sound Courier",
            WIRE_BODY,
            "2031-04-01T10:30:00+00:00",
            "Ferry fire kills two",
            ENTITIES,
            WIRE_FACTS,
            agency="Fjordwire",
        )
    )


LOCAL = (
    " Sound school closed for the day, its head Tor Falk said; sixty pupils live on the islands."
)


def local() -> Reading:
    """The agency's text, cut short, with a paragraph of the paper's own."""
    text = WIRE_BODY[: WIRE_BODY.index(" The ferry links")] + LOCAL
    facts = (*WIRE_FACTS[:4], Told("person.role", "head", "head", (), "Tor Falk"))
    return make(
        Draft(
            "Hestøy Post",
            text,
            "2031-04-01T12:00:00+00:00",
            "Island school shut after ferry fire",
            (*ENTITIES[:4], "Tor Falk"),
            facts,
            byline=("Fjordwire",),
        )
    )


def own() -> Reading:
    """Another paper's own report, a day later, with a higher toll and a slip in a name."""
    return make(
        Draft(
            "Torsvika Tidende",
            OWN,
            "2031-04-02T06:00:00+00:00",
            "Ferry fire in Torsvika: third victim dies",
            (
                "Solrenna:vehicle",
                "Pia Norheim",
                "county hospital:organisation",
                "Marta Olery",
                "Torsvika:place",
                "mechanic of 31",
            ),
            (
                Told("incident.killed", 3, "Three people are dead", ("county hospital",)),
                Told("incident.place", "Torsvika", "Torsvika"),
                Told("incident.date", "2031-04-01", "in the evening"),
                Told("person.role", "ticket inspector", "ticket inspector", (), "Marta Olery"),
                Told("person.condition", "killed", "dead ticket inspector", (), "Marta Olery"),
                Told("incident.victim", "Marta Olery", "Marta Olery"),
            ),
        )
    )


DIGEST_TEXT = (
    "What we know of the Torsvika ferry fire. Three people died on the Solrenna, the county "
    "hospital said. Fjordwire had first reported two deaths. Marta Ollery, 45, was a "
    "ticket inspector. Fourteen people were treated. Sources: Fjordwire, Torsvika Tidende."
)


def digest() -> Reading:
    """A round-up that lists its sources."""
    return make(
        Draft(
            "BriefRoom",
            DIGEST_TEXT,
            "2031-04-03T08:00:00+00:00",
            "Torsvika ferry fire: what we know",
            (
                "Torsvika:place",
                "Solrenna:vehicle",
                "county hospital:organisation",
                "Fjordwire:outlet",
                "Marta Ollery",
            ),
            (
                Told("incident.killed", 3, "Three people died", ("county hospital",)),
                Told("incident.killed", 2, "two deaths", ("Fjordwire",)),
                Told("person.age", 45, "45", (), "Marta Ollery"),
                Told("incident.injured", 14, "Fourteen people"),
                Told("incident.date", "2031-04-01", "ferry fire"),
                Told("incident.place", "Torsvika", "Torsvika"),
                Told("person.role", "ticket inspector", "ticket inspector", (), "Marta Ollery"),
            ),
            listed=("Fjordwire", "Torsvika Tidende"),
        )
    )


OTHER_TEXT = (
    "A van rolled down the ramp of the ferry quay in Brattnes on Wednesday and came to rest "
    "against a kiosk. Nobody was hurt, the harbour master said. The handbrake had not been "
    "set, and the driver, a fish merchant, paid for the window on the spot."
)


def other() -> Reading:
    """Another incident at another quay."""
    return make(
        Draft(
            "Fjordwire",
            OTHER_TEXT,
            "2031-04-02T15:00:00+00:00",
            "Van rolls down ferry ramp",
            ("Brattnes:place",),
            (
                Told("incident.date", "2031-04-02", "Wednesday"),
                Told("incident.place", "Brattnes", "Brattnes"),
            ),
            kind="accident",
        )
    )


def story() -> list[Reading]:
    """All reports."""
    return [wire(), reprint(), local(), own(), digest(), other()]
