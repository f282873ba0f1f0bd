"""The public names: about twenty, sorted, and pinned here."""

from __future__ import annotations

import onrecord

PUBLIC = [
    "BuildResult",
    "Claim",
    "Encoder",
    "Entity",
    "Fact",
    "Finding",
    "Incident",
    "InputError",
    "OnRecordError",
    "Reading",
    "Record",
    "RecordContents",
    "Rejection",
    "Report",
    "Settings",
    "Span",
    "Statement",
    "build",
    "load_settings",
    "read",
]


def test_the_public_names_are_pinned_and_sorted() -> None:
    assert sorted(PUBLIC) == PUBLIC
    assert onrecord.__all__ == PUBLIC


def test_each_public_name_is_there_and_documented() -> None:
    for name in PUBLIC:
        assert getattr(onrecord, name).__doc__, name
    assert set(PUBLIC) <= set(dir(onrecord))


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(onrecord, "nonsense")
