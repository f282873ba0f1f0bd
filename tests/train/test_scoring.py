"""Figures counted by hand."""

from __future__ import annotations

from onrecord.core.annotation import Annotation, Attribution, Mention
from onrecord.core.span import Span
from onrecord.train.example import Example, Label
from onrecord.train.scoring import Counts, attribution_counts, figures, name_counts

TEXT = "Ann said no. Bob says yes. Share this said ad"


def gold() -> Example:
    links = [
        {"source": [(0, 3)], "cue": [(4, 8)], "content": [(9, 11)]},
        {"source": [(13, 16)], "cue": [(17, 21)], "content": [(22, 25)]},
    ]
    labels = [Label("name", "person", 0, 3), Label("name", "facility", 13, 16)]
    return Example(
        "x", "polnear", TEXT, labels, {"attribution": [(0, 27)], "name": [(0, 45)]}, links
    )


def found() -> Annotation:
    return Annotation(
        "x",
        "w",
        (),
        (Mention(Span(0, 3), "person", "name"), Mention(Span(13, 16), "place", "name")),
        (
            Attribution((Span(0, 3),), (Span(4, 8),), (Span(9, 11),)),
            Attribution((), (Span(17, 21),), (Span(22, 26),)),
            Attribution((), (Span(38, 42),), ()),
        ),
    )


def test_attributions() -> None:
    counts = attribution_counts(gold(), found())
    assert counts["source"] == Counts(1, 1, 2)
    assert counts["cue"] == Counts(2, 2, 2)
    assert counts["content"] == Counts(1, 2, 2)
    assert counts["all three, linked"] == Counts(1, 2, 2)


def test_a_facility_is_a_place() -> None:
    counts = name_counts(gold(), found())
    assert counts["place"] == Counts(1, 1, 1)
    assert counts["names"] == Counts(2, 2, 2)


def test_intervals_hold_the_figure() -> None:
    rows = [{"cue": Counts(right, 10, 10)} for right in range(2, 10)]
    figure = figures(rows)["cue"]
    low, high = figure["f1_interval"]
    assert low < figure["f1"] < high
    assert figure == figures(rows)["cue"]
