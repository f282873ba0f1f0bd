"""Report to Annotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.attributions import attributions
from onrecord.annotate.coreference import Placed, coreferences
from onrecord.annotate.events import events
from onrecord.annotate.marginals import tag_chances
from onrecord.annotate.mentions import pronouns, tagged_mentions, with_pronouns
from onrecord.annotate.network import WORKERS, Network, Scores
from onrecord.annotate.people import ages, person_conditions, role_fillers
from onrecord.annotate.sentences import sentences
from onrecord.annotate.spans import WordSpan, word_span, word_spans
from onrecord.annotate.viterbi import Chain, best_tags
from onrecord.annotate.weights import SHIPPED
from onrecord.annotate.words import Words
from onrecord.core.annotation import (
    Age,
    Annotation,
    Attribution,
    Coreference,
    Event,
    Mention,
    PersonCondition,
    RoleFiller,
)
from onrecord.core.report import Report

#: Words decoded together, padding counted: enough to share the walk over words in 50 MB of scores.
GROUP_WORDS = 40_000
#: A longer report is read in sections, cut at a line break where there is one in the last fifth. No
#: news report is that long; it keeps memory flat on whatever else comes.
SECTION_WORDS = 20_000
#: Added to the log odds that a filler begins: the key's strings are one of many wordings, so training
#: teaches caution. Chosen on MUC-4 dev (`python -m benchmarks.roles`).
LIFTS = {"role": 0.4}

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Section:
    """A report, or a part of a very long one; `report` is its place in the batch."""

    report: int
    text: str
    words: Words


@dataclass(frozen=True, slots=True)
class _Found:
    """What the sections of one report gave so far."""

    mentions: list[Mention] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    roles: list[RoleFiller] = field(default_factory=list)
    conditions: list[PersonCondition] = field(default_factory=list)
    ages: list[Age] = field(default_factory=list)
    coreferences: list[Coreference] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


class Encoder:
    """Annotates reports. Holds no state between calls; safe to share by threads."""

    def __init__(self, network: Network) -> None:
        self._network = network

    @classmethod
    def load(cls, folder: Path = SHIPPED, *, workers: int = WORKERS) -> Encoder:
        """The encoder of a weights folder; without one, of the weights that ship.

        workers: threads; 0 is one a core.

        Raises:
            WeightsError: missing or damaged weights, or other labels than this code's.
        """
        return cls(Network.load(folder, workers=workers))

    @property
    def weights(self) -> str:
        """The id that annotations carry."""
        return self._network.weights.id

    def annotate(self, reports: Sequence[Report]) -> list[Annotation]:
        """One annotation a report, in order; the same for a report whatever stands beside it.

        Reports in a language that the encoder does not read get sentences alone.
        """
        found = [_Found() for _ in reports]
        for group in _groups(self._sections(reports)):
            self._read(group, found)
        return [self._annotation(*pair) for pair in zip(reports, found, strict=True)]

    def _annotation(self, report: Report, found: _Found) -> Annotation:
        mentions = with_pronouns(report.text, found.mentions) if report.supported else ()
        return Annotation(
            report_id=report.id,
            weights=self.weights,
            sentences=sentences(report.text, report.language),
            mentions=mentions,
            attributions=tuple(found.attributions),
            roles=tuple(found.roles),
            conditions=tuple(found.conditions),
            ages=tuple(found.ages),
            coreferences=tuple(found.coreferences),
            events=tuple(found.events),
            heads=self._network.weights.has.names,
        )

    def _sections(self, reports: Sequence[Report]) -> Iterator[_Section]:
        for index, report in enumerate(reports):
            if report.supported:
                words = self._network.splitter.split(report.text)
                for low, high in section_cuts(words, SECTION_WORDS):
                    yield _Section(index, report.text, words.part(low, high))

    def _read(self, group: Sequence[_Section], found: Sequence[_Found]) -> None:
        scores = self._network.scores([section.words for section in group])
        transitions = self._network.weights.transitions
        heads = self._network.weights.has.specs
        chains = [Chain(_lifted(s, h.name), transitions[h.name]) for s in scores for h in heads]
        tags, chances = iter(best_tags(chains)), iter(tag_chances(chains))
        for section, score in zip(group, scores, strict=True):
            spans = {head.name: word_spans(next(tags), next(chances), head.kinds) for head in heads}
            self._collect(section, score, spans, found[section.report])

    def _collect(
        self, section: _Section, scores: Scores, spans: dict[str, list[WordSpan]], found: _Found
    ) -> None:
        text, words = section.text, section.words
        mentions = tagged_mentions(text, words, spans["name"], spans["nominal"])
        distance = self._network.weights.distance
        placed = _placed(text, words, mentions)
        people = [p.words for p in placed if p.mention.kind == "person" and _noun(p.mention)]
        found.mentions.extend(mentions)
        found.attributions.extend(attributions(text, words, scores, spans["attribution"], distance))
        found.roles.extend(role_fillers(words, spans.get("role", ())))
        found.conditions.extend(person_conditions(words, spans.get("condition", ())))
        marked = spans.get("age", ())
        found.ages.extend(ages(text, words, scores, marked, people, distance.get("age")))
        found.coreferences.extend(coreferences(placed, scores, distance.get("coreference")))
        found.events.extend(events(words, scores, spans.get("event", ())))


def _lifted(scores: Scores, head: str) -> Floats:
    """A head's scores, with what `LIFTS` adds to its begin tags."""
    tags = scores.tags[head]
    lift = LIFTS.get(head, 0.0)
    if not lift:
        return tags
    lifted = tags.copy()
    lifted[:, 1::2] += np.float32(lift)
    return lifted


def _noun(mention: Mention) -> bool:
    return mention.form != "pronoun"


def _placed(text: str, words: Words, mentions: Sequence[Mention]) -> list[Placed]:
    """Mentions of a section, its pronouns with them, in text order."""
    if not len(words):
        return []
    start, end = int(words.starts[0]), int(words.ends[-1])
    every = [*mentions, *pronouns(text, mentions, start, end)]
    every.sort(key=lambda m: (m.span.start, m.span.end))
    return [Placed(m, word_span(words, m.kind, m.span, m.score)) for m in every]


def section_cuts(words: Words, size: int) -> Iterator[tuple[int, int]]:
    """Ranges of at most `size` words that tile the words."""
    low = 0
    while low < len(words):
        high = min(low + size, len(words))
        if high < len(words):
            lines = words.opens_line(high - size // 5, high)
            high = int(lines[-1]) if len(lines) else high
        yield (low, high)
        low = high


def _groups(sections: Iterator[_Section]) -> Iterator[list[_Section]]:
    group: list[_Section] = []
    longest = 0
    for section in sections:
        longest = max(longest, len(section.words))
        if group and longest * (len(group) + 1) > GROUP_WORDS:
            yield group
            group, longest = [], len(section.words)
        group.append(section)
    if group:
        yield group
