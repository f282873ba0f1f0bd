"""The shipped weights on invented text: what any later weights must still get right."""

from __future__ import annotations

import pytest

from onrecord.annotate import Encoder
from onrecord.core.annotation import Annotation
from onrecord.core.report import Report

pytestmark = pytest.mark.weights

ARREST = (
    "Police in Ostrow arrested a 27-year-old man on Monday after two officers were shot near "
    "Karlin Station, Mayor Jana Brod said."
)
BRIDGE = (
    "“The bridge is shut and will stay shut,” said Tomas Ode, a spokesman for the Ministry of "
    "Transport. “Nobody was hurt.”"
)
FIRE = (
    "According to the fire service, the blaze at the Delmar Hotel killed at least six people.\n\n"
    "Inspector Lena Voss denied that the suspect had been known to police. She added that officers "
    "had found a pistol and two knives."
)


@pytest.fixture(scope="module")
def shipped() -> Encoder:
    return Encoder.load(workers=2)


def read(encoder: Encoder, text: str) -> Annotation:
    return encoder.annotate([Report(id="r", input="r", text=text)])[0]


def said(encoder: Encoder, text: str) -> list[tuple[str, str, str]]:
    return [
        tuple(" … ".join(s.cut(text) for s in part) for part in (a.source, a.cue, a.content))
        for a in read(encoder, text).attributions
    ]


def test_a_source_behind_its_content(shipped: Encoder) -> None:
    content = ARREST.removesuffix(", Mayor Jana Brod said.")
    assert said(shipped, ARREST) == [("Mayor Jana Brod", "said", content)]


def test_a_broken_quotation_is_one_attribution(shipped: Encoder) -> None:
    source = "Tomas Ode, a spokesman for the Ministry of Transport"
    content = "“The bridge is shut and will stay shut,” … “Nobody was hurt.”"
    assert said(shipped, BRIDGE) == [(source, "said", content)]


def test_several_speakers_each_with_their_own(shipped: Encoder) -> None:
    assert [(source, cue) for source, cue, _ in said(shipped, FIRE)] == [
        ("the fire service", "According to"),
        ("Inspector Lena Voss", "denied"),
        ("She", "added"),
    ]


def test_names_nominals_and_pronouns(shipped: Encoder) -> None:
    found = {
        (m.form, m.kind, m.span.cut(text))
        for text in (ARREST, FIRE)
        for m in read(shipped, text).mentions
    }
    assert found >= {
        ("name", "place", "Ostrow"),
        ("name", "person", "Jana Brod"),
        ("name", "person", "Lena Voss"),
        ("nominal", "person", "a 27-year-old man"),
        ("nominal", "person", "the suspect"),
        ("pronoun", "person", "She"),
    }


def test_the_batch_changes_nothing(shipped: Encoder) -> None:
    texts = [ARREST, BRIDGE, FIRE, FIRE * 20, ""]
    reports = [Report(id=str(at), input="r", text=text) for at, text in enumerate(texts)]
    together = shipped.annotate(reports)
    assert together == [shipped.annotate([one])[0] for one in reports]
    assert shipped.annotate(reports[::-1]) == together[::-1]
