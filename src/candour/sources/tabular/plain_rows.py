"""Takes out of a sheet's XML the rows that need no parser, which are nearly all of a large one.

A row is plain if it is nothing but simple cells, written as office programs write them. Taking those out leaves XML
that is as well-formed as before, for the parser, which takes much longer for each.
"""

import re
from collections.abc import Iterator
from typing import Protocol

from candour.sources.tabular.sheet import LONGEST_CELL, Cells
from candour.sources.tabular.xml_events import Event, Feed, Handlers

_LONGEST = 1 << 22


class TakesRows(Handlers, Protocol):
    """Handlers that also take rows which were read without the parser."""

    @property
    def at_rows(self) -> bool:
        """Whether a row may begin here."""

    def take_row(self, cells: Cells, number: int) -> None:
        """A row; what `number` is, the format says."""


class ReadsRows(Protocol):
    """Reads the plain rows of a format; `ends` is the tag that ends one."""

    ends: bytes

    def read(self, row: str) -> tuple[Cells, int] | None:
        """A row without the tag that ends it, as its handlers take it; None for whatever the parser has to read."""


def events(content: Iterator[bytes], handlers: TakesRows, plain: ReadsRows, where: str) -> Iterator[Event]:
    """Plain rows straight from the bytes, everything else by the parser, in the order of the document."""
    feed = Feed(handlers, where)
    trusted = True
    for at, piece in enumerate(_pieces(content, plain.ends)):
        if at == 0:
            trusted = _may_be_plain(piece)
        row = _plain_row(piece, plain) if trusted and handlers.at_rows else None
        if row is not None:
            handlers.take_row(*row)
        else:
            trusted = trusted and not _hides(piece)
            feed.take(piece)
        while handlers.events:
            yield handlers.events.popleft()
        if feed.broken:
            return
    feed.end()
    yield from handlers.events


def _pieces(content: Iterator[bytes], ends: bytes) -> Iterator[bytes]:
    """The same bytes, cut behind the end of each row, or where one is too long to be waited for."""
    rest = b""
    for chunk in content:
        *rows, rest = (rest + chunk).split(ends)
        for row in rows:
            yield row + ends
        if len(rest) > _LONGEST:
            yield rest
            rest = b""
    if rest:
        yield rest


def _plain_row(piece: bytes, plain: ReadsRows) -> tuple[Cells, int] | None:
    if len(piece) > LONGEST_CELL or not piece.endswith(plain.ends):
        return None
    try:
        return plain.read(piece[: -len(plain.ends)].decode())
    except UnicodeDecodeError:
        return None


def _may_be_plain(start: bytes) -> bool:
    """Whether a document that begins like this is in UTF-8."""
    declared = re.search(rb"<\?xml[^>]*encoding=[\"']([^\"']*)", start)
    return start[:1] == b"<" and (declared is None or declared[1].lower() == b"utf-8")


def _hides(piece: bytes) -> bool:
    """Whether a piece may open a comment or the like, in which the text of a row would be none."""
    return b"<!" in piece or piece.count(b"<?") > piece.startswith(b"<?xml")
