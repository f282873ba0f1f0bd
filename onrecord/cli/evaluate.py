"""`onrecord evaluate`: how good the readings are on a desk's own gold answers, field by field."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from onrecord.cli.options import settings_from, settings_option, told_options, workers_option
from onrecord.cli.rejections import tell
from onrecord.core.contract import reading_json
from onrecord.core.report import Rejection
from onrecord.errors import UsageError
from onrecord.evaluate import (
    FieldCounts,
    Gold,
    ReportScore,
    intervals,
    load_gold,
    score_reading,
    total,
)
from onrecord.pipeline import read
from onrecord.settings import Settings

Json = dict[str, Any]
FIGURES: dict[str, Callable[[FieldCounts], float]] = {
    "precision": lambda counts: counts.precision,
    "recall": lambda counts: counts.recall,
    "f1": lambda counts: counts.f1,
    "abstained": lambda counts: counts.abstained,
}


@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path, file_okay=False), metavar="GOLD")
@click.option(
    "--predicted",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The output of `onrecord read --json`, where it is there already.",
)
@told_options("Figures between 0 and 1 as JSON.")
@settings_option
@workers_option
def command(
    gold: Path,
    predicted: Path | None,
    as_json: bool,
    quiet: bool,
    settings_file: Path | None,
    workers: int | None,
) -> int:
    """Hold readings against gold answers: precision, recall and abstentions of each field.

    GOLD is a folder with the reports under reports/ and the answers in gold/<id>.json, which
    "How good is it?" in the docs describes. Intervals hold 95 % of what drawing the reports
    anew gives. Abstained is the share of answers for which nothing was given: a blank to fill, not a
    wrong value.
    """
    answers = load_gold(gold)
    settings = settings_from(settings_file, workers)
    found = _from_file(predicted) if predicted else _read(gold / "reports", settings)
    scores = list(_scores(answers, list(found)))
    figures = _figures(scores)
    told = len(scores)
    click.echo(json.dumps(_json(figures, told, len(answers))) if as_json else _table(figures))
    if told < len(answers) and not quiet:
        click.echo(f"{len(answers) - told} of {len(answers)} reports have no reading.", err=True)
    return 0 if told == len(answers) else 2


def _read(reports: Path, settings: Settings) -> Iterator[Json]:
    for item in read([reports], settings):
        if isinstance(item, Rejection):
            tell(item)
        else:
            yield reading_json(item)


def _from_file(path: Path) -> Iterator[Json]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except json.JSONDecodeError as error:
            raise UsageError(
                "Not a line of `onrecord read --json`", value=str(error), where=f"{path}:{number}"
            ) from error
        if not isinstance(found, dict) or "facts" not in found:
            raise UsageError("Not a line of `onrecord read --json`", where=f"{path}:{number}")
        yield found


def _scores(answers: Sequence[Gold], readings: Sequence[Json]) -> Iterator[ReportScore]:
    """The scores of the reports that have a reading, in the gold's order."""
    fields = frozenset(fact.field for gold in answers for fact in gold.facts)
    known = _by_name(readings)
    for gold in answers:
        names = (gold.id, f"{gold.file}|{gold.title}", gold.file)
        reading = next((known[name] for name in names if name in known), None)
        if reading is not None:
            yield score_reading(reading, gold, fields)


def _by_name(readings: Sequence[Json]) -> dict[str, Json]:
    """Readings by given id, by file with title, and by file where it holds one report."""
    files: dict[str, list[Json]] = {}
    named: dict[str, Json] = {}
    for reading in readings:
        report = reading["report"]
        file = Path(str(report["input"]).split("#")[0]).name
        file = file.rsplit(":", 1)[0] if file.rsplit(":", 1)[-1].isdigit() else file
        files.setdefault(file, []).append(reading)
        named[f"{file}|{report.get('title') or ''}"] = reading
        if report.get("given_id"):
            named[str(report["given_id"])] = reading
    alone = {file: found[0] for file, found in files.items() if len(found) == 1}
    return alone | named


def _figures(scores: Sequence[ReportScore]) -> Json:
    """Each field's figures with their intervals and counts."""
    return {name: _of_field(scores, name, counts) for name, counts in total(scores).items()}


def _of_field(scores: Sequence[ReportScore], name: str, counts: FieldCounts) -> Json:
    row: Json = {"gold": counts.gold, "given": counts.given, "right": counts.right}
    for figure, of in FIGURES.items():
        around = intervals(scores, name, of)
        row[figure] = round(of(counts), 4)
        row[f"{figure}_95"] = [round(around.low, 4), round(around.high, 4)]
    return row


def _json(figures: Json, told: int, answers: int) -> Json:
    return {"reports": told, "reports_in_gold": answers, "fields": figures}


def _table(figures: Json) -> str:
    """Percentages in columns."""
    head = f"{'field':32}{'gold':>6}{'precision':>20}{'recall':>20}{'abstained':>20}"
    return "\n".join([head, *_rows(figures)])


def _rows(figures: Json) -> Iterable[str]:
    for name, row in figures.items():
        cells = "".join(f"{_cell(row, part):>20}" for part in ("precision", "recall", "abstained"))
        yield f"{name:32}{row['gold']:6}{cells}"


def _cell(row: Json, part: str) -> str:
    """ "83.3 (75.0-91.2)"; nothing where there is nothing to take a share of."""
    if not row["given" if part == "precision" else "gold"]:
        return "-"
    low, high = row[f"{part}_95"]
    return f"{100 * row[part]:.1f} ({100 * low:.1f}-{100 * high:.1f})"
