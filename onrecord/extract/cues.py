"""Cues: the verbs and phrases with which news prose attributes words, with stance and frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from onrecord.core.reading import Stance


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that attributes. What it may take: a clause, a noun phrase, an addressee, "to" and a verb."""

    lemma: str
    stance: Stance
    clause: bool = True
    phrase: bool = False
    addressee: bool = False
    request: bool = False


SAY = (
    "say note add explain stress state observe remark reiterate recall conclude comment continue "
    "tweet post caution argue contend maintain assert insist recount boast brag joke quip shout yell "
    "whisper cry reply respond answer concede acknowledge admit complain lament emphasise emphasize "
    "indicate suggest reveal disclose announce declare predict testify swear agree point"
)
IRREGULAR: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "say": ("says", "said", "saying"),
        "tell": ("tells", "told", "telling"),
        "write": ("writes", "wrote", "written", "writing"),
        "think": ("thinks", "thought", "thinking"),
        "know": ("knows", "knew", "known"),
        "speak": ("speaks", "spoke", "spoken"),
        "swear": ("swears", "swore", "sworn"),
        "find": ("finds", "found"),
        "put": ("puts",),
        "call": ("calls", "called", "calling"),
        "feel": ("feels", "felt"),
        "hear": ("hears", "heard"),
        "deny": ("denies", "denied", "denying"),
        "reply": ("replies", "replied", "replying"),
        "cry": ("cries", "cried"),
        "testify": ("testifies", "testified", "testifying"),
        "identify": ("identifies", "identified"),
        "brag": ("brags", "bragged", "bragging"),
        "quip": ("quips", "quipped"),
        "admit": ("admits", "admitted", "admitting"),
        "allege": ("alleges", "alleged", "alleging"),
        "hope": ("hopes", "hoped", "hoping"),
        "plan": ("plans", "planned", "planning"),
        "vow": ("vows", "vowed", "vowing"),
        "blame": ("blames", "blamed", "blaming"),
    }
)


def _forms(lemma: str) -> tuple[str, ...]:
    if lemma in IRREGULAR:
        return (lemma, *IRREGULAR[lemma])
    stem = lemma.removesuffix("e")
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return (lemma, third, stem + "ed", stem + "ing")


def _entries() -> Iterable[Cue]:
    for lemma in SAY.split():
        yield Cue(lemma, "says")
    yield Cue("tell", "says", addressee=True, request=True)
    yield Cue("write", "says", addressee=True)
    yield Cue("report", "says", phrase=True)
    yield Cue("claim", "says", phrase=True)
    yield Cue("allege", "says", phrase=True)
    yield Cue("warn", "says", addressee=True, request=True)
    yield Cue("inform", "says", addressee=True)
    yield Cue("assure", "says", addressee=True)
    yield Cue("remind", "says", addressee=True)
    yield Cue("confirm", "confirms", phrase=True)
    yield Cue("deny", "denies", phrase=True)
    for lemma in ("dismiss", "reject", "dispute", "refute", "contradict"):
        yield Cue(lemma, "denies", clause=lemma == "dispute", phrase=True)
    for lemma in (
        "describe",
        "blame",
        "accuse",
        "criticise",
        "criticize",
        "praise",
        "condemn",
        "denounce",
    ):
        yield Cue(lemma, "judges", clause=False, phrase=True)
    yield Cue("call", "judges", clause=False, phrase=True)
    for lemma in ("consider", "regard"):
        yield Cue(lemma, "judges", clause=False, phrase=True)
    yield Cue("name", "says", clause=False, phrase=True)
    yield Cue("put", "judges", clause=False, phrase=True)
    yield Cue("speak", "says", clause=False, phrase=True)
    for lemma in (
        "believe",
        "think",
        "suspect",
        "suppose",
        "assume",
        "reckon",
        "doubt",
        "fear",
        "feel",
    ):
        yield Cue(lemma, "believes")
    yield Cue("expect", "believes", phrase=True)
    yield Cue("count", "says", clause=False, phrase=True)
    yield Cue("estimate", "judges", phrase=True)
    for lemma in ("ask", "question", "wonder"):
        yield Cue(lemma, "asks", addressee=lemma == "ask", request=lemma == "ask")
    for lemma in ("urge", "advise", "implore", "beg"):
        yield Cue(lemma, "asks", clause=False, request=True, addressee=True)
    yield Cue("order", "orders", phrase=False, request=True, addressee=True)
    yield Cue("instruct", "orders", clause=False, request=True, addressee=True)
    yield Cue("demand", "orders", phrase=True)
    for lemma in ("promise", "vow", "pledge"):
        yield Cue(lemma, "promises")
    yield Cue("hope", "wants")
    for lemma in ("show", "find"):
        yield Cue(lemma, "says")


CUES: Mapping[str, Cue] = MappingProxyType(
    {form: cue for cue in _entries() for form in _forms(cue.lemma)}
)
"""Every form of every cue verb."""

NOMINAL_HOMONYMS = frozenset(
    "report reports claim claims comment comments state states post posts cry cries answer answers "
    "call calls order orders demand demands promise promises hope hopes fear fears doubt doubts "
    "question questions estimate estimates plan plans point points reply replies tweet tweets "
    "pledge pledges vow vows ask written known felt feeling found finding suspect suspects charge "
    "praise blame caution note notes joke jokes show shows answer boast boasts quip quips dispute disputes "
    "suspected alleged reported feared estimated expected called feel order detailed posting "
    "reporting name names".split()
)
"""Forms that are nouns or adjectives as often: they count only with a source right before them."""

WEAK = frozenset(
    "show find feel point agree continue comment post tweet suggest indicate fear know swear reveal "
    "conclude predict question testify".split()
)
"""Lemmas that attribute only with a clause or quotation behind them."""

DOCUMENTS = frozenset(
    "message statement letter video post note leaflet leaflets text email e-mail document documents "
    "report tweet recording communique communiqué thread bulletin release papers records log "
    "spokesperson study survey article audio footage affidavit indictment complaint".split()
)
"""Things that carry words: who wrote or signed them speaks."""

AUXILIARIES = frozenset(
    "has had have is was are were be been being will would did does do can could may might must "
    "should also later then first initially now still only earlier previously since already never "
    "again once even just not n't didn't doesn't don't hasn't haven't both all who which that "
    "himself herself itself themselves further too today yesterday there here".split()
)
BE = frozenset("is was are were be been being".split())
NEGATIONS = frozenset(
    "not n't never didn't doesn't don't hasn't haven't won't wouldn't cannot can't".split()
)
REFUSALS = frozenset("declined refused".split())


def is_adverb(lower: str) -> bool:
    """Whether a word may stand between a source and its verb as an adverb."""
    return (
        lower.endswith("ly")
        and len(lower) > 4
        and lower not in {"family", "reply", "apply", "italy"}
    )
