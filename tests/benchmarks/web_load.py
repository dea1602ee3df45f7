"""Readers of a website on this machine: one after the other, or so many a second for so long.

The rate is kept whatever the answers: who has to wait for a free connection waits in the figures, too.
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from math import ceil
from urllib.parse import urlsplit

AT_MOST = 600
"""Seconds that a load lasts, whatever it waits for."""

_TIMING = re.compile(rb"server-timing: total;dur=([\d.]+)", re.IGNORECASE)
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"transfer-encoding: chunked", re.IGNORECASE)

_Wanted = asyncio.Queue[tuple[str, str, float] | None]
"""Kinds and paths with the moment when each is due; None ends it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One answer: its kind of page, its status (0 where there was none), and how long it took in milliseconds.

    `server` is what the server says it took (None where it says nothing), `reader` what its reader waited.
    """

    kind: str
    path: str
    status: int
    reader: float
    server: float | None
    bytes: int


def one_by_one(address: str, paths: Sequence[tuple[str, str]]) -> list[Asked]:
    """Ask for each (kind, path) once, in order, on one connection."""
    return asyncio.run(_in_order(address, paths))


def at_a_rate(
    address: str, paths: Sequence[tuple[str, str]], *, rate: int, seconds: float, until: Callable[[], bool]
) -> list[Asked]:
    """Ask for the paths in turn, so many a second, on as many connections as it takes up to 64.

    It lasts so long, and then until `until` is true, ten minutes at most.
    """
    return asyncio.run(_at_a_rate(address, paths, rate, seconds, until))


async def _in_order(address: str, paths: Sequence[tuple[str, str]]) -> list[Asked]:
    reader = _Reader(address)
    try:
        return [await reader.ask(kind, path, time.perf_counter()) for kind, path in paths]
    finally:
        reader.leave()


async def _at_a_rate(
    address: str, paths: Sequence[tuple[str, str]], rate: int, seconds: float, until: Callable[[], bool]
) -> list[Asked]:
    wanted: _Wanted = asyncio.Queue()
    found: list[Asked] = []
    readers = [asyncio.create_task(_go_on(_Reader(address), wanted, found)) for _ in range(64)]
    began = time.perf_counter()
    for number, (kind, path) in zip(range(rate * AT_MOST), cycle(paths), strict=False):
        if number >= rate * seconds and until():
            break
        due = began + number / rate
        if (early := due - time.perf_counter()) > 0:
            await asyncio.sleep(early)
        wanted.put_nowait((kind, path, due))
    for _ in readers:
        wanted.put_nowait(None)
    await asyncio.gather(*readers)
    return found


async def _go_on(reader: "_Reader", wanted: _Wanted, found: list[Asked]) -> None:
    try:
        while (next_one := await wanted.get()) is not None:
            found.append(await reader.ask(*next_one))
    finally:
        reader.leave()


class _Reader:
    """A connection that stays open between questions."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._host, self._port = parts.hostname or "127.0.0.1", parts.port or 80
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, kind: str, path: str, due: float) -> Asked:
        """One answer; an error of the connection is an answer with the status 0."""
        try:
            async with asyncio.timeout(60):
                status, head, body = await self._ask(path)
        except (OSError, EOFError, TimeoutError):
            self.leave()
            status, head, body = 0, b"", b""
        waited = (time.perf_counter() - due) * 1000
        timing = _TIMING.search(head)
        return Asked(kind, path, status, waited, float(timing[1]) if timing else None, len(body))

    def leave(self) -> None:
        """Close the connection."""
        if self._streams:
            self._streams[1].close()
        self._streams = None

    async def _ask(self, path: str) -> tuple[int, bytes, bytes]:
        if self._streams is None:
            self._streams = await asyncio.open_connection(self._host, self._port, limit=2**24)
        incoming, outgoing = self._streams
        lines = (f"GET {path} HTTP/1.1", f"Host: {self._host}:{self._port}", "Accept-Encoding: gzip", "", "")
        outgoing.write("\r\n".join(lines).encode())
        head = await incoming.readuntil(b"\r\n\r\n")
        status = int(head.split(b" ", 2)[1])
        if _CHUNKED.search(head):
            return status, head, b"".join([chunk async for chunk in _chunks(incoming)])
        length = _LENGTH.search(head)
        return status, head, await incoming.readexactly(int(length[1])) if length else b""


async def _chunks(incoming: asyncio.StreamReader) -> AsyncIterator[bytes]:
    while size := int(await incoming.readuntil(b"\r\n"), 16):
        yield await incoming.readexactly(size)
        await incoming.readexactly(2)
    await incoming.readuntil(b"\r\n")


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so large a share of them does not pass, by the nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


def by_kind(asked: Sequence[Asked]) -> Iterator[tuple[str, list[Asked]]]:
    """The answers of each kind of page, in the order in which the kinds were first asked for."""
    for kind in dict.fromkeys(one.kind for one in asked):
        yield kind, [one for one in asked if one.kind == kind]
