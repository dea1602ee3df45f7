"""Worker processes, started only where there is enough to do."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Run(Protocol):
    """Calls a function once for each tuple of arguments; gives results as they come, in any order."""

    def __call__(self, function: Callable[..., T], calls: Sequence[tuple[Any, ...]]) -> Iterator[T]: ...


@contextmanager
def crew(workers: int) -> Iterator[Run]:
    """So many processes that stay for several rounds of calls; with one worker everything is done here."""
    if workers <= 1:
        yield _here
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:

        def run(function: Callable[..., T], calls: Sequence[tuple[Any, ...]]) -> Iterator[T]:
            futures = [pool.submit(function, *arguments) for arguments in calls]
            try:
                for future in as_completed(futures):
                    yield future.result()
            finally:
                for future in futures:
                    future.cancel()

        yield run


def _here(function: Callable[..., T], calls: Sequence[tuple[Any, ...]]) -> Iterator[T]:
    for arguments in calls:
        yield function(*arguments)
