"""Speakers that coders marked, put into the readings: origins are counted with the coder's ruling.

A statement's chain gets the marked speaker as its first link, and so does the chain of every fact and
statement that stands in its words on the same word. What the record then makes of them, origins and
statuses and codebooks included, follows by the usual rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.core.decision import Decision
from onrecord.core.grouping import Grouping, MergedEntity
from onrecord.core.reading import Fact, Reading, Statement, Voice
from onrecord.core.span import Spans, hull
from onrecord.store.decisions_regroup import entity_meant


@dataclass(frozen=True, slots=True)
class _Marked:
    """A statement whose speaker a coder marked, by local id or, where the report lacks them, record id."""

    statement: Statement
    speaker: str

    def holds(self, words: Spans) -> bool:
        """Whether these words stand in the statement's."""
        return bool(words) and hull(self.statement.content).contains(hull(words))

    def passed_on(self, voice: Voice) -> Voice:
        """The word that a part of the statement is on.

        The chain ends as the statement's does, else it is on somebody else's word and stays. The marked link
        has no words of its own: the coder's ruling stands for them.
        """
        old = self.statement.chain
        first = len(voice.chain) - len(old)
        if first < 0 or voice.chain[first:] != old or self.speaker in voice.chain[:first]:
            return voice
        return replace(
            voice,
            chain=(*voice.chain[:first], self.speaker, *old[1:]),
            chain_evidence=(*voice.chain_evidence[:first], (), *voice.chain_evidence[first + 1 :]),
        )


def respoken(
    readings: Sequence[Reading], grouping: Grouping, decisions: Iterable[Decision]
) -> tuple[Reading, ...]:
    """The readings with these decisions' speakers, the oldest first. They are standing and final.

    A decision whose words no statement has any more, as after another reading, changes nothing.
    """
    found = {reading.report.id: reading for reading in readings}
    for decision in decisions:
        if decision.action != "speaker" or decision.other is None:
            continue
        entity = entity_meant(grouping, decision.other, readings)
        for words in decision.about.words:
            reading = found.get(words.report)
            if reading is None:
                continue
            speaker = _local(entity, words.report) or decision.other.subject
            found[words.report] = _with_speaker(reading, words.spans, speaker)
    return tuple(found[reading.report.id] for reading in readings)


def _local(entity: MergedEntity | None, report: str) -> str:
    """The id by which the report knows the entity; its record id where it does not speak of it."""
    if entity is None:
        return ""
    return next((ref.local for ref in entity.members if ref.report == report), entity.id)


def _with_speaker(reading: Reading, content: Spans, speaker: str) -> Reading:
    statement = next((s for s in reading.statements if s.content == content), None)
    if statement is None or not content:
        return reading
    marked = _Marked(statement, speaker)
    return replace(
        reading,
        statements=tuple(_of_statement(one, marked) for one in reading.statements),
        facts=tuple(_of_fact(one, marked) for one in reading.facts),
    )


def _of_statement(one: Statement, marked: _Marked) -> Statement:
    itself = one.id == marked.statement.id
    if not itself and not marked.holds(one.content):
        return one
    voice = marked.passed_on(Voice(one.chain, one.chain_evidence, one.certainty))
    speaker = marked.speaker if itself else one.speaker
    return replace(one, speaker=speaker, chain=voice.chain, chain_evidence=voice.chain_evidence)


def _of_fact(one: Fact, marked: _Marked) -> Fact:
    if not marked.holds(one.evidence):
        return one
    voice = marked.passed_on(Voice(one.chain, one.chain_evidence, one.certainty))
    return replace(one, chain=voice.chain, chain_evidence=voice.chain_evidence)
