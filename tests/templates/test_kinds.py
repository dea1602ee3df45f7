"""The templates fit the standard that they are made for, and a spreadsheet program."""

import io

import pytest

from candour.ocds.description import Description, describe
from candour.ocds.statement import statement_description
from candour.templates.choices import METRICS, Choice, choices_of
from candour.templates.filling import blank_workbook
from candour.templates.kind import Column, Form, Kind, Table, kinds
from candour.templates.validation import LONGEST_MESSAGE

OFFERED = [Choice(f"metric-{n}", f"metric-{n}", {"title": f"Metric {n}", "version": "1"}) for n in range(62)]
KINDS = list(kinds().values())
OF_PACKAGES = ("publisher.", "license", "publicationPolicy", "uri", "publishedDate", "extensions")
TYPES = {
    "number": "number", "share": "number", "whole": "integer", "yes": "boolean", "pairs": "object", "codes": "array",
    "texts": "array",
}  # fmt: skip


def fields(kind: Kind) -> list[tuple[Column, str]]:
    """Every column with its whole path in the standard."""
    found = []
    for _, block, column in kind.columns():
        if isinstance(block, Form):
            found.append((column, column.path))
        else:
            for path in block.lists.values():
                inside = f"{block.inner}." if block.inner and not column.outer else ""
                found.append((column, f"{path}.{inside}{column.path}"))
    return found


def description(kind: Kind) -> Description:
    return statement_description() if kind.document == "statement" else describe()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_column_is_a_field_of_the_standard_and_holds_what_it_may_hold(kind):
    known = description(kind)
    for column, path in fields(kind):
        plain = path.replace("[]", "").removeprefix("releases.")
        if not path.startswith("releases[]") and plain.startswith(OF_PACKAGES) and kind.document != "statement":
            continue
        field = known.field(plain.split("."))
        assert field is not None, path
        assert TYPES.get(column.holds, "string") in field.types, path
        assert (field.format == "date-time") == (column.holds == "day"), path
        if field.codelist:
            assert column.list == field.codelist or field.codelist == "language", path


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_texts_are_as_short_as_a_spreadsheet_asks(kind):
    tables = [block for tab in kind.tabs for block in tab.blocks if isinstance(block, Table)]
    for _, block, column in kind.columns():
        assert len(column.about) <= LONGEST_MESSAGE, f"{block.title}: {column.name}"
        assert column.about.endswith("."), column.name
    for table in tables:
        assert len(set(table.names)) == len(table.names), table.title
    assert all(len(tab.name) <= 31 for tab in kind.tabs)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_words_of_a_list_mean_one_code_each(kind):
    for choices in choices_of(kind.lists, OFFERED).values():
        for choice in choices.choices:
            assert choices.code(choices.label(choice.code)) == choice.code


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_workbook_is_ready_to_be_filled_in(kind):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(blank_workbook(kind, OFFERED)))
    assert len(book.sheetnames) <= 5
    assert all(sheet.sheet_state == "visible" for sheet in book)
    for sheet in book:
        assert sheet.protection.sheet
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    for tab in kind.tabs:
        sheet = book[tab.name]
        asked = sum(len(block.columns) for block in tab.blocks)
        assert len(sheet.data_validations.dataValidation) >= asked
        assert all(
            cell.protection.locked
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell.value, str) and cell.font.b
        )
        beside = sheet.column_dimensions["XFD" if "XFD" in sheet.column_dimensions else max(sheet.column_dimensions)]
        assert not beside.protection.locked, "a row of which a cell is locked cannot be deleted"
        if len(tab.blocks) == 1 or isinstance(tab.blocks[0], Form):
            assert sheet.freeze_panes
        for rule in sheet.data_validations.dataValidation:
            assert rule.promptTitle
            if rule.type == "list" and rule.formula1.startswith('"'):
                assert len(rule.formula1) <= 257
            elif rule.type == "list":
                assert rule.formula1.removeprefix("=") in book.defined_names


def test_metrics_are_offered_from_the_library():
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(blank_workbook(kinds()["contract"], OFFERED)))
    area = book.defined_names[f"list_{METRICS}"].attr_text
    sheet, cells = area.replace("'", "").replace("$", "").split("!")
    assert [row[0].value for row in book[sheet][cells]] == [choice.code for choice in OFFERED]
    assert book[sheet].column_dimensions["AE"].hidden
