"""A table on a page."""

from candour.site.components.table.table import Column, Table


def table(rows: int, **more) -> Table:
    return Table(
        id="t", caption="Things", columns=(Column("n", "N"),), rows=tuple((f"row-{n}",) for n in range(rows)), **more
    )


def test_the_first_rows_stand_open_and_the_others_open_on_a_click():
    html = str(table(10, first=3))
    seen, folded = html.split("<details")

    assert [f"row-{n}" in seen for n in range(4)] == [True, True, True, False]
    assert "Show the other 7 rows" in folded
    assert "row-9" in folded


def test_nothing_folds_where_nothing_is_left():
    assert "<details" not in str(table(3, first=3))
    assert "<details" not in str(table(3))


def test_rows_that_the_page_leaves_out_are_said_to_be_in_the_file():
    html = str(table(10, first=2, shown=4))

    assert "Show the other 2 rows" in html
    assert "6 more rows are in the file" in html
