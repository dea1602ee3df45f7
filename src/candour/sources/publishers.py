"""The publishers that can be asked."""

import logging
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import msgspec

from candour.sources import contracts_finder, find_a_tender, public_contracts_scotland, sell2wales
from candour.sources.checkpoint import Checkpoint, Span, months_of
from candour.sources.client import Client
from candour.sources.cqc.fetch import fetch as fetch_cqc
from candour.sources.definition import NoticesDefinition, TablesDefinition, definitions, with_modules
from candour.sources.errors import SourceError
from candour.sources.fetched import Fetched
from candour.sources.task import Progress, Task

_ARRIVING = timedelta(minutes=5)
Ask = Callable[[Task[Any]], Iterator[Fetched]]
_log = logging.getLogger(__name__)


class Source(msgspec.Struct, frozen=True):
    """A publisher, and how it is asked."""

    definition: NoticesDefinition | TablesDefinition
    ask: Ask

    def fetch(
        self,
        since: datetime,
        until: datetime,
        client: Client,
        checkpoint: Path | None = None,
        progress: Progress = lambda _done, _total, _message: None,
        warn: Callable[[str], None] = _log.warning,
    ) -> Iterator[Fetched]:
        """Everything published from `since` until `until` (both with their zone), as it was sent.

        What is younger than five minutes may still be arriving, so that a fetch never reaches further.

        Taking the next one says that the last one is safe: only then does the checkpoint (a file) count it as done,
        so that an interrupted fetch can be called again with the same file. `warn` hears a line about what is odd.

        Raises:
            SourceError: the publisher gave up on us, or we on it; or `since` is not before `until`.
        """
        if since.tzinfo is None or until.tzinfo is None:
            raise SourceError("the times of a fetch need a zone; give them as 2026-10-01T00:00:00Z")
        settled = min(until, client.now() - _ARRIVING)
        span = Span(_whole_second(max(since, self._beginning(since))), _whole_second(settled))
        if span.start >= span.end:
            raise SourceError(f"there is nothing to fetch from {since:%Y-%m-%d} to {until:%Y-%m-%d}; check the dates")
        done = Checkpoint(self.definition.id, checkpoint)
        yield from self.ask(Task(self.definition, span, client, done, progress, warn))
        if isinstance(self.definition, NoticesDefinition):
            for message in _unexpected(self.definition, span, done):
                warn(message)

    def _beginning(self, otherwise: datetime) -> datetime:
        begins = self.definition.begins
        return datetime.combine(begins, time(), UTC) if begins else otherwise


def _whole_second(time_: datetime) -> datetime:
    return time_.astimezone(UTC).replace(microsecond=0)


def _unexpected(definition: NoticesDefinition, span: Span, done: Checkpoint) -> Iterator[str]:
    """A line for each whole month with fewer or more releases than its publisher ever has."""
    expected = definition.rows_per_month
    for month in months_of(span):
        if month.start < span.start or span.end < month.end:
            continue
        rows = done.rows(month)
        if not expected.min <= rows <= expected.max:
            yield (
                f"{definition.title} gave {rows} releases for {month.start:%B %Y}, and {expected.min} to "
                f"{expected.max} were expected; look at its website, and if that is right mend "
                f"definitions/sources/{definition.id}.yaml"
            )


_ASKED: Mapping[str, Ask] = {
    "contracts_finder": contracts_finder.fetch,
    "cqc": fetch_cqc,
    "find_a_tender": find_a_tender.fetch,
    "public_contracts_scotland": public_contracts_scotland.fetch,
    "sell2wales": sell2wales.fetch,
}
"""How each publisher is asked, by the id of its definition."""


def publishers() -> Mapping[str, Source]:
    """Every publisher, by the id of its definition.

    Raises:
        SourceError: a definition is wrong, or there is no module that asks its publisher.
    """
    known = {
        name: each for name, each in definitions().items() if isinstance(each, NoticesDefinition) or name in _ASKED
    }
    return {name: Source(*both) for name, both in with_modules(known, _ASKED).items()}
