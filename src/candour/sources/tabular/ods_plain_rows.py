"""The rows of an OpenDocument sheet that need no XML parser, which are nearly all of a large one.

A row is plain if it is nothing but cells with at most one paragraph of text each, written as office programs write
them. Taking those out leaves XML that is as well-formed as before, for the parser; it reads a third as fast.
"""

import re
from collections.abc import Callable, Iterator

from candour.sources.tabular.numbers import iso, shortest
from candour.sources.tabular.sheet import LONGEST_CELL, MOST_COLUMNS, Cells

ROW_ENDS = b"</table:table-row>"
_ROW = re.compile(r"<table:table-row([^<>]*)>")
_CELL = re.compile(
    r"<table:table-cell([^<>]*)>(?:(?:<text:p>([^<\x00-\x08\x0b-\x1f]*)</text:p>)?(</table:table-cell>))?"
)
_ATTRIBUTES = re.compile(r'(?: [A-Za-z][\w:.-]*="[^"&]*")*')
_ATTRIBUTE = re.compile(r' ([\w:.-]+)="([^"]*)"')
_VALUES: dict[str, Callable[[str], str]] = {
    "office:value": shortest,
    "office:date-value": iso,
    "office:boolean-value": str,
    "office:string-value": str,
    "office:time-value": str,
}
_REPEATED = frozenset({"table:number-rows-repeated", "table:number-columns-repeated"})
_OTHER_ENTITY = re.compile(r"&(?!lt;|gt;|quot;|apos;|amp;)")
_NAMED = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
_MOST_KNOWN = 1 << 14
_LONGEST = 1 << 22

_Attributes = tuple[bool, int, str | None]
"""Whether the tag closes itself, how often the cell is repeated, and its value unless its text says it."""


def pieces(content: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes, cut behind the end of each row, or where one is too long to be waited for."""
    rest = b""
    for chunk in content:
        *rows, rest = (rest + chunk).split(ROW_ENDS)
        for row in rows:
            yield row + ROW_ENDS
        if len(rest) > _LONGEST:
            yield rest
            rest = b""
    if rest:
        yield rest


def may_be_plain(start: bytes) -> bool:
    """Whether a document that begins like this is written so that its rows can be told without a parser."""
    declared = re.search(rb"<\?xml[^>]*encoding=[\"']([^\"']*)", start)
    return start[:1] == b"<" and (declared is None or declared[1].lower() == b"utf-8")


def hides(piece: bytes) -> bool:
    """Whether a piece may open a comment or the like, in which the text of a row would be none."""
    return b"<!" in piece or piece.count(b"<?") > piece.startswith(b"<?xml")


class PlainRows:
    """Reads plain rows; what attributes mean is remembered, as most cells have the same."""

    def __init__(self) -> None:
        self._known: dict[str, _Attributes | None] = {}

    def read(self, piece: bytes) -> tuple[Cells, int] | None:
        """The cells and how often the row is repeated; None for whatever the parser has to read."""
        if not piece.startswith(b"<table:table-row") or len(piece) > LONGEST_CELL:
            return None
        try:
            text = piece[: -len(ROW_ENDS)].decode()
        except UnicodeDecodeError:
            return None
        row = _ROW.match(text)
        opening = self._attributes(row[1]) if row else None
        escaped = "&" in text
        if row is None or opening is None or opening[0] or (escaped and _OTHER_ENTITY.search(text)):
            return None
        cells = self._cells(_CELL.split(text[row.end() :]))
        if cells is None:
            return None
        return tuple(_unescaped(cell) if "&" in cell else cell for cell in cells) if escaped else tuple(
            cells
        ), opening[1]

    def _cells(self, parts: list[str]) -> list[str] | None:
        """The values of cells from (what is between, attributes, text, end) over and over."""
        if any(parts[::4]):
            return None
        found: list[str] = []
        blank = 0
        for attributes, text, end in zip(parts[1::4], parts[2::4], parts[3::4], strict=True):
            known = self._known.get(attributes) or self._attributes(attributes)
            if known is None or known[0] == bool(end):
                return None
            value = known[2] if known[2] is not None else text
            if not value:
                blank += known[1]
                continue
            if blank or known[1] > 1:
                if len(found) + blank + known[1] > MOST_COLUMNS:
                    return None
                found += [""] * blank
                blank = 0
                found += [value] * (known[1] - 1)
            found.append(value)
        return found if len(found) <= MOST_COLUMNS else None

    def _attributes(self, text: str) -> _Attributes | None:
        if text in self._known:
            return self._known[text]
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        self._known[text] = found = _read_attributes(text)
        return found


def _read_attributes(text: str) -> _Attributes | None:
    closes = text.endswith("/")
    body = text.removesuffix("/").rstrip()
    if not _ATTRIBUTES.fullmatch(body):
        return None
    times, value = 1, None
    for name, said in _ATTRIBUTE.findall(body):
        if name in _REPEATED:
            if not said.isascii() or not said.isdigit() or len(said) > 9:
                return None
            times = int(said)
        elif name in _VALUES:
            value = _VALUES[name](said)
    return closes, times, value


def _unescaped(text: str) -> str:
    """The five characters that XML names, the ampersand last."""
    for name, character in _NAMED.items():
        text = text.replace(name, character)
    return text
