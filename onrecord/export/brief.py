"""A brief: one incident as a page for readers, in HTML or Markdown."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.core.record import RecordContents
from onrecord.export.see import see
from onrecord.export.toll import toll_chart
from onrecord.export.words import counted, listed, upper_first, web_address

MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
LIST_START = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")


def html(contents: RecordContents, incident_id: str) -> str:
    """One self-contained HTML page: no request to anywhere, and it works without scripts.

    Raises:
        RecordNotFound: the record has no such incident.
    """
    view = see(contents, incident_id)
    script = _part("brief.js")
    page = _environment(escaped=True).get_template("brief.html.j2")
    return page.render(
        brief=view,
        chart=toll_chart(contents, incident_id),
        style=_part("brief.css"),
        script=script,
        script_hash=_hash(script),
    )


def markdown(contents: RecordContents, incident_id: str) -> str:
    """The same in Markdown: quotes with who says them, reports numbered at the end.

    Raises:
        RecordNotFound: the record has no such incident.
    """
    page = _environment(escaped=False).get_template("brief.md.j2")
    text = page.render(brief=see(contents, incident_id))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


@cache
def _environment(*, escaped: bool) -> Environment:
    """Jinja's environment: all that comes from a record is escaped, for HTML or for Markdown."""
    environment = Environment(
        loader=PackageLoader("onrecord.export"),
        autoescape=escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"listed": listed, "md": escape_markdown, "web": web_address}
    environment.filters["upper_first"] = upper_first
    environment.globals["counted"] = counted
    return environment


def escape_markdown(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    line = " ".join(str(text).split())
    return LIST_START.sub(r"\1\\\2\3", MARKDOWN_SIGNS.sub(r"\\\1", line))


def _part(name: str) -> str:
    folder = resources.files("onrecord.export").joinpath("templates")
    return folder.joinpath(name).read_text(encoding="utf-8")


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return base64.b64encode(digest).decode("ascii")
