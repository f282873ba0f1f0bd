"""What measures the later heads, none of it trained on.

Roles: MUC-4's dev documents. Ages: the reports of gva_longtail whose people were annotated by hand
(`gvdb`), of either part. Coreference: GUM's dev documents, and those of its train part whose
licence keeps them out of training. Certainty: UW's dev sentences, and MEANTIME's sentences from the
documents that are dev here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from onrecord.train.example import Example, Judged, Range
from onrecord.train.role_scoring import gold_roles

Record = dict[str, Any]

#: Corpora of the examples made here.
ROLES, AGES, CERTAINTY = "muc4", "gvdb", "factuality"
COREFERENCE = ("gum", "gum_held")


def role_examples(folder: Path) -> Iterator[Example]:
    """MUC-4's dev documents with GTT's gold."""
    gold = {r["docid"]: r["templates"] for r in read_either(folder / "gtt/dev.json")}
    for record in read_either(folder / "dev.jsonl"):
        name = record["doc_id"]
        fillers = gold_roles(gold[name])
        yield Example(f"muc4/{name}", ROLES, record["text"], [], {}, fillers=fillers)


def read_either(path: Path) -> list[Record]:
    """Records of a JSON array or of JSON Lines."""
    text = path.read_text(encoding="utf-8")
    if text.startswith("["):
        records: list[Record] = json.loads(text)
        return records
    return [json.loads(line) for line in text.splitlines()]


def age_examples(path: Path) -> Iterator[Example]:
    """Reports in which somebody's name and age are both marked."""
    for record in read_either(path):
        fields = (record.get("gvdb") or {}).get("fields", [])
        people: dict[tuple[str, int], dict[str, Range]] = {}
        for field in fields:
            if field["field"] in ("name", "age") and (field["start"] or -1) >= 0:
                found = people.setdefault((field["role"], field["person"]), {})
                found[field["field"]] = (field["start"], field["end"])
        pairs = {(p["age"], p["name"]) for p in people.values() if len(p) == 2}
        if pairs:
            ages = [Judged(age, name, gold=True) for age, name in sorted(pairs)]
            name = f"gvdb/{record['doc_id']}"
            yield Example(name, AGES, record["text"], [], {}, ages=ages)


def held_gum(example: Example) -> Example:
    """A GUM text that was not trained on."""
    return replace(example, corpus="gum_held")
