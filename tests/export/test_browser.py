"""The HTML brief in a real browser: every value opens its words, by mouse and by keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from onrecord.export import brief
from tests.export.story import contents
from tests.export.story_parts import INCIDENT_ID
from tests.export.test_brief import hostile_contents

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Watched:
    """A page of ours, with what it logged and asked for."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page = page
        self.log: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.log.append(message.text))
        page.on("pageerror", lambda error: self.log.append(str(error)))
        page.on("dialog", lambda dialog: self.log.append(dialog.message))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(path.as_uri())


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("brief") / "brief.html"
    path.write_text(brief.html(contents(), INCIDENT_ID), encoding="utf-8")
    return path


@pytest.fixture
def watched(browser: Browser, path: Path) -> Iterator[Watched]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield Watched(page, path)
    page.close()


def test_quiet_and_self_contained(watched: Watched, path: Path) -> None:
    watched.page.wait_for_load_state("networkidle")
    assert watched.log == []
    assert watched.requests == [path.as_uri()]


def test_every_value_opens_its_words(watched: Watched) -> None:
    cards = watched.page.locator("details.figure, details.fact")
    assert cards.count() >= 20
    for card in cards.all():
        card.locator("summary").first.click()
        assert card.locator("mark").first.is_visible()


def test_words_lead_to_the_full_text(watched: Watched) -> None:
    page = watched.page
    page.locator("details.figure summary").first.click()
    quoted = page.locator("details.figure mark").first.inner_text()
    page.locator("details.figure figcaption a").first.click()
    assert "".join(page.locator(".lit").all_inner_texts()) == quoted
    assert page.locator(".lit").first.is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".lit").count() == 0
    assert page.evaluate("document.activeElement.closest('figcaption') !== null")


def test_keyboard_alone(watched: Watched) -> None:
    page = watched.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    assert page.locator("details[open] mark").first.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "A"


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_no_sideways_scrolling(browser: Browser, path: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_works_without_scripts(browser: Browser, path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    page.locator("details.figure summary").first.click()
    assert page.locator("details.figure mark").first.is_visible()
    page.locator("details.figure figcaption a").first.click()
    assert "#r" in page.url
    context.close()


def test_print_shows_the_words(watched: Watched) -> None:
    page = watched.page
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.figure mark").first.is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


CONTRAST = """
() => {
  const light = c => { const [r, g, b] = c.map(v => { v /= 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4 });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b };
  const parse = s => s.match(/[\\d.]+/g).map(Number);
  const back = e => { for (; e; e = e.parentElement) {
    const c = parse(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c.slice(0, 3) } return [255, 255, 255] };
  const poor = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || e.closest('.unseen, script, style, svg')) continue;
    const a = light(parse(getComputedStyle(e).color).slice(0, 3)), b = light(back(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push(e.className + ' ' + e.tagName + ' ' + ratio.toFixed(2));
  }
  return poor;
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_aa(browser: Browser, path: Path, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert page.evaluate(CONTRAST) == []
    page.close()


def test_every_part_has_a_name(watched: Watched) -> None:
    page = watched.page
    for tag in ("main", "header.top", "nav", "footer"):
        assert page.locator(tag).count() == 1
    named = ":is([aria-label], [aria-labelledby])"
    unnamed = f"document.querySelectorAll('section:not({named}), nav:not({named})').length"
    assert page.evaluate(unnamed) == 0
    assert page.evaluate("document.documentElement.lang") == "en"


def test_hostile_text_does_nothing(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(brief.html(hostile_contents(), INCIDENT_ID), encoding="utf-8")
    page = browser.new_page()
    watched = Watched(page, path)
    page.wait_for_load_state("networkidle")
    assert watched.log == []
    assert watched.requests == [path.as_uri()]
    page.close()
