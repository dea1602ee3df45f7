"""What a person does to a workbook, and what is said to it."""

import io
import json
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from candour.definitions import FOLDER
from candour.ocds.validate import Validator
from candour.templates.choices import Choice
from candour.templates.error import TemplateError
from candour.templates.filling import blank_workbook, filled_workbook
from candour.templates.kind import kind_called
from candour.templates.reading import Reading, read_workbook

openpyxl = pytest.importorskip("openpyxl")

METRICS = [
    Choice("falls", "falls", {"title": "Falls", "version": "2", "question": "How often do people fall?"}),
    Choice("missed-visits", "missed-visits", {"title": "Missed visits", "version": "1", "question": "…"}),
]
EXAMPLE = FOLDER / "templates" / "examples" / "contract.json"
CONTRACT = json.loads(EXAMPLE.read_text("utf-8"), parse_float=Decimal)


class Person:
    """Somebody with a spreadsheet program."""

    def __init__(self, workbook: bytes) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(workbook))

    def answer(self, question: str, answer: Any, tab: str = "The contract") -> None:
        self._cell(tab, question).offset(column=1).value = answer

    def row(self, tab: str, heading: str, cells: dict[str, Any], below: int = 1) -> int:
        """Fill a row in, so many rows below the heading; returns its number."""
        first = self._cell(tab, heading)
        columns = {cell.value: cell.column for cell in first.parent[first.row]}
        for name, value in cells.items():
            first.parent.cell(first.row + below, columns[name]).value = value
        return first.row + below

    def _cell(self, tab: str, text: str) -> Any:
        return next(cell for row in self.book[tab].iter_rows() for cell in row if cell.value == text)

    def reads(self) -> Reading:
        saved = io.BytesIO()
        self.book.save(saved)
        return read_workbook(io.BytesIO(saved.getvalue()), name="contract.xlsx")


@pytest.fixture
def newcomer() -> Person:
    """Has filled in what is needed of an empty workbook."""
    person = Person(blank_workbook(kind_called("contract"), METRICS))
    person.answer("Prefix of your identifiers", "ocds-abc123")
    person.answer("Your reference for the process", "HC-7")
    person.answer("Day of publication", datetime(2026, 4, 1))
    person.answer("Publisher", "Ambermere Council (fictional)")
    person.answer("Address of this publication", "https://ambermere.example/hc-7.json")
    return person


def errors(reading: Reading) -> list[str]:
    return list(map(str, reading.errors))


def release(reading: Reading) -> dict[str, Any]:
    assert not errors(reading)
    return reading.document["releases"][0]


def test_the_least_that_is_needed_is_a_valid_release(newcomer):
    reading = newcomer.reads()
    found = release(reading)
    assert Validator().is_valid(found)
    assert found["ocid"] == "ocds-abc123-HC-7"
    assert found["date"] == reading.document["publishedDate"] == "2026-04-01T00:00:00Z"
    assert found["tag"] == ["award", "contract"]
    assert reading.document["version"] == "1.1"


def test_reading_twice_gives_the_same_ids(newcomer):
    assert newcomer.reads() == newcomer.reads()
    first = release(newcomer.reads())["id"]
    newcomer.answer("Contract title", "Home care")
    assert release(newcomer.reads())["id"] != first


def test_organisations_become_parties_and_the_pointers_to_them(newcomer):
    newcomer.row("The contract", "Name", {"Name": "Ambermere Council", "Roles": "Buyer; Procuring entity"})
    cells = {"Name": "Amberquill Ltd", "Roles": "supplier", "Register": "Companies House", "Number there": "01234567"}
    newcomer.row("The contract", "Name", cells, below=2)
    found = release(newcomer.reads())
    assert [party["id"] for party in found["parties"]] == ["ambermere-council", "gb-coh-01234567"]
    assert found["parties"][0]["roles"] == ["buyer", "procuringEntity"]
    assert found["buyer"] == {"id": "ambermere-council", "name": "Ambermere Council"}
    assert found["awards"][0]["suppliers"] == [{"id": "gb-coh-01234567", "name": "Amberquill Ltd"}]


def test_a_metric_of_the_library_brings_its_name_and_version(newcomer):
    for below, month in enumerate((4, 5), 1):
        cells = {
            "What the figure is": "Delivered",
            "Metric": "falls",
            "Figure": 3,
            "Ends on": datetime(2026, month, 30),
        }
        newcomer.row("Outcomes", "Metric", cells, below)
    (metric,) = release(newcomer.reads())["contracts"][0]["implementation"]["metrics"]
    assert (metric["id"], metric["title"], metric["version"]) == ("falls", "Falls", 2)
    assert [each["id"] for each in metric["observations"]] == ["2026-04-30", "2026-05-30"]


def test_a_dash_leaves_out_what_would_be_filled_in(newcomer):
    cells = {
        "What the figure is": "Delivered",
        "Metric": "falls",
        "Version": "-",
        "Figure": 3,
        "Name of the metric": "–",
    }
    newcomer.row("Outcomes", "Metric", cells)
    (metric,) = release(newcomer.reads())["contracts"][0]["implementation"]["metrics"]
    assert set(metric) == {"id", "observations"}


def test_everything_that_is_wrong_is_listed_with_its_cell(newcomer):
    newcomer.answer("Day of publication", "31/02/2026")
    newcomer.answer("Contract value", "£120,000")
    newcomer.answer("Contract model", "blocks")
    row = newcomer.row("Rates", "Name of the rate", {"Name of the rate": "weekday", "Share that reaches workers": 45})
    reading = newcomer.reads()
    found = {(each.place.tab, each.place.name): each for each in reading.errors if each.place}
    assert found["The contract", "Day of publication"].found == "31/02/2026"
    assert "in digits" in found["The contract", "Contract value"].expected
    assert "Block" in found["The contract", "Contract model"].expected
    assert found["Rates", "Where the rate stands"].place.row == row
    newcomer.row("Rates", "Name of the rate", {"Where the rate stands": "Really paid"})
    assert any(
        f"tab Rates, row {row}, column K (Share that reaches workers): found 45" in each
        for each in errors(newcomer.reads())
    )


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("Starts on", "46113", "a day"),
        ("Starts on", "5/31/2026", "a day"),
        ("Starts on", datetime(2026, 4, 1, 14, 30), "its zone"),
        ("Contract value", datetime(2026, 4, 1), "a number"),
        ("Contract value", "#REF!", "the error of a formula"),
        ("Publisher's web page", "ambermere", "a web address"),
        ("Prefix of your identifiers", "abc123", "ocds-abc123"),
    ],
)
def test_what_a_spreadsheet_made_of_a_cell_is_told(newcomer, question, answer, expected):
    newcomer.answer(question, answer)
    (error,) = errors(newcomer.reads())
    assert question in error
    assert expected in error


def test_a_number_that_lost_its_zeros_is_told(newcomer):
    cells = {"Name": "Amberquill Ltd", "Roles": "Supplier", "Register": "Companies House", "Number there": 1234567}
    row = newcomer.row("The contract", "Name", cells)
    (error,) = errors(newcomer.reads())
    assert error.startswith(f"tab The contract, row {row}, column D (Number there): found 1234567, expected 8 digits")


def test_a_day_is_read_day_first_and_a_number_with_its_commas(newcomer):
    newcomer.answer("Starts on", "03/04/2026")
    newcomer.answer("Contract value", "1,200,000.10")
    contract = release(newcomer.reads())["contracts"][0]
    assert contract["period"] == {"startDate": "2026-04-03T00:00:00Z"}
    assert str(contract["value"]["amount"]) == "1200000.10"


def test_two_rows_that_would_be_one_are_told(newcomer):
    for below in (1, 2):
        cells = {
            "What the figure is": "Delivered",
            "Metric": "falls",
            "Figure": below,
            "Ends on": datetime(2026, 4, 30),
        }
        newcomer.row("Outcomes", "Metric", cells, below)
    (error,) = errors(newcomer.reads())
    assert "the id 2026-04-30" in error
    assert "say what tells the two apart" in error


def test_rows_of_one_metric_must_agree_on_it(newcomer):
    for below, name in enumerate(("Our own", "Another"), 1):
        cells = {"What the figure is": "Delivered", "Metric": "own", "Name of the metric": name, "Notes": f"{below}"}
        newcomer.row("Outcomes", "Metric", {**cells, "Ends on": datetime(2026, 4, below)}, below)
    (error,) = errors(newcomer.reads())
    assert "found Another" in error


def test_nothing_is_passed_over_in_silence(newcomer):
    sheet = newcomer.book["Rates"]
    sheet.cell(5, 40).value = "Extra"
    newcomer.row("Rates", "Name of the rate", {"Name of the rate": "weekday", "Where the rate stands": "Really paid"})
    sheet.cell(sheet.max_row, 40).value = None
    heading = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Name of the rate")
    sheet.cell(heading.row + 1, 40).value = "beside"
    newcomer.book["The contract"]["A70"].value = "A question of mine"
    newcomer.book.create_sheet("Mine")["A1"] = "notes"
    said = [str(problem) for problem in newcomer.reads().problems]
    assert any("found beside" in each for each in said)
    assert any("a tab Mine" in each for each in said)


@pytest.mark.parametrize("content", [b"", b"{}", b"PK\x03\x04", b"Name;Roles\nA;buyer\n"])
def test_what_is_no_template_is_refused(content):
    with pytest.raises(TemplateError, match=r"contract\.xlsx"):
        read_workbook(io.BytesIO(content), name="contract.xlsx")


def test_another_version_is_refused(newcomer):
    for row in newcomer.book["Guidance"].iter_rows():
        for cell in row:
            if cell.value == "contract 1":
                cell.value = "contract 99"
    with pytest.raises(TemplateError, match="contract 99"):
        newcomer.reads()


def change_nothing(person: Person) -> None:
    pass


def sort_columns_away(person: Person) -> None:
    person.book["Rates"].move_range("A5:A20", cols=30)


@pytest.mark.parametrize("change", [change_nothing, sort_columns_away])
def test_a_filled_contract_is_held_whole_and_survives_another_program(change: Callable[[Person], None]):
    filled = filled_workbook(CONTRACT, METRICS)
    assert not filled.rest.kept
    person = Person(filled.workbook)
    change(person)
    reading = person.reads()
    assert not errors(reading)
    assert reading.document == CONTRACT


def test_text_like_a_formula_stays_text():
    formula = '=HYPERLINK("https://attacker.example","press")'
    document = {"ocid": "ocds-abc123-1", "id": "=1+1", "tender": {"id": "1", "title": formula}}
    cells = {
        cell.value: cell
        for row in Person(filled_workbook(document, METRICS).workbook).book["The contract"]
        for cell in row
    }
    assert cells[formula].data_type == cells["=1+1"].data_type == "s"
    assert cells[formula].number_format == "@"
