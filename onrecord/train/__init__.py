"""Builds the weights that `onrecord.annotate` runs: data, training, evaluation, export, card.

Imported by nothing else in the package; the only room that knows torch (extra `[train]`).
"""
