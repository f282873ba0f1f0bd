"""The reports as a list of citations: CSL-JSON, BibTeX and RIS."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

from onrecord.core.moments import day_of
from onrecord.core.record import RecordContents
from onrecord.core.report import Report
from onrecord.export.exporter import of_text

BIBTEX_SIGNS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}
LINE = re.compile(r"\s+")


def title_of(report: Report) -> str:
    """The headline, or the text's first words where it has none."""
    return LINE.sub(" ", report.title or report.text[:80]).strip()


def write_csl(contents: RecordContents, stream: TextIO) -> None:
    """CSL-JSON: an item a report, as citeproc, Zotero and pandoc read it."""
    items = [csl_item(entry.report) for entry in contents.reports]
    json.dump(items, stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def csl_item(report: Report) -> dict[str, Any]:
    """One report as a CSL item."""
    day = day_of(report.published)
    fields = {
        "id": report.id,
        "type": "article-newspaper",
        "title": title_of(report),
        "author": [{"literal": name} for name in report.byline],
        "container-title": report.outlet,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": report.url,
        "language": report.language,
    }
    return {name: value for name, value in fields.items() if value}


def write_bibtex(contents: RecordContents, stream: TextIO) -> None:
    """BibTeX in UTF-8, as biber reads it."""
    for entry in contents.reports:
        lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in _bibtex(entry.report))
        stream.write(f"@article{{{entry.report.id},\n{lines}\n}}\n\n")


def _bibtex(report: Report) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_escaped(title_of(report))}}}"
    if report.byline:
        yield "author", " and ".join(f"{{{_escaped(name)}}}" for name in report.byline)
    if report.outlet:
        yield "journal", _escaped(report.outlet)
    day = day_of(report.published)
    if day:
        yield "date", day.isoformat()
        yield "year", str(day.year)
    if report.url:
        yield "url", re.sub(r"[{}\s\\]", lambda m: f"%{ord(m[0]):02X}", report.url)
    yield "langid", report.language


def _escaped(text: str) -> str:
    return "".join(BIBTEX_SIGNS.get(sign, sign) for sign in LINE.sub(" ", text))


def write_ris(contents: RecordContents, stream: TextIO) -> None:
    """RIS, as EndNote, Mendeley and Zotero read it."""
    for entry in contents.reports:
        stream.writelines(
            f"{tag}  - {LINE.sub(' ', value)}\r\n" for tag, value in _ris(entry.report)
        )
        stream.write("ER  - \r\n\r\n")


def _ris(report: Report) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", report.id
    yield "TI", title_of(report)
    yield from (("AU", name) for name in report.byline)
    if report.outlet:
        yield "T2", report.outlet
    day = day_of(report.published)
    if day:
        yield "PY", str(day.year)
        yield "DA", f"{day:%Y/%m/%d}"
    if report.url:
        yield "UR", report.url
    yield "LA", report.language


CSL = of_text("csl", ".csl.json", "The reports as citations, in CSL-JSON", write_csl)
BIBTEX = of_text("bibtex", ".bib", "The reports as citations, in BibTeX", write_bibtex)
RIS = of_text("ris", ".ris", "The reports as citations, in RIS", write_ris)
