"""Python's csv reads the tables: every record in its row, no formula, terms of use in each row."""

import csv
import json
import re
import sys
from pathlib import Path

FOLDER = Path(sys.argv[1])
TABLES = [
    ("kooperationen-excel.csv", ";", "cooperations", "de"),
    ("cooperations.csv", ",", "cooperations", "en"),
    ("cluster-excel.csv", ";", "clusters", "de"),
    ("clusters.csv", ",", "clusters", "en"),
]


def guarded(words):
    """A text as a table writes it: a spreadsheet computes nothing."""
    return "'" + words if words[:1] in tuple("=+-@\t\r\n") else words


for kind in ["real", "hostile"]:
    everything = json.loads((FOLDER / kind / "clusteratlas.json").read_text("utf-8"))
    for name, delimiter, records, language in TABLES:
        raw = (FOLDER / kind / name).read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf") == (delimiter == ";"), f"{name}: mark of UTF-8"
        text = raw.decode("utf-8-sig")
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True))
        headings, rows = rows[0], rows[1:]
        assert len(set(headings)) == len(headings), f"{name}: {headings}"
        assert [row[0] for row in rows] == [record["id"] for record in everything[records]], name
        titles = [record.get("name", record.get(f"title_{language}")) for record in everything[records]]
        assert [row[1] for row in rows] == [guarded(title) for title in titles], name
        said = everything["dataset"]
        for row in rows:
            assert len(row) == len(headings), f"{name}: {row}"
            assert said["version"] in row[-3], row[-3]
            assert row[-2:] == [guarded(said[f"{key}_{language}"]) for key in ("publisher", "licence")], row
            for cell in row:
                # A number may be negative; what a source states as one computes nothing.
                number = re.fullmatch(r"-\d+([.,]\d+)?", cell)
                assert number or cell[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n"), f"{name}: {cell!r}"
