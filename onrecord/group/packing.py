"""Sketches as bytes: what the index keeps of them, some three kilobytes each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from struct import pack, unpack_from

import numpy as np

from onrecord.core.addresses import page_address
from onrecord.core.grouping import LocalRef
from onrecord.core.marks import Marks, SketchMark
from onrecord.core.reading import Reading
from onrecord.core.values import Interval
from onrecord.group.candidates import far_keys, near_keys
from onrecord.group.fingerprints import fingerprint
from onrecord.group.sketches import Days, Sketch, Where, sketches
from onrecord.group.weights import Vector, WordWeights
from onrecord.group.words import word_hash


def marks(reading: Reading, weights: WordWeights) -> Marks:
    """A report's marks for the index."""
    own = fingerprint(reading.report)
    page = page_address(reading.report.url)
    return Marks(
        report=reading.report.id,
        day=own.day,
        text=own.text,
        shingles=own.shingles.astype("<u8").tobytes(),
        sketches=tuple(
            SketchMark(one.ref.local, near_keys(one), far_keys(one), packed(one))
            for one in sketches(reading, weights)
        ),
        address=None if page is None else word_hash(page),
    )


def packed(sketch: Sketch) -> bytes:
    """A sketch as bytes: the length of what is told, that as JSON, then the four vectors."""
    told = {
        "ref": [sketch.ref.report, sketch.ref.local],
        "lead": sketch.lead,
        "type": sketch.type,
        "published": sketch.published.isoformat() if sketch.published else None,
        "people": sorted(sketch.people),
        "places": sorted(sketch.where.places),
        "around": sorted(sketch.where.around),
        "told": sketch.where.told,
        "days": [[d.first.isoformat(), d.last.isoformat()] for d in sketch.days],
        "counts": [[field, bounds.low, bounds.high] for field, bounds in sketch.counts],
    }
    head = json.dumps(told).encode()
    vectors = (sketch.text, sketch.proper, sketch.title, sketch.numbers)
    return b"".join([pack("<I", len(head)), head, *map(_vector_bytes, vectors)])


def unpacked(data: bytes) -> Sketch:
    """The sketch of these bytes."""
    size: int = unpack_from("<I", data)[0]
    told = json.loads(data[4 : 4 + size])
    text, proper, title, numbers = _vectors(data, 4 + size)
    return Sketch(
        ref=LocalRef(*told["ref"]),
        lead=told["lead"],
        type=told["type"],
        published=date.fromisoformat(told["published"]) if told["published"] else None,
        text=text,
        proper=proper,
        title=title,
        numbers=numbers,
        people=frozenset(told["people"]),
        where=Where(frozenset(told["places"]), frozenset(told["around"]), told["told"]),
        days=tuple(Days(*map(date.fromisoformat, ends)) for ends in told["days"]),
        counts=tuple((field, Interval(low, high)) for field, low, high in told["counts"]),
    )


def _vector_bytes(vector: Vector) -> bytes:
    words = np.fromiter(vector.keys(), dtype="<u8", count=len(vector))
    values = np.fromiter(vector.values(), dtype="<f4", count=len(vector))
    return pack("<I", len(vector)) + words.tobytes() + values.tobytes()


def _vectors(data: bytes, at: int) -> Sequence[Vector]:
    """The four vectors from there on."""
    found = []
    for _ in range(4):
        size: int = unpack_from("<I", data, at)[0]
        words = np.frombuffer(data, "<u8", size, at + 4).tolist()
        values = np.frombuffer(data, "<f4", size, at + 4 + 8 * size).tolist()
        found.append(dict(zip(words, values, strict=True)))
        at += 4 + 12 * size
    return found
