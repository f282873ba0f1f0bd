"""Clusters: the mentions of one entity while it is being put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.core.annotation import EntityKind
from onrecord.core.reading import Gender
from onrecord.extract import vocabulary as v
from onrecord.extract.candidates import Candidate, fold
from onrecord.extract.given_names import FEMALE_GIVEN, MALE_GIVEN

SAME_ROLE: tuple[frozenset[str], ...] = (
    frozenset(
        "gunman shooter attacker assailant suspect perpetrator killer bomber terrorist".split()
    ),
    frozenset("policeman policewoman officer constable sergeant".split()),
    frozenset("spokesman spokeswoman spokesperson".split()),
    frozenset("company firm contractor manufacturer employer operator".split()),
    frozenset("newspaper paper tabloid outlet daily weekly".split()),
    frozenset("channel station broadcaster outlet".split()),
    frozenset("lawyer attorney solicitor barrister".split()),
    frozenset("group outfit organisation organization movement".split()),
    frozenset("mother mum mom".split()),
    frozenset("father dad".split()),
    frozenset("grandmother gran grandma".split()),
    frozenset("chief director commander head boss".split()),
    frozenset("boy child pupil".split()),
    frozenset("girl child pupil".split()),
    frozenset("chairman chairwoman president chair".split()),
)
COMPANY = frozenset("company firm operator manufacturer".split())
GENERIC = frozenset("man woman boy girl person teenager".split())
PERSONAL: frozenset[EntityKind] = frozenset(("person",))
BODIES: frozenset[EntityKind] = frozenset(("organisation", "outlet", "facility"))

FEMALE_ENDINGS = ("ová", "ova", "eva", "skaya", "ska", "dóttir", "ina")
GIVEN_A_MALE = frozenset(
    "luca andrea nikita joshua mustafa ilya mikola mika sasha misha elia".split()
)


@dataclass(slots=True)
class Cluster:
    """One entity in the making. `full` holds its longest name's folded words."""

    number: int
    kind: EntityKind
    members: list[Candidate] = field(default_factory=list)
    full: tuple[str, ...] = ()
    roles: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    gender: Gender | None = None
    plural: bool = False
    owner: int | None = None
    spellings: set[tuple[str, ...]] = field(default_factory=set)
    first: int = -1
    """Where the first name stands, in code points (-1: none yet)."""

    @property
    def named(self) -> bool:
        """Whether a member is a name."""
        return bool(self.full)

    @property
    def leaning(self) -> Gender | None:
        """The gender that the name's form suggests; never more than a tie breaker."""
        return self.gender or _leaning(self.full)

    def add(self, candidate: Candidate) -> None:
        """Takes a mention in."""
        self.members.append(candidate)
        if candidate.form == "name":
            self.spellings.add(candidate.words)
            start = candidate.span.start
            self.first = start if self.first < 0 else min(self.first, start)
        self.roles |= candidate.roles
        if candidate.form == "name" and len(candidate.words) > len(self.full):
            self.full = candidate.words
        if candidate.form == "nominal":
            self.roles.add(candidate.head)
            self.modifiers |= set(candidate.words[:-1])
        if self.gender is None and self.kind == "person":
            self.gender = candidate.gender

    def absorb(self, other: Cluster) -> None:
        """Takes in another cluster's mentions."""
        for member in other.members:
            self.add(member)
        other.members = []


def _leaning(words: Sequence[str]) -> Gender | None:
    if not words:
        return None
    if words[0] in FEMALE_GIVEN:
        return "female"
    if words[0] in MALE_GIVEN:
        return "male"
    if len(words) < 2:
        return None
    if words[-1].endswith(FEMALE_ENDINGS) and len(words[-1]) > 4:
        return "female"
    if words[0].endswith("a") and words[0] not in GIVEN_A_MALE:
        return "female"
    return "male" if words[0].endswith(("o", "us", "os", "ek", "av")) else None


def same_role(a: str, b: str) -> bool:
    """Whether two role nouns can stand for each other."""
    return a == b or any(a in group and b in group for group in SAME_ROLE)


NAMESAKES = 200
"""Entities that share a word with a name and are compared with it: no report has so many of a name."""


class _Index:
    """Clusters by the words of their names, so that a name is compared with its likes alone."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._by_word: dict[str, list[Cluster]] = {}
        self._by_spelling: dict[tuple[str, ...], list[Cluster]] = {}

    def like(self, candidate: Candidate) -> list[Cluster]:
        """Clusters that share a word, or whose initials the name is, in order of their number."""
        found = {
            c.number: c for word in candidate.words for c in self._by_word.get(word, [])[:NAMESAKES]
        }
        spelled = self._by_spelling.get(candidate.words, [])[:NAMESAKES]
        found.update((c.number, c) for c in spelled)
        return [found[number] for number in sorted(found)]

    def add(self, cluster: Cluster, candidate: Candidate) -> None:
        """Notes a name of a cluster."""
        if candidate.words in cluster.spellings:
            cluster.add(candidate)
            return
        known = {word for words in cluster.spellings for word in words}
        self._by_spelling.setdefault(candidate.words, []).append(cluster)
        for word in {*candidate.words, initials(candidate.words)} - known:
            self._by_word.setdefault(word, []).append(cluster)
        cluster.add(candidate)


def initials(words: Sequence[str]) -> str:
    """The first letters of a name's longer words."""
    return "".join(word[0] for word in without_article(words) if word and word not in v.LINK_WORDS)


def cluster_names(names: Iterable[Candidate]) -> list[Cluster]:
    """Clusters of names: equal names, then parts of one full name. Full names never merge."""
    index = _Index()
    ordered = sorted(names, key=lambda c: (-len(c.words), c.span))
    for candidate in ordered:
        if not candidate.words:
            continue
        home = _home(index.like(candidate), candidate)
        if home is None:
            home = Cluster(len(index.clusters), candidate.kind)
            index.clusters.append(home)
        index.add(home, candidate)
        if _outranks(candidate.kind, home.kind):
            home.kind = candidate.kind
    return index.clusters


def _outranks(new: EntityKind, old: EntityKind) -> bool:
    return new == "outlet" and old == "organisation"


def _home(clusters: Sequence[Cluster], candidate: Candidate) -> Cluster | None:
    if candidate.kind == "person":
        return _person_home(clusters, candidate)
    if candidate.kind == "organisation" and len(candidate.words) == 1:
        known = _by_first_name(clusters, candidate)
        if known is not None:
            return known
    for cluster in clusters:
        if cluster.kind != "person" and _same_body(cluster, candidate):
            return cluster
    return None


def _by_first_name(clusters: Sequence[Cluster], candidate: Candidate) -> Cluster | None:
    """The one person called so earlier in full: "Builder Jon Lund", then "Jon told …"."""
    people = [
        c
        for c in clusters
        if c.kind == "person" and len(c.full) > 1 and c.full[0] == candidate.words[0]
    ]
    alone = len(people) == 1 and people[0].first < candidate.span.start
    return people[0] if alone else None


def _same_body(cluster: Cluster, candidate: Candidate) -> bool:
    a, b = without_article(cluster.full), without_article(candidate.words)
    if a == b:
        return True
    if len(b) == 1 and len(a) > 1 and b[0] == initials(a):
        return True
    bodies = cluster.kind in BODIES and candidate.kind in BODIES
    return (
        bodies
        and len(b) < len(a)
        and (a[: len(b)] == b or (a[-len(b) :] == b and candidate.kind == "outlet"))
    )


def join_police(clusters: Sequence[Cluster]) -> None:
    """ "Police" without a name are the one police force that the report names, if it speaks of no other."""
    forces = [c for c in clusters if "police" in c.roles | set(c.full) and c.kind in BODIES]
    named = [c for c in forces if c.named and "police" in c.full]
    plain = [c for c in forces if c.members and not c.named and not c.modifiers]
    if len(named) > 1 or len(named) + len(plain) < len([c for c in forces if c.members]):
        return
    for cluster in (*named, *plain)[1:]:
        (*named, *plain)[0].absorb(cluster)


def without_article(words: Sequence[str]) -> tuple[str, ...]:
    """A name's words without a leading article."""
    return tuple(words[1:]) if len(words) > 1 and words[0] in {"the", "a"} else tuple(words)


def _person_home(clusters: Sequence[Cluster], candidate: Candidate) -> Cluster | None:
    people = [
        c for c in clusters if c.kind == "person" and _genders_fit(c.gender, candidate.gender)
    ]
    for cluster in people:
        if candidate.words in cluster.spellings or same_full(cluster.full, candidate.words):
            return cluster
    if len(candidate.words) > 1:
        return next((c for c in people if _is_end(c.full, candidate.words)), None)
    word = candidate.words[0]
    surname = [c for c in people if c.full and c.full[-1] == word and len(c.full) > 1]
    others = [c for c in people if len(c.full) > 1 and word in c.full[:-1] and len(word) > 2]
    return _choose(surname or others, candidate)


def _choose(fitting: list[Cluster], candidate: Candidate) -> Cluster | None:
    """Of relatives who share the name: the one named first before it, else the first named."""
    if not fitting:
        return None
    before = [c for c in fitting if c.first < candidate.span.start]
    return min(before or fitting, key=lambda c: c.first)


def _genders_fit(a: Gender | None, b: Gender | None) -> bool:
    return a is None or b is None or a == b


def same_full(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names are one: equal, or one has initials or a middle name more."""
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return False
    if a[0] != b[0] and not (a[0][0] == b[0][0] and 1 in {len(a[0]), len(b[0])}):
        return False
    short, long = sorted((tuple(a[1:-1]), tuple(b[1:-1])), key=len)
    rest = iter(long)
    return all(
        any(word == other or word == other[0] or other == word[0] for other in rest)
        for word in short
    )


def _is_end(full: Sequence[str], words: Sequence[str]) -> bool:
    """Whether words are the end of a longer name ("Da Silva" of "Rui Da Silva")."""
    return (
        len(words) < len(full)
        and tuple(full[-len(words) :]) == tuple(words)
        and fold(words[0]) in v.NAME_PARTICLES
    )
