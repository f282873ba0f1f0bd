from __future__ import annotations

from onrecord.core.decision import Decision, Target, Words, make_decision
from onrecord.core.grouping import Grouping, LocalRef, MergedEntity
from onrecord.core.reading import Fact, Reading, Statement
from onrecord.core.report import Report
from onrecord.core.span import Span, Spans
from onrecord.store.decisions_statements import respoken

MAYOR = MergedEntity("e9", "person", "Ines Aldo", (), (LocalRef("r1", "e3"),), "e9")
GUARD = MergedEntity("e8", "person", "Pau Ferro", (), (LocalRef("r2", "e1"),), "e8")
GROUPING = Grouping(entities=(MAYOR, GUARD))


def statement(known: str, content: Spans, *chain: str) -> Statement:
    words = tuple(((Span(90, 95),)) for _ in chain)
    return Statement(
        known,
        (),
        (),
        content,
        chain[0] if chain else None,
        chain,
        words,
        "direct",
        "says",
        "stated",
    )


def fact(known: str, start: int, *chain: str) -> Fact:
    words = tuple(((Span(90, 95),)) for _ in chain)
    at = (Span(start, start + 3),)
    return Fact(known, "i1", "incident.killed", 3, at, chain, words, "stated", "i1")


def reading(*chain: str) -> Reading:
    """A statement of the chain; in it a fact, one by hearsay and one of the report's own, and one behind."""
    return Reading(
        Report(id="r1", input="a.txt", text="x" * 100),
        "w",
        statements=(
            statement("s1", (Span(0, 50),), *chain),
            statement("s2", (Span(20, 40),), "e5", *chain),
        ),
        facts=(
            fact("f1", 5, *chain),
            fact("f2", 25, "e5", *chain),
            fact("f3", 10, "e7"),
            fact("f4", 60, *chain),
        ),
    )


def marked(entity: str, *, end: int = 50) -> Decision:
    about = Target("statement", incident="i1", words=(Words("r1", (Span(0, end),)),))
    return make_decision(
        at="2031-03-09T10:00:00+00:00",
        who="Ana",
        action="speaker",
        about=about,
        other=Target("entity", subject=entity),
    )


def chains(of: Reading) -> list[tuple[str, ...]]:
    return [one.chain for one in (*of.statements, *of.facts)]


def test_what_stands_on_the_same_word_gets_the_marked_origin() -> None:
    (found,) = respoken([reading("e1", "e2")], GROUPING, [marked("e9")])
    assert found.statements[0].speaker == "e3"
    assert found.statements[1].speaker == "e5"
    assert chains(found) == [
        ("e3", "e2"),
        ("e5", "e3", "e2"),
        ("e3", "e2"),
        ("e5", "e3", "e2"),
        ("e7",),
        ("e1", "e2"),
    ]
    assert all(len(f.chain) == len(f.chain_evidence) for f in found.facts)


def test_a_statement_without_a_speaker_gets_one() -> None:
    (found,) = respoken([reading()], GROUPING, [marked("e9")])
    assert chains(found) == [("e3",), ("e5", "e3"), ("e3",), ("e5", "e3"), ("e7", "e3"), ()]


def test_a_speaker_whom_the_report_never_names_keeps_the_records_id() -> None:
    (found,) = respoken([reading("e1")], GROUPING, [marked("e8"), marked("elsewhere")])
    assert found.statements[0].chain == ("elsewhere",)
    (found,) = respoken([reading("e1")], GROUPING, [marked("e8")])
    assert found.facts[0].chain == ("e8",)


def test_words_that_no_statement_has_change_nothing() -> None:
    assert respoken([reading("e1")], GROUPING, [marked("e9", end=49)]) == (reading("e1"),)


def rejected(*, end: int = 50, day: int = 10) -> Decision:
    about = Target("statement", incident="i1", words=(Words("r1", (Span(0, end),)),))
    return make_decision(
        at=f"2031-03-{day}T10:00:00+00:00",
        who="Ana",
        action="reject",
        about=about,
        why="a line of a play",
    )


def test_a_rejected_statement_goes_with_what_is_on_its_word() -> None:
    (found,) = respoken([reading("e1", "e2")], GROUPING, [rejected()])
    assert found.statements == ()
    assert [f.id for f in found.facts] == ["f3", "f4"]
    assert rejected().rebuilds


def test_of_several_rulings_on_a_statement_the_last_counts() -> None:
    (found,) = respoken([reading("e1")], GROUPING, [marked("e9"), rejected()])
    assert [f.id for f in found.facts] == ["f3", "f4"]
    (found,) = respoken([reading("e1")], GROUPING, [rejected(day=8), marked("e9")])
    assert found.statements[0].speaker == "e3"
    assert len(found.facts) == 4


def test_a_rejection_whose_words_no_statement_has_changes_nothing() -> None:
    assert respoken([reading("e1")], GROUPING, [rejected(end=49)]) == (reading("e1"),)
