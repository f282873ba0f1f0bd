"""Pronouns and descriptions: how many speakers that are no name find whom they stand for.

    python -m benchmarks.coreference [--beside ../shared] [--weights FOLDER] [--output FILE]

Two measures. Newsroom set: of the gold's statements that we found and whose source is a pronoun or a
description, those whose speaker is the gold's (names compared by the set's own scorer). GUM news, every
document by rules that were made without it: of the pronouns "he", "she", "they" with a gold antecedent, and
of the attributions whose source is a pronoun or a description of somebody told elsewhere too, those that
we put with the right entity: the nearest mention of our entity that is no pronoun lies in the gold's.
Beside them the pronouns of MEANTIME's news and of GUM's texts of other kinds.
Intervals are bootstraps over documents. The few attributions of GUM news make a wide one.
"""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import onrecord
from benchmarks.gum import (
    Document,
    Json,
    Share,
    gum_records,
    interval,
    read_documents,
    records,
    spans_of,
)
from benchmarks.options import chosen_encoder, options
from benchmarks.tell import tell
from onrecord.annotate import Encoder
from onrecord.core.contract import reading_json
from onrecord.core.reading import Entity
from onrecord.core.span import Span

PERSONAL = frozenset("he she they him her his their them himself herself themselves".split())
SPEAKING = frozenset("i me my myself we us our ourselves you your yourself".split())
SPOKEN = PERSONAL | SPEAKING | frozenset("it its".split())
UNTRAINED = ("fiction", "letter", "podcast", "essay")
"""Kinds of text whose licence keeps them out of training."""
LED = frozenset(("pronoun", "description"))
"""Kinds of sources that lead to somebody named elsewhere."""
SMALL = frozenset("the a an his her its their this that one two three another some several".split())
"""Words that a name does not begin with."""


def is_described(words: str) -> bool:
    """Whether a source is a description: no capital behind its first word, or none at all."""
    parts = words.split()
    rest = parts[1:] if parts and parts[0].lower() in SMALL else parts
    return bool(rest) and not any(p[0].isupper() for p in rest)


def kind_of(words: str) -> str:
    """pronoun, first person (who speaks or is spoken to), description or name."""
    if words.casefold() in SPEAKING:
        return "first person"
    if words.casefold() in SPOKEN:
        return "pronoun"
    return "description" if is_described(words) else "name"


# --- GUM ----------------------------------------------------------------------------------------


def entity_at(document: Document, span: Span) -> Entity | None:
    """Our entity whose mention is the span, or shares most with it ("their" of "their child")."""
    met = [
        (_shared(m.span, span), e)
        for e in document.context.entities
        for m in e.mentions
        if m.span.overlaps(span)
    ]
    return max(met, key=lambda pair: pair[0])[1] if met else None


def _shared(one: Span, other: Span) -> float:
    """What two spans have in common, of what they cover together."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))


def is_resolved(document: Document, entity: Entity | None, at: Span, group: str) -> bool:
    """Whether the entity's nearest mention that is no pronoun is one of the gold's entity."""
    if entity is None:
        return False
    said = [m.span for m in entity.mentions if m.form != "pronoun" and not m.span.overlaps(at)]
    before = [span for span in said if span.end <= at.start]
    nearest = before[-1] if before else (said[0] if said else None)
    return nearest is not None and document.group_of(nearest) == group


def pronouns(document: Document) -> Share:
    """Third-person pronouns with a gold antecedent that is no pronoun."""
    text = document.context.text
    mentions = document.gold["mentions"]
    told = [(m, text[m["start"] : m["end"]].casefold()) for m in mentions]
    named = Counter(m["group"] for m, words in told if words not in SPOKEN)
    asked = [m for m, words in told if words in PERSONAL and named[m["group"]]]
    right = 0
    for mention in asked:
        at = Span(mention["start"], mention["end"])
        right += is_resolved(document, entity_at(document, at), at, mention["group"])
    return Share(right, len(asked))


def speakers(document: Document) -> dict[str, Share]:
    """Attributions whose source is a pronoun or description of somebody whom a name or a description
    tells elsewhere too: whom nothing but pronouns takes up is nobody else."""
    found = {"pronoun": [0, 0], "description": [0, 0], "first person": [0, 0]}
    for given in document.gold["attributions"]:
        if not given["source"]:
            continue
        at = Span(given["source"][0][0], given["source"][-1][1])
        kind = kind_of(at.cut(document.context.text))
        if kind in found and _is_told_elsewhere(document, given["source_group"], at):
            entity = _speaker(document, given)
            found[kind][0] += is_resolved(document, entity, at, given["source_group"])
            found[kind][1] += 1
    return {kind: Share(right, of) for kind, (right, of) in found.items()}


def _is_told_elsewhere(document: Document, group: str, at: Span) -> bool:
    """Whether another mention of the gold's entity is no pronoun."""
    spans = (Span(m["start"], m["end"]) for m in document.gold["mentions"] if m["group"] == group)
    text = document.context.text
    return any(s.cut(text).casefold() not in SPOKEN and not s.overlaps(at) for s in spans)


def _speaker(document: Document, given: Json) -> Entity | None:
    """The speaker of our statement with the same cue, or else the same source."""
    for part in ("cue", "source"):
        wanted = spans_of(given[part])
        for one in document.context.statements:
            if one.speaker and any(a.overlaps(b) for a in getattr(one, part) for b in wanted):
                return document.context.by_id[one.speaker]
    return None


def gum(beside: Path, encoder: Encoder) -> Json:
    """The figures on GUM news."""
    documents = list(read_documents(gum_records(beside, "news"), encoder))
    told = [speakers(document) for document in documents]
    every = [_both(t["pronoun"], t["description"]) for t in told]
    return {
        "pronouns": interval([pronouns(document) for document in documents]),
        "speakers": interval(every),
        "speakers, pronouns": interval([t["pronoun"] for t in told]),
        "speakers, descriptions": interval([t["description"] for t in told]),
        "speakers, first person": interval([t["first person"] for t in told]),
    }


def _both(one: Share, other: Share) -> Share:
    return Share(one.right + other.right, one.of + other.of)


def others(beside: Path, encoder: Encoder) -> Json:
    """Pronouns of MEANTIME's news, and of GUM's texts of the kinds that the encoder was not trained on."""
    wiki = [_as_gum(record) for record in records(beside / "corpora" / "meantime_en" / "dev.jsonl")]
    rest = [record for genre in UNTRAINED for record in gum_records(beside, genre)]
    return {
        "meantime": interval([pronouns(d) for d in read_documents(wiki, encoder)]),
        "gum, other kinds": interval([pronouns(d) for d in read_documents(rest, encoder)]),
    }


def _as_gum(record: Json) -> Json:
    """A document of MEANTIME in the form of GUM's."""
    mentions = [
        {"start": m["start"], "end": m["end"], "group": m["instance_id"]}
        for m in record["mentions"]
        if m.get("instance_id") and m["tag"] == "ENTITY_MENTION"
    ]
    told = {"id": record["doc_id"], "outlet": None, "published": record["dct"]}
    return told | {"text": record["text"], "mentions": mentions}


# --- newsroom -----------------------------------------------------------------------------------


def newsroom(beside: Path, encoder: Encoder) -> Json:
    """The figures on the newsroom set, with its own scorer's ways of pairing and comparing."""
    sys.path.insert(0, str(beside))
    scorer = importlib.import_module("score.newsroom")
    room = scorer.read_set(beside / "newsroom")
    rows = [
        reading_json(reading)
        for reading in onrecord.read([beside / "newsroom" / "reports"], encoder=encoder)
        if isinstance(reading, onrecord.Reading)
    ]
    index = scorer.match_reports(room.manifest, [row["report"] for row in rows])
    found = [
        verdict
        for rid, gold in room.reports.items()
        if rid in index
        for verdict in _verdicts(scorer, gold, rows[index[rid]])
    ]
    return {
        kind: interval([Share(int(right), 1) for k, right in found if k == kind])
        for kind in ("pronoun", "description", "name")
    } | {"pronoun or description": interval([Share(int(r), 1) for k, r in found if k in LED])}


def _verdicts(scorer: object, gold: object, row: Json) -> Iterator[tuple[str, bool]]:
    """For each statement that was found: the kind of its source, and whether its speaker is right."""
    s, g = vars(scorer), gold
    read = s["PeopleRead"](row, g)
    aligned = s["Alignment"](read.text, g.text)  # type: ignore[attr-defined]
    given = [aligned.spans(s["spans"](one.get("content"))) for one in read.statements]
    statements = g.statements  # type: ignore[attr-defined]
    pairs = s["best_pairs"](
        [[s["content_weight"](x.content, p) for p in given] for x in statements]
    )
    for wanted, found in pairs:
        told = statements[wanted]
        if not told.source:
            continue
        words = g.text[told.source[0][0] : told.source[0][1]]  # type: ignore[attr-defined]
        names = read.names(read.statements[found].get("speaker"))
        right = s["any_same"](g.aliases.of(told.speaker), names)  # type: ignore[attr-defined]
        yield kind_of(words), bool(right)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print JSON."""
    chosen = options(__doc__).parse_args(arguments)
    if not (chosen.beside / "corpora" / "gum_attribution").is_dir():
        print(f"Skipped: no corpora in {chosen.beside}.", file=sys.stderr)
        return 0
    encoder = chosen_encoder(chosen)
    figures = {
        "weights": encoder.weights,
        "newsroom": newsroom(chosen.beside, encoder),
        "gum_news": gum(chosen.beside, encoder),
        "pronouns": others(chosen.beside, encoder),
    }
    tell(figures, chosen.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
