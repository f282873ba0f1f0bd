"""What the tests of incident facts share: a context with times and incidents, as a reading has them."""

from __future__ import annotations

from dataclasses import replace

from onrecord.core.reading import ReportIncident
from onrecord.core.values import Value
from onrecord.extract.entities import located
from onrecord.extract.incidents import find_incidents
from onrecord.extract.times import find_times
from onrecord.facts.base import Context, FactType
from tests.facts.build import build

# Told on a Thursday.
PUBLISHED = "2024-03-14T18:00:00+01:00"


def told(marked: str, kind: str | None = None, published: str = PUBLISHED) -> Context:
    """A context from marked text; `kind` sets the lead's type where the text is too short to tell."""
    plain = build(marked, published=published)
    plain = replace(plain, entities=located(plain.entities))
    times = find_times(plain.report, plain.sentences)
    incidents = find_incidents(plain.report, plain.sentences, plain.entities, times)
    if kind is not None:
        incidents = (ReportIncident("i1", kind, lead=True), *incidents[1:])
    return replace(plain, times=times, incidents=incidents)


def found(fact_type: FactType, marked: str, kind: str | None = None) -> list[tuple[Value, str]]:
    """Value and evidence of each fact, in text order."""
    context = told(marked, kind)
    facts = sorted(fact_type.find(context), key=lambda f: f.evidence)
    return [(f.value, " … ".join(s.cut(context.text) for s in f.evidence)) for f in facts]


def values_of(fact_type: FactType, marked: str, kind: str | None = None) -> list[Value]:
    """The distinct values, in text order."""
    return list(dict.fromkeys(value for value, _ in found(fact_type, marked, kind)))
