"""A warehouse is a pure function of its archive, and swapped whole."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from candour.archive import Archive, Undo, Withdraw
from candour.errors import CandourError
from candour.warehouse import building, staging
from candour.warehouse.building import build
from candour.warehouse.layout import Layout
from candour.warehouse.warehouse import Warehouse

BUILDER = Path(__file__).with_name("builder.py")
SOURCE = Path(__file__).parents[2] / "src"


def test_deleted_and_built_again_it_is_identical(archive, sample_lines, tmp_path, contents):
    archive.add(sample_lines, source="sample", name="sample.jsonl")
    first = build(archive, tmp_path / "warehouse", workers=1)
    before = contents(tmp_path / "warehouse")
    shutil.rmtree(tmp_path / "warehouse")
    again = build(archive, tmp_path / "warehouse", workers=1)
    assert again.id == first.id
    assert contents(tmp_path / "warehouse") == before


def test_two_workers_make_what_one_makes(archive, sample_lines, tmp_path, contents, monkeypatch):
    monkeypatch.setattr(building, "WORTH_WORKERS", 0)
    archive.add(sample_lines, source="sample", name="sample.jsonl")
    build(archive, tmp_path / "one", workers=1)
    build(archive, tmp_path / "two", workers=2)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@pytest.mark.parametrize("ending", [b"", b'\n{"releases": []}', b'\n{"ocid": "cut o'])
def test_a_large_receipt_is_read_in_halves_to_the_same_tables(
    archive, sample_lines, tmp_path, contents, monkeypatch, ending
):
    archive.add(sample_lines.rstrip() + ending, source="sample", name="sample.jsonl")
    build(archive, tmp_path / "whole", workers=1)
    monkeypatch.setattr(staging, "LARGE", 1000)
    told: list[tuple[str, int, int]] = []
    build(archive, tmp_path / "halves", workers=1, progress=lambda *what: told.append(what))
    assert contents(tmp_path / "halves") == contents(tmp_path / "whole")
    read = [(done, size) for what, done, size in told if what == "reading"]
    assert all(done <= size for done, size in read)
    assert read[-1] == (len(sample_lines.rstrip() + ending),) * 2
    assert len(list((tmp_path / "halves" / "staged").iterdir())) == 1


def test_nothing_new_is_not_built_again(archive, add, release, tmp_path):
    add(release())
    first = build(archive, tmp_path / "warehouse", workers=1)
    second = build(archive, tmp_path / "warehouse", workers=1)
    assert (first.rebuilt, second.rebuilt) == (1, 0)
    assert first.id == second.id


def test_only_the_buckets_of_what_is_new_are_rebuilt(archive, sample_lines, add, release, tmp_path, monkeypatch):
    monkeypatch.setattr("candour.warehouse.shards.BUCKET_BYTES", 100_000)
    archive.add(sample_lines, source="sample", name="sample.jsonl")
    first = build(archive, tmp_path / "warehouse", workers=1)
    add(release())
    second = build(archive, tmp_path / "warehouse", workers=1)
    assert first.buckets == first.rebuilt > 8
    assert (second.buckets, second.rebuilt) == (first.buckets, 1)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3)), max_size=6)),
        st.tuples(st.just("withdraw"), st.integers(0, 5)),
        st.tuples(st.just("undo"), st.integers(0, 5)),
        st.tuples(st.just("build"), st.none()),
    ),
    max_size=8,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_step_by_step_gives_what_one_full_build_gives(steps, tmp_path_factory, release, contents, monkeypatch):
    monkeypatch.setattr("candour.warehouse.shards.BUCKET_BYTES", 400)
    folder = tmp_path_factory.mktemp("steps")
    archive = Archive.at(folder / "archive")
    for step in steps:
        _take(step, archive, folder, release)
    build(archive, folder / "by-steps", workers=1)
    build(archive, folder / "at-once", workers=1)
    assert contents(folder / "by-steps") == contents(folder / "at-once")


def _take(step, archive, folder, release):
    """One step; what does not fit (nothing to withdraw, nothing to undo) is passed over."""
    kind, value = step
    receipts = list(archive.receipts())
    if kind == "add":
        lines = [release(f"ocds-f1ct10-{ocid}", str(number), title=f"{len(receipts)}") for ocid, number in value]
        archive.add(b"\n".join(map(orjson.dumps, lines)), source="test", name="some.jsonl")
    elif kind == "build":
        build(archive, folder / "by-steps", workers=1)
    elif kind == "withdraw" and value < len(receipts):
        if archive.standing(receipts[value].id).withdrawn is None:
            archive.correct(receipts[value].id, Withdraw(), reason="test", by="test")
    elif kind == "undo" and value < len(receipts):
        withdrawn = archive.standing(receipts[value].id).withdrawn
        if withdrawn is not None:
            archive.correct(receipts[value].id, Undo(withdrawn.id), reason="test", by="test")


def test_a_reader_goes_on_reading_the_version_that_it_opened(archive, add, release, tmp_path):
    folder = tmp_path / "warehouse"
    add(release("ocds-f1ct10-1"))
    build(archive, folder, workers=1)
    reader = Warehouse.open(folder)
    add(release("ocds-f1ct10-2"))
    build(archive, folder, workers=1)
    assert reader.query("SELECT ocid FROM processes").rows == [("ocds-f1ct10-1",)]
    newer = Warehouse.open(folder)
    assert newer.query("SELECT count(*) FROM processes").rows == [(2,)]
    assert newer.data_version != reader.data_version


def test_only_two_versions_are_kept(archive, add, release, tmp_path):
    versions = []
    for number in range(4):
        add(release(f"ocds-f1ct10-{number}"))
        versions.append(build(archive, tmp_path / "warehouse", workers=1).id)
    kept = {path.name for path in (tmp_path / "warehouse" / "versions").iterdir()}
    assert kept == set(versions[-2:])


def test_a_second_builder_is_told_to_wait(archive, add, release, tmp_path):
    add(release())
    layout = Layout(tmp_path / "warehouse")
    layout.create()
    with layout.locked(), pytest.raises(CandourError, match="somebody else is building this warehouse"):
        build(archive, tmp_path / "warehouse", workers=1)


def test_before_the_first_build_there_is_one_line_of_help(tmp_path):
    with pytest.raises(CandourError, match="candour build"):
        Warehouse.open(tmp_path / "warehouse")


@pytest.mark.parametrize("after", [0.3, 0.8, 1.2, 1.6])
def test_killed_while_building_it_leaves_the_old_version_in_force(
    after, archive, add, release, sample_lines, tmp_path, contents
):
    folder = tmp_path / "warehouse"
    add(release())
    build(archive, folder, workers=1)
    before = contents(folder)
    archive.add(sample_lines, source="sample", name="sample.jsonl")
    environment = os.environ | {"PYTHONPATH": str(SOURCE)}
    builder = subprocess.Popen([sys.executable, BUILDER, archive.folder, folder], env=environment)
    try:
        builder.wait(after)
    except subprocess.TimeoutExpired:
        builder.kill()
        builder.wait()
        assert contents(folder) == before or Layout(folder).current() == _version_of(archive, tmp_path)
    build(archive, folder, workers=1)
    build(archive, tmp_path / "clean", workers=1)
    assert contents(folder) == contents(tmp_path / "clean")


def _version_of(archive, tmp_path):
    return build(archive, tmp_path / "for-its-version", workers=1).id
