"""Derived tables: written bucket by bucket, they hold what their query gives of all tables together."""

from contextlib import closing

import pytest

from candour.archive import Archive
from candour.errors import CandourError
from candour.warehouse.building import build
from candour.warehouse.derived import Derived, DerivedColumn
from candour.warehouse.warehouse import Warehouse

QUERY = """
SELECT processes.ocid, COUNT(awards.ocid) AS awards
FROM processes
LEFT JOIN awards ON awards.ocid = processes.ocid
GROUP BY processes.ocid
"""


def derived(query: str = QUERY) -> tuple[Derived]:
    columns = (DerivedColumn("ocid", "VARCHAR", "the process"), DerivedColumn("awards", "BIGINT", "how many awards"))
    return (Derived("awards_counted", "one process", columns, query, sorted_by=("ocid",)),)


def rows(folder, asked, sql="SELECT * FROM awards_counted ORDER BY ocid"):
    with closing(Warehouse.open(folder, derived=asked)) as tables:
        return tables.query(sql).rows


@pytest.fixture(scope="module")
def many_buckets(sample_lines, tmp_path_factory):
    folder = tmp_path_factory.mktemp("derived")
    archive = Archive.at(folder / "archive")
    archive.add(sample_lines, source="sample", name="sample.jsonl")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("candour.warehouse.shards.BUCKET_BYTES", 250_000)
        built = build(archive, folder / "warehouse", derived=derived(), workers=1)
    assert built.buckets > 8
    return folder / "warehouse"


def test_what_buckets_write_is_what_the_query_gives_of_the_whole(many_buckets):
    written = rows(many_buckets, derived())
    assert written == rows(many_buckets, derived(), QUERY + "ORDER BY processes.ocid")
    assert len(written) == len({row.ocid for row in written}) > 100


def test_each_process_has_a_number_of_its_own(many_buckets):
    sql = "SELECT COUNT(*) AS processes, COUNT(DISTINCT process_number) AS numbers FROM processes"
    (row,) = rows(many_buckets, (), sql)
    assert row.processes == row.numbers


def test_with_another_query_than_was_written_down_the_new_one_counts(many_buckets):
    (twice,) = derived(QUERY.replace("COUNT(awards.ocid)", "2 * COUNT(awards.ocid)"))
    once, computed = rows(many_buckets, derived()), rows(many_buckets, (twice,))
    assert [(row.ocid, 2 * row.awards) for row in once] == [tuple(row) for row in computed]


def test_another_query_makes_another_data_version_and_the_same_does_not(archive, add, release, tmp_path):
    add(release())
    folder = tmp_path / "warehouse"
    without = build(archive, folder, workers=1)
    first, again = (build(archive, folder, derived=derived(), workers=1) for _ in range(2))
    assert (first.rebuilt, again.rebuilt) == (1, 0)
    assert first.id == again.id != without.id


def test_without_any_process_it_has_no_rows(archive, tmp_path):
    build(archive, tmp_path / "warehouse", derived=derived(), workers=1)
    assert rows(tmp_path / "warehouse", derived()) == []


def test_it_is_there_for_those_who_ask_for_it(many_buckets):
    with pytest.raises(CandourError, match="awards_counted"):
        rows(many_buckets, ())


def test_building_leaves_nothing_else_behind(many_buckets):
    assert {path.suffix for path in many_buckets.glob("versions/*/*/*")} == {".parquet", ".sqlite3"}
