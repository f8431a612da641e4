"""openpyxl reads every workbook: the sheets, their words as they were written, and no formula."""

import json
import sys
from pathlib import Path

import openpyxl

FOLDER = Path(sys.argv[1]) / "workbooks"

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
        for row in workbook[sheet["name"]].iter_rows():
            for cell in row:
                assert cell.data_type != "f", f"{path.name}, {cell.coordinate}: a formula"
