"""The quality gate: labelled cases, a scorer, and floors that only go up."""
