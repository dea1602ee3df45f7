"""The definitions of the tables, and their page."""

import runpy
from pathlib import Path

import pytest

from candour.warehouse.tables import TABLES

REPOSITORY = Path(__file__).parents[2]


def test_the_page_is_what_its_generator_writes():
    module = runpy.run_path(str(REPOSITORY / "docs" / "generators" / "tables.py"))
    assert module["PAGE"].read_text("utf-8") == module["text"](), "the page has drifted: `make docs` writes it again"


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_columns_are_named_once_and_say_what_they_mean(table):
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert all(column.meaning for column in table.columns)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_amount_has_its_currency_in_the_same_row(table):
    names = {column.name for column in table.columns}
    for name in names:
        if name.endswith("amount"):
            assert f"{name.removesuffix('amount')}currency" in names
