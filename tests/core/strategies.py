"""Random nouns for round trips: any shape that the types allow, sense aside."""

from __future__ import annotations

from hypothesis import strategies as st

from onrecord.core.annotation import EntityKind
from onrecord.core.grouping import LocalRef
from onrecord.core.reading import (
    Certainty,
    Entity,
    EntityMention,
    Fact,
    Form,
    Gazetteer,
    Gender,
    Manner,
    Qualifier,
    Reading,
    ReportIncident,
    Stance,
    Statement,
    Time,
    TimeType,
)
from onrecord.core.record import (
    Alternative,
    Claim,
    Coded,
    Conflict,
    Finding,
    Incident,
    Question,
    RecordContents,
    RecordEntity,
    RecordMention,
    RecordReport,
    RecordStatement,
    Status,
    Step,
    TimelineEntry,
)
from onrecord.core.report import (
    Boilerplate,
    BoilerplateKind,
    DeclaredSource,
    PhotoCredit,
    Rejection,
    Report,
    SourceKind,
)
from onrecord.core.span import Span
from onrecord.core.values import Damage, Interval, Link, Period

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
IDS = st.text("abcdef0123456789", min_size=1, max_size=8)
SOME_WORDS = st.none() | WORDS
FIELDS = st.sampled_from(["person.age", "incident.killed", "incident.place", "incident.motive"])
SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 400), st.integers(1, 30)
)


def some(strategy: st.SearchStrategy, most: int = 3) -> st.SearchStrategy:  # type: ignore[type-arg]
    """A short tuple."""
    return st.lists(strategy, max_size=most).map(tuple)


def one_of(literal: object) -> st.SearchStrategy[str]:
    """One of a Literal's values."""
    return st.sampled_from(literal.__args__)  # type: ignore[attr-defined]


COUNTS = st.none() | st.integers(0, 10_000)
VALUES = st.one_of(
    st.integers(-(2**31), 2**31),
    st.floats(allow_nan=False, allow_infinity=False),
    WORDS,
    st.builds(Interval, COUNTS, COUNTS),
    st.builds(Period, WORDS, WORDS),
    st.builds(Link, IDS, WORDS),
    st.builds(Damage, WORDS, st.none() | st.floats(0, 1e9), SOME_WORDS),
)
DEGREES = st.floats(-90, 90)
PLACES = st.none() | st.builds(Gazetteer, DEGREES, DEGREES, WORDS, some(WORDS), WORDS)
LINKS = some(some(SPANS))
FLAGS = st.none() | st.booleans()

REPORTS = st.builds(
    Report,
    id=IDS,
    input=WORDS,
    text=WORDS,
    given_id=SOME_WORDS,
    url=SOME_WORDS,
    outlet=SOME_WORDS,
    title=SOME_WORDS,
    byline=some(WORDS),
    published=SOME_WORDS,
    updated=SOME_WORDS,
    language=WORDS,
    supported=st.booleans(),
    boilerplate=some(st.builds(Boilerplate, SPANS, one_of(BoilerplateKind))),
    declared_sources=some(st.builds(DeclaredSource, WORDS, SPANS, one_of(SourceKind))),
    photo_credits=some(st.builds(PhotoCredit, WORDS, SPANS)),
)
ENTITIES = st.builds(
    Entity,
    id=IDS,
    kind=one_of(EntityKind),
    name=WORDS,
    mentions=some(st.builds(EntityMention, SPANS, one_of(Form))),
    named=st.booleans(),
    plural=st.booleans(),
    gender=st.none() | one_of(Gender),
    where=PLACES,
)
STATEMENTS = st.builds(
    Statement,
    id=IDS,
    source=some(SPANS),
    cue=some(SPANS),
    content=some(SPANS),
    speaker=st.none() | IDS,
    chain=some(IDS),
    chain_evidence=LINKS,
    manner=one_of(Manner),
    stance=one_of(Stance),
    certainty=one_of(Certainty),
)
FACTS = st.builds(
    Fact,
    id=IDS,
    subject=IDS,
    field=FIELDS,
    value=VALUES,
    evidence=some(SPANS),
    chain=some(IDS),
    chain_evidence=LINKS,
    certainty=one_of(Certainty),
    incident=IDS,
    confidence=st.floats(0, 1),
    qualifier=one_of(Qualifier),
    includes_perpetrators=FLAGS,
    approximate=st.booleans(),
    as_of=SOME_WORDS,
    mode=SOME_WORDS,
)
READINGS = st.builds(
    Reading,
    report=REPORTS,
    weights=WORDS,
    entities=some(ENTITIES),
    statements=some(STATEMENTS),
    incidents=some(st.builds(ReportIncident, IDS, WORDS, st.booleans(), some(SPANS))),
    facts=some(FACTS),
    times=some(st.builds(Time, SPANS, one_of(TimeType), WORDS)),
)

CLAIMS = st.builds(
    Claim,
    report=IDS,
    value=VALUES,
    evidence=some(SPANS),
    chain=some(IDS),
    chain_evidence=LINKS,
    certainty=one_of(Certainty),
    published=SOME_WORDS,
    origin=IDS,
    qualifier=st.none() | one_of(Qualifier),
    approximate=st.booleans(),
    as_of=SOME_WORDS,
    mode=SOME_WORDS,
    confidence=st.floats(0, 1),
    speaker=WORDS,
    includes_perpetrators=FLAGS,
)
ALTERNATIVES = st.builds(
    Alternative,
    value=VALUES,
    origins=some(IDS),
    reports=some(IDS),
    last_seen=SOME_WORDS,
    relation=WORDS,
    claims=some(CLAIMS),
    conflict=one_of(Conflict),
)
COLUMNS = st.dictionaries(st.sampled_from(["nkill", "best", "low"]), COUNTS)
CODED = st.none() | st.dictionaries(
    st.sampled_from(["gtd-2021", "acled-2024"]), st.builds(Coded, COLUMNS, WORDS), min_size=1
)
FINDINGS = st.builds(
    Finding,
    id=IDS,
    subject=IDS,
    field=FIELDS,
    value=VALUES,
    status=one_of(Status),
    origins=some(IDS),
    carriers=some(WORDS),
    reports=some(IDS),
    reason=WORDS,
    claims=some(CLAIMS),
    alternatives=some(ALTERNATIVES, 2),
    low=COUNTS,
    high=COUNTS,
    includes_perpetrators=FLAGS,
    coded=CODED,
)
RECORD_STATEMENTS = st.builds(
    RecordStatement,
    id=IDS,
    report=IDS,
    source=some(SPANS),
    cue=some(SPANS),
    content=some(SPANS),
    speaker=st.none() | IDS,
    chain=some(IDS),
    chain_evidence=LINKS,
    manner=one_of(Manner),
    stance=one_of(Stance),
    certainty=one_of(Certainty),
)
INCIDENTS = st.builds(
    Incident,
    id=IDS,
    type=WORDS,
    title=WORDS,
    reports=some(IDS),
    findings=st.lists(FINDINGS, max_size=2, unique_by=lambda f: f.id).map(tuple),
    questions=some(st.builds(Question, WORDS, some(CLAIMS, 2)), 2),
    timeline=some(
        st.builds(
            TimelineEntry,
            at=WORDS,
            what=WORDS,
            kind=st.sampled_from(["happened", "reported"]),
            claims=some(CLAIMS, 2),
            step=st.none() | one_of(Step),
            subject=WORDS,
            field=WORDS,
        ),
        2,
    ),
    statements=some(RECORD_STATEMENTS, 2),
    reason=WORDS,
    members=some(st.builds(LocalRef, IDS, IDS)),
)
RECORD_ENTITIES = st.builds(
    RecordEntity,
    id=IDS,
    kind=one_of(EntityKind),
    name=WORDS,
    also=some(WORDS),
    mentions=some(st.builds(RecordMention, IDS, SPANS)),
    voice=IDS,
    reason=WORDS,
    where=PLACES,
)
RECORD_REPORTS = st.builds(
    RecordReport,
    report=REPORTS,
    incidents=some(IDS),
    copy_of=SOME_WORDS,
    copy_group=SOME_WORDS,
    copy_reason=WORDS,
    copy_share=st.none() | st.floats(0, 1),
    copy_evidence=some(SPANS),
    publisher=WORDS,
)
REJECTIONS = st.builds(Rejection, WORDS, WORDS, WORDS, WORDS, WORDS)


def _whole(item: object) -> tuple[str, ...]:
    return tuple(str(getattr(item, name)) for name in ("where", "stage", "code", "detail", "hint"))


CONTENTS = st.builds(
    RecordContents,
    reports=st.lists(RECORD_REPORTS, max_size=2, unique_by=lambda e: e.report.id).map(
        lambda entries: tuple(sorted(entries, key=lambda e: e.report.id))
    ),
    entities=st.lists(RECORD_ENTITIES, max_size=3, unique_by=lambda e: e.id).map(
        lambda entities: tuple(sorted(entities, key=lambda e: e.id))
    ),
    incidents=st.lists(INCIDENTS, max_size=2, unique_by=lambda i: i.id).map(tuple),
    rejections=st.lists(REJECTIONS, max_size=2, unique_by=_whole).map(
        lambda rejections: tuple(sorted(rejections, key=_whole))
    ),
)
