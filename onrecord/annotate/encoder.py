"""Report to Annotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.annotate.attributions import attributions
from onrecord.annotate.labels import HEADS
from onrecord.annotate.mentions import mentions
from onrecord.annotate.network import WORKERS, Network, Scores
from onrecord.annotate.sentences import sentences
from onrecord.annotate.spans import WordSpan, word_spans
from onrecord.annotate.viterbi import Chain, best_tags
from onrecord.annotate.weights import SHIPPED
from onrecord.annotate.words import Words
from onrecord.core.annotation import Annotation
from onrecord.core.report import Report

#: Words decoded together: enough to share the walk over words, little enough to fit the cache.
GROUP_WORDS = 20_000


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
        found: list[Annotation] = []
        for group in _groups(reports, self._network):
            found += self._group(group)
        return found

    def _group(self, group: Sequence[tuple[Report, Words]]) -> list[Annotation]:
        scores = self._network.scores([words for _, words in group])
        transitions = self._network.weights.transitions
        chains = [Chain(s.tags[h.name], transitions[h.name]) for s in scores for h in HEADS]
        tags = best_tags(chains)
        found = []
        for index, (report, words) in enumerate(group):
            spans = {
                head.name: word_spans(
                    tags[index * len(HEADS) + at], scores[index].tags[head.name], head.kinds
                )
                for at, head in enumerate(HEADS)
            }
            found.append(self._annotation(report, words, scores[index], spans))
        return found

    def _annotation(
        self, report: Report, words: Words, scores: Scores, spans: dict[str, list[WordSpan]]
    ) -> Annotation:
        text, weights = report.text, self._network.weights
        cut = sentences(text, report.language)
        if not report.supported:
            return Annotation(report.id, weights.id, cut)
        return Annotation(
            report_id=report.id,
            weights=weights.id,
            sentences=cut,
            mentions=mentions(text, words, spans["name"], spans["nominal"]),
            attributions=attributions(text, words, scores, spans["attribution"], weights.distance),
        )


def _groups(reports: Sequence[Report], network: Network) -> Iterator[list[tuple[Report, Words]]]:
    group: list[tuple[Report, Words]] = []
    for report in reports:
        words = network.splitter.split(report.text if report.supported else "")
        if group and sum(len(w) for _, w in group) + len(words) > GROUP_WORDS:
            yield group
            group = []
        group.append((report, words))
    if group:
        yield group
