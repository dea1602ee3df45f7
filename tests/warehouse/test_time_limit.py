"""A server gives up a question that takes too long, and answers the next one."""

import pytest

from candour.warehouse.duckdb_engine import DuckDBEngine
from candour.warehouse.engine import TooLongError

LONG = "SELECT COUNT(*) AS n FROM range(20000000) a, range(20000000) b WHERE a.range % 7 = b.range % 11"


def test_a_question_that_takes_too_long_is_given_up_and_the_next_is_answered(tmp_path):
    tables = DuckDBEngine(tmp_path, "v", {}, seconds=0.05)

    with pytest.raises(TooLongError, match=r"longer than 0\.05 seconds"):
        tables.query(LONG)
    with pytest.raises(TooLongError):
        list(tables.stream(LONG))

    assert tables.query("SELECT 1 AS n").rows[0].n == 1
    tables.close()
