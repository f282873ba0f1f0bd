"""Web pages: body text against trafilatura's in one run, the updated date against a gold by hand.

Needs the pages beside the project. `python -m benchmarks.pages` prints and writes `pages.json`.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import trafilatura

from onrecord.core.report import Report
from onrecord.errors import InputError
from onrecord.intake.base import Details
from onrecord.intake.html import page
from onrecord.intake.prose import prose
from onrecord.intake.source import SourceMap

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
PAGES = SHARED / "corpora" / "pages"
GOLD = ROOT / "quality" / "pages" / "updated.json"
RESULT = Path(__file__).with_name("pages.json")


@dataclass(frozen=True, slots=True)
class Read:
    """What one page gave: its prose, its updated date, CPU milliseconds; trafilatura's beside. `tied`: part
    of the words that were found in the page's source."""

    body: str
    updated: str | None
    ms: float
    peer_body: str
    peer_ms: float
    tied: float


def read_page(path: Path) -> Read:
    """One page, read by both."""
    text = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
    start = time.process_time()
    try:
        found = next(page(text, Details(), path.name))
    except InputError:
        found = None
    middle = time.process_time()
    peer = trafilatura.extract(text, include_comments=False) or ""
    end = time.process_time()
    report = found if isinstance(found, Report) else None
    return Read(
        prose(report) if report else "",
        report.updated if report else None,
        1000 * (middle - start),
        peer,
        1000 * (end - middle),
        SourceMap(report.text, text).share if report else 0.0,
    )


def scored(bodies: dict[str, str], name: str) -> dict[str, float]:
    """The benchmark's own measure of these bodies."""
    path = Path(f"/tmp/onrecord-pages-{name}.json")
    path.write_text(json.dumps({key: {"articleBody": text} for key, text in bodies.items()}))
    command = [sys.executable, "-m", "score.pages", "--gold", str(PAGES / "ground-truth.json")]
    run = subprocess.run(
        [*command, "--predicted", str(path), "--json"],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(SHARED)},
    )
    path.unlink()
    found: dict[str, float] = json.loads(run.stdout)
    return found


def updated_right(read: dict[str, Read]) -> dict[str, float]:
    """How many of the updated dates of the gold are found, to the minute and to the day."""
    gold: dict[str, str] = json.loads(GOLD.read_text(encoding="utf-8"))
    found = {key: read[key].updated or "" for key in gold if key in read}
    return {
        "pages": len(found),
        "right": sum(same_moment(found[key], gold[key]) for key in found) / len(found),
        "right day": sum(found[key][:10] == gold[key][:10] for key in found) / len(found),
        "filled though none is told": sum(
            bool(one.updated) for key, one in read.items() if key not in gold
        ),
    }


def same_moment(one: str, other: str) -> bool:
    """Whether two ISO 8601 dates are the same as far as the gold tells: seconds are left out."""
    if "T" not in other:
        return one[:10] == other
    return one[:16] == other[:16] and one[19:] == other[19:]


def main() -> int:
    """Measure and write the figures."""
    if not PAGES.is_dir():
        print(f"No pages in {PAGES}")
        return 1
    read = {path.name.split(".")[0]: read_page(path) for path in sorted((PAGES / "html").iterdir())}
    figures = {
        "onrecord": scored({key: one.body for key, one in read.items()}, "onrecord"),
        "trafilatura": scored({key: one.peer_body for key, one in read.items()}, "trafilatura"),
        "updated": updated_right(read) if GOLD.is_file() else {},
        "words tied to the page's source": sum(one.tied for one in read.values()) / len(read),
        "cpu milliseconds a page": {
            "onrecord": sum(one.ms for one in read.values()) / len(read),
            "trafilatura": sum(one.peer_ms for one in read.values()) / len(read),
        },
    }
    RESULT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
