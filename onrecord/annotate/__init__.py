"""Report to Annotation: one encoder with several heads, run by ONNX Runtime; no torch.

Encoder.load().annotate(reports)
"""

from __future__ import annotations

from onrecord.annotate.encoder import Encoder
from onrecord.annotate.sentences import sentences

__all__ = ["Encoder", "sentences"]
