"""Ages and the people they are said of, where annotators marked both (`gvdb`).

    python -m benchmarks.ages [--beside ../shared] [--weights FOLDER] [--output FILE]

Three figures, each the share of marked ages that lead to the marked person, with a 95 % bootstrap
interval over documents: by the rules (what `onrecord read` gives), by the encoder's own link, and
the share of the rules' links that are right. An age is right whose person has a mention that touches
the marked name, is a part of it, or holds the age itself. The rules were written beside these reports,
so theirs is no blind figure; the encoder was not trained on them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.gum import AT_ONCE, Share, interval
from benchmarks.options import chosen_encoder, options
from benchmarks.tell import tell
from onrecord.annotate import Encoder
from onrecord.core.reading import Entity
from onrecord.core.report import Report
from onrecord.core.span import Span
from onrecord.extract.reading import read_context
from onrecord.facts import person_age
from onrecord.facts.base import Context
from onrecord.train.example import Example, Judged
from onrecord.train.head_scoring import age_counts
from onrecord.train.held import age_examples


@dataclass(frozen=True, slots=True)
class Told:
    """One report's shares: of the marked ages by rules and by the link, and of the rules' links."""

    rules: Share
    link: Share
    given: Share


def read_all(examples: Sequence[Example], encoder: Encoder) -> Iterator[Told]:
    """The shares of each report, in order."""
    for start in range(0, len(examples), AT_ONCE):
        batch = examples[start : start + AT_ONCE]
        reports = [Report(id=e.id, input="gvdb", text=e.text) for e in batch]
        for example, report, annotation in zip(
            batch, reports, encoder.annotate(reports), strict=True
        ):
            link = age_counts(example, annotation)["age to person"]
            found = by_rules(example, read_context(report, annotation))
            yield Told(Share(found.right, len(example.ages)), Share(link.right, link.gold), found)


def by_rules(example: Example, context: Context) -> Share:
    """Marked ages whose person the rules have right, of those that they give somebody."""
    facts = list(person_age.find(context))
    right = given = 0
    for pair in example.ages:
        at = Span(*pair.argument)
        owners = [
            context.by_id[f.subject] for f in facts if any(s.overlaps(at) for s in f.evidence)
        ]
        given += bool(owners)
        right += any(is_meant(context.text, owner, pair) for owner in owners)
    return Share(right, given)


def is_meant(text: str, owner: Entity, pair: Judged) -> bool:
    """Whether a mention of the owner stands at the name or the age, or repeats words of the name."""
    name, age = Span(*pair.target), Span(*pair.argument)
    words = set(re.findall(r"\w+", name.cut(text)))
    for mention in owner.mentions:
        told = set(re.findall(r"\w+", mention.span.cut(text)))
        if mention.span.overlaps(name) or mention.span.overlaps(age):
            return True
        if mention.form == "name" and told and told <= words:
            return True
    return False


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print JSON."""
    chosen = options(__doc__).parse_args(arguments)
    path = chosen.beside / "corpora" / "gva_longtail" / "documents.jsonl"
    if not path.is_file():
        print(f"Skipped: no {path}.", file=sys.stderr)
        return 0
    encoder = chosen_encoder(chosen)
    told = list(read_all(list(age_examples(path)), encoder))
    figures = {
        "weights": encoder.weights,
        "by rules": interval([t.rules for t in told]),
        "by the encoder's link": interval([t.link for t in told]),
        "of what rules give": interval([t.given for t in told]),
    }
    tell(figures, chosen.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
