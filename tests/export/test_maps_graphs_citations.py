"""GeoJSON, the graph of who quotes whom, citations and ninjs: read back by other programs."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import networkx
import pytest

from onrecord.core.record import RecordContents
from onrecord.export import citations, geojson, graph_file, ninjs
from onrecord.export.exporter import Exporter
from onrecord.export.network import network
from tests.export.story import contents
from tests.export.story_parts import COPY, IDS, INCIDENT_ID, OTHER_ID, REVIEW, WIRE


def written(exporter: Exporter, record: RecordContents | None = None) -> str:
    stream = io.BytesIO()
    exporter.write(record or contents(), stream)
    return stream.getvalue().decode("utf-8")


def test_an_incident_stands_where_its_town_is() -> None:
    whole = json.loads(written(geojson.EXPORTER))
    features = {feature["id"]: feature for feature in whole["features"]}
    assert whole["type"] == "FeatureCollection"
    shot = features[INCIDENT_ID]
    assert shot["geometry"] == {"type": "Point", "coordinates": [4.71, 61.05]}
    assert shot["properties"]["exact"] is False  # the degrees are the town's, not the quay's
    assert shot["properties"]["claims"][0]["words"]
    assert features[OTHER_ID]["geometry"] is None


def edges() -> set[tuple[str, str, str]]:
    return {(e.source, e.target, e.kind) for e in network(contents()).edges}


def test_who_quotes_whom() -> None:
    found = edges()
    assert (IDS["wire"], IDS["ødegren"], "quotes") in found
    assert (IDS["strand"], IDS["people"], "quotes") in found
    assert (IDS["radio"], IDS["strand"], "quotes") in found
    assert (IDS["radio"], IDS["people"], "quotes") not in found
    assert (IDS["courier"], IDS["wire"], "copies") in found
    assert (IDS["løvdal"], IDS["line"], "affiliation") in found
    assert (IDS["vik"], IDS["løvdal"], "colleague") in found


def test_an_edge_counts_and_names_its_reports() -> None:
    (edge,) = [
        e
        for e in network(contents()).edges
        if (e.source, e.target, e.kind) == (IDS["review"], IDS["ødegren"], "quotes")
    ]
    assert (edge.weight, edge.reports) == (2, (REVIEW.id,))


@pytest.mark.parametrize(
    ("exporter", "read"),
    [
        (graph_file.GRAPHML_EXPORTER, lambda text: networkx.parse_graphml(text)),
        (graph_file.GEXF_EXPORTER, lambda text: networkx.read_gexf(io.BytesIO(text.encode()))),
    ],
    ids=["graphml", "gexf"],
)
def test_another_program_reads_the_graph(exporter: Exporter, read: Any) -> None:
    graph = read(written(exporter))
    found = network(contents())
    assert set(graph.nodes) == {node.id for node in found.nodes}
    assert graph.number_of_edges() == len(found.edges)
    assert graph.nodes[IDS["løvdal"]]["label"] == "Isak Løvdal"
    assert graph.is_directed()


def test_a_name_that_xml_cannot_hold_is_written_all_the_same() -> None:
    whole = contents()
    spoiled = tuple(replace(e, name=f"{e.name}\x0b") for e in whole.entities)
    text = written(graph_file.GRAPHML_EXPORTER, replace(whole, entities=spoiled))
    assert "Isak Løvdal\ufffd" in text


def test_csl_items() -> None:
    items = {item["id"]: item for item in json.loads(written(citations.CSL))}
    assert set(items) == {entry.report.id for entry in contents().reports}
    review = items[REVIEW.id]
    assert review["issued"] == {"date-parts": [[2031, 3, 9]]}
    assert review["author"] == [{"literal": "Runa Tveit"}]
    assert (review["container-title"], review["URL"]) == (REVIEW.outlet, REVIEW.url)
    assert "author" not in items[WIRE.id]


def test_bibtex_entries_are_balanced_and_escaped() -> None:
    whole = contents()
    odd = replace(whole.reports[0].report, title="A {brace} & 100% of_it", outlet="R&D")
    text = written(
        citations.BIBTEX, RecordContents(reports=(replace(whole.reports[0], report=odd),))
    )
    assert r"A \{brace\} \& 100\% of\_it" in text
    assert text.replace(r"\{", "").replace(r"\}", "").count("{") == text.replace(r"\{", "").replace(
        r"\}", ""
    ).count("}")
    assert text.startswith(f"@article{{{odd.id},")


def test_ris_records_begin_and_end() -> None:
    lines = written(citations.RIS).split("\r\n")
    number = len(contents().reports)
    assert sum(line == "TY  - NEWS" for line in lines) == number
    assert sum(line == "ER  - " for line in lines) == number
    assert "DA  - 2031/03/09" in lines
    assert all(not line or line[2:6] == "  - " for line in lines)


def test_ninjs_items() -> None:
    items = [json.loads(line) for line in written(ninjs.EXPORTER).splitlines()]
    by_id = {item["altIds"][0]["value"]: item for item in items}
    item = by_id[COPY.id]
    assert item["uri"] == COPY.url
    assert item["bodies"][0]["value"] == COPY.text
    assert item["headlines"][0]["value"] == COPY.title
    assert item["associations"][0]["uri"] == WIRE.url
    assert {"name": "Nordsund Wire"} in by_id[WIRE.id]["infoSources"]
    assert any(person["name"] == "Isak Løvdal" for person in item["people"])
