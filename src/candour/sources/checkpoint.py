"""How far a fetch has come, in a small file, so that an interrupted one goes on where it was."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from candour.sources.errors import SourceError

FORMAT = "candour-checkpoint/1"


class Span(msgspec.Struct, frozen=True):
    """From `start` until just before `end`, UTC."""

    start: datetime
    end: datetime


class _Done(msgspec.Struct, frozen=True):
    start: datetime
    end: datetime
    rows: int


class Cursor(msgspec.Struct, frozen=True):
    """The page to go on with inside a span, and the releases on the pages before it."""

    span: Span
    url: str
    page: int
    rows: int


class _Lane(msgspec.Struct):
    done: list[_Done] = []
    cursor: Cursor | None = None
    seconds: float | None = None


class _File(msgspec.Struct):
    format: str
    source: str
    lanes: dict[str, _Lane]


class Checkpoint:
    """What of one source is done. Without a path it is forgotten at the end.

    A lane is one of several things that a source asks for over the same time, such as a notice type.
    """

    def __init__(self, source: str, path: Path | None = None) -> None:
        """Raises SourceError for a file that is no checkpoint of this source."""
        self._path = path
        self._file = _File(FORMAT, source, {})
        if path and path.exists():
            try:
                self._file = msgspec.json.decode(path.read_bytes(), type=_File)
            except (OSError, msgspec.DecodeError) as error:
                raise SourceError(f"{path} is no checkpoint ({error}); delete it to fetch from the start") from error
            if (self._file.format, self._file.source) != (FORMAT, source):
                raise SourceError(
                    f"{path} is a checkpoint of {self._file.source}, not of {source}; name another file"
                )

    def gap(self, lane: str, span: Span) -> Span | None:
        """The first part of a span that is not done."""
        start, end = span.start, span.end
        for done in self._lane(lane).done:
            if done.start <= start < done.end:
                start = done.end
            elif start < done.start:
                end = min(end, done.start)
                break
        return Span(start, end) if start < end else None

    def cursor(self, lane: str) -> Cursor | None:
        return self._lane(lane).cursor

    def seconds(self, lane: str) -> float | None:
        """The length of window to go on with."""
        return self._lane(lane).seconds

    def rows(self, span: Span) -> int:
        """The releases fetched in the parts that lie in a span, in all lanes."""
        return sum(
            done.rows
            for lane in self._file.lanes.values()
            for done in lane.done
            if span.start <= done.start and done.end <= span.end
        )

    def rows_in(self, lane: str, span: Span) -> int:
        """As `rows`, of one lane."""
        return sum(done.rows for done in self._lane(lane).done if span.start <= done.start and done.end <= span.end)

    def turn_to(self, lane: str, cursor: Cursor) -> None:
        """Records that the pages before a cursor are done."""
        self._lane(lane).cursor = cursor
        self._save()

    def remember(self, lane: str, seconds: float) -> None:
        """Records the length of window to go on with."""
        self._lane(lane).seconds = seconds
        self._save()

    def finish(self, lane: str, span: Span, rows: int) -> None:
        """Records that a span, which must not reach from one month into another, is done."""
        state = self._lane(lane)
        state.cursor = None
        done = sorted([*state.done, _Done(span.start, span.end, rows)], key=lambda each: each.start)
        state.done = []
        for each in done:
            last = state.done[-1] if state.done else None
            if last and last.end == each.start and month_of(last.start) == month_of(each.start):
                state.done[-1] = _Done(last.start, each.end, last.rows + each.rows)
            else:
                state.done.append(each)
        self._save()

    def _lane(self, lane: str) -> _Lane:
        return self._file.lanes.setdefault(lane, _Lane())

    def _save(self) -> None:
        if self._path is None:
            return
        new = self._path.with_name(f".{self._path.name}.{os.getpid()}.new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with new.open("wb") as file:
                file.write(msgspec.json.format(msgspec.json.encode(self._file), indent=1))
                file.flush()
                os.fsync(file.fileno())
            new.rename(self._path)
        except OSError as error:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise SourceError(f"cannot write the checkpoint {self._path}: {error.strerror}; make room") from error


def month_of(time: datetime) -> tuple[int, int]:
    return time.year, time.month


def month_span(year: int, month: int) -> Span:
    """A calendar month, UTC."""
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return Span(datetime(year, month, 1, tzinfo=UTC), datetime(*following, 1, tzinfo=UTC))


def months_of(span: Span) -> list[Span]:
    """The calendar months that a span touches, whole."""
    months = [month_span(*month_of(span.start))]
    while months[-1].end < span.end:
        months.append(month_span(*month_of(months[-1].end)))
    return months
