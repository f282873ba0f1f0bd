"""What entities and statements cost as a report grows: processor seconds without the encoder.

    python -m benchmarks.statements [--sizes 100000 1000000 5000000] [--output FILE]

The text is made up from a fixed seed: people, bodies, outlets, quotations, pronouns. `growth` is the
time per code point beside that of the first size: 1 is linear.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.gum import Json
from benchmarks.tell import tell
from onrecord.core.annotation import Annotation
from onrecord.core.report import Report
from onrecord.core.span import Span
from onrecord.extract.entities import entities_of
from onrecord.extract.prose import Prose
from onrecord.extract.statements import quotation_speakers, statements_of

SIZES = (100_000, 1_000_000, 5_000_000)
SEED = 3
FIRST = "Ida Per Olaf Ines Ruben Jon Ada Dale Leo Omar Una Liv".split()
LAST = "Berg Lund Dunn Toller Marsh Pell Roach Dahl Lask Brun Holm Vik".split()
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?][”\"’]?|$)")


def paragraphs(draw: random.Random) -> Iterator[str]:
    """Paragraphs without end."""
    while True:
        ending = draw.choice("abcdefgh") + draw.choice("aeiou")
        name = f"{draw.choice(FIRST)} {draw.choice(LAST)}{ending}"
        yield (
            f"“The crane fell at six,” said {name}, a welder. She told the Moss Courier that the owner "
            "had been warned. According to police, two men fled. He denied it. The company said that "
            f"its union, which met on Friday, rejected the claim that {name} had left."
        )


def text_of(size: int) -> str:
    """An invented text of at least so many code points."""
    parts: list[str] = []
    length = 0
    for part in paragraphs(random.Random(SEED)):
        if length >= size:
            break
        parts.append(part)
        length += len(part) + 2
    return "\n\n".join(parts)


def cost(text: str) -> Json:
    """Seconds, and what came out."""
    sentences = tuple(Span(m.start(), m.end()) for m in SENTENCE.finditer(text))
    prose = Prose(Report(id="r", input="made up", text=text), Annotation("r", "none", sentences))
    begun = time.process_time()
    first = entities_of(prose)
    entities = entities_of(prose, quotation_speakers(prose, first))
    statements = statements_of(prose, entities)
    seconds = time.process_time() - begun
    return {
        "code_points": len(text),
        "seconds": round(seconds, 2),
        "entities": len(entities),
        "statements": len(statements),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print JSON."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    options.add_argument("--output", type=Path)
    chosen = options.parse_args(arguments)
    told = [cost(text_of(size)) for size in chosen.sizes]
    unit = told[0]["seconds"] / told[0]["code_points"]
    for one in told:
        one["growth"] = round(one["seconds"] / one["code_points"] / unit, 2)
    tell(told, chosen.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
