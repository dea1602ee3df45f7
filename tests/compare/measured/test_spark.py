"""The same question to Spark has the same answer."""

import pytest

from candour.compare.measured.asked import Asked
from candour.compare.measured.comparison import compare_metric
from candour.errors import CandourError
from candour.indicators.definition import metrics
from candour.operations.derived import derived_tables
from candour.warehouse.warehouse import Warehouse


@pytest.mark.spark
def test_spark_answers_what_duckdb_answers(home):
    pytest.importorskip("pyspark", reason="Spark is not installed")
    try:
        spark = Warehouse.open(home.warehouse, engine="spark", derived=derived_tables()[::-1])
    except CandourError as error:
        pytest.skip(str(error))
    asked = Asked(metric="missed-visits", kind="providers", care="any")
    with home.tables() as tables:
        one, other = (compare_metric(engine, metrics()[asked.metric], asked, limit=3) for engine in (tables, spark))
    spark.close()
    assert one == other
    assert one.units
