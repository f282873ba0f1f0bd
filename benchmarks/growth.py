"""How the time and memory of a record grow with its reports, and what adding to a large one costs.

    python -m benchmarks.growth [--sizes 1000 10000 100000] [--more 0.1] [--into growth.json]

The reports are invented (benchmarks/chronicle.py): some thirty a day, copies among them, as a region's
papers might have them. No encoder runs: the readings are made with the texts. Each size is built in a
process of its own; then `--more` of its number is added (10,000 to 100,000), those of the next days and
some on stories of all years before, and, last, a single report. Printed and written: seconds of
processor and clock for storing and for grouping (the processor's hold the making of the texts too), the
largest memory in mebibytes, the file's size, and how many reports had to be grouped anew.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.chronicle import A_DAY, chronicle
from onrecord import growth
from onrecord.core.grouping import Grouping
from onrecord.core.reading import Reading
from onrecord.core.record import RecordContents
from onrecord.growth import settle
from onrecord.reconcile import reconcile
from onrecord.store import Record

LATE = 60
"""Of so many reports of the first build one is kept back, and comes with the addition."""


@dataclass(frozen=True, slots=True)
class Step:
    """What adding so many reports cost: seconds, and how many were grouped anew for them."""

    reports: int
    stored_seconds: float
    grouped_seconds: float
    processor_seconds: float
    regrouped: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One size: the first build, the addition, a single report; mebibytes of memory and file; the
    machine's load in the last quarter of an hour."""

    size: int
    first: Step
    more: Step
    one: Step
    memory: float
    file: float
    load: float


def step(record: Record, readings: Iterable[Sequence[Reading]]) -> Step:
    """Adds the readings and groups."""
    began, processor, count = time.perf_counter(), time.process_time(), 0
    for batch in readings:
        record.add(batch)
        count += len(batch)
    stored, regrouped = time.perf_counter(), counted()
    settle(record)
    return Step(
        reports=count,
        stored_seconds=round(stored - began, 2),
        grouped_seconds=round(time.perf_counter() - stored, 2),
        processor_seconds=round(time.process_time() - processor, 2),
        regrouped=sum(regrouped),
    )


def counted() -> list[int]:
    """A list to which each later call of reconcile adds the number of its reports."""
    made: list[int] = []

    def counting(readings: Sequence[Reading], grouping: Grouping) -> RecordContents:
        made.append(len(readings))
        return reconcile(readings, grouping)

    setattr(growth, "reconcile", counting)  # noqa: B010 - a probe in a benchmark, not an assignment
    return made


def measure(size: int, share: float) -> Measured:
    """Builds a record of that size and adds to it."""
    kept: list[Reading] = []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "record.duckdb"
        with Record.create(path) as record:
            first = step(record, without_late(size, kept))
            print(json.dumps({"size": size, "first": asdict(first)}), flush=True)
            later = chronicle(max(1, int(size * share) - len(kept)), 2, first_day=size // A_DAY)
            more = step(record, chain([kept], later))
            one = step(record, chronicle(1, 3, first_day=size // A_DAY))
        written = path.stat().st_size / 2**20
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    load = round(os.getloadavg()[2], 1)
    kilo = 2**20 if sys.platform == "darwin" else 2**10
    return Measured(size, first, more, one, round(peak / kilo, 1), round(written, 1), load)


def without_late(size: int, kept: list[Reading]) -> Iterator[list[Reading]]:
    """So many invented readings; one of `LATE` is put into `kept`."""
    for month in chronicle(size, 1):
        kept += month[::LATE]
        yield [one for number, one in enumerate(month) if number % LATE]


def main() -> None:
    """Prints and writes the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--more", type=float, default=0.1)
    parser.add_argument("--into", type=Path)
    options = parser.parse_args()
    found = []
    for size in options.sizes:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            found.append(asdict(pool.submit(measure, size, options.more).result()))
        print(json.dumps(found[-1]), flush=True)
        if options.into:
            options.into.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
