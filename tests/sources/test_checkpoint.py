"""A checkpoint knows what is done, as a set of hours would."""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.sources.checkpoint import Checkpoint, Span
from candour.sources.errors import SourceError

START = datetime(2026, 1, 30, tzinfo=UTC)
HOURS = 24 * 4  # over the end of a month


def span(first: int, last: int) -> Span:
    return Span(START + timedelta(hours=first), START + timedelta(hours=last))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, HOURS), st.integers(1, HOURS), st.integers(5, 40)), max_size=8))
def test_every_hour_is_done_once_whatever_is_asked_for(asked: list[tuple[int, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "checkpoint"
        done: set[int] = set()
        for first, length, longest in asked:
            last = min(first + length, HOURS)
            checkpoint = Checkpoint("s", path)
            while first < last and (gap := checkpoint.gap("lane", span(first, last))):
                start = (gap.start - START) // timedelta(hours=1)
                end = min((gap.end - START) // timedelta(hours=1), start + longest)
                end = min(end, 48) if start < 48 else end
                assert done.isdisjoint(range(start, end))
                done.update(range(start, end))
                checkpoint.finish("lane", span(start, end), end - start)
            assert done.issuperset(range(first, last))
        again = Checkpoint("s", path)
        assert again.rows(span(0, HOURS)) == len(done)
        assert again.rows(span(0, 48)) == len([hour for hour in done if hour < 48])
        assert again.gap("another lane", span(0, 1)) == span(0, 1)


def test_a_checkpoint_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    checkpoint = Checkpoint("s", tmp_path / "file" / "checkpoint")
    with pytest.raises(SourceError, match="cannot write the checkpoint"):
        checkpoint.finish("lane", span(0, 1), 1)


def test_a_checkpoint_of_another_source_is_refused(tmp_path: Path) -> None:
    Checkpoint("one", tmp_path / "c").finish("lane", span(0, 1), 1)
    with pytest.raises(SourceError, match="is a checkpoint of one, not of other; name another file"):
        Checkpoint("other", tmp_path / "c")
