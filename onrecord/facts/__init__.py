"""The fact types: one file each; `FACT_TYPES` in `registry.py` is the explicit list."""
