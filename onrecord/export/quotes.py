"""Utterances written out: for the terminal, as JSON, as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.core.contract import spans_json
from onrecord.export.utterances import Carried, Piece, Utterance, Variant
from onrecord.export.words import CERTAINTY_WORDS, STANCE_WORDS, counted, date_words, upper_first

COLUMNS = (
    "utterance",
    "variant",
    "published",
    "outlet",
    "said_as",
    "stance",
    "certainty",
    "manner",
    "words",
    "chain",
    "copy_of",
    "report",
    "title",
    "url",
    "starts",
    "ends",
)
"""Columns of the CSV: a row for each report that carries an utterance. `variant` counts from 1;
`chain` is names joined by " <- ", the origin first; `starts` and `ends` are code points of the
report's text, several joined by a space."""

Json = dict[str, Any]
UNBROKEN = 10_000
"""Columns of a file: more than an utterance needs, so that nothing is broken for `grep`."""

# --- JSON ---------------------------------------------------------------------------------------


def quotes_json(found: Sequence[Utterance], names: dict[str, str]) -> str:
    """`{"utterances": […]}`; `names` gives each entity's name."""
    told = {"utterances": [utterance_json(one, names) for one in found]}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def utterance_json(one: Utterance, names: dict[str, str]) -> Json:
    """One utterance with its variants."""
    return {
        "id": one.id,
        "voice": {"id": one.voice, "name": names.get(one.voice, one.voice)},
        "speakers": [{"id": s, "name": names.get(s, s)} for s in one.speakers],
        "first": one.first,
        "outlets": list(one.outlets),
        "fullest": one.full + 1,
        "variants": [_variant_json(variant) for variant in one.variants],
    }


def _variant_json(variant: Variant) -> Json:
    return {
        "words": variant.words,
        "differences": [
            {"change": p.change, "words": p.words, "instead_of": p.instead_of}
            for p in variant.pieces
            if p.change != "same"
        ],
        "reports": [_carried_json(one) for one in variant.carried],
    }


def _carried_json(one: Carried) -> Json:
    return {
        "report": one.report,
        "outlet": one.outlet,
        "published": one.published,
        "title": one.title,
        "url": one.url,
        "copy_of": one.copy_of,
        "statement": one.statement,
        "content": spans_json(one.content),
        "speaker": one.speaker,
        "said_as": one.said_as,
        "chain": list(one.chain),
        "manner": one.manner,
        "stance": one.stance,
        "certainty": one.certainty,
        "words": one.words,
    }


# --- CSV ----------------------------------------------------------------------------------------


def quotes_csv(found: Sequence[Utterance]) -> str:
    """A row for each report that carries an utterance, the columns' names first."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in found:
        for number, variant in enumerate(one.variants, start=1):
            writer.writerows(_row(one, number, carried) for carried in variant.carried)
    return stream.getvalue()


def _row(one: Utterance, number: int, carried: Carried) -> list[str]:
    return [
        one.id,
        str(number),
        carried.published or "",
        carried.outlet,
        carried.said_as,
        carried.stance,
        carried.certainty,
        carried.manner,
        carried.words,
        " <- ".join(carried.chain),
        carried.copy_of or "",
        carried.report,
        carried.title,
        carried.url or "",
        " ".join(str(span.start) for span in carried.content),
        " ".join(str(span.end) for span in carried.content),
    ]


# --- terminal -----------------------------------------------------------------------------------


def quotes_page(found: Sequence[Utterance]) -> RenderableType:
    """Utterances for reading: who and when, then each wording with the outlets that carry it.

    Where wordings differ, what one has in the place of the fullest one's words stands in square
    brackets, and "[…]" where it leaves words out: no colour is needed.
    """
    return Group(*(part for one in found for part in _utterance_lines(one)))


def quotes_text(found: Sequence[Utterance]) -> str:
    """The same as plain text, its lines unbroken."""
    stream = io.StringIO()
    Console(file=stream, width=UNBROKEN, highlight=False).print(quotes_page(found))
    return stream.getvalue()


def _utterance_lines(one: Utterance) -> Iterator[RenderableType]:
    lead = one.carried[0]
    line = Text(upper_first(lead.said_as), style="bold cyan")
    line.append(f" {_stance(lead)}", style="cyan")
    when = date_words(one.first)
    known = f" · {when} · {counted(len(one.outlets), 'outlet')}"
    if len(one.variants) > 1:
        known += f", {len(one.variants)} wordings"
    line.append(known, style="dim not bold")
    yield line
    for number, variant in enumerate(one.variants):
        yield Padding(_wording(variant, is_full=number == one.full), (0, 0, 0, 2), expand=False)
        for one_report in variant.carried:
            yield Padding(_carrier(one_report, lead), (0, 0, 0, 4), expand=False)
    yield Text()


def _stance(one: Carried) -> str:
    sure = CERTAINTY_WORDS[one.certainty] if one.certainty != "denied" else ""
    return STANCE_WORDS[one.stance] + (f" ({sure})" if sure else "")


def _wording(variant: Variant, *, is_full: bool) -> Text:
    if is_full or all(p.change == "same" for p in variant.pieces):
        return Text(variant.words)
    line = Text()
    for piece in variant.pieces:
        if line.plain:
            line.append(" ")
        line.append(*_piece(piece))
    return line


def _piece(piece: Piece) -> tuple[str, str]:
    """A piece's words and its style."""
    if piece.change == "same":
        return (piece.words, "")
    if piece.change == "left_out":
        return ("[…]", "dim")
    return (f"[{piece.words}]", "bold yellow")


def _carrier(one: Carried, lead: Carried) -> Text:
    """An outlet with the day, the way by which it heard it, and how it names the speaker."""
    parts = [one.outlet, date_words(one.published)]
    through = [name for name in one.chain if name != one.said_as]
    if through:
        parts.append(f"through {' and '.join(through)}")
    if one.said_as != lead.said_as:
        parts.append(f"said by {one.said_as}")
    if one.copy_of:
        parts.append("a copy")
    return Text(" · ".join(parts), style="dim")
