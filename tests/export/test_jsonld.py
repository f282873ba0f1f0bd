"""JSON-LD: it parses without the network, and SHACL shapes hold of what it says."""

from __future__ import annotations

import io
import json

import pyshacl
import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from onrecord.export import jsonld
from onrecord.export.jsonld import VOCABULARY, moment_node
from tests.export.story import contents
from tests.export.story_parts import COPY, IDS, REPORTS, WIRE

OA = Namespace("http://www.w3.org/ns/oa#")
PROV = Namespace("http://www.w3.org/ns/prov#")
REC = Namespace(VOCABULARY)

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rec: <urn:onrecord:term:> .

[] a sh:NodeShape ; sh:targetClass oa:Annotation ;
  sh:property [ sh:path oa:hasBody ; sh:minCount 1 ; sh:maxCount 1 ; sh:class rec:Claim ] ;
  sh:property [ sh:path oa:hasTarget ; sh:minCount 1 ; sh:class oa:SpecificResource ] ;
  sh:property [ sh:path oa:motivatedBy ; sh:hasValue oa:identifying ] .
[] a sh:NodeShape ; sh:targetClass oa:SpecificResource ;
  sh:property [ sh:path oa:hasSource ; sh:minCount 1 ; sh:maxCount 1 ; sh:class prov:Entity ] ;
  sh:property [ sh:path oa:hasSelector ; sh:minCount 2 ; sh:maxCount 2 ] .
[] a sh:NodeShape ; sh:targetClass oa:TextPositionSelector ;
  sh:property [ sh:path oa:start ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ;
    sh:lessThan oa:end ] ;
  sh:property [ sh:path oa:end ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] .
[] a sh:NodeShape ; sh:targetClass oa:TextQuoteSelector ;
  sh:property [ sh:path oa:exact ; sh:minCount 1 ; sh:maxCount 1 ; sh:minLength 1 ] .
[] a sh:NodeShape ; sh:targetClass rec:Claim ;
  sh:property [ sh:path prov:wasQuotedFrom ; sh:minCount 1 ; sh:maxCount 1 ; sh:class schema:NewsArticle ] ;
  sh:property [ sh:path prov:wasAttributedTo ; sh:minCount 1 ; sh:maxCount 1 ; sh:class prov:Agent ] ;
  sh:property [ sh:path rec:certainty ; sh:minCount 1 ; sh:maxCount 1 ;
    sh:in ("stated" "alleged" "possible" "denied" "asked") ] .
[] a sh:NodeShape ; sh:targetClass rec:Finding ;
  sh:property [ sh:path rec:subject ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path rec:status ; sh:minCount 1 ; sh:maxCount 1 ;
    sh:in ("agreed" "single" "disputed" "superseded" "denied") ] ;
  sh:property [ sh:path rec:claim ; sh:minCount 1 ; sh:class rec:Claim ] .
[] a sh:NodeShape ; sh:targetClass schema:NewsArticle ;
  sh:property [ sh:path schema:datePublished ; sh:maxCount 1 ;
    sh:or ( [ sh:datatype xsd:dateTime ] [ sh:datatype xsd:date ] ) ] .
"""


def written() -> str:
    stream = io.BytesIO()
    jsonld.EXPORTER.write(contents(), stream)
    return stream.getvalue().decode("utf-8")


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(data=written(), format="json-ld")


def test_it_keeps_the_shapes(graph: Graph) -> None:
    conforms, _, told = pyshacl.validate(
        graph, shacl_graph=Graph().parse(data=SHAPES), inplace=False
    )
    assert conforms, told


def test_the_shapes_find_faults(graph: Graph) -> None:
    spoiled = Graph() + graph
    selector = next(spoiled.subjects(RDF.type, OA.TextPositionSelector))
    spoiled.set((selector, OA.end, Literal("late")))
    conforms, _, _ = pyshacl.validate(spoiled, shacl_graph=Graph().parse(data=SHAPES))
    assert not conforms


def test_each_claim_has_its_words_where_it_says(graph: Graph) -> None:
    texts = {URIRef(f"urn:onrecord:report:{r.id}"): r.text for r in REPORTS}
    targets = list(graph.subjects(RDF.type, OA.SpecificResource))
    assert targets
    for target in targets:
        text = texts[graph.value(target, OA.hasSource)]  # type: ignore[index]
        quote, at = None, None
        for selector in graph.objects(target, OA.hasSelector):
            quote = graph.value(selector, OA.exact) or quote
            if (start := graph.value(selector, OA.start)) is not None:
                at = int(start), int(graph.value(selector, OA.end))  # type: ignore[arg-type]
        assert at is not None
        assert text[slice(*at)] == str(quote)
    bodies = set(graph.objects(None, OA.hasBody))
    assert bodies == set(graph.subjects(RDF.type, REC.Claim))


def test_the_chain_and_the_copy_are_told_in_prov(graph: Graph) -> None:
    copy, wire = (URIRef(f"urn:onrecord:report:{r.id}") for r in (COPY, WIRE))
    inspector, police = (URIRef(f"urn:onrecord:entity:{IDS[k]}") for k in ("ødegren", "police"))
    assert (copy, PROV.wasDerivedFrom, wire) in graph
    assert (inspector, PROV.actedOnBehalfOf, police) in graph
    lists = [list(graph.items(o)) for o in graph.objects(None, REC.chain)]
    assert [inspector] in lists


def test_the_context_is_written_out() -> None:
    assert isinstance(json.loads(written())["@context"], dict)


def test_moments_have_seconds() -> None:
    assert moment_node("2031-03-07T21:05+01:00") == {
        "@type": "xsd:dateTime",
        "@value": "2031-03-07T21:05:00+01:00",
    }
    assert moment_node("2031-03-07") == {"@type": "xsd:date", "@value": "2031-03-07"}
    assert moment_node(None) is None
