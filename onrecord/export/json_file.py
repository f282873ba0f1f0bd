"""The record contract's JSON: the whole record, or an incident a line."""

from __future__ import annotations

import json
from typing import TextIO

from onrecord.core.record import RecordContents
from onrecord.core.record_contract import contents_json, record_incident_json
from onrecord.export.exporter import of_text


def write(contents: RecordContents, stream: TextIO) -> None:
    """The whole record as one JSON object."""
    json.dump(contents_json(contents), stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def write_lines(contents: RecordContents, stream: TextIO) -> None:
    """Each incident as a JSON object on a line of its own."""
    for incident in contents.incidents:
        line = json.dumps(record_incident_json(incident), ensure_ascii=False)
        stream.write(line + "\n")


EXPORTER = of_text("json", ".json", "The whole record, as the record contract has it", write)
LINES = of_text("jsonl", ".jsonl", "One incident a line, as in json", write_lines)
