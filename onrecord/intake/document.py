"""Single JSON documents with the fields of JSON Lines: one object, or a list of them."""

from __future__ import annotations

from onrecord.intake.base import Reader
from onrecord.intake.jsonl import read_document


def sniff(head: bytes) -> bool:
    """Whether the first bytes begin a list of JSON objects."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"["


READER = Reader(
    name="json",
    suffixes=(".json",),
    sniff=sniff,
    read=read_document,
    media_types=("application/json",),
)
