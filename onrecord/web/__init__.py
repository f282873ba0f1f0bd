"""The desk: web pages on which people read a record, check it and correct it together."""

from __future__ import annotations
