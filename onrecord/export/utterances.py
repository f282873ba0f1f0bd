"""Utterances: what somebody said once, as several reports quote it.

Statements of one voice whose words are nearly the same are one utterance; its variants are the
different wordings, each with the reports that carry it. A denial never joins what it denies.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from onrecord.core.ids import content_id
from onrecord.core.moments import moment
from onrecord.core.reading import Certainty, Manner, Stance
from onrecord.core.record import RecordContents, RecordReport, RecordStatement
from onrecord.core.span import Spans, covers, cut_all

NEAR = 84.0
"""Share of equal letters (0 to 100) from which two wordings of like length are one utterance. Chosen by
reading the pairs between 70 and 95 on the development reports: below it other sentences about the
same thing came in. Read them again when the words that are compared change."""
PART = 92.0
"""The same for a wording that is a part of another: outlets cut a quotation, they seldom reword it."""
PART_WORDS = 4
"""Words from which a wording can be known as a part of another: shorter ones stand in any sentence."""
RUN = 3
"""Words in a row that two wordings must share before they are compared: keeps the work linear."""
COMMONEST = 64
"""Utterances of one voice that are compared with a wording at most, those with most shared runs first."""
WORD = re.compile(r"\w+(?:[-'’]\w+)*|\d+(?:[.,]\d+)*")
LEAD = re.compile(r"^\W*that\s+", re.IGNORECASE)

Change = Literal["same", "added", "left_out", "other"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a variant beside the fullest one. `instead_of`: the fullest one's words there."""

    change: Change
    words: str
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """One report's quotation of an utterance. `said_as` is how the report names the speaker."""

    report: str
    outlet: str
    published: str | None
    title: str
    url: str | None
    copy_of: str | None
    statement: str
    content: Spans
    speaker: str
    said_as: str
    chain: tuple[str, ...]
    manner: Manner
    stance: Stance
    certainty: Certainty
    words: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording, with the reports that carry it in order of time, and how it differs."""

    words: str
    pieces: tuple[Piece, ...]
    carried: tuple[Carried, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a voice said once. Variants stand in order of time; `full` is the fullest one's place."""

    id: str
    voice: str
    speakers: tuple[str, ...]
    variants: tuple[Variant, ...]
    full: int

    @property
    def carried(self) -> tuple[Carried, ...]:
        """All reports' quotations of it, in order of time."""
        return tuple(sorted((c for v in self.variants for c in v.carried), key=_time))

    @property
    def first(self) -> str | None:
        """When the first report that carries it came out; None where no report has a date."""
        return self.carried[0].published

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that carry it, in order of time."""
        return tuple(dict.fromkeys(c.outlet for c in self.carried))


def utterances(contents: RecordContents) -> tuple[Utterance, ...]:
    """All utterances of a record in order of time; those without a date stand last."""
    by_voice: dict[tuple[str, bool], list[Carried]] = defaultdict(list)
    voices = {entity.id: entity.voice or entity.id for entity in contents.entities}
    for one in _carried(contents):
        voice = voices.get(one.speaker, one.speaker)
        by_voice[voice, one.stance == "denies"].append(one)
    found = [
        _utterance(voice, group)
        for (voice, _), carried in by_voice.items()
        for group in _joined(carried)
    ]
    return tuple(sorted(found, key=lambda u: (_time(u.carried[0]), u.id)))


def _carried(contents: RecordContents) -> Iterator[Carried]:
    """Every statement that has a speaker and words, once, with its report."""
    reports = {entry.report.id: entry for entry in contents.reports}
    names = {entity.id: entity.name for entity in contents.entities}
    seen: set[str] = set()
    for incident in contents.incidents:
        for one in incident.statements:
            entry = reports.get(one.report)
            if entry is None or one.id in seen or not one.content or one.speaker is None:
                continue
            seen.add(one.id)
            yield _as_carried(one, one.speaker, entry, names)


def _as_carried(
    one: RecordStatement, speaker: str, entry: RecordReport, names: dict[str, str]
) -> Carried:
    report = entry.report
    return Carried(
        report=report.id,
        outlet=report.outlet or "no outlet",
        published=report.published,
        title=report.title or "",
        url=report.url,
        copy_of=entry.copy_of,
        statement=one.id,
        content=one.content,
        speaker=speaker,
        said_as=names.get(speaker, speaker),
        chain=tuple(names.get(link, link) for link in one.chain),
        manner=one.manner,
        stance=one.stance,
        certainty=one.certainty,
        words=" ".join(cut_all(one.content, report.text).split()),
    )


# --- choosing -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which utterances are asked for. Empty parts ask for nothing in particular.

    `speakers` are entity ids, `about` words that must all stand in it, each at a word's beginning,
    `since` an ISO 8601 day, month or year.
    """

    speakers: frozenset[str] | None = None
    about: tuple[str, ...] = ()
    since: str | None = None

    def takes(self, one: Utterance) -> bool:
        """Whether the utterance is asked for."""
        if self.speakers is not None and not self.speakers & {one.voice, *one.speakers}:
            return False
        return self._tells(one) and self._is_late(one)

    def _tells(self, one: Utterance) -> bool:
        words = {fold(w) for variant in one.variants for w in plain_words(variant.words)}
        return all(any(w.startswith(fold(a)) for w in words) for a in self.about)

    def _is_late(self, one: Utterance) -> bool:
        if self.since is None:
            return True
        return any(c.published is not None and c.published >= self.since for c in one.carried)


def fold(word: str) -> str:
    """A word for comparison: case-folded, without accents."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def speakers_named(contents: RecordContents, name: str) -> frozenset[str]:
    """Ids of the entities with that name, or with a name that has all its words.

    A body's spokespeople speak for it: they are found by its name through their `voice`.
    """
    asked = set(map(fold, plain_words(name)))
    return frozenset(
        entity.id
        for entity in contents.entities
        if asked
        and any(asked <= set(map(fold, plain_words(n))) for n in (entity.name, *entity.also))
    )


NEAREST = 3
"""Names that are offered where nobody has the one asked for."""


def nearest_names(names: Iterable[str], name: str) -> list[str]:
    """Names that are spelled most like it, the nearest first."""
    known = sorted(set(names))
    found = process.extract(name, known, scorer=fuzz.WRatio, processor=fold, limit=NEAREST)
    return [match for match, _, _ in found]


# --- joining ------------------------------------------------------------------------------------


def plain_words(words: str) -> tuple[str, ...]:
    """Words for comparison: case-folded, without marks and a leading "that"."""
    return tuple(
        w.casefold().replace("’", "'") for w in WORD.findall(LEAD.sub("", words).replace("…", " "))
    )


def is_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two wordings, as plain words, are of one utterance: nearly equal, or one a part."""
    if tuple(one) == tuple(other):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < PART_WORDS:
        return False
    a, b = " ".join(short), " ".join(long)
    return fuzz.ratio(a, b) >= NEAR or fuzz.partial_ratio(a, b) >= PART


def _joined(carried: Sequence[Carried]) -> list[list[Carried]]:
    """Groups of one utterance. The fullest wording leads its group: likeness is never handed on."""
    leaders: list[tuple[str, ...]] = []
    groups: list[list[Carried]] = []
    held: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for one in sorted(carried, key=lambda c: (-len(plain_words(c.words)), _time(c))):
        words = plain_words(one.words)
        runs = _runs(words)
        home = next((n for n in _candidates(runs, held) if is_same(words, leaders[n])), None)
        if home is None:
            home = len(leaders)
            leaders.append(words)
            groups.append([])
            for run in runs:
                held[run].append(home)
        groups[home].append(one)
    return groups


def _runs(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """All runs of words in a row; the whole where it is shorter."""
    return {words[i : i + RUN] for i in range(max(1, len(words) - RUN + 1))}


def _candidates(
    runs: Iterable[tuple[str, ...]], held: dict[tuple[str, ...], list[int]]
) -> list[int]:
    """Numbers of leaders that share a run, those that share most first."""
    shared: dict[int, int] = defaultdict(int)
    for run in runs:
        for number in held.get(run, ())[:COMMONEST]:
            shared[number] += 1
    return sorted(shared, key=lambda n: (-shared[n], n))[:COMMONEST]


def _utterance(voice: str, group: Sequence[Carried]) -> Utterance:
    by_words: dict[tuple[str, ...], list[Carried]] = defaultdict(list)
    for one in sorted(_outermost(group), key=_time):
        by_words[plain_words(one.words)].append(one)
    ordered = list(by_words.values())
    full = max(range(len(ordered)), key=lambda n: (len(plain_words(ordered[n][0].words)), -n))
    base = ordered[full][0].words
    variants = tuple(
        Variant(same[0].words, differences(base, same[0].words), tuple(same)) for same in ordered
    )
    ids = content_id("utterance", voice, *sorted(c.statement for c in group))
    speakers = tuple(dict.fromkeys(c.speaker for c in sorted(group, key=_time)))
    return Utterance(ids, voice, speakers, variants, full)


def _outermost(group: Sequence[Carried]) -> list[Carried]:
    """Without what stands inside another's words in the same report: it is said there already."""
    kept: list[Carried] = []
    held: dict[str, list[Spans]] = defaultdict(list)
    for one in group:  # the fullest come first
        if not any(covers(spans, part) for spans in held[one.report] for part in one.content):
            kept.append(one)
        held[one.report].append(one.content)
    return kept


def _time(one: Carried) -> tuple[bool, float, str, int]:
    """Order of publication, undated last; then by report and place in it."""
    at = moment(one.published)
    return (at is None, at.timestamp() if at else 0.0, one.report, one.content[0].start)


def differences(base: str, words: str) -> tuple[Piece, ...]:
    """How a wording differs from the fullest one, word by word; case and marks are no difference."""
    a, b = _tokens(LEAD.sub("", base)), _tokens(LEAD.sub("", words))
    steps = Levenshtein.opcodes([t.plain for t in a], [t.plain for t in b])
    return tuple(
        Piece(
            CHANGES[step.tag],
            " ".join(t.written for t in b[step.dest_start : step.dest_end]),
            " ".join(t.written for t in a[step.src_start : step.src_end])
            if step.tag != "equal"
            else "",
        )
        for step in steps
    )


CHANGES: dict[str, Change] = {
    "equal": "same",
    "insert": "added",
    "delete": "left_out",
    "replace": "other",
}


@dataclass(frozen=True, slots=True)
class _Token:
    written: str
    plain: str


def _tokens(words: str) -> list[_Token]:
    """Words with the marks that they are written with."""
    written = words.split()
    made = [_Token(w, "".join(plain_words(w))) for w in written]
    return [t for t in made if t.plain]
