"""One fetch from one source: what every source's module works with."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Generic, TypeVar

import httpx
import msgspec

from candour.sources import body
from candour.sources.answer import Answer
from candour.sources.checkpoint import Checkpoint, Span, month_of, month_span
from candour.sources.client import Client
from candour.sources.definition import Definition
from candour.sources.errors import SourceError
from candour.sources.fetched import Fetched

Progress = Callable[[int, int, str], None]
"""Called with how much is done, how much there is to do, and a line about it."""


_NO_HEADERS: Mapping[str, str] = MappingProxyType({})
_Described = TypeVar("_Described", bound=Definition, covariant=True)


class Task(msgspec.Struct, Generic[_Described], frozen=True):
    """Everything that one fetch needs."""

    definition: _Described
    span: Span
    client: Client
    checkpoint: Checkpoint
    progress: Progress
    warn: Callable[[str], None]

    def url(self, path: str, **parameters: str | int) -> str:
        return str(httpx.URL(self.definition.base_url).join(path).copy_merge_params(parameters))

    def get(self, url: str, headers: Mapping[str, str] = _NO_HEADERS) -> Answer:
        """A page of data, whatever state its JSON is in. `headers` go to that host only."""
        answer = self.client.get(url, self.definition.rate, body.page_fault, headers)
        if body.parsed(answer.content) is None:
            self.warn(f"{url} is not valid JSON; it is kept as it came: record a correction to have it read")
        return answer

    def next_page(self, answer: Answer) -> str | None:
        """Where the next page is.

        Raises:
            SourceError: the link leads to another host.
        """
        link = body.next_link(answer.content)
        if link is None:
            return None
        here = httpx.URL(answer.url)
        target = here.join(link).copy_with(scheme=here.scheme)
        if target.netloc != here.netloc:
            raise SourceError(f"{answer.url} says that its next page is {link}, on another host; ask its publisher")
        return str(target)

    def fetched(self, answer: Answer, part: str) -> Fetched:
        return Fetched(
            content=answer.content,
            url=answer.url,
            name=f"{self.definition.id}_{part}.json",
            media_type=answer.media_type,
            fetched=answer.received,
        )

    def window(self, lane: str, longest: timedelta) -> Span | None:
        """The next window to fetch: at most so long, and within one month."""
        gap = self.checkpoint.gap(lane, self.span)
        if gap is None:
            return None
        return Span(gap.start, min(gap.end, gap.start + longest, month_span(*month_of(gap.start)).end))

    def show(self, reached: datetime, rows: int, what: str = "releases") -> None:
        """Progress along the time that is asked for, in hours."""
        hour = timedelta(hours=1)
        done, total = (reached - self.span.start) // hour, -((self.span.start - self.span.end) // hour)
        self.progress(min(done, total), total, f"{self.definition.title} to {reached:%Y-%m-%d %H:%M}, {rows} {what}")


def stamp(span: Span) -> str:
    """A span as file names have it."""
    return f"{span.start:%Y%m%dT%H%M%SZ}_{span.end:%Y%m%dT%H%M%SZ}"
