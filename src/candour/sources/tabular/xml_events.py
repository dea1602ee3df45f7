"""XML read piece by piece, nothing expanded, nothing held: what spreadsheets are made of."""

from collections import deque
from collections.abc import Iterator
from typing import Protocol
from xml.parsers import expat

from candour.ocds.problems import Problem
from candour.sources.tabular import rules
from candour.sources.tabular.rules import problem
from candour.sources.tabular.sheet import RowOrProblem, Sheet

MOST_UNREAD = 1 << 24
"""Bytes that one tag may take: an attribute longer than this is no spreadsheet's."""

Event = str | RowOrProblem
"""A sheet's name, then its rows and problems, then the next name."""


class RefusedError(Exception):
    """The XML is of a kind that is not read; the message says which."""


class Handlers(Protocol):
    """Is told of elements and texts, and leaves finished events in `events`."""

    events: deque[Event]

    def start(self, name: str, attributes: list[str], /) -> None: ...

    def end(self, name: str, /) -> None: ...

    def text(self, text: str, /) -> None: ...


def events(chunks: Iterator[bytes], handlers: Handlers, where: str) -> Iterator[Event]:
    """What `handlers` make of the XML, as soon as they do; damage is a problem at the end."""
    feed = Feed(handlers, where)
    for chunk in chunks:
        feed.take(chunk)
        while handlers.events:
            yield handlers.events.popleft()
        if feed.broken:
            return
    feed.end()
    yield from handlers.events


class Feed:
    """A parser that is given bytes; damage is an event, behind which nothing is taken."""

    def __init__(self, handlers: Handlers, where: str) -> None:
        self.broken = False
        self._handlers, self._where, self._fed = handlers, where, 0
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartElementHandler = handlers.start
        parser.EndElementHandler = handlers.end
        parser.CharacterDataHandler = handlers.text
        parser.StartDoctypeDeclHandler = _refuse_doctype

    def take(self, chunk: bytes) -> None:
        """The next bytes of the document."""
        self._parse(chunk, False)

    def end(self) -> None:
        """No more bytes come."""
        self._parse(b"", True)

    def _parse(self, chunk: bytes, last: bool) -> None:
        self._fed += len(chunk)
        try:
            self._parser.Parse(chunk, last)
            if self._fed - self._parser.CurrentByteIndex > MOST_UNREAD:
                raise RefusedError(f"one tag is longer than {MOST_UNREAD:,} bytes")
        except (expat.ExpatError, RefusedError, LookupError, ValueError) as error:  # the last two: strange encodings
            why = str(error) if isinstance(error, RefusedError) else f"its XML is broken ({error})"
            self._handlers.events.append(problem(rules.SHEET_BROKEN, self._where, found=why))
            self.broken = True


def _refuse_doctype(*_: object) -> None:
    raise RefusedError("it declares a document type, which no spreadsheet does")


def by_sheet(found: Iterator[Event]) -> Iterator[Sheet | Problem]:
    """Events as sheets; whatever of a sheet was not asked for is passed over."""
    pending = next(found, None)
    while pending is not None:
        if not isinstance(pending, str):
            if isinstance(pending, Problem):
                yield pending
            pending = next(found, None)
            continue
        after: list[str] = []
        yield Sheet(pending, _until_next(found, after))
        for _ in _until_next(found, after) if not after else ():
            pass
        pending = after[0] if after else None


def _until_next(found: Iterator[Event], after: list[str]) -> Iterator[RowOrProblem]:
    for event in found:
        if isinstance(event, str):
            after.append(event)
            return
        yield event
