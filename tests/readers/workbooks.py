"""openpyxl reads every workbook: the sheets, their words as they were written, and no formula; and those of the site."""

import json
import sys
from pathlib import Path

import openpyxl

FOLDER = Path(sys.argv[1]) / "workbooks"


def holds_no_formula(name, workbook):
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", f"{name}, {cell.coordinate}: a formula"


workbooks = sorted(FOLDER.glob("*.xlsx"))
assert len(workbooks) == 6, workbooks
for path in workbooks:
    workbook = openpyxl.load_workbook(path)
    sheets = json.loads(path.with_suffix(".json").read_text("utf-8"))
    names = [sheet["name"] for sheet in sheets]
    assert workbook.sheetnames[: len(names)] == names, f"{path.name}: {workbook.sheetnames}"
    for sheet in sheets:
        assert sheet["cells"], f"{path.name}, {sheet['name']}: nothing to look for"
        for row, column, words in sheet["cells"]:
            cell = workbook[sheet["name"]].cell(row + 1, column + 1)
            assert cell.value == words, f"{path.name}, {cell.coordinate}: {cell.value!r} for {words!r}"
    holds_no_formula(path.name, workbook)

real = FOLDER.parent / "real"
everything = json.loads((real / "clusteratlas.json").read_text("utf-8"))
dataset = everything["dataset"]
for name, language in [("kooperationen.xlsx", "de"), ("cooperations.xlsx", "en")]:
    workbook = openpyxl.load_workbook(real / name)
    cooperations, clusters, terms = workbook.worksheets
    for sheet, records in [(cooperations, "cooperations"), (clusters, "clusters")]:
        headings, *rows = sheet.iter_rows(values_only=True)
        assert sorted(row[0] for row in rows) == sorted(one["id"] for one in everything[records]), name
    said = " | ".join(cell for row in terms.iter_rows(values_only=True) for cell in row)
    for member in ["version", f"publisher_{language}", f"licence_{language}"]:
        assert dataset[member] in said, f"{name}: no {member}"
    # Made on the day of the data: the same data give the same bytes.
    assert workbook.properties.created.isoformat().startswith(dataset["date"]), workbook.properties.created
    holds_no_formula(name, workbook)
