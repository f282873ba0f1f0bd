"""Writes `brief.png`, the picture in the README: the demo's brief in a headless Chromium.

Run it with `make picture`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from onrecord.cli.main import run

PICTURE = Path(__file__).resolve().parent / "brief.png"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SIZE = "1100,1250"
"""Width and height in CSS pixels: the brief's head with the first disputed value."""


def main() -> int:
    """Build the demo and take the picture."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print(f"No Chromium found: install one of {', '.join(BROWSERS)}.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        if run(["demo", "--into", folder]) != 0:
            return 1
        take(browser, Path(folder) / "brief.html")
    print(f"Wrote {PICTURE}")
    return 0


def take(browser: str, page: Path) -> None:
    """A picture of the page's first screen."""
    subprocess.run(
        [
            browser,
            "--headless",
            "--no-sandbox",  # CI runs as root; the page is our own and fetches nothing
            "--hide-scrollbars",
            f"--window-size={SIZE}",
            f"--screenshot={PICTURE}",
            page.resolve().as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )


if __name__ == "__main__":
    sys.exit(main())
