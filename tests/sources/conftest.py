"""A bad server, and a client whose time passes without anybody waiting."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from candour.sources.client import Client
from candour.sources.publishers import Source, publishers

from .bad_server import BadServer


@dataclass
class FakeTime:
    """Seconds that pass by sleeping, and by `tick` whenever somebody looks."""

    seconds: float = 1000
    tick: float = 0
    slept: list[float] = field(default_factory=list)

    def clock(self) -> float:
        self.seconds += self.tick
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    def now(self) -> datetime:
        return datetime(2026, 11, 1, tzinfo=UTC) + timedelta(seconds=self.seconds)


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[BadServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    server = BadServer()
    yield server
    server.close()


@pytest.fixture
def client(server: BadServer, time: FakeTime) -> Iterator[Client]:
    with Client(contact="a@example.org", clock=time.clock, sleep=time.sleep, now=time.now, chance=lambda: 1.0) as it:
        yield it


@pytest.fixture
def source(server: BadServer) -> Callable[..., Source]:
    """A real publisher whose address is the bad server's."""

    def named(name: str, **changes: object) -> Source:
        found = publishers()[name]
        definition = msgspec.structs.replace(found.definition, base_url=server.url, **changes)
        return msgspec.structs.replace(found, definition=definition)

    return named
