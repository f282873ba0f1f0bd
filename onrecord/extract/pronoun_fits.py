"""Which entities a pronoun may take up, and how readily."""

from __future__ import annotations

from onrecord.extract.candidates import Candidate
from onrecord.extract.clusters import BODIES, Cluster

INTERPRETERS = frozenset("interpreter translator".split())
"""Those through whom others speak: what is said goes back to those others."""
VOICELESS = frozenset("interpreter translator reporter journalist".split())
"""Who passes words on or listens, without a name: a pronoun means somebody else."""
COLLECTIVE = frozenset(("organisation", "outlet"))
"""Kinds that "they" may take up though they are one."""
THINGS, ONE_BODY, SPEAKING_BODY = 1.0, 2.0, 1.0
"""What "they" loses for several things, for one body, and for one body where "they" speak. Set on GUM's
and MEANTIME's pronouns (`python -m benchmarks.coreference`): bodies barred, as before, 57 % of
MEANTIME's are right, with 0 to 1.5 77 to 80 %, with 2.5 76 %; people alone do best with 2."""


def pronoun_fits(candidate: Candidate, cluster: Cluster) -> bool:
    """Whether a pronoun may mean an entity, by kind, number and gender."""
    if cluster.roles & VOICELESS and not cluster.named:
        return False
    if candidate.kind == "person":
        fits = cluster.kind == "person" and not cluster.plural
        fits = fits and (cluster.named or not cluster.roles & INTERPRETERS)
        return fits and cluster.gender in {None, candidate.gender}
    if candidate.kind == "group":
        return cluster.plural or cluster.kind in COLLECTIVE
    return cluster.kind in BODIES and not cluster.plural


def strangeness(cluster: Cluster, *, speaks: bool) -> float:
    """What "they" loses for somebody who is not plainly many: a body, or things."""
    if cluster.plural:
        return 0.0 if cluster.kind in {"group", "person"} else THINGS
    return (
        0.0
        if "police" in cluster.roles | set(cluster.full)
        else SPEAKING_BODY
        if speaks
        else ONE_BODY
    )
