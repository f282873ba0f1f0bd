"""Press releases: texts that several outlets print as a body issued them."""

from __future__ import annotations

import re

from onrecord.core.report import Report

LINE = re.compile(
    r"^\W*(?:this is an? )?(?:press|news|media) release(?: issued)?(?: (?:from|by)|\s*[:–—-])\s*"
    r"(?:the )?(?P<body>[^\n]{2,80}?)\W*$"
    r"|^\W*(?:the )?(?P<whose>[^\n:]{2,80}?)[’']?s? (?:press|news|media) release\W*$"
    r"|^\W*(?:issued|released) by\s*:?\s*(?:the )?(?P<by>[^\n]{2,80}?)\W*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line of its own that says whose release the text is. A sentence that quotes from one ("police said in
a press release") says nothing of the rest of the text."""

MOST_WORDS = 8
"""Words of a body's name: a longer line is prose."""


def issuer(report: Report) -> str | None:
    """The body whose press release the report says it prints, as written; None where it says no such."""
    for found in LINE.finditer(report.text):
        name = str(next(filter(None, found.groups()))).strip()
        if name[:1].isupper() and len(name.split()) <= MOST_WORDS:
            return name
    return None
