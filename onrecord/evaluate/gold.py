"""Gold answers: a folder with `reports.jsonl`, the inputs under `reports/`, and `gold/<id>.json`.

A gold file has `people` (a list with `name`, `also` and `facts`, or a table of names and facts) and
`incident` with `facts`; a fact has `field`, `value`, `evidence` (an exact substring of the text) and
where that stands there more than once, `occurrence`. `optional` facts count on neither side.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import UsageError

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class GoldFact:
    """One answer: `subject` holds the person's names, and is empty for the incident."""

    field: str
    value: Any
    evidence: str
    subject: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Gold:
    """The answers for one report, and how the report is known: its id, file and title."""

    id: str
    facts: tuple[GoldFact, ...]
    file: str = ""
    title: str = ""


def load_gold(folder: Path) -> tuple[Gold, ...]:
    """The answers of a folder, by id.

    Raises:
        UsageError: no gold in the folder, or a file of it that cannot be read.
    """
    files = sorted(p for p in (folder / "gold").glob("*.json") if not p.name.startswith("story_"))
    if not files:
        raise UsageError(
            "No gold answers there",
            value=str(folder),
            hint="The folder needs gold/<id>.json, one file a report, and the reports beside it.",
        )
    known = {str(row["id"]): row for row in _manifest(folder / "reports.jsonl")}
    return tuple(_gold(path, known.get(path.stem, {})) for path in files)


def _manifest(path: Path) -> list[Json]:
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [row for number, line in enumerate(lines, 1) if (row := _row(path, number, line))]


def _row(path: Path, number: int, line: str) -> Json | None:
    if not line.strip():
        return None
    found = _parsed(line, f"{path}:{number}")
    if "id" not in found:
        raise UsageError("A line of the manifest has no id", where=f"{path}:{number}")
    return found


def _parsed(text: str, where: str) -> Json:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise UsageError("Not JSON", value=str(error), where=where) from error
    if not isinstance(found, dict):
        raise UsageError("Not an object", value=type(found).__name__, where=where)
    return found


def _gold(path: Path, row: Json) -> Gold:
    answers = _parsed(path.read_text(encoding="utf-8"), str(path))
    try:
        facts = (*_of_people(answers.get("people", ())), *_of_incident(answers.get("incident", {})))
    except KeyError as error:
        raise UsageError(
            "A fact of the gold lacks a part", value=str(error), where=str(path)
        ) from error
    file = Path(str(row.get("file", f"{path.stem}.txt"))).name
    return Gold(path.stem, facts, file, str(row.get("title") or ""))


def _of_people(people: Any) -> Iterator[GoldFact]:
    if isinstance(people, dict):
        people = [{"name": name, "facts": facts} for name, facts in people.items()]
    for person in people:
        names = (str(person["name"]), *map(str, person.get("also", ())))
        yield from _facts(person.get("facts", ()), names)


def _of_incident(incident: Json) -> Iterator[GoldFact]:
    yield from _facts(incident.get("facts", ()), ())


def _facts(facts: Iterable[Json], subject: tuple[str, ...]) -> Iterator[GoldFact]:
    for fact in facts:
        yield GoldFact(
            str(fact["field"]),
            fact["value"],
            str(fact.get("evidence", "")),
            subject,
            bool(fact.get("optional")),
        )
