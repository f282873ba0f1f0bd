"""Copies: what is one text, which one is the original, and what a copy adds."""

from __future__ import annotations

from onrecord.core.grouping import CopyLink
from onrecord.core.report import Boilerplate, Report
from onrecord.core.span import Span, cut_all
from onrecord.group.copies import find_copies, find_reuse
from onrecord.group.fingerprints import find_furniture, fingerprint
from onrecord.group.words import galleries, own_words, quotations
from tests.group import ferry
from tests.group.making import Draft, make_report

PARAGRAPHS = [
    "The council of Aldermoor voted late on Monday to close the old swimming baths at the end of "
    "the season, after engineers had found cracks in the roof beams that nobody could pay for.",
    "Teachers in the valley have begun to walk their classes to the river meadow for lessons in "
    "counting birds, and the parents who were doubtful at first now bring cake and binoculars.",
    "A farmer near Thornhay lost forty sheep when lightning struck the lone oak on his pasture, "
    "and the neighbours collected enough money within a week to replace the whole of the flock.",
]


def reports(*texts: str, days: int = 1) -> list[Report]:
    drafts = [
        Draft(f"Paper {n}", text, f"2031-{1 + (n * days) // 28:02}-{1 + (n * days) % 28:02}")
        for n, text in enumerate(texts)
    ]
    return sorted((make_report(draft) for draft in drafts), key=lambda report: report.id)


def outlets(links: tuple[CopyLink, ...], given: list[Report]) -> set[tuple[str, str]]:
    names = {report.id: report.outlet or "" for report in given}
    return {(names[link.report], names[link.of]) for link in links}


def test_reprint_and_cut_text_go_back_to_the_agency() -> None:
    given = sorted((reading.report for reading in ferry.story()), key=lambda report: report.id)
    links = find_copies(given)
    assert outlets(links, given) == {("Sound Courier", "Fjordwire"), ("Hestøy Post", "Fjordwire")}
    assert len({link.group for link in links}) == 1


def test_own_paragraph_of_a_copy_is_no_evidence_of_copying() -> None:
    copy, original = ferry.local().report, ferry.wire().report
    (link,) = find_copies(sorted((copy, original), key=lambda report: report.id))
    copied = cut_all(link.evidence, copy.text)
    assert "harbour clinic" in copied
    assert "Sound school closed" not in copied
    assert 0.7 < link.share < 0.95


def test_original_is_the_earliest_where_nobody_is_credited() -> None:
    given = reports(PARAGRAPHS[0], PARAGRAPHS[0])
    (link,) = find_copies(given)
    assert outlets((link,), given) == {("Paper 1", "Paper 0")}
    assert "earlier" in link.reason


def test_credited_agency_is_the_original_though_its_report_came_later() -> None:
    text = f"ALDERMOOR (Moorwire) — {PARAGRAPHS[0]}"
    early = make_report(Draft("The Lamp", text, "2031-01-01", agency="Moorwire"))
    late = make_report(Draft("Moorwire", text, "2031-01-02"))
    given = sorted((early, late), key=lambda report: report.id)
    assert outlets(find_copies(given), given) == {("The Lamp", "Moorwire")}


def test_shared_quotation_is_no_copy() -> None:
    quote = f"“{PARAGRAPHS[1]}”"
    given = reports(f"{PARAGRAPHS[0]} {quote}", f"{PARAGRAPHS[2]} {quote}")
    assert find_copies(given) == ()


def test_digest_of_two_texts_is_a_copy_of_neither() -> None:
    given = reports(PARAGRAPHS[0], PARAGRAPHS[1], f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}")
    assert find_copies(given) == ()


def test_digest_says_which_of_its_passages_stand_in_which_text() -> None:
    own = "What follows was put together from the papers of the valley in the course of the day."
    text = f"{PARAGRAPHS[0]} {own} {PARAGRAPHS[1]}"
    given = reports(PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[0], text)
    found = find_reuse(given)
    digest = next(report for report in given if report.text == text)
    said = {part.evidence[0].cut(text) for part in found.parts}
    assert {part.report for part in found.parts} == {digest.id}
    assert len(found.parts) == 2  # the reprint of the first text is no third source
    assert {words.strip(".") for words in said} == {p.strip(".") for p in PARAGRAPHS[:2]}
    assert all(own not in span.cut(text) for part in found.parts for span in part.evidence)


def test_site_furniture_falls_away_by_its_spread_over_dates() -> None:
    furniture = (
        "Sign up for our morning letter and read the best stories of the valley before work."
    )
    given = reports(*(f"{text} {furniture}" for text in PARAGRAPHS), days=20)
    assert len(find_furniture([fingerprint(r) for r in given])) > 0
    assert find_copies(given) == ()


def test_much_reprinted_text_is_not_taken_for_furniture() -> None:
    given = reports(*[PARAGRAPHS[0]] * 6, days=20)
    assert len(find_copies(given)) == 5


def test_boilerplate_is_left_out_of_the_own_words() -> None:
    text = "Share this story. The mill burned."
    report = Report(
        id="r", input="", text=text, boilerplate=(Boilerplate(Span(0, 17), "promotion"),)
    )
    assert [word.text for word in own_words(report)] == ["the", "mill", "burned"]


def test_quotations_of_all_shapes_are_found() -> None:
    text = "“One,” he said. «Two.» 'Not this.' \"Three.\" ‘It’s four’, she said. „Fünf“, sagte er."
    assert [span.cut(text) for span in quotations(text)] == [
        "“One,”",
        "«Two.»",
        '"Three."',
        "‘It’s four’",
        "„Fünf“",
    ]


def test_post_with_its_signature_is_a_quotation() -> None:
    post = "The bridge stays shut. - Mayor of Aldermoor (@aldermoor_mayor)"
    text = f"He wrote:\n{post} May 3, 2031\nNobody answered."
    assert [span.cut(text) for span in quotations(text)] == [post]


def test_fingerprints_of_nothing() -> None:
    assert find_copies([]) == ()
    assert find_copies(reports("Too short.", "Too short.")) == ()


def test_numbered_captions_are_no_prose() -> None:
    captions = " ".join(
        f"Hide caption {n} of 9 The harbour of Kellin at dawn." for n in range(1, 6)
    )
    text = f"He was in 3 of 24 boats. {captions} The rest is news."
    (gallery,) = galleries(text)
    assert gallery.cut(text).startswith("1 of 9")
    assert gallery.cut(text).endswith("5 of 9")
    assert galleries("3 of 24 houses, then 4 of 24 barns and 5 of 24 sheds") == ()


RELEASE = (
    "The harbour board of Kellin said on Friday that the northern quay would be closed for all ships of "
    "more than forty metres from the first of next month until the divers had looked at every pile."
)
OWN = (
    "Nobody at the fish market wanted to hear of it, and the auctioneer, who has rung the bell there for "
    "thirty winters, asked how a trawler was to be unloaded in a bay with two metres of water at low tide.",
    "On the island opposite the ferry captain counted his passengers twice, once for the company and once "
    "for himself, and came to the conclusion that the school children alone would need a second boat.",
)


def kinds(*texts: str) -> dict[str, str]:
    """Outlet → the kind of copy that it has."""
    given = reports(*texts)
    names = {report.id: report.outlet or "" for report in given}
    return {names[link.report]: link.kind for link in find_copies(given)}


def test_copies_are_told_by_kind() -> None:
    whole = " ".join(PARAGRAPHS)
    assert kinds(whole, whole) == {"Paper 1": "verbatim"}
    assert kinds(whole, " ".join(PARAGRAPHS[:2])) == {"Paper 1": "trimmed"}
    assert kinds(whole, f"{whole} {OWN[0]}") == {"Paper 1": "extended"}
    led_anew = f"{OWN[1]} {PARAGRAPHS[1]} {PARAGRAPHS[2]}"
    assert kinds(whole, led_anew) == {"Paper 1": "reworked"}


def test_shared_quotations_are_no_copying() -> None:
    said = "".join(f"“{paragraph}” " for paragraph in PARAGRAPHS)
    assert kinds(f"{OWN[0]} {said}", f"{OWN[1]} {said}") == {}


def test_one_release_in_two_reports_of_their_own_makes_no_group_of_a_third() -> None:
    first, second = f"{OWN[0]} {RELEASE}", f"{OWN[1]} {RELEASE}"
    third = f"{PARAGRAPHS[0]} {OWN[1]} {PARAGRAPHS[2]}"
    found = find_copies(reports(first, second, third))
    assert len({link.group for link in found}) <= 1
    assert len(found) < 3


def test_a_chain_of_likeness_is_no_group() -> None:
    parts = [*PARAGRAPHS, *OWN, RELEASE]
    texts = [" ".join(parts[n : n + 3]) for n in range(4)]
    given = reports(*texts)
    links = find_copies(given)
    ends = {report.id for report in given if report.outlet in ("Paper 0", "Paper 3")}
    assert not {link.report for link in links if link.of in ends and link.report in ends}
    assert len(links) < 3


def test_sources_of_copies_never_go_round_in_a_circle() -> None:
    parts = [*PARAGRAPHS, *OWN]
    texts = [" ".join(parts[n:] + parts[:n]) for n in range(5)]
    texts += [" ".join(parts[:4]), " ".join(parts[2:])]
    of = {link.report: link.of for link in find_copies(reports(*texts))}
    for report in of:
        seen: set[str] = set()
        while report in of:
            assert report not in seen
            seen.add(report)
            report = of[report]


def test_credit_for_a_picture_makes_nobody_the_original() -> None:
    early = make_report(Draft("Early Post", PARAGRAPHS[0], "2031-01-02"))
    wire = make_report(Draft("Fjordwire", PARAGRAPHS[0], "2031-01-05"))
    pictured = f"{PARAGRAPHS[0]} Photo: Fjordwire."
    late = make_report(Draft("Late Post", pictured, "2031-01-03"))
    links = find_copies(sorted((early, wire, late), key=lambda report: report.id))
    assert {link.of for link in links} == {early.id}
