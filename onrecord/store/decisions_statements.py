"""What coders ruled on statements, put into the readings: origins are counted with the ruling.

A statement's chain gets the marked speaker as its first link, and so does the chain of every fact and
statement that stands in its words on the same word. A rejected statement goes, and they go with it:
nobody said them. What the record then makes of the rest, origins and statuses and codebooks included,
follows by the usual rules.
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
class _Ruled:
    """A statement on which a coder ruled. `speaker`: local id, or record id where the report lacks them."""

    statement: Statement
    speaker: str

    def holds(self, words: Spans) -> bool:
        """Whether these words stand in the statement's."""
        return bool(words) and hull(self.statement.content).contains(hull(words))

    def carries(self, chain: tuple[str, ...]) -> bool:
        """Whether what stands in its words is on its word: the chain ends as the statement's does."""
        old = self.statement.chain
        first = len(chain) - len(old)
        return first >= 0 and chain[first:] == old

    def passed_on(self, voice: Voice) -> Voice:
        """The word that a part of the statement is on; what is on somebody else's stays.

        The marked link has no words of its own: the coder's ruling stands for them.
        """
        old = self.statement.chain
        first = len(voice.chain) - len(old)
        if not self.carries(voice.chain) or self.speaker in voice.chain[:first]:
            return voice
        return replace(
            voice,
            chain=(*voice.chain[:first], self.speaker, *old[1:]),
            chain_evidence=(*voice.chain_evidence[:first], (), *voice.chain_evidence[first + 1 :]),
        )


def respoken(
    readings: Sequence[Reading], grouping: Grouping, decisions: Iterable[Decision]
) -> tuple[Reading, ...]:
    """The readings with these decisions on statements, the oldest first. They are standing and final.

    Of several on one statement the last one counts. One whose words no statement has any more, as after
    another reading, changes nothing.
    """
    found = {reading.report.id: reading for reading in readings}
    last = {d.about.key: d for d in decisions if d.about.kind == "statement" and d.rebuilds}
    for decision in last.values():
        who = decision.other if decision.action == "speaker" else None
        entity = entity_meant(grouping, who, readings) if who else None
        for words in decision.about.words:
            reading = found.get(words.report)
            if reading is None:
                continue
            speaker = (_local(entity, words.report) or who.subject) if who else ""
            found[words.report] = _put_over(reading, words.spans, speaker)
    return tuple(found[reading.report.id] for reading in readings)


def _local(entity: MergedEntity | None, report: str) -> str:
    """The id by which the report knows the entity; its record id where it does not speak of it."""
    if entity is None:
        return ""
    return next((ref.local for ref in entity.members if ref.report == report), entity.id)


def _put_over(reading: Reading, content: Spans, speaker: str) -> Reading:
    """The reading with that speaker of the statement; without it where there is none."""
    statement = next((s for s in reading.statements if s.content == content), None)
    if statement is None or not content:
        return reading
    marked = _Ruled(statement, speaker)
    return _with_speaker(reading, marked) if speaker else _without(reading, marked)


def _without(reading: Reading, marked: _Ruled) -> Reading:
    """The reading without the statement and what is on its word."""
    return replace(
        reading,
        statements=tuple(
            one
            for one in reading.statements
            if one.id != marked.statement.id
            and not (marked.holds(one.content) and marked.carries(one.chain))
        ),
        facts=tuple(
            one
            for one in reading.facts
            if not (marked.holds(one.evidence) and marked.carries(one.chain))
        ),
    )


def _with_speaker(reading: Reading, marked: _Ruled) -> Reading:
    return replace(
        reading,
        statements=tuple(_of_statement(one, marked) for one in reading.statements),
        facts=tuple(_of_fact(one, marked) for one in reading.facts),
    )


def _of_statement(one: Statement, marked: _Ruled) -> Statement:
    itself = one.id == marked.statement.id
    if not itself and not marked.holds(one.content):
        return one
    voice = marked.passed_on(Voice(one.chain, one.chain_evidence, one.certainty))
    speaker = marked.speaker if itself else one.speaker
    return replace(one, speaker=speaker, chain=voice.chain, chain_evidence=voice.chain_evidence)


def _of_fact(one: Fact, marked: _Ruled) -> Fact:
    if not marked.holds(one.evidence):
        return one
    voice = marked.passed_on(Voice(one.chain, one.chain_evidence, one.certainty))
    return replace(one, chain=voice.chain, chain_evidence=voice.chain_evidence)
