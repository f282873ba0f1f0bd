"""What others' tools give on the same dev data, accuracy and time, in one table.

    pip install -r benchmarks/requirements-peers.txt
    python -m benchmarks.peers [--beside ../shared] [--output FILE]

Only tools that run without downloading a model. Attribution: PolNeAR dev, exact spans of source, cue
and content, by the encoder, textacy's rules for direct quotations and a linear-chain CRF on word
features (trained on a third of PolNeAR train). Times: spans and values of TIMEX3 on AQUAINT, by
`onrecord read`, dateparser and recognizers-text. Quantities: no corpus here marks them, so quantulum3
is timed alone, on the same texts. Each tool runs once, on one thread where it has threads.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import re
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import sklearn_crfsuite
import spacy
from dateparser.search import search_dates
from quantulum3 import classifier
from quantulum3 import parser as quantulum
from recognizers_date_time import recognize_datetime
from spacy.tokens import Doc
from textacy.constants import REPORTING_VERBS
from textacy.extract import direct_quotations

import onrecord
from onrecord.annotate import Encoder
from onrecord.annotate.words import WordSplitter
from onrecord.core.reading import Reading
from onrecord.core.report import Report
from onrecord.train.corpora import polnear, read_records
from onrecord.train.example import Example
from onrecord.train.scoring import ROLES, Counts, attribution_counts, compare, touches, unknown

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = Path(__file__).with_name("peers.json")
#: Every third training report: a CRF of some thousand words a second is trained in minutes.
CRF_SHARE = 3
CRF_ROUNDS = 60
#: Texts of AQUAINT; the slowest tool takes seconds a text, quantulum3 more, so it gets fewer.
TIME_TEXTS, QUANTITY_TEXTS = 24, 4
PRONOUNS = frozenset("he she they it we i".split())
Range = tuple[int, int]
Spans = dict[str, set[Range]]


@dataclass(slots=True)
class Row:
    """One tool on one task. seconds: reading the texts, start-up and training left out."""

    task: str
    tool: str
    version: str
    reports: int
    characters: int
    seconds: float
    figures: dict[str, dict[str, float]] = field(default_factory=dict)
    note: str = ""

    def as_json(self) -> dict[str, object]:
        """The row, with its speed in characters a second."""
        speed = round(self.characters / max(self.seconds, 1e-9))
        return {
            "task": self.task,
            "tool": self.tool,
            "version": self.version,
            "reports": self.reports,
            "seconds": round(self.seconds, 2),
            "characters_a_second": speed,
            "figures": self.figures,
            "note": self.note,
        }


def version(package: str) -> str:
    """Of an installed package."""
    return importlib.metadata.version(package)


def span_figures(
    examples: Sequence[Example], found: Sequence[Spans]
) -> dict[str, dict[str, float]]:
    """Exact spans by role; what touches a masked stretch counts neither way."""
    totals = dict.fromkeys(ROLES, Counts())
    for example, spans in zip(examples, found, strict=True):
        masked = unknown(example, "attribution")
        for role in ROLES:
            gold = {p for link in example.links for p in link[role] if not touches(p, masked)}
            totals[role] += compare(gold, {p for p in spans[role] if not touches(p, masked)})
    return {role: counts.as_json() for role, counts in totals.items()}


def timed(texts: Sequence[Example], read: Callable[[Example], Spans], row: Row) -> Row:
    """Runs a tool over the texts and scores it."""
    begun = time.perf_counter()
    found = [read(example) for example in texts]
    row.seconds = time.perf_counter() - begun
    row.figures = span_figures(texts, found)
    return row


def attribution_row(examples: Sequence[Example], tool: str, package: str, note: str = "") -> Row:
    """An empty row."""
    size = sum(len(e.text) for e in examples)
    return Row("attribution", tool, version(package), len(examples), size, 0.0, note=note)


def ours(examples: Sequence[Example]) -> Row:
    """The encoder."""
    encoder = Encoder.load(workers=1)
    reports = [Report(id=e.id, input=e.id, text=e.text) for e in examples]
    row = attribution_row(examples, "On Record's encoder", "onrecord", f"weights {encoder.weights}")
    begun = time.perf_counter()
    annotations = encoder.annotate(reports)
    row.seconds = time.perf_counter() - begun
    totals: dict[str, Counts] = {}
    for example, annotation in zip(examples, annotations, strict=True):
        for name, counts in attribution_counts(example, annotation).items():
            totals[name] = totals.get(name, Counts()) + counts
    row.figures = {name: counts.as_json() for name, counts in totals.items()}
    return row


def textacy_row(examples: Sequence[Example]) -> Row:
    """textacy's direct quotations; what it wants of a parser is given by a shallow stand-in."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    note = "direct quotations alone; no parser without a download: verbs by its list, subjects beside them"

    def read(example: Example) -> Spans:
        spans: Spans = {role: set() for role in ROLES}
        for line in re.finditer(r"[^\n]+", example.text):
            doc = shallow(nlp, line[0])
            try:
                found = list(direct_quotations(doc))
            except (ValueError, IndexError):
                continue
            for quotation in found:
                spans["source"].add(token_range(quotation.speaker, line.start()))
                spans["cue"].add(token_range(quotation.cue, line.start()))
                content = quotation.content
                place = (line.start() + content.start_char, line.start() + content.end_char)
                spans["content"].add(place)
        return spans

    return timed(examples, read, attribution_row(examples, "textacy", "textacy", note))


IRREGULAR = {"said": "say", "told": "tell", "wrote": "write", "thought": "think"}


def reporting_lemma(word: str) -> str | None:
    """The reporting verb that a word is a form of, by textacy's list."""
    known = REPORTING_VERBS["en"]
    tries = (IRREGULAR.get(word, word), word.removesuffix("s"), word.removesuffix("ed"))
    tries += (word.removesuffix("d"), word.removesuffix("ing"), word.removesuffix("ing") + "e")
    return next((t for t in tries if t in known), None)


def shallow(nlp: spacy.Language, text: str) -> Doc:
    """A line's tokens with reporting verbs, and the name or pronoun beside each as its subject."""
    plain = nlp(text)
    count = len(plain)
    lemmas = [t.lower_ for t in plain]
    tags, heads, deps = ["X"] * count, list(range(count)), ["dep"] * count
    for token in plain:
        lemma = reporting_lemma(token.lower_)
        if not lemma:
            continue
        tags[token.i], lemmas[token.i] = "VERB", lemma
        near = [i for i in (token.i - 1, token.i + 1) if 0 <= i < count]
        subject = next((i for i in near if plain[i].is_title or plain[i].lower_ in PRONOUNS), None)
        if subject is None:
            continue
        heads[subject], deps[subject] = token.i, "nsubj"
        step = subject - token.i
        while 0 <= subject + step < count and plain[subject + step].is_title:
            heads[subject + step], deps[subject + step] = token.i + step, "compound"
            subject += step
    words, spaces = [t.text for t in plain], [bool(t.whitespace_) for t in plain]
    starts = [bool(t.is_sent_start) for t in plain]
    return Doc(
        nlp.vocab,
        words,
        spaces,
        pos=tags,
        lemmas=lemmas,
        heads=heads,
        deps=deps,
        sent_starts=None if any(h != i for i, h in enumerate(heads)) else starts,
    )


def token_range(tokens: Sequence[Any], shift: int) -> Range:
    """From the first token's start to the last one's end."""
    return (shift + tokens[0].idx, shift + tokens[-1].idx + len(tokens[-1]))


def word_features(words: Sequence[str], at: int) -> dict[str, str | bool]:
    """Features of a word and its two neighbours on either side."""
    features: dict[str, str | bool] = {"bias": True}
    for step in (-2, -1, 0, 1, 2):
        place = at + step
        word = words[place] if 0 <= place < len(words) else "∅"
        features[f"{step}:word"] = word.lower()
        features[f"{step}:suffix"] = word[-3:].lower()
        features[f"{step}:shape"] = re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", word))
    return features


def crf_row(examples: Sequence[Example], train: Sequence[Example]) -> Row:
    """A linear-chain CRF on word features, a paragraph at a time."""
    splitter = WordSplitter.from_json(tokenizer_json())
    crf = sklearn_crfsuite.CRF(c1=0.1, c2=0.1, max_iterations=CRF_ROUNDS, min_freq=3)
    begun = time.perf_counter()
    rows = [row for e in train for row in paragraphs(e, splitter)]
    crf.fit([r.features for r in rows], [r.tags for r in rows])
    trained = round(time.perf_counter() - begun)

    def read(example: Example) -> Spans:
        spans: Spans = {role: set() for role in ROLES}
        for paragraph in paragraphs(example, splitter):
            tags = crf.predict_single(paragraph.features)
            for role, span in spelled(tags, paragraph.places):
                spans[role].add(span)
        return spans

    note = f"{len(train)} training reports, {CRF_ROUNDS} rounds, {trained} s to train"
    row = attribution_row(examples, "CRF on word features", "sklearn-crfsuite", note)
    return timed(examples, read, row)


def tokenizer_json() -> str:
    """The encoder's own tokenizer, so that the words are the same."""
    path = Path(onrecord.__file__).parent / "annotate/weights/tokenizer.json"
    return path.read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line's words."""

    features: list[dict[str, str | bool]]
    tags: list[str]
    places: list[Range]


def paragraphs(example: Example, splitter: WordSplitter) -> Iterable[Paragraph]:
    """The lines of a text that have words."""
    words = splitter.split(example.text)
    places = [(int(s), int(e)) for s, e in zip(words.starts, words.ends, strict=True)]
    tags = ["O"] * len(places)
    for label in example.labels:
        inside = [i for i, (s, e) in enumerate(places) if label.start < e and s < label.end]
        for order, index in enumerate(inside):
            tags[index] = f"{'I' if order else 'B'}-{label.kind}"
    low = 0
    breaks = [
        i for i in range(1, len(places)) if "\n" in example.text[places[i - 1][1] : places[i][0]]
    ]
    for high in [*breaks, len(places)]:
        texts = [example.text[s:e] for s, e in places[low:high]]
        if texts:
            features = [word_features(texts, at) for at in range(len(texts))]
            yield Paragraph(features, tags[low:high], places[low:high])
        low = high


def spelled(tags: Sequence[str], places: Sequence[Range]) -> Iterable[tuple[str, Range]]:
    """The spans that tags spell."""
    at = 0
    while at < len(tags):
        if tags[at].startswith("B-"):
            kind, last = tags[at][2:], at
            while last + 1 < len(tags) and tags[last + 1] == f"I-{kind}":
                last += 1
            yield kind, (places[at][0], places[last][1])
            at = last
        at += 1


TimeReader = Callable[[str, datetime], list[tuple[Range, str]]]


def time_row(records: Sequence[dict[str, Any]], tool: str, package: str, read: TimeReader) -> Row:
    """Spans (one that overlaps a gold one, each once) and values of dates and times."""
    size = sum(len(r["text"]) for r in records)
    row = Row("times", tool, version(package), len(records), size, 0.0)
    spans, values = Counts(), Counts()
    for record in records:
        begun = time.perf_counter()
        found = read(record["text"], datetime.fromisoformat(record["dct"][:10]))
        row.seconds += time.perf_counter() - begun
        gold = [((t["start"], t["end"]), t["value"]) for t in record["timex3"]]
        met, right = set(), 0
        for span, value in gold:
            other = next(
                (i for i, (s, _) in enumerate(found) if touches(span, [s]) and i not in met), None
            )
            if other is not None:
                met.add(other)
                right += found[other][1] == value
        spans += Counts(len(met), len(found), len(gold))
        values += Counts(right, len(found), len(gold))
    row.figures = {"relaxed": spans.as_json(), "value": values.as_json()}
    return row


def by_dateparser(text: str, day: datetime) -> list[tuple[Range, str]]:
    """dateparser's search; it gives the words, so their places are looked up in order."""
    found, at = [], 0
    settings = {"RELATIVE_BASE": day, "PREFER_DATES_FROM": "past"}
    for line in text.split("\n\n"):
        for words, value in search_dates(line, languages=["en"], settings=settings) or []:
            start = text.find(words, at)
            if start >= 0:
                found.append(((start, start + len(words)), value.date().isoformat()))
                at = start + len(words)
    return found


def by_recognizers(text: str, day: datetime) -> list[tuple[Range, str]]:
    """Microsoft's recognizers; the last of several readings is the one in the past's favour."""
    found = []
    for result in recognize_datetime(text, "en-us", reference=day):
        options = (result.resolution or {}).get("values") or [{}]
        first = options[0]
        value = first.get("value") if first.get("type") == "date" else first.get("timex")
        found.append(((result.start, result.end + 1), str(value or "")))
    return found


@dataclass(frozen=True, slots=True)
class Ours:
    """`onrecord.read` on one text at a time, with one encoder."""

    encoder: Encoder
    folder: Path

    def __call__(self, text: str, day: datetime) -> list[tuple[Range, str]]:
        """Times with their values."""
        path = self.folder / "one.jsonl"
        record = {"id": "t", "text": text, "published": day.date().isoformat()}
        path.write_text(json.dumps(record) + "\n", encoding="utf-8")
        found: list[tuple[Range, str]] = []
        for item in onrecord.read([path], encoder=self.encoder):
            if isinstance(item, Reading):
                found += [((t.span.start, t.span.end), t.value) for t in item.times]
        return found


def our_times(records: Sequence[dict[str, Any]]) -> Row:
    """The times of a whole reading; its other work is in the seconds too."""
    with tempfile.TemporaryDirectory() as folder:
        read = Ours(Encoder.load(workers=1), Path(folder))
        return time_row(records, "On Record (a whole reading)", "onrecord", read)


def quantity_row(records: Sequence[dict[str, Any]]) -> Row:
    """quantulum3, timed on the same texts."""
    size = sum(len(r["text"]) for r in records)
    row = Row("quantities", "quantulum3", version("quantulum3"), len(records), size, 0.0)
    # Its stored classifier is of a scikit-learn of years ago; units are told apart by its lists.
    classifier.USE_CLF = False
    begun = time.perf_counter()
    found = sum(len(quantulum.parse(r["text"])) for r in records)
    row.seconds = time.perf_counter() - begun
    row.note = f"{found} quantities; no gold here, so speed alone"
    return row


def main(argv: Sequence[str] | None = None) -> int:
    """Writes the table."""
    top = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    top.add_argument("--beside", type=Path, default=ROOT.parent / "shared")
    top.add_argument("--output", type=Path, default=OUTPUT)
    top.add_argument("--limit", type=int, help="texts a task, for a trial")
    options = top.parse_args(argv)
    corpora = options.beside / "corpora"
    dev = [polnear(r) for r in read_records(corpora / "polnear/dev.jsonl")][: options.limit]
    train = [polnear(r) for r in read_records(corpora / "polnear/train.jsonl")][::CRF_SHARE]
    news = read_records(corpora / "tempeval3/train_aquaint.jsonl")[: options.limit or TIME_TEXTS]
    rows = [
        ours(dev),
        textacy_row(dev),
        crf_row(dev, train[: options.limit]),
        our_times(news),
        time_row(news, "dateparser", "dateparser", by_dateparser),
        time_row(news, "recognizers-text", "recognizers-text-date-time", by_recognizers),
        quantity_row(news[:QUANTITY_TEXTS]),
    ]
    table = json.dumps([row.as_json() for row in rows], indent=1)
    options.output.write_text(table + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
