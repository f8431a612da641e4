"""The JSON follows the schema that the site publishes."""

import json
import sys
from pathlib import Path

import jsonschema

FOLDER = Path(sys.argv[1])


def read(path):
    return json.loads((FOLDER / path).read_text("utf-8"))


schema = read("real/selection.schema.json")
validator = jsonschema.Draft202012Validator
validator.check_schema(schema)
for path in ["real/clusteratlas.json", "part/clusteratlas.json"]:
    file = read(path)
    errors = [f"{list(error.path)}: {error.message}" for error in validator(schema).iter_errors(file)]
    assert not errors, errors[:10]
    assert file["whole"] == path.startswith("real"), path
assert read("real/clusteratlas.json")["$schema"] == "https://example.org/atlas/data/selection.schema.json"
validator.check_schema(read("real/atlas.schema.json"))
assert validator(read("real/atlas.schema.json")).is_valid(read("real/atlas.json"))
