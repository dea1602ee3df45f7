"""What the files of a version hold of a table."""

from pathlib import Path

from candour.warehouse.tables.definition import Table


def files_of(folder: Path, table: Table) -> list[str]:
    """The table's Parquet files in the folder of a version, in the order of their rows; none where it has no rows."""
    return [str(path) for path in sorted(folder.glob(f"*/{table.name}.parquet"))]


def without_rows(table: Table) -> str:
    """SQL that gives the table's columns, and no row."""
    columns = ", ".join(f"CAST(NULL AS {column.kind.sql}) AS {column.name}" for column in table.columns)
    return f"SELECT {columns} LIMIT 0"
