"""Contracts Finder: a day at a time, page after page by its cursor. It answers 403 when hurried."""

from collections.abc import Iterator
from datetime import timedelta

from candour.sources import body
from candour.sources.checkpoint import Cursor, Span
from candour.sources.definition import Definition
from candour.sources.errors import SourceError
from candour.sources.fetched import Fetched
from candour.sources.task import Task, stamp

LIMIT = 100
_LANE = "all"
_DAY = timedelta(days=1)


def fetch(task: Task[Definition]) -> Iterator[Fetched]:
    """Days in order, every page of each."""
    while (window := task.window(_LANE, _DAY)) is not None:
        yield from _pages(task, _begin(task, window))
        task.show(window.end, task.checkpoint.rows(task.span))


def _begin(task: Task[Definition], window: Span) -> Cursor:
    """Where an interrupted fetch left this window, else its first page."""
    left = task.checkpoint.cursor(_LANE)
    if left and left.span.start == window.start:
        return left
    url = task.url(
        "Published/Notices/OCDS/Search",
        publishedFrom=f"{window.start:%Y-%m-%dT%H:%M:%S}",
        publishedTo=f"{window.end:%Y-%m-%dT%H:%M:%S}",
        limit=LIMIT,
    )
    return Cursor(window, url, 1, 0)


def _pages(task: Task[Definition], cursor: Cursor) -> Iterator[Fetched]:
    seen = set()
    while True:
        seen.add(cursor.url)
        answer = task.get(cursor.url)
        rows = body.rows(answer.content)
        yield task.fetched(answer, f"{stamp(cursor.span)}_{cursor.page}")
        link = task.next_page(answer) if rows else None
        if link is None:
            task.checkpoint.finish(_LANE, cursor.span, cursor.rows + rows)
            return
        if link in seen:
            raise SourceError(f"{cursor.url} leads back to {link}, so its pages never end; ask its publisher")
        cursor = Cursor(cursor.span, link, cursor.page + 1, cursor.rows + rows)
        task.checkpoint.turn_to(_LANE, cursor)
