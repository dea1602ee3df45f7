"""Worker processes, started only where there is enough to do."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Run(Protocol):
    """Calls a function once for each tuple of arguments; gives results as they come, in any order."""

    def __call__(self, function: Callable[..., T], calls: Sequence[tuple[Any, ...]]) -> Iterator[T]: ...


@contextmanager
def crew(workers: int) -> Iterator[Run]:
    """So many workers that stay for several rounds of calls: this process, which needs no start, and others."""
    others = workers - 1
    if others < 1:
        yield _here
        return
    with ProcessPoolExecutor(others, mp_context=get_context("spawn")) as pool, ThreadPoolExecutor(others) as hands:

        def run(function: Callable[..., T], calls: Sequence[tuple[Any, ...]]) -> Iterator[T]:
            waiting = iter(calls)  # shared: whoever is free takes the next
            elsewhere = [hands.submit(_hand_on, pool, function, waiting) for _ in range(others)]
            try:
                yield from _here(function, waiting)
            finally:
                for _ in waiting:
                    pass  # after an error nobody takes another call
            for done in elsewhere:
                yield from done.result()

        yield run


def _here(function: Callable[..., T], calls: Iterable[tuple[Any, ...]]) -> Iterator[T]:
    for arguments in calls:
        yield function(*arguments)


def _hand_on(pool: Executor, function: Callable[..., T], calls: Iterator[tuple[Any, ...]]) -> list[T]:
    """Let a process of the pool work on one call after the other."""
    return [pool.submit(function, *arguments).result() for arguments in calls]
