"""The desk in a real browser: by keyboard, at 360 pixels, in both themes, with axe's rules."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from onrecord.store import Record
from onrecord.web.access import Access
from onrecord.web.app import make_app
from onrecord.web.desk import Desk
from tests.export.story import captured_twice
from tests.export.story_parts import COPY, IDS, INCIDENT_ID, RADIO, REVIEW, WIRE
from tests.export.test_brief import hostile_contents
from tests.web.conftest import killed, value_path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PATIENCE = 60_000
"""Milliseconds for a step: a busy machine is slow, and a page that hangs fails all the same."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: apt-get install chromium"),
]


class Served:
    """A desk that a browser can reach, on a free port of this machine."""

    def __init__(self, record: Path) -> None:
        self.desk = Desk(record)
        app = make_app(self.desk, Access("names"))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.server = uvicorn.Server(
            uvicorn.Config(app, host="127.0.0.1", port=self.port, log_level="error")
        )
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.02)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def close(self) -> None:
        self.server.should_exit = True
        self.thread.join(10)
        self.desk.close()


@pytest.fixture
def served(record: Path) -> Iterator[Served]:
    served = Served(record)
    yield served
    served.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def visit(browser: Browser, served: Served, name: str = "", **options: object) -> Page:
    context: BrowserContext = browser.new_context(**options)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    if name:
        page.goto(served.url("/signin"))
        page.fill("main input[name=name]", name)
        page.click("main button")
        page.wait_for_selector(".coder")
    return page


def violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "rules => axe.run({runOnly: {type: 'tag', values: rules}}).then(r => r.violations.map("
        "v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' | ')))",
        RULES,
    )
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_or_scrolls_sideways(
    browser: Browser, served: Served, scheme: str
) -> None:
    page = visit(
        browser, served, "Ana", color_scheme=scheme, viewport={"width": 1280, "height": 900}
    )
    log: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: log.append(message.text))
    page.on("pageerror", lambda error: log.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    poor: dict[str, list[str]] = {}
    for path in (
        "/",
        "/?view=map",
        f"/incidents/{INCIDENT_ID}",
        f"/reports/{COPY.id}",
        f"/reports/{WIRE.id}",
        f"/reports/{COPY.id}/beside/{WIRE.id}",
        f"/entities/{IDS['ødegren']}",
        "/entities",
        "/queue",
        "/decisions",
        "/agreement",
        "/help",
    ):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(served.url(path))
        if path.startswith("/incidents"):
            page.locator("[data-open]").first.click()
            page.wait_for_selector("#pane-title")
        poor[path] = violations(page)
        page.set_viewport_size({"width": 360, "height": 740})
        if page.evaluate("document.documentElement.scrollWidth") != 360:
            poor[path].append("scrolls sideways")
    assert {path: found for path, found in poor.items() if found} == {}
    assert log == []
    assert [url for url in asked if not url.startswith(served.url("/"))] == []


def test_the_pages_of_versions_break_no_rule(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "twice.duckdb"
    with Record.create(path) as opened:
        opened.replace(captured_twice())
    served = Served(path)
    page = visit(browser, served, viewport={"width": 360, "height": 740})
    page.goto(served.url(f"/reports/{RADIO.id}"))
    assert violations(page) == []
    page.click("text=To the report as it stands")
    page.click(".versions .shown a[href*=since]")
    page.wait_for_selector("#values-title")
    assert page.locator(".moves del").first.is_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    served.close()


def test_a_coder_works_by_keyboard_alone(browser: Browser, served: Served) -> None:
    page = visit(browser, served, "Ana")
    page.goto(served.url(f"/incidents/{INCIDENT_ID}"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_selector("#pane-title:focus")
    assert page.locator("#words .hit").first.inner_text() == "A third victim"
    assert page.locator("#words .chain li").count() == 2
    page.keyboard.press("c")
    page.keyboard.type("4")
    page.keyboard.press("Escape")
    page.locator("#beside [name=why]").first.focus()
    page.keyboard.type("the court’s list")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=coder’s own")
    assert page.locator("#said").inner_text().startswith("Saved: corrected to")
    page.keyboard.press("u")
    page.wait_for_selector("text=Saved: took back")
    assert [d.action for d in served.desk.decisions.every] == ["correct", "undo"]


def test_marked_words_become_a_value(browser: Browser, served: Served) -> None:
    page = visit(browser, served, "Ana")
    page.goto(served.url(f"/reports/{REVIEW.id}"))
    page.keyboard.press("+")
    page.evaluate(
        """() => {
          const pieces = [...document.querySelectorAll('.text [data-start]')];
          const piece = pieces.find(p => p.textContent.includes('Seven people'));
          const node = piece.firstChild, at = node.data.indexOf('Seven people');
          getSelection().setBaseAndExtent(node, at, node, at + 12);
          document.dispatchEvent(new Event('mouseup'));
        }"""
    )
    assert page.input_value("[data-words]") == "Seven people"
    page.select_option("[name=field]", "incident.rescued")
    page.fill("#beside [name=value]", "7")
    page.click("text=Add the value")
    page.wait_for_selector("text=Saved: added")
    made = served.desk.decisions.every[0]
    assert [s.cut(REVIEW.text) for s in made.evidence[0].spans] == ["Seven people"]


def test_two_coders_at_once(browser: Browser, served: Served) -> None:
    ana, ben = visit(browser, served, "Ana"), visit(browser, served, "Ben")
    for page in (ana, ben):
        page.goto(served.url(value_path(killed())))
    ana.click("text=Accept")
    ana.wait_for_selector("text=Saved: accepted")
    ben.click("summary:has-text('Reject')")
    ben.fill("details[open] [name=why]", "another fire")
    ben.click("text=Reject the value")
    ben.wait_for_selector("text=while you were looking")
    assert ben.input_value("details[open] [name=why]") == "another fire"
    ben.click("text=Reject the value")
    ben.wait_for_selector("text=Saved: rejected")
    assert [d.who for d in served.desk.decisions.every] == ["Ana", "Ben"]


def test_without_scripts_everything_can_be_read_and_ruled(browser: Browser, served: Served) -> None:
    page = visit(browser, served, "Ana", java_script_enabled=False)
    page.goto(served.url(f"/incidents/{INCIDENT_ID}"))
    page.locator("[data-open]").first.click()
    assert page.locator(".hit").first.is_visible()
    page.click("text=Accept")
    assert "Ana accepted" in page.content()


def test_hostile_text_does_nothing(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "hostile.duckdb"
    with Record.create(path) as record:
        record.replace(hostile_contents())
    served = Served(path)
    page = visit(browser, served, "<b>Eve</b>")
    log: list[str] = []
    page.on("console", lambda message: log.append(message.text))
    page.on("dialog", lambda dialog: log.append(dialog.message))
    for place in ("/", f"/incidents/{INCIDENT_ID}", f"/reports/{COPY.id}", "/queue"):
        page.goto(served.url(place))
        page.wait_for_load_state("networkidle")
        assert page.locator("main script, main img, main b[onclick]").count() == 0
    served.close()
    assert log == []
