"""Every indicator gives its golden rows, from DuckDB and from Spark."""

from collections import defaultdict
from contextlib import closing

import orjson
import pytest

from candour.archive import Archive
from candour.errors import CandourError
from candour.indicators.definition import indicators
from candour.indicators.workings import workings
from candour.warehouse.building import build
from candour.warehouse.warehouse import Warehouse

from .golden_rows import FOLDER, Row, all_cases

CASES = all_cases()
QUERY = """
SELECT processes.ocid, found.indicator, found.award_number, found.value, found.currency
FROM workings AS found
JOIN processes ON processes.process_number = found.process_number
ORDER BY processes.ocid, found.indicator, found.award_number, found.value, found.currency
"""
ALWAYS_KNOWN = {
    "award-criteria-share",
    "contract-value-share",
    "contributions-answered-share",
    "criteria-weights-share",
    "metrics-carried-share",
    "missing-metrics-explained-share",
    "number-of-awards",
    "participation-published-share",
    "performance-published-share",
    "promise-published-share",
    "promises-reported-share",
    "signed-contract-share",
    "standards-stated-share",
    "successor-named-share",
    "supplier-identifier-share",
    "verified-observations-share",
    "worker-pay-published-share",
}
"""They count what is published, so they have a value for everything that they are about."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("golden")
    archive = Archive.at(folder / "archive")
    releases = [release for ocid, (_, case) in CASES.items() for release in case.as_published(ocid)]
    archive.add(b"\n".join(map(orjson.dumps, releases)), source="test", name="releases.jsonl")
    build(archive, folder / "warehouse", derived=(workings(),), workers=1)
    return folder / "warehouse"


@pytest.fixture(scope="module")
def found(folder):
    with closing(Warehouse.open(folder, derived=(workings(),))) as tables:
        return tables.query(QUERY).rows


@pytest.fixture(scope="module")
def of_each(found):
    rows = defaultdict(list)
    for row in found:
        rows[row.ocid, row.indicator].append(Row(award=row.award_number, value=row.value, currency=row.currency))
    return rows


@pytest.mark.parametrize("ocid", CASES)
def test_the_indicator_gives_its_golden_rows(ocid, of_each):
    indicator, case = CASES[ocid]
    given = of_each[ocid, indicator]
    assert [(row.award, row.currency) for row in given] == [(row.award, row.currency) for row in case.gives]
    for row, expected in zip(given, case.gives, strict=True):
        assert row.value == (expected.value if expected.value is None else pytest.approx(expected.value, abs=1e-6))


def test_every_indicator_has_golden_rows_and_only_indicators_have():
    assert {path.stem for path in FOLDER.iterdir()} == set(indicators())


@pytest.mark.parametrize("indicator", indicators())
def test_golden_rows_show_a_value_and_an_exclusion_and_what_is_not_published(indicator):
    gives = [case.gives for name, case in CASES.values() if name == indicator]
    values = [row.value for rows in gives for row in rows]
    assert any(value is not None for value in values)
    assert () in gives
    assert (None in values) != (indicator in ALWAYS_KNOWN)


def test_what_was_written_when_building_is_what_the_queries_give(folder, found):
    asked = QUERY.replace("workings", f"({workings().query})")
    with closing(Warehouse.open(folder)) as tables:
        assert tables.query(asked).rows == found


@pytest.mark.spark
def test_spark_gives_the_same_rows(folder, found):
    pytest.importorskip("pyspark", reason="Spark is not installed")
    try:
        spark = Warehouse.open(folder, engine="spark")
    except CandourError as error:
        pytest.skip(str(error))
    with closing(spark):
        assert spark.query(QUERY.replace("workings", f"({workings().query})")).rows == found
