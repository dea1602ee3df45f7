"""Every engine answers the same queries alike."""

import io
import shutil
import subprocess
from pathlib import Path
from unittest.mock import patch

import pytest

from candour import sample
from candour.archive import Archive
from candour.warehouse.building import build
from candour.warehouse.engine import QueryError
from candour.warehouse.tables import TABLES
from candour.warehouse.warehouse import Warehouse

QUERIES: dict[str, tuple[str, object]] = {
    "every kind of column": ("SELECT * FROM awards ORDER BY ocid, award_number LIMIT 20", ()),
    "lists": ("SELECT ocid, classifications, array_length(publishers) FROM processes ORDER BY ocid LIMIT 20", ()),
    "by position": ("SELECT count(*) FROM processes WHERE stage = ? AND number_of_lots >= ?", ["contract", 1]),
    "by name": ("SELECT ocid FROM processes WHERE social_care = $answer ORDER BY ocid", {"answer": "yes"}),
    "text that is no SQL": ("SELECT count(*) FROM processes WHERE title = ?", ["'; DROP TABLE processes; --"]),
    "quartiles": (
        "SELECT currency, count(*) AS n, quantile_cont(CAST(amount AS DOUBLE), 0.25) AS low, "
        "quantile_cont(CAST(amount AS DOUBLE), 0.5) AS middle FROM awards GROUP BY currency ORDER BY currency",
        (),
    ),
    "exact sums": ("SELECT currency, sum(amount) FROM contracts GROUP BY currency ORDER BY currency", ()),
    "days": (
        "SELECT date_diff('day', CAST(first_date AS DATE), CAST(last_date AS DATE)) FROM processes ORDER BY ocid",
        (),
    ),
    "nulls come last": ("SELECT ocid, number_of_bids FROM processes ORDER BY number_of_bids, ocid", ()),
    "grouping sets": (
        "SELECT stage, count(*) AS n FROM processes GROUP BY GROUPING SETS ((stage), ()) ORDER BY n, stage",
        (),
    ),
    "a table without rows": ("SELECT * FROM corrections", ()),
    "a join": (
        "SELECT s.supplier_key, count(DISTINCT p.ocid) FROM suppliers s JOIN processes p ON p.ocid = s.ocid "
        "GROUP BY s.supplier_key ORDER BY 2 DESC, 1 LIMIT 10",
        (),
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("engines")
    stream = io.BytesIO()
    sample.write(stream, n=60, seed=3)
    archive = Archive.at(folder / "archive")
    archive.add(stream.getvalue(), source="sample", name="sample.jsonl")
    build(archive, folder / "warehouse", workers=1)
    return folder / "warehouse"


@pytest.fixture(scope="module")
def duckdb(folder):
    engine = Warehouse.open(folder)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def spark(folder):
    pytest.importorskip("pyspark", reason="pyspark is not installed: it comes with the extra `spark`")
    java = shutil.which("java")
    if not java or subprocess.run([java, "-version"], capture_output=True).returncode:
        pytest.skip("there is no Java runtime here")
    engine = Warehouse.open(folder, engine="spark")
    yield engine
    engine.close()


@pytest.mark.spark
@pytest.mark.parametrize("name", QUERIES)
def test_spark_answers_what_duckdb_answers(name, duckdb, spark):
    sql, parameters = QUERIES[name]
    expected, found = duckdb.query(sql, parameters), spark.query(sql, parameters)
    assert found.rows == expected.rows
    assert len(found.columns) == len(expected.columns)


@pytest.mark.spark
def test_spark_says_in_one_line_what_is_wrong(spark):
    with pytest.raises(QueryError) as error:
        spark.query("SELECT no_such_column FROM processes")
    assert "no_such_column" in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("name", QUERIES)
def test_duckdb_answers(name, duckdb):
    sql, parameters = QUERIES[name]
    assert duckdb.query(sql, parameters).columns


def test_every_table_has_the_columns_that_are_defined(duckdb):
    for table in TABLES.values():
        names = tuple(column.name for column in table.columns)
        assert duckdb.query(f"SELECT * FROM {table.name} LIMIT 1").columns == names


def test_rows_have_their_columns_as_attributes(duckdb):
    (row,) = duckdb.query("SELECT count(*) AS processes FROM processes")
    assert row.processes == 60


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_text('/etc/hostname')",
        "COPY processes TO 'elsewhere.csv'",
        "DROP VIEW processes",
        "SELECT 1; SELECT 2",
        "SET enable_external_access = true",
        "SELECT no_such_column FROM processes",
        "not SQL at all",
        "",
    ],
)
def test_duckdb_refuses_in_one_line_whatever_is_no_query_of_the_tables(sql, duckdb):
    with pytest.raises(QueryError) as error:
        duckdb.query(sql)
    assert "\n" not in str(error.value)


@pytest.fixture(scope="module")
def divided(tmp_path_factory):
    """Tables of so many releases that processes are in several buckets."""
    folder = tmp_path_factory.mktemp("divided")
    archive = Archive.at(folder / "archive")
    stream = io.BytesIO()
    sample.write(stream, n=40, seed=3)
    archive.add(stream.getvalue(), source="sample", name="sample.jsonl")
    with patch("candour.warehouse.shards.WORTH_DIVIDING", 100_000):
        build(archive, folder / "warehouse", workers=1)
    engine = Warehouse.open(folder / "warehouse")
    yield engine
    engine.close()


@pytest.mark.parametrize("table", ["processes", "releases", "compiled_releases", "suppliers"])
def test_of_one_process_the_same_rows_are_found_among_few_files_as_among_all(divided, table):
    for row in divided.query("SELECT ocid FROM processes ORDER BY ocid").rows:
        one = divided.of_process(row.ocid)
        sql = f"SELECT * FROM {table} WHERE ocid = $ocid ORDER BY ALL"
        assert one.query(sql, {"ocid": row.ocid}) == divided.query(sql, {"ocid": row.ocid})
        assert list(one.stream(sql, {"ocid": row.ocid})) == list(divided.stream(sql, {"ocid": row.ocid}))


def test_of_one_process_only_its_bucket_is_looked_into(divided):
    ocids = [row.ocid for row in divided.query("SELECT ocid FROM processes").rows]
    counted = [divided.of_process(ocid).query("SELECT COUNT(*) AS n FROM processes").rows[0].n for ocid in ocids]

    receipts = "SELECT * FROM receipts"

    assert max(counted) < len(ocids)
    assert divided.of_process(ocids[0]).query(receipts) == divided.query(receipts)
    assert divided.query("SELECT COUNT(*) AS n FROM processes").rows[0].n == len(ocids)
