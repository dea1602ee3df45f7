"""Find a Tender: one request a window of time, because following its cursor loses rows at page boundaries."""

from collections.abc import Generator, Iterator
from datetime import timedelta

from candour.sources import body
from candour.sources.answer import Answer
from candour.sources.checkpoint import Span
from candour.sources.definition import Definition
from candour.sources.fetched import Fetched
from candour.sources.task import Task, stamp
from candour.sources.uk_time import indivisible, undivided
from candour.sources.uk_time import window as uk_window

LIMIT = 100
_LANE = "all"
_LONGEST, _SHORTEST = timedelta(days=1), timedelta(seconds=1)


def fetch(task: Task[Definition]) -> Iterator[Fetched]:
    """Windows in order, each so short that its page is not full.

    Both ends of a window may count as inside it, so a release of that very second can come twice; none is lost.
    """
    length = timedelta(seconds=task.checkpoint.seconds(_LANE) or _LONGEST.total_seconds())
    while (window := _window(task, length)) is not None:
        first, last = uk_window(window.start, window.end)
        answer = task.get(task.url("ocdsReleasePackages", updatedFrom=first, updatedTo=last, limit=LIMIT))
        rows = body.rows(answer.content)
        if rows >= LIMIT and _can_be_split(window):
            length = max(_SHORTEST, _whole_seconds((window.end - window.start) / 2))
            task.checkpoint.remember(_LANE, length.total_seconds())
            continue
        yield task.fetched(answer, stamp(window))
        if rows >= LIMIT:
            rows += yield from _rest(task, window, answer)
        if rows <= LIMIT / 3:
            length = min(_LONGEST, length * 2)
            task.checkpoint.remember(_LANE, length.total_seconds())
        task.checkpoint.finish(_LANE, window, rows)
        task.show(window.end, task.checkpoint.rows(task.span))


def _window(task: Task[Definition], length: timedelta) -> Span | None:
    window = task.window(_LANE, length)
    return window and task.window(_LANE, undivided(window) - window.start)


def _can_be_split(window: Span) -> bool:
    period = indivisible(window.start)
    return window.end - window.start > _SHORTEST and not period.start <= window.start < period.end


def _rest(task: Task[Definition], window: Span, answer: Answer) -> Generator[Fetched, None, int]:
    """The other pages of a window that cannot be split, as well as the cursor gives them. Returns their rows."""
    task.warn(
        f"{task.definition.title} has {LIMIT} releases or more from {window.start:%Y-%m-%d %H:%M:%S} to "
        f"{window.end:%H:%M:%S} UTC, which cannot be split: some may be missing from its later pages; "
        f"compare with the website"
    )
    rows, page = 0, 1
    while body.rows(answer.content) and (link := task.next_page(answer)):
        answer, page = task.get(link), page + 1
        rows += body.rows(answer.content)
        yield task.fetched(answer, f"{stamp(window)}_{page}")
    return rows


def _whole_seconds(length: timedelta) -> timedelta:
    return timedelta(seconds=int(length.total_seconds()))
