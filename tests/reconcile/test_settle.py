"""Settling: leading values, what becomes of the others, and the status."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.values import Interval
from onrecord.reconcile.findings import span_of_values
from tests.reconcile.saying import AGE, rivals, say, settle


def test_one_origin_is_single_however_many_reports() -> None:
    found = settle(*(say(3, "Police", hour) for hour in (1, 2, 3)))
    assert found.status == "single"
    assert len(found.leading.reports) == 3


def test_two_origins_agree() -> None:
    assert settle(say(3, "Police", 1), say(3, "Clinic", 2)).status == "agreed"


def test_growing_toll_supersedes() -> None:
    found = settle(say(2, "Police", 1), say(2, "Wire", 2), say(3, "Clinic", 20))
    assert (found.leading.value, found.status) == (3, "superseded")
    assert rivals(found) == {"2": "replaced"}


def test_old_figure_told_again_stays_replaced() -> None:
    found = settle(say(2, "Police", 1), say(3, "Clinic", 20), say(2, "Police", 30, retold=True))
    assert (found.leading.value, found.status) == (3, "superseded")


def test_old_figure_that_its_own_source_repeats_still_stands() -> None:
    found = settle(
        say(3, "Police", 1), say(3, "Wire", 2), say(4, "Outlets", 20), say(3, "Police", 30)
    )
    assert (found.leading.value, found.status) == (3, "disputed")


def test_figure_that_came_later_and_lower_is_disputed() -> None:
    found = settle(say(400, "Official rescue", 1), say(350, "Paper", 9))
    assert (found.leading.value, found.status) == (400, "disputed")
    assert rivals(found) == {"350": "disputed"}


def test_later_range_of_both_keeps_both_standing() -> None:
    found = settle(
        say(19, "Official ministry", 10, qualifier="exact"),
        say(23, "Union", 20, qualifier="exact"),
        say(Interval(19, 23), "Digest", 40, qualifier="range"),
    )
    assert (found.leading.value, found.status) == (19, "disputed")
    assert rivals(found) == {"23": "disputed"}
    assert span_of_values(found) == Interval(19, 23)


def test_lower_bound_supports_the_exact_figure_of_the_same_time() -> None:
    found = settle(say(12, "Police", 1), say(Interval(11, None), "Clinic", 1, qualifier="at_least"))
    assert found.rivals == ()
    assert (found.leading.value, found.status) == (12, "agreed")


def test_earlier_lower_bound_is_past() -> None:
    found = settle(
        say(Interval(17, None), "Clinic", 1, qualifier="at_least"), say(23, "Police", 30)
    )
    assert (found.leading.value, found.status) == (23, "superseded")


def test_upper_bound_is_no_conflict() -> None:
    found = settle(say(23, "Clinic", 1), say(Interval(None, 23), "Paper", 30, qualifier="at_most"))
    assert (found.leading.value, found.status, found.rivals) == (23, "agreed", ())


def test_vague_word_does_not_make_a_figure_disputed() -> None:
    found = settle(
        say(21, "Clinic", 1),
        say(Interval(24, None), "Tabloid", 10, qualifier="vague"),
        say(23, "Official police", 20),
    )
    assert (found.leading.value, found.status) == (23, "superseded")
    assert span_of_values(found) == Interval(23, 23)


def test_vague_word_takes_no_figures_place() -> None:
    found = settle(say(21, "Clinic", 1), say(Interval(24, None), "Tabloid", 10, qualifier="vague"))
    assert found.leading.value == 21
    assert rivals(found) == {"Interval(low=24, high=None)": "disputed"}


def test_denied_figure_never_leads() -> None:
    found = settle(
        say(5, "Politician", 8, publisher="Radio"),
        say(5, "Official police", 9, certainty="denied"),
        say(3, "Official police", 9),
    )
    assert found.leading.value == 3
    assert rivals(found) == {"5": "denied"}


def test_only_figure_that_is_denied_is_denied() -> None:
    found = settle(say(5, "Politician", 8), say(5, "Official police", 9, certainty="denied"))
    assert found.status == "denied"


def test_denial_does_not_undo_what_two_say() -> None:
    found = settle(say(5, "Clinic", 8), say(5, "Police", 8), say(5, "Party", 9, certainty="denied"))
    assert (found.leading.value, found.status) == (5, "disputed")


def test_correction_of_an_outlet_replaces() -> None:
    found = settle(
        say(36, "Officer", 1, publisher="Wire"),
        say(36, "Officer", 2, publisher="Paper"),
        say(38, "Wire", 30, publisher="Wire", report="correction"),
        say(36, "Wire", 30, publisher="Wire", report="correction", certainty="denied"),
        kind=AGE,
    )
    assert (found.leading.value, found.status) == (38, "superseded")


def test_voice_that_moved_replaces_its_own_word() -> None:
    found = settle(say(62, "Police", 1), say(64, "Police", 20), kind=AGE)
    assert (found.leading.value, found.status) == (64, "superseded")


def test_ages_of_two_origins_are_disputed() -> None:
    found = settle(say(46, "Family", 1), say(47, "Union", 5), say(46, "School", 6), kind=AGE)
    assert (found.leading.value, found.status) == (46, "disputed")
    assert rivals(found) == {"47": "disputed"}


def test_rough_value_is_no_conflict() -> None:
    found = settle(say(98, "Police", 1), say(100, "Paper", 9, approximate=True))
    assert (found.leading.value, found.rivals) == (98, ())


def test_digest_counts_only_for_what_nobody_else_says() -> None:
    found = settle(say(3, "Police", 1), say(3, "Digest", 9, digest=True))
    assert (found.leading.origins, found.status) == (("Police",), "single")
    assert settle(say(9, "Digest", 9, digest=True)).leading.origins == ("Digest",)


def test_undated_claims_are_settled_too() -> None:
    undated = say(3, "Police", 1)
    found = settle(undated, say(4, "Clinic", 2))
    assert found.leading.value in (3, 4)


@given(st.permutations(range(6)))
def test_order_of_claims_does_not_matter(order: list[int]) -> None:
    said = [
        say(2, "Police", 1),
        say(2, "Wire", 2),
        say(3, "Clinic", 20),
        say(5, "Politician", 3),
        say(5, "Police", 4, certainty="denied"),
        say(Interval(1, None), "Paper", 2, qualifier="at_least"),
    ]
    assert settle(*(said[i] for i in order)) == settle(*said)


bounds = st.integers(0, 50)


@given(st.lists(bounds, min_size=1, max_size=6), st.lists(st.integers(0, 40), min_size=6))
def test_ends_span_what_stands(values: list[int], hours: list[int]) -> None:
    found = settle(*(say(v, f"v{i}", hours[i]) for i, v in enumerate(values)))
    ends = span_of_values(found)
    standing = [found.leading.value] + [
        r.node.value for r in found.rivals if r.relation == "disputed"
    ]
    assert ends == Interval(min(standing), max(standing))  # type: ignore[type-var]


def test_value_that_a_report_names_to_put_right_is_not_its_own() -> None:
    found = settle(
        say(29, "Tabloid", 1),
        say(27, "Wire", 1),
        say(29, "Paper", 20, report="paper", place=10),
        say(27, "Paper", 20, report="paper", place=30),
        kind=AGE,
    )
    assert (found.leading.value, found.leading.origins) == (27, ("Paper", "Wire"))
    assert rivals(found) == {"29": "denied"}
    assert span_of_values(found) == Interval(27, 27)


def test_figure_that_others_rejected_did_not_just_give_way() -> None:
    found = settle(
        say(5, "Politician", 1),
        say(5, "Official police", 2, certainty="denied"),
        say(6, "Clinic", 30),
    )
    assert (found.leading.value, rivals(found)) == (6, {"5": "denied"})
