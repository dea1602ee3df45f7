"""Workbooks read as python-calamine reads them, which holds a sheet whole in memory."""

import io
from datetime import date, datetime

import pytest

from candour.ocds.problems import Problem
from candour.sources.tabular.sheets import sheets

calamine = pytest.importorskip("python_calamine")


def ours(content: bytes) -> dict[str, list[tuple[str, ...]]]:
    return {
        sheet.name: [row[1] for row in sheet.rows if not isinstance(row, Problem)]
        for sheet in sheets(io.BytesIO(content), "file")
        if not isinstance(sheet, Problem)
    }


def theirs(content: bytes) -> dict[str, list[tuple[str, ...]]]:
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    found = {}
    for name in book.sheet_names:
        rows = [tuple(map(as_text, row)) for row in book.get_sheet_by_name(name).iter_rows()]
        found[name] = [trimmed(row) for row in rows if any(row)]
    return found


def as_text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def trimmed(row: tuple[str, ...]) -> tuple[str, ...]:
    while row and not row[-1]:
        row = row[:-1]
    return row


def test_the_workbook_of_council_outcomes_reads_the_same(shared_data) -> None:
    content = (shared_data / "outcomes" / "ascof_2024_25.ods").read_bytes()
    found, expected = ours(content), theirs(content)
    assert found.keys() == expected.keys()
    for name in expected:
        assert [trimmed(row) for row in found[name]] == expected[name], name
