"""The corpora that may be trained on, each brought to `Example`.

Which parts may be used, and which documents are dev, is decided here and nowhere else
(`NON_COMMERCIAL`, `is_dev`). Texts belong to their owners: prepared data stays out of the repo.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.train.certainty import Documents, joined, rated
from onrecord.train.chains import Linked, chains
from onrecord.train.example import Example, Label, Range
from onrecord.train.held import age_examples, held_gum, role_examples
from onrecord.train.people import projected
from onrecord.train.phrases import Capitals, GoldMention, Reducer, without_overlap
from onrecord.train.truecase import Truecaser
from onrecord.train.wires import retyped, wire

Record = dict[str, Any]

GUM_LICENCES = frozenset({"CC BY 2.5", "CC BY 4.0", "CC BY-SA 3.0"})
#: Below this re3d's annotators disagreed with the mention (0 means refused). Half is the middle.
RE3D_CONFIDENCE = 0.5
#: MEANTIME is annotated in full in title, date and the first five sentences, one a line.
MEANTIME_LINES = 7


def read_records(path: Path) -> list[Record]:
    """The records of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_dev(doc_id: str) -> bool:
    """Whether a document of a corpus without marked parts is dev: every fifth by hash."""
    return int(hashlib.sha256(doc_id.encode()).hexdigest(), 16) % 5 == 0


def polnear(record: Record) -> Example:
    """PolNeAR: attribution spans and links; `discard` spans are unknown."""
    labels, links = [], []
    for attribution in record["attributions"]:
        pieces = {r: [(s, e) for s, e in attribution[r]] for r in ("source", "cue", "content")}
        links.append(pieces)
        labels += [Label("attribution", r, s, e) for r, spans in pieces.items() for s, e in spans]
    known = outside(record["discard"], len(record["text"]))
    return Example(
        record["id"],
        "polnear",
        record["text"],
        attribution_layer(labels),
        {"attribution": known},
        links,
    )


def attribution_layer(labels: Sequence[Label]) -> list[Label]:
    """One layer: a cue wins over a source, a source over a content (2 clashes in 61,237 pieces)."""
    rank = {"cue": 0, "source": 1, "content": 2}
    kept: list[Label] = []
    taken: set[int] = set()
    for label in sorted(set(labels), key=lambda x: (rank[x.kind], x.start, x.end)):
        stretch = range(label.start, label.end)
        if taken.isdisjoint(stretch):
            taken.update(stretch)
            kept.append(label)
    return sorted(kept, key=lambda x: x.start)


def outside(ranges: Sequence[Sequence[int]], length: int) -> list[Range]:
    """What the ranges leave of `0..length`."""
    left, at = [], 0
    for start, end in sorted((r[0], r[1]) for r in ranges):
        if start > at:
            left.append((at, start))
        at = max(at, end)
    if at < length:
        left.append((at, length))
    return left


GUM_KINDS = {
    "person": "person",
    "place": "place",
    "organization": "organisation",
    "object": "object",
    "event": "event",
}


def gum(record: Record, reducer: Reducer) -> Example:
    """GUM: names and nominals. Its objects are too coarse to be nominal objects."""
    mentions, law = [], []
    for entity in record["entities"]:
        kind = GUM_KINDS.get(entity["type"])
        if kind == "event" and not entity["identity"]:
            continue
        if entity["type"] == "abstract" and entity["identity"]:
            law.append(GoldMention(entity["start"], entity["end"], "object"))
        if kind:
            mentions.append(GoldMention(entity["start"], entity["end"], kind))
    labels = reducer.labels(record["text"], mentions)
    labels += [x for x in reducer.labels(record["text"], law) if x.kind == "law"]
    labels = [x for x in labels if (x.head, x.kind) != ("nominal", "object")]
    linked = [
        Linked(GoldMention(e["start"], e["end"], GUM_KINDS[e["type"]]), e["group"])
        for e in record["entities"]
        if e["type"] in GUM_KINDS
    ]
    example = whole(record, "gum", without_overlap(labels))
    return replace(example, chains=chains(record["text"], linked, reducer))


RE3D_KINDS = {
    "Organisation": "organisation",
    "Location": "place",
    "Person": "person",
    "Weapon": "weapon",
    "MilitaryPlatform": "vehicle",
    "Vehicle": "vehicle",
}


def re3d(record: Record, reducer: Reducer, *, scored: bool) -> Example:
    """re3d: names and nominals, weapons and vehicles too.

    scored: the example is dev; there, names that the annotators disagreed on are unknown, so that
    finding them counts neither for nor against. Training takes them as none.
    """
    mentions = [
        GoldMention(e["start"], e["end"], RE3D_KINDS[e["type"]])
        for e in record["entities"]
        if e["type"] in RE3D_KINDS and e["offset_ok"] and e["confidence"] >= RE3D_CONFIDENCE
    ]
    labels = reducer.labels(record["text"], mentions)
    example = whole(record, "re3d", labels)
    if scored:
        names = {(x.start, x.end) for x in labels if x.head == "name"}
        doubtful = [
            (e["start"], e["end"])
            for e in record["entities"]
            if e["confidence"] < RE3D_CONFIDENCE
            and not any(e["start"] < end and start < e["end"] for start, end in names)
        ]
        example.known["name"] = outside(doubtful, len(record["text"]))
    return example


MEANTIME_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "PRO": "object"}


def meantime(record: Record, reducer: Reducer) -> Example:
    """MEANTIME: names and nominals of its fully annotated lines."""
    text = "\n".join(record["text"].split("\n")[:MEANTIME_LINES])
    linked = [
        Linked(
            GoldMention(m["start"], m["end"], MEANTIME_KINDS[m["instance_class"]]), m["instance_id"]
        )
        for m in record["mentions"]
        if m["tag"] == "ENTITY_MENTION" and m.get("instance_class") in MEANTIME_KINDS
        if m["end"] <= len(text)
    ]
    mentions = [x.mention for x in linked]
    record = {**record, "text": text}
    labels = [x for x in reducer.labels(text, mentions) if x.kind != "object" or x.head == "name"]
    example = whole(record, "meantime_en", labels)
    return replace(example, chains=chains(text, linked, reducer))


def whole(record: Record, corpus: str, labels: list[Label]) -> Example:
    """An example whose names and nominals are known throughout."""
    everything = [(0, len(record["text"]))]
    known = {"name": everything, "nominal": everything}
    return Example(f"{corpus}/{record['doc_id']}", corpus, record["text"], labels, known)


ECB_KINDS = {
    "HUMAN_PART_PER": "person",
    "HUMAN_PART_ORG": "organisation",
    "HUMAN_PART_GPE": "place",
    "LOC_GEO": "place",
    "LOC_FAC": "facility",
    "HUMAN_PART_VEH": "vehicle",
}
PREPOSITIONS = re.compile(r"(?:in|to|at|from|on|near|of|for|around|the|outside)\s+", re.IGNORECASE)
LOWER = re.compile(r"\b[a-z][a-z'’-]*\b")


def ecbplus(record: Record, reducer: Reducer) -> Example:
    """ECB+: names alone; only what takes part in an event is marked, so capitals stay unknown."""
    text, linked = record["text"], []
    for mention in record["mentions"]:
        kind = ECB_KINDS.get(mention["tag"])
        if kind is None or len(mention["segments"]) != 1:
            continue
        start = mention["start"]
        while match := PREPOSITIONS.match(text, start, mention["end"]):
            start = match.end()
        linked.append(Linked(GoldMention(start, mention["end"], kind), mention["chain"]))
    mentions = [x.mention for x in linked]
    labels = [x for x in reducer.labels(text, mentions) if x.head == "name"]
    example = partial(f"ecbplus/{record['doc_id']}", "ecbplus", text, labels)
    return replace(example, chains=chains(text, linked, reducer))


def partial(name: str, corpus: str, text: str, labels: list[Label]) -> Example:
    """Names are known where marked; lower-case words are known to be none; capitals are unknown."""
    known = [(x.start, x.end) for x in labels]
    known += [(m.start(), m.end()) for m in LOWER.finditer(text)]
    return Example(name, corpus, text, labels, {"name": sorted(known)})


def gva(record: Record, incidents: dict[str, Record]) -> Example:
    """GVA: participants' names as found in the text, and the incident's city and state."""
    text, labels = record["text"], []
    for found in record["participant_name_mentions"]:
        labels += [Label("name", "person", s, e) for s, e in found["spans"]]
    for surname in {text[x.start : x.end].split()[-1] for x in labels}:
        for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", text):
            if alone(text, match.start(), match.end()):
                labels.append(Label("name", "person", match.start(), match.end()))
    for incident in record["incident_ids"]:
        for field in ("city_or_county", "state"):
            name = (incidents.get(incident) or {}).get(field) or ""
            for match in (
                re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) if name else ()
            ):
                if alone(text, match.start(), match.end()):
                    labels.append(Label("name", "place", match.start(), match.end()))
    return partial(f"gva/{record['doc_id']}", "gva_longtail", text, without_overlap(labels))


def alone(text: str, start: int, end: int) -> bool:
    """Whether no capitalised word stands directly before or behind."""
    behind = re.match(r"[ ]+[A-Z]", text[end : end + 4])
    before = re.search(r"[A-Z][\w.'’-]*[ ]+$", text[max(0, start - 30) : start])
    return not behind and not before


@dataclass(frozen=True, slots=True)
class Prepared:
    """The examples of both parts."""

    train: list[Example]
    dev: list[Example]


def prepare(folder: Path) -> Prepared:
    """All examples from the corpora folder, licences and parts respected."""
    gum_records = [r for r in read_records(folder / "gum/train.jsonl") if gum_allowed(r)]
    re3d_records = [r for r in read_records(folder / "re3d/dev.jsonl") if "NC" not in r["licence"]]
    meantime_records = read_records(folder / "meantime_en/dev.jsonl")
    ecb_records = read_records(folder / "ecbplus/train.jsonl")
    train_politics = read_records(folder / "polnear/train.jsonl")
    texts = [r["text"] for r in (*gum_records, *re3d_records, *meantime_records, *ecb_records)]
    reducer = Reducer(Capitals().learn((*texts, *(r["text"] for r in train_politics))))
    train = [polnear(r) for r in train_politics]
    train += [gum(r, reducer) for r in gum_records]
    dev = [polnear(r) for r in read_records(folder / "polnear/dev.jsonl")]
    split(train, dev, re3d_records, lambda r, scored: re3d(r, reducer, scored=scored))
    split(train, dev, meantime_records, lambda r, _: meantime(r, reducer))
    train += [ecbplus(r, reducer) for r in ecb_records]
    train += list(gva_examples(folder / "gva_longtail"))
    wires = [wire(r) for r in read_records(folder / "muc4/train.jsonl")]
    # What the encoder is to read is typed as the other corpora are.
    truecaser = Truecaser().learn(e.text for e in train)
    train += wires + [retyped(e, truecaser) for e in wires]
    sentences = rated_sentences(folder)
    train += joined([rated(r) for r in sentences.train])
    dev += [*role_examples(folder / "muc4"), *age_examples(folder / "gva_longtail/documents.jsonl")]
    dev += [gum(r, reducer) for r in read_records(folder / "gum/dev.jsonl")]
    others = [r for r in read_records(folder / "gum/train.jsonl") if not gum_allowed(r)]
    dev += [held_gum(gum(r, reducer)) for r in others]
    dev += [rated(r) for r in sentences.dev]
    return Prepared(train, dev)


@dataclass(frozen=True, slots=True)
class Sentences:
    """Rated sentences of both parts, no document in both."""

    train: list[Record]
    dev: list[Record]


def rated_sentences(folder: Path) -> Sentences:
    """UW's parts without the documents they share; MEANTIME by the documents that are dev here."""
    paths = sorted((folder / "tempeval3").glob("*.jsonl"))
    papers = Documents([r for path in paths for r in read_records(path)])
    wiki = Documents(read_records(folder / "meantime_en/dev.jsonl"))
    part = folder / "factuality"
    dev = read_records(part / "UW-dev.jsonl")
    held = {papers.of(r["text"]) for r in dev} - {None}
    uw = read_records(part / "UW-train.jsonl")
    train = [r for r in uw if papers.of(r["text"]) not in held]
    for name in ("train", "dev"):
        for record in read_records(part / f"MEANTIME-{name}.jsonl"):
            place = wiki.of(record["text"])
            if place is not None and is_dev(place):
                dev.append(record)
            elif name == "train":
                train.append(record)
    return Sentences(train, dev)


def gum_allowed(record: Record) -> bool:
    """Whether a GUM text's licence lets it train weights that ship."""
    return record["text_licence"] in GUM_LICENCES


def gva_examples(folder: Path) -> Iterator[Example]:
    """Train reports in which a participant's name was found."""
    incidents = {r["incident_id"]: r for r in read_records(folder / "incidents.jsonl")}
    for record in read_records(folder / "documents.jsonl"):
        ours = record["split"] == "train" and record["participant_name_mentions"]
        if ours and not record.get("gvdb"):
            yield projected(record, incidents, gva(record, incidents))


def split(
    train: list[Example],
    dev: list[Example],
    records: Sequence[Record],
    read: Callable[[Record, bool], Example],
) -> None:
    """Adds each record's example to the part that its id decides."""
    for record in records:
        ours = is_dev(record["doc_id"])
        (dev if ours else train).append(read(record, ours))
