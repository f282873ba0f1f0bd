"""The docs: nothing is missing from them, their links lead somewhere, and their examples run."""

from __future__ import annotations

import dataclasses
import json
import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest

from docs.build import DOCS, README, with_figures
from docs.pages import PAGES as REFERENCE
from docs.pages import Page, text_of
from onrecord import errors
from onrecord.annotate import Encoder
from onrecord.cli.main import VERBS, run
from onrecord.core.tables import TABLES
from onrecord.core.views import VIEWS
from onrecord.export import EXPORTERS
from onrecord.export.sheets import SHEETS
from onrecord.facts.registry import FACT_TYPES
from onrecord.intake import READERS
from onrecord.settings import Settings, load_settings

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?://)([^)#]*)(#[^)]*)?\)")
CODE = re.compile(r'code="(\w+)"')


def blocks(path: Path, language: str) -> list[str]:
    """Code blocks of a page."""
    return [code for name, code in FENCE.findall(path.read_text("utf-8")) if name == language]


def errors_in(home: object) -> list[str]:
    return [n for n, v in vars(home).items() if isinstance(v, type) and issubclass(v, Exception)]


@pytest.mark.parametrize("page", REFERENCE, ids=lambda page: page.file)
def test_the_reference_is_up_to_date(page: Page) -> None:
    assert (DOCS / page.file).read_text(encoding="utf-8") == text_of(page), "run `make docs`"


def reference() -> str:
    """All pages of the reference."""
    return "\n".join((DOCS / page.file).read_text(encoding="utf-8") for page in REFERENCE)


def test_no_page_of_the_reference_is_left_over() -> None:
    known = {(DOCS / page.file).name for page in REFERENCE} - {"reference.md"}
    assert {path.name for path in (DOCS / "reference").iterdir()} == known


def test_the_figures_of_the_readme_are_those_of_the_gate() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_figures(text) == text, "run `make docs`"


@pytest.mark.parametrize(
    "name",
    [
        *(f"onrecord {verb}" for verb in VERBS),
        *(f"`{t.field}`" for t in FACT_TYPES),
        *(f"`{e.name}`" for e in EXPORTERS),
        *(f"| {r.name} |" for r in READERS),
        *(f"`{s.name}`" for s in dataclasses.fields(Settings)),
        *errors_in(errors),
        *(f"### `{t.name}`" for t in (*TABLES, *VIEWS)),
        *(f"### Table `{s.table.name}`" for s in SHEETS),
    ],
)
def test_the_reference_has_everything(name: str) -> None:
    assert name in reference()


def test_each_rejection_code_is_explained() -> None:
    told = (ROOT / "docs" / "how-to.md").read_text(encoding="utf-8")
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "onrecord").rglob("*.py"))
    codes = {code for source in sources for code in CODE.findall(source)}
    assert codes
    assert {code for code in codes if f"| `{code}` |" not in told} == set()


def test_each_setting_is_shown_with_its_default() -> None:
    (shown,) = blocks(ROOT / "docs" / "how-to.md", "toml")
    assert set(tomllib.loads(shown)) == {field.name for field in dataclasses.fields(Settings)}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target, anchor in LINK.findall(path.read_text(encoding="utf-8")):
        found = (path.parent / target) if target else path
        assert found.exists(), f"{path.name}: {target}"
        if anchor:
            assert anchor[1:] in anchors(found), f"{path.name}: {target}{anchor}"


def anchors(path: Path) -> set[str]:
    """Anchors of a page's headings, as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_data_blocks_are_well_formed(path: Path) -> None:
    for code in blocks(path, "json"):
        assert json.loads(code)
    for code in blocks(path, "toml"):
        assert tomllib.loads(code)


def test_settings_example_loads(tmp_path: Path) -> None:
    (shown,) = blocks(ROOT / "docs" / "how-to.md", "toml")
    (tmp_path / "onrecord.toml").write_text(shown, encoding="utf-8")
    assert load_settings(tmp_path / "onrecord.toml").workers == 2


@pytest.fixture
def workplace(
    tmp_path: Path, demo_reports: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder as the examples expect it: reports, a report, and a record of them."""
    shutil.copytree(demo_reports, tmp_path / "reports")
    for suffix in ("txt", "json"):
        source = demo_reports / f"lighthouse-daily.{suffix}"
        shutil.copy(source, tmp_path / f"report.{suffix}")
        shutil.copy(source, tmp_path / f"mine.{suffix}")
    monkeypatch.chdir(tmp_path)
    assert run(["build", "reports", "--into", "record.duckdb"]) == 0
    return tmp_path


@pytest.mark.parametrize("page_name", ["README.md", "docs/tutorial.md", "docs/how-to.md"])
def test_python_examples_run(
    page_name: str, workplace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["demo"]) == 0
    capsys.readouterr()
    for code in blocks(ROOT / page_name, "python"):
        exec(compile(code, page_name, "exec"), {"__name__": "example"})
    assert capsys.readouterr().out


@pytest.mark.parametrize("page_name", ["README.md", "docs/tutorial.md", "docs/how-to.md"])
def test_commands_run(page_name: str, workplace: Path) -> None:
    lines = [line for code in blocks(ROOT / page_name, "sh") for line in code.splitlines()]
    for line in lines:
        words = shlex.split(line, comments=True)
        if words[:1] != ["onrecord"]:
            continue
        words = words[: words.index(">")] if ">" in words else words
        assert run(words[1:]) == 0, line
