"""Watching, against a server of our own on loopback and a clock of our own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from onrecord.core.report import Report
from onrecord.errors import RecordError
from onrecord.intake import take
from onrecord.intake.fetch import Limits
from onrecord.intake.polling import Polled, Poller, retry_after
from onrecord.intake.watch import AGAIN, Watch
from onrecord.settings import Settings
from tests.intake.server import Site, body, serving
from tests.intake.test_formats import PAGE


class Clock:
    """A clock that sleeping moves."""

    def __init__(self) -> None:
        self.time = 2_000_000_000.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        found.pages["/robots.txt"] = body(b"", "text/plain", 404)
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


def poller(clock: Clock) -> Poller:
    limits = Limits(1_000_000, private=True, timeout=5, whole=5)
    return Poller(limits, now=clock.now, sleep=clock.sleep)


def feed(site: Site, *names: str) -> None:
    """A feed whose items lead to pages of the server."""
    items = "".join(
        f"<item><title>{n}</title><link>{site.address}/{n}</link></item>" for n in names
    )
    channel = f"<channel><title>Ria Beacon</title>{items}</channel>"
    data = f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'
    site.pages["/feed"] = body(data.encode(), "application/rss+xml")


def tagged(data: bytes, tag: str) -> object:
    """A page that knows whether the asker has it."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("If-None-Match") == tag:
            handler.send_response(304)
            handler.end_headers()
        else:
            body(data, ETag=tag)(handler)

    return send


def test_items_are_followed_once_and_looked_at_again(
    site: Site, clock: Clock, tmp_path: Path
) -> None:
    feed(site, "one", "two")
    site.pages["/one"] = tagged(PAGE.encode(), '"a"')  # type: ignore[assignment]
    site.pages["/two"] = body(PAGE.replace("14 passengers", "15 passengers").encode())
    watch = Watch(tmp_path / "w", poller(clock))
    first = watch.round([f"{site.address}/feed"])
    assert (first.new, first.changed, first.same, first.rejections) == (2, 0, 0, [])
    watch.done()
    reports = list(take(first.files, Settings()))
    assert {r.url for r in reports if isinstance(r, Report)} == {
        f"{site.address}/one",
        f"{site.address}/two",
    }
    assert all(isinstance(r, Report) and r.outlet == "Ria Beacon" for r in reports)
    again = watch.round([f"{site.address}/feed"])
    assert (again.files, again.same) == ([], 0)  # the pages are not due yet
    clock.time += AGAIN[0] + 1
    site.pages["/two"] = body(PAGE.replace("14 passengers", "16 passengers").encode())
    third = watch.round([f"{site.address}/feed"])
    assert (third.new, third.changed, third.same) == (0, 1, 1)
    (changed,) = third.files
    told = Path(changed).with_suffix(".diff").read_text("utf-8")
    assert "-A ferry ran aground off Vigo on Monday and 15 passengers" in told
    assert "+A ferry ran aground off Vigo on Monday and 16 passengers" in told


def test_a_restart_goes_on_and_repeats_what_was_not_taken(
    site: Site, clock: Clock, tmp_path: Path
) -> None:
    feed(site, "one")
    site.pages["/one"] = body(PAGE.encode())
    sources = [f"{site.address}/feed"]
    lost = Watch(tmp_path / "w", poller(clock)).round(sources)
    restarted = Watch(tmp_path / "w", poller(clock))
    found = restarted.round(sources)
    assert found.files == lost.files
    assert found.new == 0
    restarted.done()
    assert Watch(tmp_path / "w", poller(clock)).round(sources).files == []
    assert site.paths().count("/one") == 1


def test_a_page_in_another_encoding_is_kept_readable(
    site: Site, clock: Clock, tmp_path: Path
) -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').replace("Vigo", "Cádiz")
    page = page.replace("“", '"').replace("”", '"')
    site.pages["/one"] = body(page.encode("latin-1"), "text/html")
    found = Watch(tmp_path / "w", poller(clock)).round([f"{site.address}/one"])
    (report,) = take(found.files, Settings())
    assert isinstance(report, Report)
    assert "off Cádiz" in report.text


def test_robots_are_kept(site: Site, clock: Clock, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = body(
        b"User-agent: *\nDisallow: /two\nCrawl-delay: 7\n", "text/plain"
    )
    feed(site, "one", "two")
    site.pages["/one"] = site.pages["/two"] = body(PAGE.encode())
    found = Watch(tmp_path / "w", poller(clock)).round([f"{site.address}/feed"])
    assert found.new == 1
    assert "/two" not in site.paths()
    assert "robots.txt" in found.rejections[0].detail
    assert site.paths().count("/robots.txt") == 1
    assert max(clock.slept) == pytest.approx(7, abs=1)


def test_a_host_in_trouble_is_not_asked_for_its_pages(
    site: Site, clock: Clock, tmp_path: Path
) -> None:
    site.pages["/robots.txt"] = body(b"", "text/plain", 503)
    site.pages["/one"] = body(PAGE.encode())
    found = Watch(tmp_path / "w", poller(clock)).round([f"{site.address}/one"])
    assert found.files == []
    assert site.paths() == ["/robots.txt"]


def test_requests_to_a_host_are_spaced_out(site: Site, clock: Clock, tmp_path: Path) -> None:
    feed(site, "one", "two")
    site.pages["/one"] = site.pages["/two"] = body(PAGE.encode())
    Watch(tmp_path / "w", poller(clock)).round([f"{site.address}/feed"])
    assert clock.slept == pytest.approx([2.0, 2.0])


@pytest.mark.parametrize(
    ("status", "header", "wait"), [(429, "600", 600), (503, "5", 60), (500, "600", 60)]
)
def test_errors_are_waited_out(
    site: Site, clock: Clock, status: int, header: str, wait: float
) -> None:
    site.pages["/x"] = body(b"", status=status, Retry_After=header)
    known, polite = Polled(), poller(clock)
    assert polite.poll(f"{site.address}/x", known).outcome == "refused"
    assert known.due == pytest.approx(clock.now() + wait, abs=1)
    assert polite.poll(f"{site.address}/x", known).outcome == "waiting"
    asked = len(site.asked)
    clock.time = known.due
    assert polite.poll(f"{site.address}/x", known).outcome == "refused"
    assert len(site.asked) == asked + 1
    assert known.due - clock.now() >= min(2 * wait, 600) - 5


def test_waits_grow_and_end_somewhere(site: Site, clock: Clock) -> None:
    site.pages["/x"] = body(b"", status=500)
    known, polite = Polled(), poller(clock)
    waits = []
    for _ in range(12):
        polite.poll(f"{site.address}/x", known)
        waits.append(known.due - clock.now())
        clock.time = known.due
    assert waits == sorted(waits)
    assert waits[-1] == 6 * 3600


def test_what_servers_ask_for() -> None:
    now = 2_000_000_000.0
    assert retry_after({"retry-after": "120"}, now) == 120
    assert retry_after({"retry-after": formatdate(now + 300, usegmt=True)}, now) == 300
    assert retry_after({"retry-after": formatdate(now - 300, usegmt=True)}, now) == 0
    assert retry_after({"retry-after": "99999999"}, now) == 24 * 3600
    assert retry_after({"retry-after": "soon"}, now) == 0
    assert retry_after({}, now) == 0


def test_a_folder_gives_what_is_new_or_was_written_to(clock: Clock, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("One.")
    watch = Watch(tmp_path / "w", poller(clock))
    assert watch.round([str(folder)]).new == 1
    watch.done()
    assert watch.round([str(folder)]).files == []
    (folder / "a.txt").write_text("One and two.")
    (folder / "b.txt").write_text("Three.")
    found = watch.round([str(folder)])
    assert (found.new, found.changed, len(found.files)) == (1, 1, 2)
    assert watch.round([str(tmp_path / "nowhere")]).rejections[0].code == "not_found"


def test_a_json_feed_is_followed(site: Site, clock: Clock, tmp_path: Path) -> None:
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Ria Beacon",
        "items": [
            {"id": "1", "url": f"{site.address}/one"},
            {"id": "2", "url": "file:///etc/passwd"},
        ],
    }
    site.pages["/feed.json"] = body(json.dumps(data).encode(), "application/feed+json")
    site.pages["/one"] = body(PAGE.encode())
    found = Watch(tmp_path / "w", poller(clock)).round([f"{site.address}/feed.json"])
    assert (found.new, found.rejections) == (1, [])


@pytest.mark.parametrize("state", ["{", "[]", '{"version": 99}', '{"version": 1}'])
def test_a_damaged_state_is_named(state: str, clock: Clock, tmp_path: Path) -> None:
    (tmp_path / "state.json").write_text(state)
    with pytest.raises(RecordError) as error:
        Watch(tmp_path, poller(clock))
    assert "state.json" in error.value.value
