"""Sorting records by key on disk."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from candour.ocds.partition import Spool, groups


def sort_on_disk(folder: Path, pairs: list[tuple[str, bytes]], partitions: int, limit: int) -> dict[str, list[bytes]]:
    with Spool(folder, partitions) as spool:
        for key, record in pairs:
            spool.add(key, record)
    found: dict[str, list[bytes]] = {}
    for path in spool.paths():
        for key, records in groups(path, limit):
            assert key not in found
            found[key] = records
    return found


def sort_in_memory(pairs: list[tuple[str, bytes]]) -> dict[str, list[bytes]]:
    found: dict[str, list[bytes]] = {}
    for key, record in pairs:
        found.setdefault(key, []).append(record)
    return found


PAIRS = st.lists(st.tuples(st.text(st.characters(), max_size=3), st.binary(max_size=30)), max_size=60)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PAIRS, st.integers(1, 5), st.integers(1, 400))
def test_every_record_comes_back_under_its_key_in_its_order(
    tmp_path: Path, pairs: list[tuple[str, bytes]], partitions: int, limit: int
) -> None:
    assert sort_on_disk(tmp_path / "spool", pairs, partitions, limit) == sort_in_memory(pairs)


def test_nothing_but_the_files_is_left_behind(tmp_path: Path) -> None:
    pairs = [(f"ocds-213czf-{number % 50}", b"x" * 100) for number in range(500)]
    assert len(sort_on_disk(tmp_path, pairs, partitions=1, limit=2000)) == 50
    assert [path.name for path in tmp_path.iterdir()] == ["0000.records"]


def test_a_key_goes_to_the_same_file_in_every_run(tmp_path: Path) -> None:
    for run in ("first", "second"):
        with Spool(tmp_path / run, 8) as spool:
            spool.add("ocds-213czf-1", run.encode())
    assert [path.name for path in (tmp_path / "first").iterdir() if path.stat().st_size] == [
        path.name for path in (tmp_path / "second").iterdir() if path.stat().st_size
    ]


def test_one_key_larger_than_the_limit_is_still_given_whole(tmp_path: Path) -> None:
    pairs = [("ocds-213czf-1", bytes([number])) for number in range(100)]
    assert sort_on_disk(tmp_path, pairs, partitions=2, limit=10) == {"ocds-213czf-1": [r for _, r in pairs]}
