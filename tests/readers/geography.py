"""The GeoJSON is valid by RFC 7946 as another program understands it, and holds every record once."""

import json
import sys
from pathlib import Path

import geojson

FOLDER = Path(sys.argv[1])

for kind in ["real", "part", "hostile"]:
    text = (FOLDER / kind / "clusteratlas.geojson").read_text("utf-8")
    file = geojson.loads(text)
    assert isinstance(file, geojson.FeatureCollection), type(file)
    assert file.is_valid, file.errors()
    assert "crs" not in file
    for member in ["version", "date", "publisher_de", "publisher_en", "licence_de", "licence_en"]:
        assert file[member], member
    everything = json.loads((FOLDER / kind / "clusteratlas.json").read_text("utf-8"))
    expected = [
        f"{record}:{one['id']}"
        for record in ["cooperation", "cluster", "place"]
        for one in everything[f"{record}s"]
    ]
    assert [feature["id"] for feature in file.features] == expected, kind
    for feature in file.features:
        if feature.geometry is None:
            continue
        for lon, lat in geojson.utils.coords(feature):
            assert -180 <= lon <= 180 and -90 <= lat <= 90, feature
        if feature.geometry.type == "MultiLineString":
            for line in feature.geometry.coordinates:
                assert abs(line[0][0] - line[1][0]) <= 180, f"not cut at the 180th meridian: {feature}"
