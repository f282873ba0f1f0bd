"""Report to Annotation: one encoder with several heads, run by ONNX Runtime; no torch."""
