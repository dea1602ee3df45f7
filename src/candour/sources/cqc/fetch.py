"""Asks CQC's API for what changed: the numbers of a window of time, then each record."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

import msgspec

from candour.sources.answer import Answer
from candour.sources.checkpoint import Cursor, Span
from candour.sources.definition import TablesDefinition
from candour.sources.errors import SourceError, StatusError
from candour.sources.fetched import Fetched
from candour.sources.task import Task

_LONGEST = timedelta(days=7)
_A_PAGE = 1000
_GONE = (404, 410)
_KINDS: tuple[Literal["provider", "location"], ...] = ("provider", "location")


class _Changes(msgspec.Struct):
    """One page of numbers."""

    changes: list[str]
    totalPages: int = 1  # noqa: N815 - the service's name


def fetch(task: Task[TablesDefinition]) -> Iterator[Fetched]:
    """Every record of a provider or a location that changed in the span, as it is now, one body each.

    A record that has gone since is passed over with a warning.

    Raises:
        SourceError: there is no key, or it is refused; or the service gave up on us.
    """
    for kind in _KINDS:
        while (window := task.window(kind, _LONGEST)) is not None:
            yield from _window(task, kind, window)


def _window(task: Task[TablesDefinition], kind: str, window: Span) -> Iterator[Fetched]:
    """One window of one kind; where it was interrupted it goes on behind the last number that is safe."""
    cursor = task.checkpoint.cursor(kind)
    done, rows = (cursor.url, cursor.rows) if cursor and cursor.span == window else ("", 0)
    for number in sorted(_numbers(task, kind, window)):
        if number <= done:
            continue
        answer = _record(task, kind, number)
        if answer is not None:
            rows += 1
            yield task.fetched(answer, f"{kind}_{number}")
        task.checkpoint.turn_to(kind, Cursor(window, number, 0, rows))
        task.show(window.start, rows, f"changed {kind}s")
    task.checkpoint.finish(kind, window, rows)
    task.show(window.end, rows, f"changed {kind}s")


def _numbers(task: Task[TablesDefinition], kind: str, window: Span) -> set[str]:
    first, last = (f"{time:%Y-%m-%dT%H:%M:%SZ}" for time in (window.start, window.end))
    found: set[str] = set()
    page = pages = 1
    while page <= pages:
        address = task.url(f"changes/{kind}", startTimestamp=first, endTimestamp=last, page=page, perPage=_A_PAGE)
        answer = _get(task, address)
        try:
            numbers = msgspec.json.decode(answer.content, type=_Changes)
        except msgspec.DecodeError as error:
            raise SourceError(f"{address} gave no list of changes ({error}); look at the service's status") from error
        found.update(number for number in numbers.changes if number)
        page, pages = page + 1, numbers.totalPages
    return found


def _record(task: Task[TablesDefinition], kind: str, number: str) -> Answer | None:
    address = task.url(f"{kind}s/{number}")
    try:
        return _get(task, address)
    except StatusError as error:
        if error.status not in _GONE:
            raise
        task.warn(f"{address} answered {error.status}: it changed and has gone since; nothing is known of the change")
        return None


def _get(task: Task[TablesDefinition], address: str) -> Answer:
    key = task.definition.key
    try:
        return task.get(address, headers=key.headers() if key else {})
    except StatusError as error:
        if error.status not in (401, 403) or key is None:
            raise
        raise SourceError(
            f"{task.definition.title} answered {error.status} and refused the key in {key.environment}; "
            f"check it, or ask for one at {key.from_whom}"
        ) from error
