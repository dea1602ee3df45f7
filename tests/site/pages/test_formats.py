"""A table as a file: numbers stay numbers, nothing runs in a spreadsheet, and what columns mean stands beside it."""

import csv
import io
import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.site.components.table.table import Column, Table
from candour.site.components.take_away.citation import Citation
from candour.site.explore import KINDS
from candour.site.pages.formats import as_csv
from candour.site.pages.worth_seeing import worth_seeing
from tests.site.taken_away import DATA, offered


def written(*cells: object) -> list[str]:
    """One column of cells, as a program reads them from the file."""
    table = Table(id="t", caption="T", columns=(Column("c", "C"),), rows=tuple((cell,) for cell in cells))
    found = list(csv.reader(io.StringIO(as_csv(table).decode("utf-8-sig"), newline="")))
    assert found[0] == ["c"]
    return [row[0] if row else "" for row in found[1:]]


@pytest.mark.parametrize("number", ["-12.5", "+3", "-1,200", "-3.2%", "-0", "-"])
def test_a_number_that_is_text_stays_a_number(number):
    assert written(number) == [number]


@pytest.mark.parametrize(
    "formula",
    ["=1+1", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "-3 to 5", "-1e5x"],
)
def test_what_a_spreadsheet_would_run_stands_behind_an_apostrophe(formula):
    assert written(formula) == [f"'{formula}"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_is_as_it_was_or_behind_an_apostrophe(text):
    (found,) = written(text)

    assert found in (text, f"'{text}")
    assert not re.match(r"\s*[=+@＝＋＠]", found) or re.fullmatch(r"[+-]?[\d,]+(\.\d+)?%?", found)


@given(st.one_of(st.decimals(allow_nan=False, allow_infinity=False), st.integers()))
def test_an_exact_number_is_written_digit_for_digit(number):
    (found,) = written(number)

    assert Decimal(found) == number
    assert "E" not in found


def test_other_values_are_written_as_data_have_them():
    assert written(None, True, False, date(2026, 4, 1), datetime(2026, 4, 1, 9, 30, tzinfo=UTC)) == [
        "", "true", "false", "2026-04-01", "2026-04-01T09:30:00+00:00",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_each_table_has_a_description_of_its_columns(client, home, kind):
    with home.tables() as tables:
        addresses = worth_seeing(tables, kind)
    for address in addresses:
        data = client.get(offered(client.get(address).content, DATA)).json()
        for name, of_table in data["tables"].items():
            file = client.get(of_table)
            link = re.match(r'<([^>]+)>; rel="describedby"', file.headers["Link"])
            assert link
            told = client.get(link[1]).json()
            assert told["url"].partition("?")[0] == f"{name}.csv"
            heading = next(csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline="")))
            assert [column["titles"] for column in told["tableSchema"]["columns"]] == heading
            assert all(column["dc:description"] and column["datatype"] for column in told["tableSchema"]["columns"])


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_a_title_cannot_break_out_of_a_citation(title):
    citation = Citation(title=title, address="https://x.example/y", data_version="v", day=date(2026, 4, 1))
    entry = re.sub(r"\\text\w+\{\}|\\[{}$&#%_]", "", citation.bibtex)

    assert entry.count("{") == entry.count("}")
    assert citation.csl.startswith("[")
    assert title in citation.text
