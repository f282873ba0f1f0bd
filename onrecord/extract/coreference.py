"""Coreference: nominals and pronouns find the entity that they point at.

One pass in text order. A pronoun that nothing fits stays out; a nominal that nothing fits becomes an
entity of its own. Measured on the newsroom set; see `tests/extract`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.core.annotation import Coreference
from onrecord.core.reading import Gender
from onrecord.core.span import Span
from onrecord.extract import vocabulary as v
from onrecord.extract.appositions import find_links
from onrecord.extract.candidates import Candidate
from onrecord.extract.clusters import BODIES, COMPANY, GENERIC, Cluster, same_role
from onrecord.extract.cues import CUES
from onrecord.extract.pronoun_fits import pronoun_fits, strangeness
from onrecord.extract.prose import Prose
from onrecord.extract.speaking import CONTINUED, is_speaking, is_subject, own_quotations

UNNAMED_SPEAKER = 1.0
"""What "a source" loses as antecedent once it has spoken: 0.5 to 1.5 did alike on the newsroom
reports, 0 worse."""
REACH = 4
"""Sentences back in which a pronoun looks for its entity; farther ones were mostly wrong."""
ELSEWHERE = 1.0
"""What having spoken in another paragraph counts for a speaker: 2 in its own."""
INTRODUCED = 1.5
"""What a name with a fitting gender counts in the paragraph of "she said". Set by hand, like the one
before: 0 to 2 (0.5 to 2 there) moved three speakers at most among some 370 of the newsroom set and one of
some 100 in other styles, in both directions. Run `score.newsroom` again when they change."""
LEANING = 0.4
"""What a first name that looks like a woman's or a man's counts for her or him, where nothing tells."""
TOWNS = frozenset("city town village municipality".split())
"""Places that speak for their administration: "the city said"."""
VOTE = 1.0
"""What the encoder's own antecedent counts, times its score: with 0, 1, 2 and 3 99, 101, 103 and 103 of
MEANTIME's 127 pronouns and 575, 576, 576 and 540 of 956 in GUM's texts of other kinds were right."""
RECENT = 40
"""Mentions that are kept in view: bounds the work on reports of any length."""

APPOSED = re.compile(r",?\s*(?:\(?\d{1,3}\)?,?\s+)?(?:aged\s+\d{1,3},\s*)?$")
APPOSED_NAME = re.compile(r" [A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|d[aeo]s?|del|van|von)){0,4}[,.]")
OWN_VERB = re.compile(r" (?:(?!(?:and|or|but|who|that|to|as|when|whom)\b)[\w'’-]+ ){1,3}")
"""What stands between a subject and its object: a verb group that no other clause breaks."""
ATTRIBUTED = re.compile(r"[,”\"’]*\s*(?P<who>[Hh]e|[Ss]he) (?P<verb>[a-z]+)\b")
"""Behind a quotation, who speaks it: “…,” she said."""
NEUTRAL = GENERIC | frozenset("teen youth juvenile minor pupil student victim".split())
"""What somebody called "the teenager" or "the person" may have been called before."""
IDENTIFIED = re.compile(r" (?:was|is|has been|had been)(?: (?:named|identified) as| called)? ")
"""Between a pronoun and the name of whom it means: "police said he was Per Lund, 29"."""
REFLEXIVE = frozenset("himself herself".split())
NOMINATIVE = frozenset("he she they".split())
OBJECTS = frozenset("him them".split())
INVERSE = {
    "son": {"mother", "father", "parent", "mum", "dad"},
    "daughter": {"mother", "father", "parent", "mum", "dad"},
    "child": {"mother", "father", "parent"},
    "client": {"lawyer", "attorney", "solicitor", "barrister", "counsel"},
    "husband": {"wife"},
    "wife": {"husband"},
    "brother": {"brother", "sister"},
    "sister": {"brother", "sister"},
    "grandson": {"grandmother", "grandfather", "gran"},
    "granddaughter": {"grandmother", "grandfather", "gran"},
}


@dataclass(frozen=True, slots=True)
class _Seen:
    cluster: Cluster
    candidate: Candidate
    sentence: int
    subject: bool
    quoted: bool
    speaks: bool


@dataclass(slots=True)
class Resolver:
    """Puts names, nominals and pronouns of one report into clusters."""

    prose: Prose
    clusters: list[Cluster]
    recent: list[_Seen] = field(default_factory=list)
    at: dict[Span, Cluster] = field(default_factory=dict)
    owned: dict[tuple[int, str], Cluster] = field(default_factory=dict)
    speakers: Mapping[int, Span] = field(default_factory=dict)
    """Start of a quotation → the mention of its speaker, who is "I" in it, not "he"."""
    named: dict[int, Candidate] = field(default_factory=dict)
    """Start of a person's name, titles included → the name."""
    _sources: frozenset[Span] = frozenset()
    _votes: Mapping[Span, Coreference] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    """The keys of `named`, ascending."""

    def run(self, nominals: Sequence[Candidate], pronouns: Sequence[Candidate]) -> None:
        """Takes in all nominals and pronouns; names must be in clusters already."""
        home = {id(m): c for c in self.clusters for m in c.members}
        self.at.update({m.span: c for c in self.clusters for m in c.members})
        names = [m for c in self.clusters for m in c.members]
        links = find_links(self.prose, names, nominals)
        self.named.update({(m.title or m.span).start: m for m in names if m.kind == "person"})
        self.order = sorted(self.named)
        told = self.prose.annotation.attributions
        self._votes = {c.mention: c for c in self.prose.annotation.coreferences}
        self._sources = frozenset(span for one in told if one.cue for span in one.source)
        every = sorted([*names, *nominals, *pronouns], key=lambda c: (c.span.end, -c.span.start))
        for candidate in every:
            if candidate.form == "name":
                self._see(home[id(candidate)], candidate)
            elif candidate.form == "nominal":
                target = links.get(candidate.span)
                linked = home[id(target)] if target is not None else None
                self._nominal(candidate, linked)
            else:
                self._pronoun(candidate)

    # nominals

    def _nominal(self, candidate: Candidate, linked: Cluster | None) -> None:
        owner = self.at.get(candidate.owner) if candidate.owner else None
        apposed = self._apposed(candidate)
        if apposed is not None and linked is not None and self._may_merge(apposed, linked):
            self._merge(apposed, linked)
        cluster = linked or apposed or self._owned(candidate, owner) or self._antecedent(candidate)
        if linked is not None:
            earlier = self._antecedent(candidate) if candidate.definite == "definite" else None
            if (
                earlier is not None
                and not earlier.named
                and self._may_join(candidate, earlier, linked)
            ):
                self._merge(earlier, linked)
        if cluster is None:
            cluster = Cluster(len(self.clusters), candidate.kind, plural=candidate.plural)
            self.clusters.append(cluster)
        if owner is not None:
            cluster.owner = owner.number
            self.owned.setdefault((owner.number, candidate.head), cluster)
        cluster.add(candidate)
        if linked is cluster and candidate.kind == "outlet" and cluster.kind == "organisation":
            cluster.kind = "outlet"
        self._see(cluster, candidate)

    def _apposed(self, candidate: Candidate) -> Cluster | None:
        """The nominal right before, to which this one stands in apposition: "One witness, a seller,"."""
        if (
            not self.recent
            or candidate.plural
            or candidate.definite not in {"indefinite", "definite"}
        ):
            return None
        last = self.recent[-1].candidate
        if last.form != "nominal" or last.plural or last.definite == "bare":
            return None
        if self.prose.text[last.span.end : candidate.span.start] != ", ":
            return None
        same = last.kind == candidate.kind or {last.kind, candidate.kind} <= BODIES | {"person"}
        if not same or last.head == candidate.head:
            return None
        behind = self.prose.text[candidate.span.end : candidate.span.end + 40]
        closed = behind[:1] in {",", "."} and not re.match(r",? and\b", behind)
        closed = closed or behind.startswith(" who ")
        return self.recent[-1].cluster if closed or APPOSED_NAME.match(behind) else None

    @staticmethod
    def _may_merge(earlier: Cluster, named: Cluster) -> bool:
        return earlier is not named and not earlier.named and earlier.plural == named.plural

    def _merge(self, earlier: Cluster, into: Cluster) -> None:
        members = list(earlier.members)
        into.absorb(earlier)
        for member in members:
            self.at[member.span] = into
        self.recent = [replace(s, cluster=into) if s.cluster is earlier else s for s in self.recent]

    def _may_join(self, candidate: Candidate, earlier: Cluster, named: Cluster) -> bool:
        behind = self.prose.text[candidate.span.end : candidate.span.end + 1]
        if (
            behind != ","
            or earlier is named
            or earlier.kind != named.kind
            or earlier.plural != named.plural
        ):
            return False
        genders = {earlier.gender, named.gender} - {None}
        return len(genders) < 2

    def _owned(self, candidate: Candidate, owner: Cluster | None) -> Cluster | None:
        """Somebody's relation or possession that was there before, or the relation turned round."""
        if owner is None:
            return None
        known = self.owned.get((owner.number, candidate.head))
        if known is not None and known.members:
            return known
        back = INVERSE.get(candidate.head)
        if back and owner.owner is not None and owner.roles & back:
            return self.clusters[owner.owner]
        return None

    def _antecedent(self, candidate: Candidate) -> Cluster | None:
        if candidate.definite in {"indefinite", "possessive"}:
            return None
        if candidate.kind == "outlet" and self.prose.words_in(candidate.span)[0].lower == "this":
            return None
        if candidate.definite == "bare" and not (candidate.plural or candidate.kind in BODIES):
            return None
        fitting = [s for s in reversed(self.recent) if self._points_at(candidate, s.cluster)]
        if fitting:
            return fitting[0].cluster
        if (
            candidate.kind in BODIES
            and candidate.definite == "definite"
            and len(set(candidate.words) - {"same"}) == 1
        ):
            return self._body(candidate)
        if candidate.definite != "definite" or len(candidate.words) != 1:
            return None
        if candidate.head.endswith("-year-old"):
            return self._of_age(candidate.head.removesuffix("-year-old"))
        if candidate.head in TOWNS and is_speaking(self.prose, candidate, self._sources):
            return self._town()
        return self._generic(candidate) if candidate.head in GENERIC else None

    def _of_age(self, years: str) -> Cluster | None:
        """ "The 17-year-old": the last person whose name has that age beside it."""
        text = self.prose.text
        for seen in reversed(self.recent):
            span = seen.candidate.span
            if seen.cluster.kind != "person" or seen.candidate.form != "name":
                continue
            behind = re.match(r",? \(?(?:aged )?(\d{1,3})(?![\d-])", text[span.end : span.end + 14])
            ahead = text[max(0, span.start - 14) : span.start].endswith(f"{years}-year-old ")
            if ahead or (behind and behind[1] == years):
                return seen.cluster
        return None

    def _town(self) -> Cluster | None:
        """ "The city" that speaks: the last place named, the larger ones behind its comma left out."""
        last: _Seen | None = None
        for seen in reversed(self.recent):
            if seen.cluster.kind != "place" or not seen.cluster.named:
                continue
            if last is not None:
                gap = self.prose.text[seen.candidate.span.end : last.candidate.span.start]
                return seen.cluster if gap == ", " else last.cluster
            last = seen
        return last.cluster if last is not None else None

    def _points_at(self, candidate: Candidate, cluster: Cluster) -> bool:
        if not self._kinds_fit(candidate, cluster) or cluster.plural != candidate.plural:
            return False
        if candidate.gender and cluster.gender and candidate.gender != cluster.gender:
            return False
        told = {w for w in candidate.words[:-1] if w not in v.NATIONALITIES and w != "same"}
        name = set(cluster.full)
        if candidate.head in name:
            return told <= name | cluster.modifiers
        roles = (
            cluster.roles | cluster.modifiers if candidate.head.endswith("-old") else cluster.roles
        )
        if not any(same_role(candidate.head, role) for role in roles):
            return False
        if candidate.definite == "bare":
            return told == cluster.modifiers or (not told and len(candidate.words) == 1)
        return told <= cluster.modifiers | cluster.roles | name

    @staticmethod
    def _kinds_fit(candidate: Candidate, cluster: Cluster) -> bool:
        if candidate.kind in BODIES:
            return cluster.kind in BODIES
        return candidate.kind == cluster.kind

    def _body(self, candidate: Candidate) -> Cluster | None:
        """ "The paper", "the company": the last outlet or company named."""
        for seen in reversed(self.recent):
            if not seen.cluster.named or seen.cluster.roles & v.ORGANISATION_NOUNS - {"company"}:
                continue
            if candidate.kind == "outlet" and seen.cluster.kind == "outlet":
                return seen.cluster
            plain = not set(seen.cluster.full) & v.ORGANISATION_WORDS
            if candidate.head in COMPANY and seen.cluster.kind == "organisation" and plain:
                return seen.cluster
        return None

    def _generic(self, candidate: Candidate) -> Cluster | None:
        """ "The man": the last man spoken of, if his gender is told."""
        sentence = self.prose.sentence_index(candidate.span.start)
        for seen in reversed(self.recent):
            fits = seen.cluster.kind == "person" and not seen.cluster.plural
            fits = fits and seen.cluster is not self._speaker_around(candidate)
            fits = fits and bool(candidate.gender or seen.cluster.roles <= NEUTRAL)
            if fits and seen.sentence >= sentence - 2 and seen.cluster.gender == candidate.gender:
                return seen.cluster
        return None

    # pronouns

    def _pronoun(self, candidate: Candidate) -> None:
        sentence = self.prose.sentence_index(candidate.span.start)
        quoted = self.prose.quotation_at(candidate.span.start) is not None
        barred = self._barred(candidate, sentence)
        speaks = is_speaking(self.prose, candidate, self._sources)
        best = self._best(candidate, barred, quoted=quoted, speaks=speaks)
        if best is not None:
            home = self._identified(candidate, best.cluster)
            home.add(candidate)
            self._see(home, candidate)

    def _identified(self, pronoun: Candidate, cluster: Cluster) -> Cluster:
        """The cluster; where the text names whom the pronoun means, joined to the name's."""
        text = self.prose.text
        found = IDENTIFIED.match(text, pronoun.span.end)
        name = self.named.get(found.end()) if found and pronoun.head in {"he", "she"} else None
        if name is None or cluster.named or cluster.plural or cluster.kind != "person":
            return cluster
        target = self.at[name.span]
        fits = {cluster.gender, target.gender, pronoun.gender} - {None}
        if text[name.span.end : name.span.end + 1] not in {",", ".", ";", ""} or len(fits) > 1:
            return cluster
        if target is not cluster:
            self._merge(cluster, target)
        return target

    def _best(
        self, candidate: Candidate, barred: Sequence[Cluster], *, quoted: bool, speaks: bool
    ) -> _Seen | None:
        """The mention that a pronoun most likely takes up; None where nothing speaks for one."""
        sentence = self.prose.sentence_index(candidate.span.start)
        best: _Seen | None = None
        best_score = 0.0
        vote = self._votes.get(candidate.span)
        for order, seen in enumerate(reversed(self.recent)):
            if self._distance(seen.sentence, sentence, speaks=speaks) > REACH:
                break
            if seen.cluster in barred or not pronoun_fits(candidate, seen.cluster):
                continue
            score = (
                self._score(candidate, seen, sentence, quoted=quoted, speaks=speaks) - order * 0.02
            )
            if vote is not None and seen.candidate.span.end == vote.antecedent.end:
                score += VOTE * vote.score
            if best is None or score > best_score:
                best, best_score = seen, score
        return best if best_score > 0 else None

    def _distance(self, first: int, last: int, *, speaks: bool) -> int:
        """Sentences from one to the other; for who speaks, what stands in quotation marks is none."""
        if not speaks or last - first > 3 * REACH:
            return last - first
        between = self.prose.sentences[first + 1 : last]
        told = [s for s in between if self.prose.quotation_at(s.start) is None]
        return len(told) + (last > first)

    def _speaker_around(self, candidate: Candidate) -> Cluster | None:
        """Who speaks the quotation that the mention stands in."""
        quote = self.prose.quotation_at(candidate.span.start)
        spoken = self.speakers.get(quote.span.start) if quote is not None else None
        return self.at.get(spoken) if spoken is not None else None

    def _barred(self, candidate: Candidate, sentence: int) -> list[Cluster]:
        """Entities that the pronoun cannot mean: the quotation's speaker; "him" is not "he"."""
        speaker = self._speaker_around(candidate)
        barred = [speaker] if speaker is not None else []
        barred.extend(self._spoke_before(candidate))
        barred.extend(self._named_in_own_words(candidate))
        if candidate.head in OBJECTS:
            for seen in reversed(self.recent):
                if seen.sentence != sentence:
                    break
                gap = self.prose.text[seen.candidate.span.end : candidate.span.start]
                if seen.candidate.head in NOMINATIVE or OWN_VERB.fullmatch(gap):
                    barred.append(seen.cluster)
                    break
        return barred

    def _named_in_own_words(self, candidate: Candidate) -> list[Cluster]:
        """Whom a quotation names cannot be who speaks it: he said, “Berg was a legend.”"""
        if not is_speaking(self.prose, candidate, self._sources) or self.prose.quotation_at(
            candidate.span.start
        ):
            return []
        return [
            self.at[name.span]
            for quote in own_quotations(self.prose, candidate.span)
            for name in self._names_in(quote.span)
        ]

    def _names_in(self, span: Span) -> Sequence[Candidate]:
        """People's names that begin inside a span."""
        low = bisect_left(self.order, span.start)
        return [self.named[start] for start in self.order[low : bisect_left(self.order, span.end)]]

    def _spoke_before(self, candidate: Candidate) -> list[Cluster]:
        """Who spoke right before a quotation that goes on: “…,” she said. “He knew.”"""
        quote = self.prose.quotation_at(candidate.span.start)
        if quote is None:
            return []
        spoken = ATTRIBUTED.match(self.prose.text, quote.span.end)
        if spoken and spoken["verb"] in CUES:
            return self._meant(candidate, spoken)
        if quote.span.start in self.speakers:
            return []
        for seen in reversed(self.recent):
            if seen.speaks and not seen.quoted:
                gap = self.prose.text[seen.candidate.span.end : quote.span.start]
                near = len(gap) < CONTINUED and "\n" not in gap and gap.count(".") < 2
                return [seen.cluster] if near else []
        return []

    def _meant(self, candidate: Candidate, spoken: re.Match[str]) -> list[Cluster]:
        """Whom the "she" of “He knew,” she said takes up: read before what is quoted is."""
        word = spoken["who"].lower()
        span = Span(spoken.start("who"), spoken.end("who"))
        gender: Gender = "male" if word == "he" else "female"
        pronoun = replace(candidate, span=span, words=(word,), head=word, gender=gender)
        best = self._best(pronoun, [], quoted=False, speaks=True)
        return [best.cluster] if best is not None else []

    def _score(
        self, candidate: Candidate, seen: _Seen, sentence: int, *, quoted: bool, speaks: bool
    ) -> float:
        score = 3.0 - self._distance(seen.sentence, sentence, speaks=speaks)
        if seen.subject and candidate.head not in OBJECTS:
            score += 1.2
        if seen.cluster.gender is not None and seen.cluster.gender == candidate.gender:
            score += 0.6
        elif candidate.gender and seen.cluster.leaning == candidate.gender:
            score += LEANING
        elif candidate.gender and seen.cluster.leaning not in {None, candidate.gender}:
            score -= 1.5
        if seen.cluster.named:
            score += 0.4
        if candidate.head in REFLEXIVE:
            gap = self.prose.text[seen.candidate.span.end : candidate.span.start]
            score += 4.0 if OWN_VERB.fullmatch(gap) else 0.0  # "the clerk had cut himself"
        if seen.quoted != quoted:
            score -= 1.0
        here = self._same_paragraph(candidate, seen.candidate)
        if seen.speaks and speaks:
            score += 2.0 if here else ELSEWHERE
        elif seen.speaks and not seen.cluster.named and seen.candidate.definite == "indefinite":
            score -= UNNAMED_SPEAKER  # "a source said": the text goes back to whom it is about
        if speaks and here and seen.cluster.named and seen.cluster.gender == candidate.gender:
            score += INTRODUCED
        if seen.candidate.span.overlaps(candidate.span):
            score -= 9.0
        if candidate.kind in BODIES and seen.cluster.kind == "facility":
            score -= 1.5
        if candidate.kind == "group":
            score -= strangeness(seen.cluster, speaks=speaks)
        return score

    def _same_paragraph(self, one: Candidate, other: Candidate) -> bool:
        number = self.prose.paragraph_index(one.span.start)
        return number == self.prose.paragraph_index(other.span.start)

    def _see(self, cluster: Cluster, candidate: Candidate) -> None:
        start = candidate.title.start if candidate.title else candidate.span.start
        self.at[candidate.span] = cluster
        seen = _Seen(
            cluster,
            candidate,
            self.prose.sentence_index(start),
            is_subject(self.prose, start),
            self.prose.quotation_at(start) is not None,
            is_speaking(self.prose, candidate, self._sources),
        )
        self.recent.append(seen)
        if len(self.recent) > 2 * RECENT:
            self.recent = self.recent[-RECENT:]
