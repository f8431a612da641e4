"""The metadata for portals: Turtle that rdflib reads, with what DCAT-AP.de demands, true to the files."""

import hashlib
import json
import sys
from pathlib import Path

from pyshacl import validate
from rdflib import Graph, Namespace
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF

FOLDER = Path(sys.argv[1])
SPDX = Namespace("http://spdx.org/rdf/terms#")
SHAPES = Graph().parse(Path(__file__).with_name("dcat-ap-de.ttl"), format="turtle")


def judged(graph):
    conforms, _, words = validate(graph, shacl_graph=SHAPES)
    return conforms, words


graph = Graph().parse(FOLDER / "real/catalog.ttl", format="turtle")
conforms, words = judged(graph)
assert conforms, words

# What is demanded is missed where it is taken away.
demanded = [
    (DCAT.Catalog, DCTERMS.title),
    (DCAT.Catalog, DCTERMS.description),
    (DCAT.Catalog, DCTERMS.publisher),
    (DCAT.Dataset, DCTERMS.title),
    (DCAT.Dataset, DCTERMS.description),
    (DCAT.Dataset, DCTERMS.publisher),
    (DCAT.Distribution, DCAT.accessURL),
    (DCAT.Distribution, DCTERMS.license),
    (FOAF.Agent, FOAF.name),
]
for kind, property in demanded:
    poorer = Graph().parse(FOLDER / "real/catalog.ttl", format="turtle")
    for thing in list(poorer.subjects(RDF.type, kind)):
        poorer.remove((thing, property, None))
    assert not judged(poorer)[0], f"{kind} without {property}"

files = set()
for distribution in graph.subjects(RDF.type, DCAT.Distribution):
    address = str(graph.value(distribution, DCAT.downloadURL))
    assert address == str(graph.value(distribution, DCAT.accessURL)), address
    name = address.removeprefix("https://example.org/atlas/data/")
    content = (FOLDER / "real" / name).read_bytes()
    assert int(graph.value(distribution, DCAT.byteSize)) == len(content), name
    checksum = graph.value(distribution, SPDX.checksum)
    value = graph.value(checksum, SPDX.checksumValue)
    assert bytes(value.toPython()).hex() == hashlib.sha256(content).hexdigest(), name
    files.add(name)
assert len(files) == 9, files

publisher = next(graph.subjects(RDF.type, FOAF.Agent))
assert str(graph.value(publisher, FOAF.name)) == 'Amt "für" <Beispiele> \\'
dataset = next(graph.subjects(RDF.type, DCAT.Dataset))
said = json.loads((FOLDER / "real/clusteratlas.json").read_text("utf-8"))["dataset"]
assert str(graph.value(dataset, DCAT.version)) == said["version"]
assert str(graph.value(dataset, DCTERMS.modified)) == said["date"]
