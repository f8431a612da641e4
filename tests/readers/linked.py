"""The JSON-LD is linked data without asking anybody for a context, in the words of schema.org, and says the same."""

import json
import socket
import sys
from pathlib import Path

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF

FOLDER = Path(sys.argv[1])
SCHEMA = Namespace("https://schema.org/")


def refuse(*_):
    raise OSError("a reader must not need the network")


socket.socket.connect = refuse

for kind, base in [("real", "https://example.org/atlas/"), ("part", "https://elsewhere.example/file.jsonld"), ("hostile", "https://elsewhere.example/file.jsonld")]:
    text = (FOLDER / kind / "clusteratlas.jsonld").read_text("utf-8")
    graph = Graph().parse(data=text, format="json-ld", publicID="https://elsewhere.example/file.jsonld")
    everything = json.loads((FOLDER / kind / "clusteratlas.json").read_text("utf-8"))
    for _, property, _ in graph:
        assert property == RDF.type or property in SCHEMA, property
    for record, thing, name in [("cooperation", SCHEMA.Project, "title"), ("cluster", SCHEMA.Organization, "name"), ("place", SCHEMA.Place, "name")]:
        for one in everything[f"{record}s"]:
            own = URIRef(f"{base}#sel={record}:{one['id']}")
            assert (own, RDF.type, thing) in graph, own
            if record == "cluster":
                assert (own, SCHEMA.name, Literal(one["name"])) in graph, own
            else:
                for language in ["de", "en"]:
                    words = Literal(one[f"{name}_{language}"], lang=language)
                    assert (own, SCHEMA.name, words) in graph, words
            for source in one.get("sources", []):
                titles = {str(title) for of in graph.objects(own, SCHEMA.subjectOf) for title in graph.objects(of, SCHEMA.name)}
                assert source["title"] in titles, source
    datasets = list(graph.subjects(RDF.type, SCHEMA.Dataset))
    assert len(datasets) == 1, datasets
    [dataset] = datasets
    said = everything["dataset"]
    assert str(graph.value(dataset, SCHEMA.version)) == said["version"]
    assert str(graph.value(dataset, SCHEMA.dateModified)) == said["date"]
    licence = graph.value(dataset, SCHEMA.license)
    assert (licence, SCHEMA.text, Literal(said["licence_de"], lang="de")) in graph
    about = {str(one) for one in graph.objects(dataset, SCHEMA.about)}
    assert len(about) == len(everything["cooperations"])

head = (FOLDER / "real/head.html").read_text("utf-8")
block = head.split('<script type="application/ld+json">')[1].split("</script>")[0]
page = json.loads(block)
assert page["@type"] == "Dataset"
assert page["version"] == json.loads((FOLDER / "real/clusteratlas.json").read_text("utf-8"))["dataset"]["version"]
# Its context is an address, which no browser fetches; here the words are told.
page["@context"] = {"@vocab": str(SCHEMA)}
graph = Graph().parse(data=json.dumps(page), format="json-ld")
assert len(list(graph.subjects(RDF.type, SCHEMA.DataDownload))) == 9
