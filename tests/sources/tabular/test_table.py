"""From a file to rows whose columns are known: headings, renamed columns, ranges, corrections, the account."""

import io
from datetime import date
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.ocds.problems import Problem
from candour.sources.account import Tally
from candour.sources.tabular.layout import Layout
from candour.sources.tabular.match import match
from candour.sources.tabular.row import TableRow
from candour.sources.tabular.table import table_rows

from .writing import Rows, as_csv, ods_of, ods_table

LAYOUT = msgspec.yaml.decode(
    """
    id: example
    title: An example
    recognised_by: [Number, Name]
    columns:
      Number: number
      Name: name
      Beds: beds
      Registered on: registered
      Fee: fee
      Open?: open
      "Visits {year}": visits
      "Grade {yy}": grade
    ignored:
      - because: it is a person's
        columns: [Manager, "Manager {y}"]
    optional: ["Grade {yy}", "Manager {y}"]
    key: [number]
    absent: ["-"]
    rows: {min: 1, max: 3}
    ranges:
      beds: {min: 0, max: 100}
      registered: {min: 2000-01-01, max: 2030-12-31}
    corrections:
      - {key: "7", field: beds, old: "900", new: "90", reason: the website says 90, by: A. Person, made: 2026-11-01}
    """,
    type=Layout,
)
HEADING = ("Number", "Name", "Beds", "Registered on", "Fee", "Open?", "Visits 2025-26", "Manager")
ROW = ("1", "Example House", "12", "31/05/2026", "1,234.50", "Y", "3", "[removed]")


def read(content: bytes, layouts: tuple[Layout, ...] = (LAYOUT,)) -> tuple[list[TableRow], list[Problem], Tally]:
    rows: list[TableRow] = []
    problems: list[Problem] = []
    tally = Tally()
    for each in table_rows(io.BytesIO(content), layouts, name="file", tally=tally):
        if isinstance(each, Problem):
            problems.append(each)
        else:
            each.used("a row")
            rows.append(each)
    return rows, problems, tally


def csv_of(*rows: tuple[str, ...], heading: tuple[str, ...] = HEADING) -> bytes:
    return as_csv([heading, *rows])


def ids(problems: list[Problem]) -> list[str]:
    assert all("\n" not in each.for_publisher() + each.for_reader() for each in problems)
    return [each.rule.id for each in problems]


def account(tally: Tally) -> dict[tuple[str, str, str], int]:
    return {(each.sheet, each.outcome, each.reason): each.rows for each in tally.accounts()}


def test_a_row_gives_its_fields() -> None:
    (row,), problems, tally = read(csv_of(ROW))
    assert (row.text("name"), row.whole("beds"), row.day("registered")) == ("Example House", 12, date(2026, 5, 31))
    assert (row.decimal("fee"), row.yes("open"), row.yearly("visits")) == (
        Decimal("1234.50"),
        True,
        (("2025-26", "3"),),
    )
    assert row.text("grade") == ""
    assert row.yearly("grade") == ()
    assert row.problems == problems == []
    assert row.position == "row 2"
    assert account(tally) == {("", "ignored", "the heading"): 1, ("", "used", "a row"): 1}


def test_case_and_spaces_of_names_do_not_count_and_the_heading_may_be_lower() -> None:
    heading = (" number", "NAME", "Beds ", "Registered  on", "fee", "open?", "visits 2026", "manager")
    content = as_csv([("A title", *[""] * 7), ("", "as of 2026", *[""] * 6), heading, ROW])
    rows, problems, tally = read(content)
    assert [row.text("name") for row in rows] == ["Example House"]
    assert problems == []
    assert account(tally)["", "ignored", "above the heading"] == 2


def test_a_heading_below_the_fifteenth_row_is_none() -> None:
    title: Rows = [("A title",)] * 15
    rows, problems, tally = read(as_csv([*title, HEADING, ROW]))
    assert rows == []
    assert ids(problems) == ["layout-unknown"]
    assert account(tally) == {("", "refused", "the sheet is no table of a known layout"): 17}


def test_sheets_of_no_known_layout_are_ignored_beside_one_that_is_known() -> None:
    content = ods_of(ods_table("Notes", [("Note",), ("More",)]), ods_table("Data", [HEADING, ROW]))
    rows, problems, tally = read(content)
    assert len(rows) == 1
    assert rows[0].position == "sheet Data row 2"
    assert problems == []
    assert account(tally)["Notes", "ignored", "the sheet is no table of a known layout"] == 2


def test_a_renamed_column_the_layout_is_recognised_by_does_not_lose_the_table() -> None:
    heading = tuple("Names" if name == "Name" else name for name in HEADING)
    rows, problems, _ = read(csv_of(ROW, heading=heading))
    assert [row.whole("beds") for row in rows] == [12]
    assert ids(problems) == ["column-unknown", "column-missing"]
    assert "perhaps renamed from Name" in problems[0].for_publisher()
    assert problems[0].position == "row 1"


def test_columns_that_are_new_gone_or_double() -> None:
    heading = ("Number", "Name", "Beds", "Beds", "Fee", "Open?", "Visits 2025", "Colour of the door")
    rows, problems, _ = read(csv_of(ROW, heading=heading))
    assert rows[0].whole("beds") == 12
    assert [(each.rule.id, each.path) for each in problems] == [
        ("column-twice", "Beds"),
        ("column-unknown", "Colour of the door"),
        ("column-missing", "Registered on"),
        ("ignored-column-missing", "Manager"),
    ]
    assert "perhaps" not in problems[1].for_publisher()


def test_what_cells_hold_is_understood_or_told_and_never_guessed() -> None:
    odd = ("2", "#REF!", "1e3", "31/02/2026", "£5", "maybe", "", "")
    (row,), _, _ = read(csv_of(odd))
    found = (row.text("name"), row.whole("beds"), row.day("registered"), row.decimal("fee"), row.yes("open"))
    assert found == ("", None, None, None, None)
    assert ids(row.problems) == ["formula-failed", *["cell-unreadable"] * 4]
    assert "a date that exists" in row.problems[2].for_publisher()
    assert "found maybe" in row.problems[4].for_publisher()


def test_a_value_out_of_range_is_told_and_kept() -> None:
    (row,), _, _ = read(csv_of(("3", "Example", "101", "31/12/1999", "-", "", "", "")))
    assert (row.whole("beds"), row.day("registered"), row.decimal("fee")) == (101, date(1999, 12, 31), None)
    assert ids(row.problems) == ["value-out-of-range"] * 2
    assert "expected 2000-01-01 to 2030-12-31" in row.problems[1].for_publisher()


def test_a_correction_is_used_and_told_and_told_too_when_it_no_longer_fits() -> None:
    right = ("7", "Example", "900", "", "", "", "", "")
    (row,), _, _ = read(csv_of(right))
    assert row.whole("beds") == 90
    assert ids(row.problems) == ["cell-corrected"]
    assert "900 was corrected to 90 by A. Person on 2026-11-01, because the website says 90" in str(
        row.problems[0].found
    )
    (row,), _, _ = read(csv_of(("7", "Example", "91", "", "", "", "", "")))
    assert row.whole("beds") == 91
    assert ids(row.problems) == ["correction-does-not-fit"]


def test_rows_that_cannot_be_used_are_refused_one_by_one() -> None:
    content = csv_of(ROW, ("2", "too short"), (*ROW, "too long"), ("", *ROW[1:]), (*ROW, "", ""))
    rows, problems, tally = read(content)
    assert [row.number for row in rows] == [2, 6]
    assert ids(problems) == ["row-misaligned", "row-misaligned", "row-without-key"]
    assert "it has 2" in problems[0].for_publisher()
    assert account(tally) == {
        ("", "ignored", "the heading"): 1,
        ("", "used", "a row"): 2,
        ("", "refused", "a row with more or fewer cells than the heading"): 2,
        ("", "refused", "a row without what it is about"): 1,
    }


def test_too_many_rows_are_an_alarm() -> None:
    _, problems, _ = read(csv_of(ROW, ROW, ROW, ROW))
    assert ids(problems) == ["number-of-rows"]
    assert "4 rows, expected 1 to 3" in problems[0].for_publisher()


def test_of_two_layouts_the_better_fit_is_taken() -> None:
    fewer: dict[str, object] = {"optional": (), "ranges": {}, "corrections": (), "ignored": ()}
    other = msgspec.structs.replace(LAYOUT, id="other", columns={"Number": "number", "Name": "title"}, **fewer)
    both = (other, LAYOUT)
    assert {found.layout.id for found in (match(HEADING, both), match(HEADING, both[::-1])) if found} == {"example"}
    short = match(("Number", "Name"), both)
    assert short is not None
    assert short.layout.id == "other"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"recognised_by": ("Number", "Colour")}, "neither mapped nor ignored"),
        ({"recognised_by": ()}, "recognised_by"),
        ({"key": ("colour",)}, "no column gives the field 'colour'"),
        ({"columns": {**LAYOUT.columns, "Manager": "manager"}}, "described twice"),
    ],
)
def test_a_layout_that_contradicts_itself_is_refused(change: dict[str, object], message: str) -> None:
    text = msgspec.yaml.encode({**msgspec.to_builtins(LAYOUT, builtin_types=(date,)), **change})
    with pytest.raises(msgspec.ValidationError, match=message):
        msgspec.yaml.decode(text, type=Layout)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.sampled_from(["day first", "month first"]))
def test_every_date_is_read_in_its_layout_s_order(day: date, order: str) -> None:
    layout = msgspec.structs.replace(LAYOUT, dates=order, ranges={})
    shown = f"{day.day}/{day.month}/{day.year}" if order == "day first" else f"{day:%m/%d/%Y} 12:00:00 AM"
    for text in (shown, day.isoformat(), f"{day.isoformat()}T00:00:00"):
        (row,), _, _ = read(csv_of(("1", "Example", "", text, "", "", "", "")), (layout,))
        assert row.day("registered") == day


@given(st.integers(-(10**12), 10**12))
def test_every_whole_number_is_read_however_it_is_written(number: int) -> None:
    layout = msgspec.structs.replace(LAYOUT, ranges={})
    for text in (str(number), f"{number}.0", f"{number:,}", f"{number:,}.00"):
        (row,), _, _ = read(csv_of(("1", "Example", text, "", "", "", "", "")), (layout,))
        assert row.whole("beds") == number
        assert row.problems == []
