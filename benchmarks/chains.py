"""Chains of nested attributions: the logic on gold spans, and the whole way from text.

    python -m benchmarks.chains [--beside ../shared] [--weights FOLDER] [--output FILE]

`german_wikinews` and `gum`: sources, cues and contents are the gold's, and only the nesting is ours: which
statement stands in which, and so the chain of sources from the innermost outwards. It needs no
encoder and no English, so it says nothing of how well German is read: German is not read at all.
A source that comes again in a chain counts once, as it does in ours. `gum_news, read`: statements, nesting
and entities are all ours; of the nested attributions of which a statement of ours has the cue, those
whose chain is the gold's entities in the gold's order. Intervals are bootstraps over documents.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

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
from onrecord.core.reading import Statement
from onrecord.core.span import Spans, merge
from onrecord.extract.chains import find_parent, without_circles
from onrecord.extract.drafts import Draft

Chain = tuple[str, ...]


def gold_chain(given: Json, by_id: dict[str, Json], name: str) -> Chain:
    """The sources from the innermost outwards, each once; `name` is the field that tells them apart."""
    outer = [by_id[i] for i in given["nested_in"] if i in by_id]
    outer.sort(key=lambda a: sum(e - s for s, e in a["content"]))
    return once(str(a[name]) for a in (given, *outer) if a["source"])


def once(names: Iterator[str]) -> Chain:
    """The names in their order, each once."""
    return tuple(dict.fromkeys(names))


# --- nesting on gold spans ----------------------------------------------------------------------


def nesting(record: Json, name: str) -> dict[str, Share]:
    """Chains by our nesting of the gold's spans, for nested attributions and for all others."""
    given = [a for a in record["attributions"] if a["content"] and (a["source"] or a["cue"])]
    given.sort(key=lambda a: _draft(a).reach)
    drafts = [_draft(a) for a in given]
    parents = without_circles([find_parent(drafts, number) for number in range(len(drafts))])
    by_id = {a["id"]: a for a in record["attributions"]}
    right = {"nested": 0, "plain": 0}
    of = {"nested": 0, "plain": 0}
    for number, one in enumerate(given):
        gold = gold_chain(one, by_id, name)
        kind = "nested" if len(gold) > 1 else "plain"
        of[kind] += 1
        right[kind] += once(_ours(given, parents, number, name)) == gold
    return {kind: Share(right[kind], of[kind]) for kind in of}


def _draft(given: Json) -> Draft:
    source, cue, content = (merge(spans_of(given[p])) for p in ("source", "cue", "content"))
    return Draft(source, cue, content, "says", "encoder")


def _ours(
    given: Sequence[Json], parents: Sequence[int | None], number: int, name: str
) -> Iterator[str]:
    at: int | None = number
    while at is not None:
        if given[at]["source"]:
            yield str(given[at][name])
        at = parents[at]


def nesting_figures(gold: Sequence[Json], name: str) -> Json:
    """Both kinds with their intervals."""
    told = [nesting(record, name) for record in gold]
    return {kind: interval([t[kind] for t in told]) for kind in ("nested", "plain")}


# --- the whole way ------------------------------------------------------------------------------


def read_chains(document: Document) -> Share:
    """Nested attributions whose cue we have: right chains."""
    by_id = {a["id"]: a for a in document.gold["attributions"]}
    right = of = 0
    for given in document.gold["attributions"]:
        gold = gold_chain(given, by_id, "source_group")
        found = _with_cue(document, spans_of(given["cue"]))
        if len(gold) > 1 and found is not None:
            of += 1
            right += chain_groups(document, found) == gold
    return Share(right, of)


def _with_cue(document: Document, cue: Spans) -> Statement | None:
    for one in document.context.statements:
        if any(a.overlaps(b) for a in one.cue for b in cue):
            return one
    return None


def chain_groups(document: Document, one: Statement) -> Chain:
    """Our chain as gold entities: each link by the first of its mentions that the gold has."""
    entities = (document.context.by_id[link] for link in one.chain)
    groups = (
        next((g for m in e.mentions if (g := document.group_of(m.span))), e.id) for e in entities
    )
    return once(groups)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print JSON."""
    chosen = options(__doc__).parse_args(arguments)
    german = chosen.beside / "corpora" / "german_wikinews"
    if not german.is_dir():
        print(f"Skipped: no corpora in {chosen.beside}.", file=sys.stderr)
        return 0
    encoder = chosen_encoder(chosen)
    every = [r for part in ("train", "dev") for r in records(german / f"{part}.jsonl")]
    news = read_documents(gum_records(chosen.beside, "news"), encoder)
    figures = {
        "weights": encoder.weights,
        "german_wikinews, gold spans": nesting_figures(every, "source"),
        "gum, gold spans": nesting_figures(gum_records(chosen.beside), "source_group"),
        "gum_news, gold spans": nesting_figures(gum_records(chosen.beside, "news"), "source_group"),
        "gum_news, read": interval([read_chains(document) for document in news]),
    }
    tell(figures, chosen.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
