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
    parser = _parser(handlers)
    ready = handlers.events
    fed = 0
    try:
        for chunk in chunks:
            fed += len(chunk)
            parser.Parse(chunk, False)
            if fed - parser.CurrentByteIndex > MOST_UNREAD:
                raise RefusedError(f"one tag is longer than {MOST_UNREAD:,} bytes")
            while ready:
                yield ready.popleft()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        ready.append(problem(rules.SHEET_BROKEN, where, found=f"its XML is broken ({error})"))
    except RefusedError as error:
        ready.append(problem(rules.SHEET_BROKEN, where, found=str(error)))
    yield from ready


def _parser(handlers: Handlers) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.StartElementHandler = handlers.start
    parser.EndElementHandler = handlers.end
    parser.CharacterDataHandler = handlers.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


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
