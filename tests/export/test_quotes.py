"""Utterances: what is joined, what is kept apart, how wordings differ, and how it is written."""

from __future__ import annotations

import csv
import io
import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.reading import Stance
from onrecord.core.record import (
    Incident,
    RecordContents,
    RecordEntity,
    RecordReport,
    RecordStatement,
)
from onrecord.core.report import Report
from onrecord.core.span import Span
from onrecord.export.quotes import COLUMNS, quotes_csv, quotes_json, quotes_text
from onrecord.export.utterances import (
    Utterance,
    Wanted,
    differences,
    nearest_names,
    speakers_named,
    utterances,
)

NAMES = {"berg": "Ida Berg", "police": "Harbour Police", "lund": "Per Lund"}
FULL = "“We had no warning at all that the brake was worn,”"


def said(
    day: str | None,
    words: str,
    *,
    speaker: str | None = "berg",
    stance: Stance = "says",
    outlet: str = "Harbour Gazette",
    copy_of: str | None = None,
) -> tuple[RecordReport, RecordStatement]:
    """A report of that day that holds nothing but these words, and the statement in it."""
    report_id = f"r-{day}-{outlet}-{speaker}-{words[:12]}"
    report = Report(id=report_id, input="t", text=words, outlet=outlet, published=day)
    statement = RecordStatement(
        id=f"s-{report_id}",
        source=(),
        cue=(),
        content=(Span(0, len(words)),),
        speaker=speaker,
        chain=(speaker,) if speaker else (),
        chain_evidence=((),),
        manner="direct",
        stance=stance,
        certainty="stated",
        report=report_id,
    )
    return RecordReport(report, ("i1",), copy_of=copy_of), statement


def record_of(*told: tuple[RecordReport, RecordStatement]) -> RecordContents:
    """A record of these; Ida Berg speaks for the police."""
    entities = tuple(
        RecordEntity(k, "person", name, (), (), "police" if k == "berg" else k)
        for k, name in NAMES.items()
    )
    incident = Incident(
        "i1", "fire", "A fire", tuple(r.report.id for r, _ in told), (), (), (),
        tuple(s for _, s in told),
    )  # fmt: skip
    return RecordContents(tuple(r for r, _ in told), entities, (incident,))


def wordings(one: Utterance) -> list[str]:
    return [variant.words for variant in one.variants]


def test_one_utterance_in_two_outlets_with_its_wordings_in_order_of_time() -> None:
    short = "no warning at all that the brake was worn"
    record = record_of(
        said("2031-03-08", FULL, outlet="Moss Courier"),
        said("2031-03-07", short, outlet="Radio Fell"),
    )
    (only,) = utterances(record)
    assert wordings(only) == [short, FULL]
    assert only.full == 1
    assert only.first == "2031-03-07"
    assert only.outlets == ("Radio Fell", "Moss Courier")


def test_who_speaks_for_a_body_and_the_body_are_one_voice() -> None:
    record = record_of(said("2031-03-07", FULL), said("2031-03-08", FULL, speaker="police"))
    (only,) = utterances(record)
    assert only.speakers == ("berg", "police")
    assert len(only.variants) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said("2031-03-07", FULL), said("2031-03-08", FULL, stance="denies")),
        (said("2031-03-07", FULL), said("2031-03-08", FULL, speaker="lund")),
        (said("2031-03-07", FULL), said("2031-03-08", "“The brake was found in the river bed.”")),
        (said("2031-03-07", "“Nobody came.”"), said("2031-03-08", "“Nobody knew who came.”")),
    ],
)
def test_what_stays_apart(
    one: tuple[RecordReport, RecordStatement], other: tuple[RecordReport, RecordStatement]
) -> None:
    assert len(utterances(record_of(one, other))) == 2


def test_without_a_speaker_it_is_no_utterance() -> None:
    assert utterances(record_of(said("2031-03-07", FULL, speaker=None))) == ()


def test_undated_reports_stand_last() -> None:
    record = record_of(said(None, "“Nobody came to the quay.”"), said("2031-03-07", FULL))
    assert [one.first for one in utterances(record)] == ["2031-03-07", None]


def test_a_part_in_the_same_report_is_not_told_twice() -> None:
    report, whole = said("2031-03-07", FULL)
    part = RecordStatement(
        **{
            f: getattr(whole, f)
            for f in RecordStatement.__dataclass_fields__
            if f not in ("id", "content")
        },
        id="s-part",
        content=(Span(1, 30),),
    )
    record = record_of((report, whole))
    incident = record.incidents[0]
    both = Incident("i1", "fire", "", incident.reports, (), (), (), (whole, part))
    (only,) = utterances(RecordContents(record.reports, record.entities, (both,)))
    assert [c.words for c in only.carried] == [FULL]


def test_differences_word_by_word() -> None:
    found = differences("“We had no warning at all,”", "that they had no warning")
    assert [(p.change, p.words, p.instead_of) for p in found] == [
        ("other", "they", "“We"),
        ("same", "had no warning", ""),
        ("left_out", "", "at all,”"),
    ]


@given(st.text(alphabet="ab é“”,. ", max_size=60), st.text(alphabet="ab é“”,. ", max_size=60))
def test_pieces_make_up_the_wording(base: str, words: str) -> None:
    plain = [w for w in words.split() if any(c.isalnum() for c in w)]
    told = " ".join(p.words for p in differences(base, words)).split()
    assert told == plain


@given(st.permutations([("2031-03-07", FULL), ("2031-03-08", FULL[:40]), ("2031-03-09", "“No.”")]))
def test_the_order_of_reports_makes_no_difference(told: list[tuple[str, str]]) -> None:
    found = utterances(record_of(*(said(day, words) for day, words in told)))
    assert [(one.first, wordings(one)) for one in found] == [
        ("2031-03-07", [FULL, FULL[:40]]),
        ("2031-03-09", ["“No.”"]),
    ]


def test_many_utterances_are_compared_with_their_likes_alone() -> None:
    words = [f"“Unit {n} of the dock counted {n * 7} crates.”" for n in range(400)]
    found = utterances(record_of(*(said("2031-03-07", w, outlet=f"Mail {w[:9]}") for w in words)))
    firsts = [one.carried[0].report for one in found]
    assert firsts == sorted(firsts)
    assert all(a.id != b.id for a, b in pairwise(found))


# --- choosing -----------------------------------------------------------------------------------


def test_speakers_by_words_of_their_names() -> None:
    record = record_of(said("2031-03-07", FULL))
    assert speakers_named(record, "berg") == {"berg"}
    assert speakers_named(record, "IDA  Bérg") == {"berg"}
    assert speakers_named(record, "bergs") == frozenset()
    assert speakers_named(record, " … ") == frozenset()


def test_a_body_is_asked_for_and_its_spokeswoman_found() -> None:
    (only,) = utterances(record_of(said("2031-03-07", FULL)))
    assert Wanted(frozenset({"police"})).takes(only)
    assert not Wanted(frozenset({"lund"})).takes(only)


@pytest.mark.parametrize(
    ("about", "since", "taken"),
    [
        (("brake",), None, True),
        (("brak", "warning"), None, True),
        (("brake", "river"), None, False),
        ((), "2031-03-07", True),
        ((), "2031-03", True),
        ((), "2031-03-08", False),
    ],
)
def test_about_and_since(about: tuple[str, ...], since: str | None, taken: bool) -> None:
    (only,) = utterances(record_of(said("2031-03-07T09:00:00+01:00", FULL)))
    assert Wanted(None, about, since).takes(only) == taken


def test_nearest_names() -> None:
    assert nearest_names(NAMES.values(), "Ida Berk")[0] == "Ida Berg"


# --- written ------------------------------------------------------------------------------------


def two_outlets() -> tuple[Utterance, ...]:
    return utterances(
        record_of(
            said("2031-03-07", FULL, outlet="Moss Courier"),
            said(
                "2031-03-08", "“We had no sign at all that the brake was worn”", outlet="Radio Fell"
            ),
            said("2031-03-09", FULL, speaker="police", outlet="Fell Wire", copy_of="r-x"),
        )
    )


def test_the_terminal_shows_wordings_carriers_and_copies() -> None:
    told = quotes_text(two_outlets())
    assert "Ida Berg says · 7 March 2031 · 3 outlets, 2 wordings" in told
    assert "“We had no [sign] at all that the brake was worn”" in told
    assert "Fell Wire · 9 March 2031 · said by Harbour Police · a copy" in told
    assert "\x1b" not in told


def test_json_has_variants_with_their_differences() -> None:
    (only,) = json.loads(quotes_json(two_outlets(), NAMES))["utterances"]
    assert only["voice"] == {"id": "police", "name": "Harbour Police"}
    assert only["fullest"] == 1
    assert only["variants"][1]["differences"] == [
        {"change": "other", "words": "sign", "instead_of": "warning"}
    ]
    assert [r["outlet"] for r in only["variants"][0]["reports"]] == ["Moss Courier", "Fell Wire"]


def test_csv_has_a_row_for_each_report() -> None:
    rows = list(csv.DictReader(io.StringIO(quotes_csv(two_outlets()))))
    assert len(rows) == 3
    assert tuple(rows[0]) == COLUMNS
    assert {row["utterance"] for row in rows} == {two_outlets()[0].id}
    assert [row["variant"] for row in rows] == ["1", "1", "2"]


def test_nothing_is_written_as_nothing() -> None:
    assert json.loads(quotes_json((), {})) == {"utterances": []}
    assert quotes_csv(()).splitlines() == [",".join(COLUMNS)]
    assert quotes_text(()).strip() == ""
