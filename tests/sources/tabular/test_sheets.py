"""The same table reads the same in every format; what is damaged costs only itself."""

import gzip
import io
import zipfile
from datetime import date

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.ocds.problems import Problem
from candour.ocds.read.limits import Limits
from candour.sources.tabular.sheets import sheets

from .writing import FORMATS, Cell, Rows, as_csv, as_ods, as_xlsx, ods_cell, ods_of, ods_table

ROWS: Rows = [("Name", "Beds"), ("Example House", "12"), ("Café & “Sons”", "0")]


def read(
    content: bytes, limits: Limits | None = None
) -> tuple[dict[str, list[tuple[int, tuple[str, ...]]]], list[Problem]]:
    """The rows of each sheet, and the problems."""
    tables: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    problems: list[Problem] = []
    for sheet in sheets(io.BytesIO(content), "file", limits or Limits()):
        if isinstance(sheet, Problem):
            problems.append(sheet)
            continue
        rows = tables.setdefault(sheet.name, [])
        for row in sheet.rows:
            if isinstance(row, Problem):
                problems.append(row)
            else:
                rows.append(row)
    return tables, problems


def rules_of(problems: list[Problem]) -> list[str]:
    for each in problems:
        assert "\n" not in each.for_publisher()
        assert "\n" not in each.for_reader()
    return [each.rule.id for each in problems]


@pytest.mark.parametrize("format", FORMATS)
def test_a_table_reads_the_same_in_every_format(format: str) -> None:
    tables, problems = read(FORMATS[format](ROWS))
    assert [cells for _, cells in next(iter(tables.values()))] == list(ROWS)
    assert problems == []


@pytest.mark.parametrize("write", [as_ods, as_xlsx, lambda rows: as_xlsx(rows, inline=True)])
def test_numbers_dates_and_truths_are_texts_of_one_shape(write) -> None:
    rows: Rows = [
        ("a", "b", "c", "d", "e"),
        (1, 0.1, date(2026, 5, 31), True, 12345678901),
        (-0.5, 0, "x", False, 1e15),
    ]
    tables, problems = read(write(rows))
    assert [cells for _, cells in next(iter(tables.values()))] == [
        ("a", "b", "c", "d", "e"),
        ("1", "0.1", "2026-05-31", "true", "12345678901"),
        ("-0.5", "0", "x", "false", "1000000000000000"),
    ]
    assert problems == []


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\u2028\u2029\x85"),
    max_size=12,
)
_CELL = st.one_of(
    _TEXT,
    st.integers(-(10**9), 10**9),
    st.floats(-1e6, 1e6).map(lambda found: round(found, 4) + 0.0),
    st.dates(date(1901, 1, 1), date(2100, 1, 1)),
    st.booleans(),
)


def as_text(value: Cell) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".").replace("-0", "-0") if value else "0"
    return str(value)


@settings(max_examples=60)
@given(st.lists(st.lists(_CELL, min_size=1, max_size=4), min_size=1, max_size=4))
def test_every_cell_comes_back(rows: Rows) -> None:
    whole = [tuple(map(as_text, row)) for row in rows]
    expected = [(number, tuple(cells)) for number, row in enumerate(whole, 1) if any(cells := tuple(row))]
    for write in (as_ods, as_xlsx):
        tables, problems = read(write(rows))
        found = [(number, _padded(cells, len(rows[number - 1]))) for number, cells in tables["Data"]]
        assert found == expected, write
        assert problems == []


_ODDITIES = st.sampled_from(
    [
        "<table:table-cell/>",
        '<table:table-cell table:number-columns-repeated="3"/>',
        '<table:covered-table-cell table:number-columns-repeated="2"/>',
        ods_cell("twice").replace(" office", ' table:number-columns-repeated="2" office'),
        '<table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p></table:table-cell>',
        "<table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell>",
        "<table:table-cell><text:p>a<text:s/>b &#233; &lt;&amp;lt;</text:p></table:table-cell>",
        "<table:table-cell table:style-name='one'><text:p/></table:table-cell>",
        '<table:table-cell table:formula="of:=[.A1]&gt;1" office:value-type="boolean" office:boolean-value="true"/>',
        "<table:table-cell><text:p>tab\tand\nline</text:p></table:table-cell>",
        "</table:table-row><table:table-row>",
        '</table:table-row><table:table-row table:number-rows-repeated="2">',
    ]
)


@settings(max_examples=150)
@given(st.lists(st.lists(_ODDITIES | _TEXT.map(ods_cell), max_size=5), max_size=5))
def test_rows_read_without_a_parser_say_what_the_parser_says(rows: list[list[str]]) -> None:
    table = "".join(f"<table:table-row>{''.join(cells)}</table:table-row>" for cells in rows)
    table = f'<table:table table:name="Data"><table:table-column/>{table}</table:table>'
    assert read(ods_of(table)) == read(ods_of("<!-- after a comment, everything is for the parser -->", table))


def for_the_parser(xlsx: bytes) -> bytes:
    """The same workbook with a comment in each sheet, behind which nothing is read without the parser."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<sheetData>", b"<!-- a comment --><sheetData>"))
    return file.getvalue()


@settings(max_examples=60)
@given(st.lists(st.lists(_CELL, max_size=5), max_size=5))
def test_rows_of_xlsx_read_without_a_parser_say_what_the_parser_says(rows: Rows) -> None:
    for inline in (False, True):
        content = as_xlsx(rows, inline=inline)
        assert read(content) == read(for_the_parser(content))


@pytest.mark.parametrize(
    "row",
    [
        '<c r="B1" t="s"><v>0</v></c><c r="A1"><v>1</v></c>',
        '<c r="A1" t="s"><v>99</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c>',
        '<c r="A1"><f>1&lt;2</f><v>1.50</v></c><c r="XFD1" t="str"><v>a &amp; b_x0041_</v></c>',
        '<c r="ZZZ1"><v>1</v></c>',
        '<c r="A1" s="0"/><c r="B1"></c><c r="C1" t="d"><v>2026-05-31T00:00:00</v></c>',
        '<c><v>7</v></c><c t="inlineStr"><is><t>x</t><rPh><t>y</t></rPh></is></c>',
    ],
)
def test_cells_of_xlsx_in_every_dress_are_the_same_for_both(row: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_xlsx([("text",)]))) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            sheet = f'<worksheet><sheetData><row r="1">{row}</row><row r="2"/></sheetData></worksheet>'.encode()
            new.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else old.read(name))
    found = read(file.getvalue())
    assert found == read(for_the_parser(file.getvalue()))
    assert found[0]["Data"] or found[1]


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- <table:table-row>x</table:table-row>{row} -->",
        "<table:table-row><table:table-cell><text:p><![CDATA[</table:table-row>{row}]]></text:p></table:table-cell>"
        "</table:table-row>",
        "<?pi </table:table-row>{row} ?>",
    ],
)
def test_what_only_looks_like_a_row_is_none(hidden: str) -> None:
    row = f"<table:table-row>{ods_cell('not a row')}</table:table-row>"
    table = f'<table:table table:name="Data">{hidden.replace("{row}", row)}{row.replace("not ", "")}</table:table>'
    cells = [cells for _, cells in read(ods_of(table))[0]["Data"]]
    assert ("not a row",) not in cells
    assert cells[-1] == ("a row",)


def _padded(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (as_csv(ROWS, ";"), None),
        (as_csv(ROWS, "\t"), None),
        (as_csv(ROWS, "|"), None),
        (as_csv(ROWS, encoding="utf-8-sig"), None),
        (as_csv(ROWS, encoding="utf-16"), "table-not-utf-8"),
        (as_csv(ROWS, encoding="cp1252"), "table-not-utf-8"),
        (gzip.compress(as_csv(ROWS)), None),
    ],
    ids=["semicolons", "tabs", "bars", "UTF-8 with its mark", "UTF-16", "Windows", "gzip"],
)
def test_csv_in_whatever_dress(content: bytes, rule: str | None) -> None:
    tables, problems = read(content)
    assert [cells for _, cells in tables[""]] == list(ROWS)
    assert rules_of(problems) == ([rule] if rule else [])


def test_blank_rows_are_left_out_and_the_numbers_stay() -> None:
    expected = [(1, ("a", "b")), (4, ("c", "d"))]
    assert read(b"a,b\n\n,\nc,d\n")[0][""] == expected
    assert read(as_ods([("a", "b"), (), ("", ""), ("c", "d")]))[0]["Data"] == expected
    assert read(as_xlsx([("a", "b"), (), ("", ""), ("c", "d")]))[0]["Data"] == expected


def test_millions_of_empty_cells_and_rows_are_counted_and_not_made() -> None:
    table = (
        '<table:table table:name="Data"><table:table-row table:number-rows-repeated="2">'
        '<table:table-cell office:value-type="string" table:number-columns-repeated="3"><text:p>x</text:p>'
        '</table:table-cell><table:table-cell table:number-columns-repeated="1000000"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="16000"/></table:table-row>'
        "<table:table-row>" + ods_cell("far below") + "</table:table-row></table:table>"
    )
    assert read(ods_of(table)) == ({"Data": [(1, ("x",) * 3), (2, ("x",) * 3), (1000003, ("far below",))]}, [])


def test_a_million_cells_that_are_not_empty_are_refused_and_the_next_row_is_read() -> None:
    wide = ods_cell("x").replace(" office", ' table:number-columns-repeated="1000000" office', 1)
    huge = ods_cell("y" * 200_000)
    table = "".join(f"<table:table-row>{cells}</table:table-row>" for cells in (wide, huge, ods_cell("fine")))
    tables, problems = read(ods_of(f'<table:table table:name="Data">{table}</table:table>'))
    assert tables == {"Data": [(3, ("fine",))]}
    assert rules_of(problems) == ["row-too-large", "row-too-large"]
    assert [each.position for each in problems] == ["sheet Data row 1", "sheet Data row 2"]


def test_spaces_breaks_tabs_links_and_notes_inside_an_ods_cell() -> None:
    cell = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation>'
        '<text:p>two<text:s text:c="2"/>spaces<text:tab/>tab<text:line-break/><text:a>link</text:a> &amp;</text:p>'
        "<text:p>second</text:p></table:table-cell>"
    )
    table = f'<table:table table:name="Data"><table:table-row>{cell}{ods_cell("b")}</table:table-row></table:table>'
    assert read(ods_of(table))[0] == {"Data": [(1, ("two  spaces\ttab\nlink &\nsecond", "b"))]}


def test_other_prefixes_than_usual() -> None:
    head = (
        '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    )
    table = (
        '<t:table t:name="Data"><t:table-row><t:table-cell o:value-type="string"><x:p>a</x:p></t:table-cell>'
        '<t:table-cell o:value-type="float" o:value="2.0"/></t:table-row></t:table></o:document-content>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("content.xml", head + table)
    assert read(file.getvalue()) == ({"Data": [(1, ("a", "2"))]}, [])


def test_a_bare_quotation_mark_costs_only_its_own_row() -> None:
    tables, problems = read(b'a,b\n1,2\n"open,3\n4,5\n6,7\n')
    assert [cells for _, cells in tables[""]] == [("a", "b"), ("1", "2"), ("4", "5"), ("6", "7")]
    assert rules_of(problems) == ["row-broken"]


def test_a_huge_csv_cell_costs_only_its_own_row() -> None:
    tables, problems = read(b"a,b\n1," + b"x" * 200_000 + b"\n3,4\n")
    assert [cells for _, cells in tables[""]] == [("a", "b"), ("3", "4")]
    assert rules_of(problems) == ["row-broken"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "nothing"),
        (b"  \n", "nothing"),
        (b"<!doctype html><html><body>Sorry</body></html>", "HTML"),
        (b"%PDF-1.7\n\x00\x01", "PDF"),
        (bytes(range(256)) * 20, "binary"),
        (b'{"error": "no such file"}', "error"),
    ],
)
def test_what_is_no_table_is_refused_in_one_line(content: bytes, found: str) -> None:
    tables, problems = read(content)
    assert tables == {}
    assert rules_of(problems) == ["not-a-table"]
    assert found in problems[0].for_publisher()


@pytest.mark.parametrize("write", [as_ods, as_xlsx])
def test_a_workbook_that_was_cut_short_gives_what_came_before(write) -> None:
    whole = write([("id", "day"), *[(f"row {n * 7919 % 10007}", n) for n in range(4000)]])
    tables, problems = read(whole[: len(whole) // 2])
    assert problems
    assert all(each.rule.level == "refused" for each in problems)
    rules_of(problems)
    if write is as_ods:
        rows = tables["Data"]
        assert 1 < len(rows) < 4001
        assert rows[1] == (2, ("row 0", "0"))


def test_entities_are_not_expanded() -> None:
    head = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;&x;">]>'
    tables, problems = read(ods_of(ods_table("Data", [("&y;",)]), head=head + "<a>"))
    assert tables == {}
    assert rules_of(problems) == ["sheet-broken"]
    assert "document type" in problems[0].for_publisher()


def test_what_expands_beyond_reason_is_stopped() -> None:
    rows = "".join(f"<table:table-row>{ods_cell('x')}</table:table-row>" for _ in range(20_000))
    bomb = ods_of(f'<table:table table:name="Data">{rows}</table:table>')
    tables, problems = read(bomb, Limits(ratio=10, ratio_from=100_000))
    assert len(tables["Data"]) < 20_000
    assert "expands-too-much" in rules_of(problems)


def test_sheets_that_nobody_reads_are_passed_over() -> None:
    content = ods_of(ods_table("One", ROWS), ods_table("Two", ROWS), ods_table("Three", []))
    assert [sheet.name for sheet in sheets(io.BytesIO(content), "file") if not isinstance(sheet, Problem)] == [
        "One",
        "Two",
        "Three",
    ]


def test_several_tables_in_one_archive() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.csv", as_csv(ROWS))
        archive.writestr("b.ods", as_ods(ROWS))
    tables, problems = read(file.getvalue())
    assert {name: len(rows) for name, rows in tables.items()} == {"": 3, "Data": 3}
    assert problems == []


def test_the_days_of_the_other_epoch() -> None:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "date_1904": True})
    sheet, day = book.add_worksheet("Data"), book.add_format({"num_format": 14})
    for row, found in enumerate((date(1910, 1, 1), date(2026, 2, 28))):
        sheet.write_datetime(row, 0, found, day)
    book.close()
    assert [cells for _, cells in read(file.getvalue())[0]["Data"]] == [("1910-01-01",), ("2026-02-28",)]
