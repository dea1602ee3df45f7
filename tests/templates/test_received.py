"""A workbook is kept as it was received, and read like any other file."""

import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from candour.archive import Archive
from candour.definitions import FOLDER
from candour.operations.add import add_files
from candour.operations.build import build_warehouse
from candour.operations.home import Home
from candour.operations.show import releases_as_received
from candour.templates.filling import blank_workbook, filled_workbook
from candour.templates.kind import kind_called
from candour.templates.received import is_workbook, read_received

EXAMPLE = FOLDER / "templates" / "examples" / "contract.json"
CONTRACT = json.loads(EXAMPLE.read_text("utf-8"), parse_float=Decimal)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "contract.xlsx"
    path.write_bytes(filled_workbook(CONTRACT, []).workbook)
    return path


def test_a_workbook_is_a_release_and_its_bytes_are_kept(workbook, tmp_path):
    home = Home(tmp_path / "data")
    (added,) = add_files(home, [workbook])
    assert (added.releases, added.refused) == (1, 0)
    with Archive.at(home.archive).open_corrected(added.receipt.id) as stream:
        assert stream.read() == workbook.read_bytes()
    build_warehouse(home, derived=(), workers=1)
    (release,) = releases_as_received(home, CONTRACT["releases"][0]["ocid"])
    assert json.loads(release.data, parse_float=Decimal) == CONTRACT["releases"][0]
    assert release.publisher == CONTRACT["publisher"]["name"]


@pytest.mark.parametrize("kind", ["contract", "statement"])
def test_a_workbook_that_is_not_filled_in_is_refused_cell_by_cell(tmp_path, kind):
    path = tmp_path / "empty.xlsx"
    path.write_bytes(blank_workbook(kind_called(kind), []))
    (added,) = add_files(Home(tmp_path / "data"), [path])
    assert added.releases == 0
    assert added.refused > 2
    assert "row" in added.examples[0]


def test_any_other_workbook_is_refused_with_what_to_do():
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet().write(0, 0, "ocid")
    (problem,) = read_received(io.BytesIO(content.getvalue()), name="other.xlsx")
    assert problem.rule.id == "workbook-refused"
    assert "candour template new" in problem.for_publisher()


def test_whatever_is_no_workbook_is_read_as_before():
    data = json.dumps({"ocid": "ocds-abc123-1", "id": "1"}).encode()
    (release, *_) = [each for each in read_received(io.BytesIO(data), name="a.json") if hasattr(each, "data")]
    assert release.ocid == "ocds-abc123-1"
    assert not is_workbook(data)
    assert not is_workbook(b"PK\x03\x04" + b"\0" * 26 + b"page.json")
