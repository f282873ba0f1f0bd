"""Time and peak memory of reading and building the newsroom set, which lies beside the project.

    python -m benchmarks.newsroom [--beside ../shared] [--output FILE]

Each command runs in a process of its own. Time is the wall clock's, start-up included; memory is
the largest resident set, in MiB, as the kernel counts it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.tell import tell

ROOT = Path(__file__).resolve().parent.parent
BESIDE = ROOT.parent / "shared"
KIB = 1024


class CommandError(Exception):
    """A measured command that ended with another status than 0."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds, and MiB at its peak."""

    seconds: float
    mebibytes: float


@dataclass(frozen=True, slots=True)
class NewsroomRun:
    """The newsroom set read and built: the files that were made, and what it took."""

    reports: int
    read: Cost
    build: Cost
    predicted: Path
    exported: Path


def measure(arguments: Sequence[str], output: Path) -> Cost:
    """Run `onrecord` with its standard output in a file.

    Raises:
        CommandError: the exit status is not 0.
    """
    command = [sys.executable, "-m", "onrecord.cli.main", *arguments]
    start = time.perf_counter()
    with output.open("wb") as stream, subprocess.Popen(command, stdout=stream) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise CommandError(f"{' '.join(arguments)}: exit status {process.returncode}")
    peak = usage.ru_maxrss / (KIB * KIB if sys.platform == "darwin" else KIB)
    return Cost(round(time.perf_counter() - start, 2), round(peak, 1))


def run(reports: Path, scratch: Path) -> NewsroomRun:
    """Read, build and export the reports of a folder; files go into `scratch`."""
    predicted, exported = scratch / "read.jsonl", scratch / "export.json"
    record = str(scratch / "record.duckdb")
    reading = measure(["read", str(reports), "--json"], predicted)
    building = measure(["build", str(reports), "--into", record], scratch / "build.txt")
    measure(["export", record, "--format", "json"], exported)
    number = len(predicted.read_text(encoding="utf-8").splitlines())
    return NewsroomRun(number, reading, building, predicted, exported)


def main() -> int:
    """Measure and print JSON."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--beside", type=Path, default=BESIDE)
    options.add_argument("--output", type=Path)
    given = options.parse_args()
    reports = given.beside / "newsroom" / "reports"
    if not reports.is_dir():
        print(f"{reports} is not there: nothing to measure.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        result = run(reports, Path(scratch))
    figures = {
        name: asdict(cost) for name, cost in (("read", result.read), ("build", result.build))
    }
    tell({"reports": result.reports, "cores": os.cpu_count()} | figures, given.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
