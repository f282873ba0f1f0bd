"""Layouts: words whose source the page's form gives, not a verb.

Transcripts with labels, quotations signed behind a dash, embedded posts, and headlines of the kind
"Minister: we had no warning" and "Crane was faulty: inspectors".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.core.reading import Stance
from onrecord.core.span import Span, Spans
from onrecord.extract.cast import Cast, Role
from onrecord.extract.contents import FIRST_PERSON
from onrecord.extract.cues import CUES
from onrecord.extract.drafts import Draft
from onrecord.extract.labels import Label, Labels
from onrecord.extract.prose import Prose
from onrecord.extract.quotations import QUOTE_MARKS, Quotation

COLON = re.compile(r"[^\n:]{1,60}?(?P<colon>:)(?=\s)")
"""A label at the beginning of a paragraph."""
DASH = re.compile(r"\s*[,.]?\s*(?P<cue>[—–―]|--?)\s*(?=\S)")
SIGNED = 100
"""Code points of what signs a quotation: a name, an office, a day."""
EMBEDDED = re.compile(r"(?P<cue>[—–―]|--?)\s*[^\n(]{2,60}\(@\w+\)")
"""What stands under an embedded post: "— Ida Berg (@idaberg) March 7, 2031"."""
HEADLINE_SOURCE = re.compile(r"(?P<cue>:|\s[—–-])\s+(?P<source>[^\n:—–]{2,40}?)(?:\s+on\s[^\n]+)?$")
SPOKE_TO = re.compile(
    r"\b(?:spoke|talked|sat down|interview|conversation|questions)(?: \w+)? (?:to|with|for)\b"
    r"|\b(?:interviewed|asked)\b"
)
LONGEST_LINE = 240
"""Code points of a headline; longer lines are prose."""
MIN_WORDS = 3
"""Words from which what stands beside a headline's label is something said."""
MIN_TURNS = 2
"""Labelled paragraphs from which a text is a transcript: one alone is a list's heading as often."""


def layout_drafts(prose: Prose, cast: Cast) -> list[Draft]:
    """The attributions that the page's form gives, in no order."""
    labels = Labels(prose, cast)
    paragraphs = [p for p in prose.paragraphs if not prose.is_boilerplate(p)]
    found = list(_transcript(prose, labels, paragraphs))
    found.extend(_signed(prose, cast, paragraphs))
    found.extend(_headline(prose, labels, paragraphs))
    return found


def _draft(
    label: Label, cue: Span, content: Spans, stance: Stance = "says", speaker: Role | None = None
) -> Draft:
    return Draft(
        (label.span,), (cue,), content, stance, "layout", speaker or label.role, lemma="say"
    )


def _without_stop(prose: Prose, start: int, end: int) -> Spans:
    """The stretch without white space at its ends and its full stop."""
    text = prose.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "."):
        end -= 1
    return (Span(start, end),) if start < end else ()


# --- transcripts --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Turn:
    label: Label
    colon: int
    number: int


def _transcript(prose: Prose, labels: Labels, paragraphs: Sequence[Span]) -> Iterator[Draft]:
    """Questions and answers with labels: "Q: …", "Lund: …", "IDA BERG: …"."""
    turns = [
        turn for n, p in enumerate(paragraphs) if (turn := _turn(prose, labels, p, n)) is not None
    ]
    if len(turns) < MIN_TURNS or not _alternate(prose, turns):
        return
    guest = _guest(prose, labels.cast, paragraphs[: turns[0].number])
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        content = _turn_content(prose, paragraphs, turn, following)
        speaker = guest if turn.label.answers else turn.label.role
        asks = turn.label.asks or (content and prose.text[content[-1].end - 1] == "?")
        cue = Span(turn.colon, turn.colon + 1)
        if content:
            yield _draft(turn.label, cue, content, "asks" if asks else "says", speaker)


def _turn(prose: Prose, labels: Labels, paragraph: Span, number: int) -> _Turn | None:
    start = prose.stamps.behind(paragraph.start)
    found = COLON.match(prose.text, start, paragraph.end)
    if found is None:
        return None
    first, last = prose.word_index(start), prose.word_index(found.start("colon"))
    label = labels.read(first, last)
    return _Turn(label, found.start("colon"), number) if label is not None else None


def _alternate(prose: Prose, turns: Sequence[_Turn]) -> bool:
    """Whether the labels are a conversation's: Q and A, or two voices of which one comes again."""
    if any(turn.label.asks or turn.label.answers for turn in turns):
        return True
    names = [turn.label.span.cut(prose.text).casefold() for turn in turns]
    return 1 < len(set(names)) < len(names)


def _turn_content(
    prose: Prose, paragraphs: Sequence[Span], turn: _Turn, following: _Turn | None
) -> Spans:
    """What is said under a label: its paragraph, and those up to the next label.

    Behind the last label only those in the first person: the report goes on there.
    """
    parts = list(_without_stop(prose, turn.colon + 1, paragraphs[turn.number].end))
    last = following.number if following is not None else len(paragraphs)
    for paragraph in paragraphs[turn.number + 1 : last]:
        if following is None and not FIRST_PERSON.search(
            prose.text, paragraph.start, paragraph.end
        ):
            break
        parts.extend(_without_stop(prose, paragraph.start, paragraph.end))
    return tuple(parts)


def _guest(prose: Prose, cast: Cast, before: Sequence[Span]) -> Role | None:
    """Who answers: whom the text before says that the outlet spoke to, else the person named most."""
    if not before:
        return None
    roles = [r for r in cast.inside(Span(before[0].start, before[-1].end)) if _is_person(r)]
    spoke = SPOKE_TO.search(prose.text, before[0].start, before[-1].end)
    if spoke is not None:
        met = [r for r in roles if r.span.start >= spoke.end()]
        roles = met[:1] or roles
    counts = {role.entity.id: 0 for role in roles}
    for role in roles:
        counts[role.entity.id] += 1
    return max(roles, key=lambda r: counts[r.entity.id], default=None)


def _is_person(role: Role) -> bool:
    return role.form == "name" and role.entity.kind == "person"


# --- signed quotations --------------------------------------------------------------------------


def _signed(prose: Prose, cast: Cast, paragraphs: Sequence[Span]) -> Iterator[Draft]:
    """“We ran,” — Ida Berg, a welder; the same on the next line; "Ida Berg – “We ran.”"."""
    for number, paragraph in enumerate(paragraphs):
        above = paragraphs[number - 1] if number else None
        draft = _signed_below(prose, cast, paragraph, above)
        draft = draft or _signed_behind(prose, cast, paragraph)
        draft = draft or _signed_before(prose, cast, paragraph)
        if draft is not None:
            yield draft


def _signed_behind(prose: Prose, cast: Cast, paragraph: Span) -> Draft | None:
    quotes = prose.quotations_in(paragraph)
    if not quotes:
        return None
    quote = quotes[-1]
    found = DASH.match(prose.text, quote.span.end, paragraph.end)
    role = _signature(prose, cast, found.end(), paragraph.end) if found else None
    if found is None or role is None or not _is_clause(prose, quote):
        return None
    return _signed_draft(prose, cast, found, role, (quote.span,))


def _signed_below(prose: Prose, cast: Cast, paragraph: Span, above: Span | None) -> Draft | None:
    found = DASH.match(prose.text, paragraph.start, paragraph.end)
    if found is None or above is None:
        return None
    role = _signature(prose, cast, found.end(), paragraph.end)
    if role is None:
        return None
    quote = prose.quotation_at(above.start)
    if EMBEDDED.match(prose.text, paragraph.start, paragraph.end):
        return _signed_draft(prose, cast, found, role, (above,))
    whole = quote is not None and quote.span.end >= above.end - 1
    return _signed_draft(prose, cast, found, role, (quote.span,)) if whole and quote else None


def _signed_before(prose: Prose, cast: Cast, paragraph: Span) -> Draft | None:
    """A name, a dash and a quotation up to the paragraph's end."""
    role = cast.behind_titles(prose.word_index(paragraph.start), prose.word_index(paragraph.end))
    if role is None or not role.speaks:
        return None
    found = DASH.match(prose.text, role.span.end, paragraph.end)
    quote = prose.quotation_at(found.end()) if found else None
    if found is None or quote is None or quote.span.start != found.end():
        return None
    whole = quote.span.end >= paragraph.end - 1
    return _signed_draft(prose, cast, found, role, (quote.span,)) if whole else None


def _signed_draft(
    prose: Prose, cast: Cast, found: re.Match[str], role: Role, content: Spans
) -> Draft:
    source = cast.with_title(role)
    return _draft(Label(source, role), Span(found.start("cue"), found.end("cue")), content)


def _signature(prose: Prose, cast: Cast, start: int, end: int) -> Role | None:
    """The speaker whose name begins at the offset, where nothing but an apposition follows."""
    words = prose.words_in(Span(start, end)) if start < end else ()
    if not words or end - start > SIGNED or any(w.lower in CUES for w in words):
        return None
    first = prose.word_index(start)
    role = cast.behind_titles(first, first + len(words))
    if role is None or not role.speaks:
        return None
    behind = prose.text[role.span.end : end].lstrip()
    return role if not behind or behind[0] in ",(.;–—" else None


def _is_clause(prose: Prose, quote: Quotation) -> bool:
    """Whether a quotation is more than a title or a nickname."""
    return len([w for w in prose.words_in(quote.inner) if w.is_alpha]) > 1


# --- headlines ----------------------------------------------------------------------------------


def _headline(prose: Prose, labels: Labels, paragraphs: Sequence[Span]) -> Iterator[Draft]:
    """Lines without a full stop: a source before or, in the first, behind a colon or dash."""
    for line in paragraphs:
        if prose.text[line.end - 1] in ".!?" or len(line) > LONGEST_LINE:
            continue
        first = line.start == 0
        draft = _line_before(prose, labels, line, first=first)
        if draft is None and first:
            draft = _line_behind(prose, labels, line)
        if draft is not None:
            yield draft


def _line_before(prose: Prose, labels: Labels, line: Span, *, first: bool) -> Draft | None:
    """ "Minister: we had no warning". Behind the first line only where the report knows who it is."""
    start = prose.stamps.behind(line.start)
    found = COLON.match(prose.text, start, line.end)
    if found is None or prose.text[found.end() : found.end() + 2].strip()[:1] in QUOTE_MARKS:
        return None
    label = labels.read(prose.word_index(start), prose.word_index(found.start("colon")))
    content = _without_stop(prose, found.end(), line.end)
    if label is None or label.asks or label.answers or not content:
        return None
    told = len(prose.words_in(content[0])) >= MIN_WORDS
    if not first and not (told and label.role is not None):
        return None
    return _draft(label, Span(found.start("colon"), found.end("colon")), content)


def _line_behind(prose: Prose, labels: Labels, line: Span) -> Draft | None:
    """ "Crane was faulty: inspectors", "‘We ran’ – Ida Berg on the fire"."""
    found = HEADLINE_SOURCE.search(prose.text, line.start, line.end)
    if found is None:
        return None
    start, end = found.span("source")
    label = labels.read(prose.word_index(start), prose.word_index(end))
    content = _without_stop(prose, line.start, found.start())
    if label is None or not content or len(prose.words_in(content[0])) < MIN_WORDS:
        return None
    return _draft(label, Span(found.end("cue") - 1, found.end("cue")), content)
