"""What registers and tables of outcomes say stands in tables, with since when, until when and from which file."""

import shutil
from datetime import date
from decimal import Decimal

import pytest

from candour.archive import Archive, Undo, Withdraw
from candour.warehouse.building import build

HEADING = "measure,period,council,value,flag\n"
MEASURE = "ascof-1a"


@pytest.fixture
def table(archive):
    """Adds a table about councils, of the day that its name says."""

    def add(*rows: str, day: str = "2026-01-31"):
        content = (HEADING + "".join(f"{row}\n" for row in rows)).encode()
        return archive.add(content, source="council_tables", name=f"table-{day}.csv")

    return add


def test_a_figure_is_kept_as_published_with_its_state(archive, table, ask):
    receipt = table(f"{MEASURE},2023-24,Merton,19.1,", f"{MEASURE},2024-25,Merton,,[c]")
    rows = ask("SELECT measure, period_start, council, value, state, flag, first_seen, receipt FROM council_outcomes")
    assert sorted(rows) == [
        (MEASURE, date(2023, 4, 1), "GB-LAE-MRT", Decimal("19.1"), "value", None, date(2026, 1, 31), receipt.id),
        (MEASURE, date(2024, 4, 1), "GB-LAE-MRT", None, "suppressed", "c", date(2026, 1, 31), receipt.id),
    ]


def test_the_same_figure_in_two_files_is_one_row_and_a_revised_one_is_a_row_more(archive, table, ask):
    table(f"{MEASURE},2023-24,Merton,19.1,", day="2026-01-31")
    last = table(f"{MEASURE},2023-24,Merton,19.1,", day="2026-02-28")
    table(f"{MEASURE},2023-24,Merton,18.9,", day="2026-03-31")
    rows = ask("SELECT value, first_seen, last_seen FROM council_outcomes ORDER BY first_seen")
    assert rows == [
        (Decimal("19.1"), date(2026, 1, 31), date(2026, 2, 28)),
        (Decimal("18.9"), date(2026, 3, 31), date(2026, 3, 31)),
    ]
    assert ask("SELECT receipt FROM council_outcomes WHERE value > 19") == [(last.id,)]


def test_a_file_received_later_may_be_of_an_earlier_day(archive, table, ask):
    table(f"{MEASURE},2023-24,Merton,19.1,", day="2026-02-28")
    table(f"{MEASURE},2023-24,Merton,19.1,", day="2026-01-31")
    assert ask("SELECT first_seen, last_seen FROM council_outcomes") == [(date(2026, 1, 31), date(2026, 2, 28))]


def test_every_row_is_accounted_for_and_every_misfit_is_a_problem(archive, table, ask):
    receipt = table(f"{MEASURE},2023-24,Merton,19.1,", "no-such-measure,2023-24,Merton,1,")
    rows = dict(ask("SELECT outcome, SUM(rows) FROM accounts GROUP BY outcome"))
    assert rows == {"ignored": 1, "used": 1, "refused": 1}
    ((receipt_of_problem, found),) = ask("SELECT receipt, for_publisher FROM problems WHERE level = 'refused'")
    assert receipt_of_problem == receipt.id
    assert "no-such-measure" in found


def test_what_is_withdrawn_leaves_no_row_and_comes_back_when_that_is_undone(archive, table, ask):
    receipt = table(f"{MEASURE},2023-24,Merton,19.1,")
    withdrawn = archive.correct(receipt.id, Withdraw(), reason="a trial", by="a test")
    assert ask("SELECT * FROM council_outcomes") == []
    archive.correct(receipt.id, Undo(withdrawn.id), reason="no trial", by="a test")
    assert len(ask("SELECT * FROM council_outcomes")) == 1


def test_the_tables_are_the_same_when_they_are_built_again(archive, table, tmp_path):
    for day in ("2026-01-31", "2026-02-28"):
        table(*(f"{MEASURE},{year}-{year % 100 + 1},Merton,{year % 7}," for year in range(2015, 2025)), day=day)
    contents = []
    for folder in (tmp_path / "one", tmp_path / "other"):
        version = build(archive, folder)
        part = folder / "versions" / version.id / "registers"
        contents.append({file.name: file.read_bytes() for file in part.iterdir()})
    assert contents[0] == contents[1]
    assert {"council_outcomes.parquet", "accounts.parquet"} <= contents[0].keys()


def test_only_a_new_receipt_is_read(archive, table, tmp_path):
    table(f"{MEASURE},2023-24,Merton,19.1,")
    build(archive, tmp_path / "built")
    staged = {path: path.stat().st_mtime_ns for path in (tmp_path / "built/staged").iterdir()}
    table(f"{MEASURE},2024-25,Merton,19.2,")
    build(archive, tmp_path / "built")
    now = {path: path.stat().st_mtime_ns for path in (tmp_path / "built/staged").iterdir()}
    assert staged.items() <= now.items()
    assert len(now) == len(staged) + 1


def test_half_a_staging_folder_of_a_builder_that_died_is_no_obstacle(archive, table, tmp_path, ask):
    table(f"{MEASURE},2023-24,Merton,19.1,")
    build(archive, tmp_path / "built")
    (whole,) = (tmp_path / "built/staged").iterdir()
    shutil.copytree(whole, whole.with_name(f"{whole.name}.part"))
    shutil.rmtree(whole)
    shutil.rmtree(tmp_path / "built/versions")
    (tmp_path / "built/current").unlink()
    build(archive, tmp_path / "built")
    assert whole.exists()
    assert not whole.with_name(f"{whole.name}.part").exists()


def test_an_archive_without_tables_has_empty_ones(tmp_path, archive: Archive, add, release, ask):
    add(release())
    assert ask("SELECT * FROM providers") == ask("SELECT * FROM ratings") == []
