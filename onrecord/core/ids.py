"""Ids: hashes of content. The same inputs give the same ids on any machine."""

from __future__ import annotations

import hashlib

ID_LENGTH = 16
"""Hex digits of an id: 64 bits, so that a million reports collide with a chance below 1 in 10^7."""


def content_id(kind: str, *parts: str | None) -> str:
    """An id for a thing of that kind with these parts; None and the empty string differ."""
    digest = hashlib.sha256()
    for part in (kind, *parts):
        encoded = b"\x00" if part is None else b"\x01" + part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return f"{kind[0]}{digest.hexdigest()[:ID_LENGTH]}"
