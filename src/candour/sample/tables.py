"""Write rows as a CSV file, one after the other: nothing is held in memory."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path


def write_table(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """The first row's names become the heading. Without rows the file is empty."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer: csv.DictWriter[str] | None = None
        for row in rows:
            if writer is None:
                writer = csv.DictWriter(file, fieldnames=list(row), lineterminator="\r\n")
                writer.writeheader()
            writer.writerow(row)
