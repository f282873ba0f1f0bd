"""The order of the stages: the only module that knows more than one of them.

`read` turns inputs into readings and stores nothing. `build` stores readings batch by batch, then
groups and reconciles all that the record holds. Readings are a pure function of the report and the
weights, grouping and reconciling of the set of readings; so the order and the batches in which
reports come make no difference.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from onrecord.annotate import Encoder
from onrecord.annotate.weights import SHIPPED
from onrecord.core.annotation import Annotation
from onrecord.core.reading import Reading, ReportIncident
from onrecord.core.report import Rejection, Report
from onrecord.errors import SpanError
from onrecord.extract import extract
from onrecord.growth import settle
from onrecord.intake import take
from onrecord.settings import Settings
from onrecord.store import Record

Inputs = str | Path | Sequence[str | Path]
"""Files, folders, globs, `-` and http(s) addresses: one, or several in any mix."""


class Annotator(Protocol):
    """What the pipeline needs of an encoder: `onrecord.annotate.Encoder`, or another's."""

    @property
    def weights(self) -> str:
        """The id of the weights; readings made with the same id need no second reading."""

    def annotate(self, reports: Sequence[Report]) -> list[Annotation]:
        """An annotation for each report, in their order."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: so many reports read (or found known) or, after that, grouped."""

    stage: Literal["read", "group"]
    reports: int
    rejected: int


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did.

    `taken` reports were read, `known` stood in the record already, `rejections` are the inputs of
    this run that could not be taken, `incidents` is how many the record now holds.
    """

    into: Path
    taken: int
    known: int
    rejections: tuple[Rejection, ...]
    incidents: int


def read(
    inputs: Inputs,
    settings: Settings | None = None,
    *,
    encoder: Annotator | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Reading | Rejection]:
    """Read reports, and store nothing.

    At most `settings.batch` reports are held at a time. An input that cannot be taken gives a
    Rejection and does not stop the others.

    Args:
        inputs: files, folders, globs, `-` or http(s) addresses.
        settings: defaults where none are given.
        encoder: the shipped one where none is given.
        stdin: what `-` reads.

    Raises:
        WeightsError: the encoder's weights are missing or damaged.
    """
    chosen = settings or Settings()
    model: Annotator | None = encoder
    for batch in _batches(take(_listed(inputs), chosen, stdin=stdin), chosen.batch):
        reports = [item for item in batch if isinstance(item, Report)]
        if reports and model is None:
            model = _encoder(chosen)
        readings = iter(_read_batch(reports, model) if model is not None else [])
        for item in batch:
            yield item if isinstance(item, Rejection) else next(readings)


def _encoder(chosen: Settings) -> Encoder:
    """The encoder of the folder that the settings name, or the shipped one."""
    folder = Path(chosen.weights) if chosen.weights else SHIPPED
    return Encoder.load(folder, workers=chosen.workers)


def build(
    inputs: Inputs,
    into: str | Path,
    settings: Settings | None = None,
    *,
    again: bool = False,
    progress: Callable[[Progress], None] | None = None,
    encoder: Annotator | None = None,
    stdin: BinaryIO | None = None,
) -> BuildResult:
    """Read, group and reconcile into one record.

    Each batch is stored in one transaction, and the incidents are replaced in one: an interrupted
    build leaves a whole record, and the same call goes on from there. Reports that the record holds
    already, read with the same weights, are not read again; repeating a build changes nothing.

    Args:
        inputs: files, folders, globs, `-` or http(s) addresses.
        into: path of the record; made where there is none.
        settings: defaults where none are given.
        again: read known reports again, as after an update of On Record.
        progress: called after each batch and before grouping.
        encoder: the shipped one where none is given.
        stdin: what `-` reads.

    Raises:
        RecordError: the record cannot be opened or written.
        WeightsError: the encoder's weights are missing or damaged.
    """
    chosen = settings or Settings()
    model: Annotator = encoder or _encoder(chosen)
    with Record.create(Path(into)) as record:
        known = {} if again else _stored_inputs(record, model.weights)
        builder = _Builder(record, model, known, progress or _silent)
        # Sorted, so that of one report in two inputs the same is kept in any order.
        items = _but_itself(take(sorted(_listed(inputs)), chosen, stdin=stdin), record.path)
        for batch in _batches(items, chosen.batch):
            builder.add(batch)
        incidents = builder.settle()
    return BuildResult(
        Path(into), builder.taken, builder.known, tuple(builder.rejections), incidents
    )


def replay(record: str | Path) -> int:
    """Put a record's reports together again, with the decisions on what belongs together.

    Returns how many incidents it then holds. Values that coders ruled on need no replay: they lie over
    the record whenever it is read.

    Raises:
        RecordError: the record cannot be opened or written.
    """
    Record.open(record).close()
    with Record.create(record) as opened:
        return _Builder(opened, _NoEncoder(), {}, _silent).settle()


class _NoEncoder:
    """Stands where nothing is read."""

    weights = ""

    def annotate(self, reports: Sequence[Report]) -> list[Annotation]:
        """No annotations."""
        return []


class _Builder:
    """One run of `build` over an open record. `known`: report id → input of what is not read."""

    def __init__(
        self,
        record: Record,
        model: Annotator,
        known: dict[str, str],
        progress: Callable[[Progress], None],
    ) -> None:
        self._record = record
        self._model = model
        self._progress = progress
        self._stored = known
        self.taken = 0
        self.known = 0
        self.rejections: list[Rejection] = []

    def add(self, batch: Sequence[Report | Rejection]) -> None:
        """Read what the record lacks and store the batch."""
        rejections = [item for item in batch if isinstance(item, Rejection)]
        reports = self._new(item for item in batch if isinstance(item, Report))
        results = _read_batch(reports, self._model)
        rejections += [item for item in results if isinstance(item, Rejection)]
        readings = [item for item in results if isinstance(item, Reading)]
        self._record.add(readings, rejections)
        self.taken += sum(r.report.id not in self._stored for r in readings)
        self._stored.update({r.report.id: r.report.input for r in readings})
        self.rejections += rejections
        self._report("read")

    def settle(self) -> int:
        """Group and reconcile all readings of the record; returns the number of incidents."""
        self._report("group")
        return settle(self._record)

    def _new(self, reports: Iterable[Report]) -> list[Report]:
        """The reports that the record lacks, each once.

        Of one report in two inputs the record keeps the first by name, whichever came first.
        """
        lacking: dict[str, Report] = {}
        for report in reports:
            held = lacking[report.id].input if report.id in lacking else self._stored.get(report.id)
            if held is None or report.input < held:
                lacking[report.id] = report
            if held is not None:
                self.known += 1
        return list(lacking.values())

    def _report(self, stage: Literal["read", "group"]) -> None:
        self._progress(Progress(stage, self.taken + self.known, len(self.rejections)))


def _silent(progress: Progress) -> None:
    """Tell nobody."""


def _stored_inputs(record: Record, weights: str) -> dict[str, str]:
    """Report id → input, of the reports that the record holds as these weights read them."""
    grouped = "SELECT id, input FROM reports JOIN readings ON report = id WHERE weights = ?"
    waiting = """
        SELECT report, json_extract_string(reading, '$.report.input')
        FROM readings ANTI JOIN reports ON report = id WHERE weights = ?
    """  # only of these the whole reading need be gone through
    rows = (row for query in (grouped, waiting) for row in record.sql(query, [weights]).fetchall())
    return {row[0]: row[1] for row in rows}


def _read_batch(reports: Sequence[Report], model: Annotator) -> list[Reading | Rejection]:
    """A reading for each report, in order; a Rejection where the spans do not fit the text."""
    legible = [report for report in reports if report.supported]
    annotations = iter(model.annotate(legible) if legible else [])
    return [
        _read_one(report, next(annotations)) if report.supported else _unread(report, model.weights)
        for report in reports
    ]


def _read_one(report: Report, annotation: Annotation) -> Reading | Rejection:
    """One report's reading."""
    try:
        return extract(report, annotation)
    except SpanError as error:
        return Rejection(
            stage="extract",
            code="span",
            where=report.input,
            detail=str(error),
            hint="This is a fault of On Record. Please report it with the input.",
        )


def _unread(report: Report, weights: str) -> Reading:
    """A report in a language that the model does not read: kept, and nothing guessed."""
    return Reading(report, weights, incidents=(ReportIncident("i1", "other", lead=True),))


def _listed(inputs: Inputs) -> list[str]:
    """The inputs as a list of strings."""
    several = [inputs] if isinstance(inputs, str | Path) else inputs
    return [str(item) for item in several]


def _but_itself(items: Iterable[Report | Rejection], record: Path) -> Iterator[Report | Rejection]:
    """The items without the record's own file, which may lie in a folder that is read."""
    own = {_real(str(record)), _real(f"{record}.wal")}
    for item in items:
        if not isinstance(item, Rejection) or _real(item.where) not in own:
            yield item


def _real(name: str) -> str:
    """A path without its links, as far as it can be followed: a rejected input need be no path."""
    try:
        return os.path.realpath(name)
    except ValueError:  # a NUL in it
        return name


def _batches(items: Iterable[Report | Rejection], size: int) -> Iterator[list[Report | Rejection]]:
    """The items in lists of that size, the last one shorter."""
    rest = iter(items)
    while batch := list(islice(rest, max(size, 1))):
        yield batch
