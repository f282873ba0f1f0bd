"""Dev figures of exported weights, as users run them: text in, annotation out."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from pathlib import Path

from onrecord.annotate.encoder import Encoder
from onrecord.annotate.labels import WHOLE
from onrecord.annotate.network import Network
from onrecord.core.annotation import Annotation
from onrecord.core.report import Report
from onrecord.train.example import Example, read_examples
from onrecord.train.head_scoring import (
    age_counts,
    certainty_errors,
    certainty_figures,
    coreference_counts,
)
from onrecord.train.held import AGES, CERTAINTY, COREFERENCE, ROLES
from onrecord.train.role_scoring import annotated_roles, role_counts
from onrecord.train.scoring import attribution_counts, figures, name_counts, nominal_counts

Judged = tuple[Example, Annotation]


#: The corpora by which names are measured.
NAMED = ("meantime_en", "re3d")


def evaluate(weights: Path, dev: Path) -> dict[str, object]:
    """All figures of one weights folder on the prepared dev part; later heads where it has them."""
    network = Network.load(weights)
    encoder = Encoder(network)
    every = list(read_examples(dev))
    rated = [e for e in every if e.corpus == CERTAINTY]
    examples = [e for e in every if e.corpus != CERTAINTY]
    begun = time.perf_counter()
    annotations = encoder.annotate([_report(example) for example in examples])
    seconds = time.perf_counter() - begun
    pairs = list(zip(examples, annotations, strict=True))
    found: dict[str, object] = {
        "weights": encoder.weights,
        "dev_sha256": hashlib.sha256(dev.read_bytes()).hexdigest(),
        "reports": len(examples),
        "seconds": round(seconds, 2),
        "attribution": figures([attribution_counts(*p) for p in _of(pairs, "polnear")]),
        "names": figures([{**name_counts(*p), **nominal_counts(*p)} for p in _of(pairs, *NAMED)]),
    }
    if network.weights.has != WHOLE:
        return found
    roles = [role_counts(annotated_roles(e.text, a), e.fillers) for e, a in _of(pairs, ROLES)]
    return {
        **found,
        "roles": figures(roles),
        "ages": figures([age_counts(*p) for p in _of(pairs, AGES)]),
        "coreference": figures([coreference_counts(*p) for p in _of(pairs, *COREFERENCE)]),
        "certainty": certainty_figures(certainty_errors(network, rated)),
    }


def _of(pairs: Sequence[Judged], *corpora: str) -> list[Judged]:
    return [pair for pair in pairs if pair[0].corpus in corpora]


def _report(example: Example) -> Report:
    return Report(id=example.id, input=example.id, text=example.text)
