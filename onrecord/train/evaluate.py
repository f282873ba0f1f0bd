"""Dev figures of exported weights, as users run them: text in, annotation out."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from pathlib import Path

from onrecord.annotate.encoder import Encoder
from onrecord.core.annotation import Annotation
from onrecord.core.report import Report
from onrecord.train.example import Example, read_examples
from onrecord.train.scoring import attribution_counts, figures, name_counts, nominal_counts


def evaluate(weights: Path, dev: Path) -> dict[str, object]:
    """All figures of one weights folder on the prepared dev part."""
    encoder = Encoder.load(weights)
    examples = list(read_examples(dev))
    begun = time.perf_counter()
    annotations = encoder.annotate([_report(example) for example in examples])
    seconds = time.perf_counter() - begun
    politics = [e.corpus == "polnear" for e in examples]
    return {
        "weights": encoder.weights,
        "dev_sha256": hashlib.sha256(dev.read_bytes()).hexdigest(),
        "reports": len(examples),
        "seconds": round(seconds, 2),
        "attribution": _attribution(examples, annotations, politics),
        "names": _names(examples, annotations, politics),
    }


def _report(example: Example) -> Report:
    return Report(id=example.id, input=example.id, text=example.text)


def _attribution(
    examples: Sequence[Example], annotations: Sequence[Annotation], politics: Sequence[bool]
) -> dict[str, dict[str, object]]:
    rows = zip(examples, annotations, politics, strict=True)
    return figures([attribution_counts(e, a) for e, a, ours in rows if ours])


def _names(
    examples: Sequence[Example], annotations: Sequence[Annotation], politics: Sequence[bool]
) -> dict[str, dict[str, object]]:
    rows = zip(examples, annotations, politics, strict=True)
    counts = [{**name_counts(e, a), **nominal_counts(e, a)} for e, a, ours in rows if not ours]
    return figures(counts)
