"""The spreadsheet that is measured says what the table says from which it is made."""

import csv
import runpy
import sys
from pathlib import Path

from candour.sources.tabular.sheets import sheets


def test_the_spreadsheet_says_what_the_table_says(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [str(Path(__file__).parent), *sys.path])
    registers = runpy.run_path(str(Path(__file__).with_name("registers.py")))
    rows = [["Location ID", "Latest Rating"], ["1-001", "Good & <better>"], ["1-002", ""], ["", "Café"]]
    table = tmp_path / "table.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    with registers["as_ods"](table).open("rb") as stream:
        read = [list(cells) for sheet in sheets(stream, "table.ods") for _, cells in sheet.rows]
    assert [row + [""] * (2 - len(row)) for row in read] == rows
