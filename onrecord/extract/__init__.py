"""Report and Annotation to Reading: entities, statements, times, incidents and facts."""

from onrecord.extract.reading import extract

__all__ = ["extract"]
