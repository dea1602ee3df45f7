"""Make docs/reference/tables.md from the definitions of the tables."""

from pathlib import Path

from candour.operations.derived import derived_tables
from candour.warehouse.derived import Derived, DerivedColumn
from candour.warehouse.tables import TABLES
from candour.warehouse.tables.definition import Column, Table

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "tables.md"

OPENING = """\
# The tables

This page is generated from the modules under `src/candour/warehouse/tables/`: `make docs` writes it again.

A column with a path under "from" is that field of the compiled release, as published. A value that is not of its
column's type is null there and a row of [problems](#problems). Nulls mean that nothing was published: never zero.

The last two are derived from the others. From Python they are opened by
`Warehouse.open(folder, derived=derived_tables())`,
with `derived_tables` from `candour.operations.derived`.

"""


def text() -> str:
    """The whole page."""
    tables = (*TABLES.values(), *derived_tables())
    contents = "".join(f"- [{table.name}](#{table.name}): {table.row}\n" for table in tables)
    return OPENING + contents + "".join(map(_section, TABLES.values())) + "".join(map(_derived, derived_tables()))


def _section(table: Table) -> str:
    heading = f"\n## {table.name}\n\nA row is {table.row}.\n\n| column | type | meaning | from |\n|---|---|---|---|\n"
    return heading + "".join(map(_row, table.columns))


def _derived(table: Derived) -> str:
    heading = (
        f"\n## {table.name}\n\nA row is {table.row}. Derived from the tables above, so that comparing is quick.\n\n"
    )
    return heading + "| column | type | meaning |\n|---|---|---|\n" + "".join(map(_derived_row, table.columns))


def _derived_row(column: DerivedColumn) -> str:
    return f"| `{column.name}` | {column.sql} | {column.meaning} |\n"


def _row(column: Column) -> str:
    source = f"`{column.source.path}`" if column.source.path else ""
    return f"| `{column.name}` | {column.kind.sql} | {column.meaning} | {source} |\n"


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
