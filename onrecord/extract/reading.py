"""Reading: everything that one report gives, put together. A pure function of report and annotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.core.annotation import Annotation
from onrecord.core.reading import Fact, Reading, Voice
from onrecord.core.report import Report
from onrecord.core.span import Span, Spans, hull, strip
from onrecord.core.values import Value, value_json
from onrecord.extract.entities import entities_of, settled, sited
from onrecord.extract.fillers import with_bounds, with_fillers
from onrecord.extract.incidents import find_incidents
from onrecord.extract.prose import Prose
from onrecord.extract.recase import is_shouted, recased
from onrecord.extract.statements import quotation_speakers, statements_of
from onrecord.extract.times import find_times
from onrecord.extract.voices import innermost, voice_at
from onrecord.facts.as_of import as_of
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.learned_roles import sure_fillers
from onrecord.facts.registry import FACT_TYPES
from onrecord.facts.setting import find_setting, setting_of


def extract(report: Report, annotation: Annotation) -> Reading:
    """What a report gives. A language that the model does not read gives an empty reading."""
    if not report.supported:
        return Reading(report, annotation.weights)
    context = read_context(report, annotation)
    facts = find_facts(context, FACT_TYPES)
    return Reading(
        report=report,
        weights=annotation.weights,
        entities=sited(context.entities, facts, setting_of(context)),
        statements=context.statements,
        incidents=context.incidents,
        facts=facts,
        times=context.times,
    )


def read_context(report: Report, annotation: Annotation) -> Context:
    """The report as the fact types see it; one in capitals is restored to sentence case."""
    decides = is_shouted(report.text) and "role" in annotation.heads
    fillers = sure_fillers(annotation.roles, capitals=decides)
    report = recased(report, annotation)
    prose = Prose(report, annotation)
    first = entities_of(prose)
    entities = entities_of(prose, quotation_speakers(prose, first))
    entities = settled(entities, find_setting(report, prose.sentences, entities))
    filled = with_bounds if decides else with_fillers
    entities = filled(report.text, entities, fillers)
    times = find_times(report, prose.all_sentences)
    return Context(
        report=report,
        sentences=prose.all_sentences,
        entities=entities,
        statements=statements_of(prose, entities),
        incidents=find_incidents(report, prose.all_sentences, entities, times),
        times=times,
        fillers=fillers,
        encoder_decides=decides,
    )


# --- facts --------------------------------------------------------------------------------------


def find_facts(context: Context, types: Iterable[FactType]) -> tuple[Fact, ...]:
    """The facts of all types, each once, in text order, with ids `f1`, `f2` …"""
    found = [_fact(context, one) for kind in types for one in kind.find(context)]
    kept = sorted(_clearest(found), key=_order)
    return tuple(_numbered(kept))


def _fact(context: Context, found: Found) -> Fact:
    at = found.at or hull(found.evidence)
    voice = _claimed(found) if found.voice_of else _told(context, found, at)
    return Fact(
        id="",
        subject=found.subject,
        field=found.field,
        value=found.value,
        evidence=_trimmed(context, found.evidence),
        chain=voice.chain,
        chain_evidence=voice.chain_evidence,
        certainty=found.certainty or voice.certainty,
        incident=found.incident or context.incident_at(at).id,
        confidence=found.confidence,
        qualifier=found.qualifier,
        includes_perpetrators=found.includes_perpetrators,
        approximate=found.approximate,
        as_of=found.as_of or as_of(context, found.field, found.evidence),
        mode=found.mode,
    )


def _trimmed(context: Context, spans: Spans) -> Spans:
    """The spans without white space at their ends."""
    return tuple(strip(span, context.text) or span for span in spans)


def _claimed(found: Found) -> Voice:
    """The voice of somebody whose word a fact is by its nature: a claim is the claimant's."""
    return Voice((str(found.voice_of),), (found.evidence,))


PRESUPPOSED = frozenset(("person.gender", "person.relation"))
"""Fields that a hedge in the sentence does not touch: "is said to have hit his brother"."""


def _told(context: Context, found: Found, at: Span) -> Voice:
    """The voice of the passage, with what the choice of a pronoun tells taken for the report's word.

    In "Berg said that she had left" the report says that Berg is a woman, not Berg.
    """
    voice = voice_at(context, at)
    if found.field not in PRESUPPOSED:
        return voice
    mention = context.mention_at(at.start)
    own = bool(voice.chain) and voice.chain[0] == found.subject
    if own and found.field == "person.gender" and mention and mention[0].form == "pronoun":
        return Voice(voice.chain[1:], voice.chain_evidence[1:])
    statement = innermost(context, at)
    sourced = statement is not None and bool(statement.source)
    return replace(voice, certainty=statement.certainty if statement and sourced else "stated")


def _clearest(facts: Iterable[Fact]) -> list[Fact]:
    """One fact for each subject, field, value, chain and certainty: that with the clearest evidence."""
    best: dict[tuple[str, ...], Fact] = {}
    for fact in facts:
        key = (
            fact.subject,
            fact.field,
            _value_key(fact),
            "\x1f".join(fact.chain),
            fact.certainty,
            fact.incident,
        )
        if key not in best or _clarity(fact) < _clarity(best[key]):
            best[key] = fact
    return list(best.values())


def _value_key(fact: Fact) -> str:
    value: Value = fact.value
    told = value.casefold() if isinstance(value, str) else value_json(value)
    return f"{told!r}|{fact.qualifier}|{fact.includes_perpetrators}|{fact.mode}"


def _clarity(fact: Fact) -> tuple[float, int, int]:
    """Surest first, then the shortest evidence, then the earliest."""
    return (-round(fact.confidence, 1), sum(len(s) for s in fact.evidence), fact.evidence[0].start)


def _order(fact: Fact) -> tuple[Spans, str, str, str, str]:
    return (fact.evidence, fact.field, fact.subject, _value_key(fact), fact.certainty)


def _numbered(facts: Iterable[Fact]) -> Iterator[Fact]:
    for number, fact in enumerate(facts, 1):
        yield replace(fact, id=f"f{number}")
