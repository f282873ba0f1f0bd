"""The graph of who quotes whom as GraphML 1.0 and GEXF 1.3."""

from __future__ import annotations

import re
from typing import BinaryIO

from lxml import etree

from onrecord.core.record import RecordContents
from onrecord.export.exporter import Exporter
from onrecord.export.network import Edge, Network, Node, network

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
GEXF = "http://gexf.net/1.3"
NODE_KEYS = (("label", "string"), ("kind", "string"), ("mentions", "int"))
EDGE_KEYS = (("kind", "string"), ("weight", "int"), ("reports", "string"))
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML 1.0 cannot hold."""


def write_graphml(contents: RecordContents, stream: BinaryIO) -> None:
    """The graph as GraphML."""
    found = network(contents)
    root = etree.Element("graphml", nsmap={None: GRAPHML})
    for place, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys:
            shape = {"id": f"{place}_{name}", "for": place, "attr.name": name, "attr.type": kind}
            etree.SubElement(root, "key", shape)
    graph = etree.SubElement(root, "graph", {"id": "record", "edgedefault": "directed"})
    for node in found.nodes:
        _data(etree.SubElement(graph, "node", {"id": node.id}), "node", _node_values(node))
    for number, edge in enumerate(found.edges):
        ends = {"id": f"e{number}", "source": edge.source, "target": edge.target}
        _data(etree.SubElement(graph, "edge", ends), "edge", _edge_values(edge))
    _save(root, stream)


def _data(element: etree._Element, place: str, values: dict[str, str]) -> None:
    for name, value in values.items():
        etree.SubElement(element, "data", {"key": f"{place}_{name}"}).text = value


def _node_values(node: Node) -> dict[str, str]:
    return {"label": _clean(node.label), "kind": node.kind, "mentions": str(node.mentions)}


def _edge_values(edge: Edge) -> dict[str, str]:
    return {"kind": edge.kind, "weight": str(edge.weight), "reports": " ".join(edge.reports)}


def write_gexf(contents: RecordContents, stream: BinaryIO) -> None:
    """The graph as GEXF."""
    found = network(contents)
    root = etree.Element("gexf", {"version": "1.3"}, nsmap={None: GEXF})
    graph = etree.SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    for place, keys in (("node", NODE_KEYS[1:]), ("edge", EDGE_KEYS[2:])):
        attributes = etree.SubElement(graph, "attributes", {"class": place})
        for name, kind in keys:
            shape = {"id": name, "title": name, "type": "integer" if kind == "int" else kind}
            etree.SubElement(attributes, "attribute", shape)
    _gexf_parts(graph, found)
    _save(root, stream)


def _gexf_parts(graph: etree._Element, found: Network) -> None:
    nodes = etree.SubElement(graph, "nodes")
    for node in found.nodes:
        element = etree.SubElement(nodes, "node", {"id": node.id, "label": _clean(node.label)})
        _values(element, {"kind": node.kind, "mentions": str(node.mentions)})
    edges = etree.SubElement(graph, "edges")
    for number, edge in enumerate(found.edges):
        shape = {
            "id": str(number),
            "source": edge.source,
            "target": edge.target,
            "kind": edge.kind,
            "label": edge.kind,
            "weight": str(edge.weight),
        }
        element = etree.SubElement(edges, "edge", shape)
        _values(element, {"reports": " ".join(edge.reports)})


def _values(element: etree._Element, values: dict[str, str]) -> None:
    holder = etree.SubElement(element, "attvalues")
    for name, value in values.items():
        etree.SubElement(holder, "attvalue", {"for": name, "value": value})


def _clean(text: str) -> str:
    return ILLEGAL.sub("\ufffd", text)


def _save(root: etree._Element, stream: BinaryIO) -> None:
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    stream.write(data)


GRAPHML_EXPORTER = Exporter(
    "graphml", ".graphml", "People, bodies, outlets and who quotes whom, for Gephi", write_graphml
)
GEXF_EXPORTER = Exporter("gexf", ".gexf", "The same graph in Gephi's own format", write_gexf)
