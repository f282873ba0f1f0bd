"""The notebook tutorial: well formed, kept without outputs, and its cells run in order."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.annotate import Encoder

NOTEBOOK = Path(__file__).resolve().parent.parent.parent / "docs" / "tutorial.ipynb"


def cells(kind: str) -> list[dict[str, Any]]:
    found = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    assert (found["nbformat"], found["metadata"]["kernelspec"]["name"]) == (4, "python3")
    return [cell for cell in found["cells"] if cell["cell_type"] == kind]


def test_it_is_kept_without_outputs_and_told_in_words() -> None:
    assert all(not c["outputs"] and c["execution_count"] is None for c in cells("code"))
    assert len(cells("markdown")) >= len(cells("code")) - 2
    ids = [cell["id"] for kind in ("code", "markdown") for cell in cells(kind)]
    assert len(set(ids)) == len(ids)


def run_cell(source: str, names: dict[str, Any]) -> str:
    """Runs a cell as a notebook does; returns what its last line shows, as HTML where it can."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    if not isinstance(last, ast.Expr):
        return ""
    shown = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    html = getattr(shown, "_repr_html_", lambda: repr(shown) if shown is not None else "")
    return str(html())


def test_its_cells_run_in_order(capsys: pytest.CaptureFixture[str], encoder: Encoder) -> None:
    names: dict[str, Any] = {}
    told = []
    for cell in cells("code"):
        shown = run_cell("".join(cell["source"]), names)
        told.append((shown, capsys.readouterr().out))
    files, built, disputes, words, rows, timeline, closed = told
    assert ".txt" in files[0]
    assert "incidents" in built[1]
    assert "<table>" in built[0]
    assert "disputed" in disputes[1]
    assert all(out.strip() for _, out in (words, rows, timeline))
    assert closed == ("", "")
