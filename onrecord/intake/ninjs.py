"""IPTC ninjs, versions 1 to 3: news items in JSON, one, a list, or one a line."""

from __future__ import annotations

import re

from onrecord.intake.base import Reader
from onrecord.intake.jsonl import read_document

MARK = re.compile(
    rb'"(?:versioncreated|versionCreated|body_(?:text|html|xhtml)|bodies|headlines|infoSources|'
    rb'representationtype)"\s*:'
)


def sniff(head: bytes) -> bool:
    """Whether the first bytes are a ninjs item's."""
    return b'"uri"' in head and bool(MARK.search(head))


READER = Reader(
    name="ninjs",
    suffixes=(".json",),
    sniff=sniff,
    read=read_document,
    media_types=("application/vnd.iptc.g2.newsitem+json", "application/ninjs+json"),
    precise=True,
)
