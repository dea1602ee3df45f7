"""However long a table is, no more of it is held than a short one needs."""

import io
import tracemalloc
from collections.abc import Callable

import pytest

from candour.ocds.problems import Problem
from candour.sources.tabular.sheets import sheets

from .writing import FORMATS, Rows

SHORT, LONG = 12_000, 30_000


def most_held(content: bytes, rows: int) -> int:
    """Bytes at the peak of reading a table."""
    stream = io.BytesIO(content)
    tracemalloc.start()
    try:
        found = sum(
            not isinstance(row, Problem)
            for sheet in sheets(stream, "file")
            if not isinstance(sheet, Problem)
            for row in sheet.rows
        )
        return tracemalloc.get_traced_memory()[1] - len(content)  # the copy of the packed file
    finally:
        tracemalloc.stop()
        assert found == rows


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_held_does_not_grow_with_the_rows(format: str) -> None:
    write: Callable[[Rows], bytes] = FORMATS[format]
    words = ["Example House, with a longer name than most", "Good"]

    def table(rows: int) -> bytes:
        return write([(row, *words) for row in range(rows)])

    assert most_held(table(LONG), LONG) < most_held(table(SHORT), SHORT) * 1.2 + 500_000
