"""The plain rows of an OpenDocument sheet: cells with at most one paragraph of text each."""

import re
from collections.abc import Callable

from candour.sources.tabular.numbers import iso, shortest
from candour.sources.tabular.sheet import MOST_COLUMNS, Cells

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

_Attributes = tuple[bool, int, str | None]
"""Whether the tag closes itself, how often the cell is repeated, and its value unless its text says it."""


class OdsPlainRows:
    """Reads plain rows; what attributes mean is remembered, as most cells have the same."""

    ends = b"</table:table-row>"

    def __init__(self) -> None:
        self._known: dict[str, _Attributes | None] = {}

    def read(self, row: str) -> tuple[Cells, int] | None:
        """The cells, and how often the row is repeated."""
        begins = _ROW.match(row)
        opening = self._attributes(begins[1]) if begins else None
        escaped = "&" in row
        if begins is None or opening is None or opening[0] or (escaped and _OTHER_ENTITY.search(row)):
            return None
        cells = self._cells(_CELL.split(row[begins.end() :]))
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
