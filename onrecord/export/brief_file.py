"""The briefs of all incidents of a record, one after the other."""

from __future__ import annotations

from typing import TextIO

from onrecord.core.record import RecordContents
from onrecord.export.brief import markdown
from onrecord.export.exporter import of_text


def write_markdown(contents: RecordContents, stream: TextIO) -> None:
    """The Markdown briefs, a rule between them."""
    pages = (markdown(contents, incident.id) for incident in contents.incidents)
    stream.write("\n---\n\n".join(pages))


MARKDOWN = of_text("md", ".md", "A brief of each incident in Markdown", write_markdown)
