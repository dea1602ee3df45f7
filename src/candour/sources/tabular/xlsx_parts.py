"""What the sheets of an XLSX workbook share: their names, their texts, and which styles are dates."""

import re
from collections import deque
from collections.abc import Iterator

import msgspec

from candour.ocds.problems import Problem
from candour.sources.tabular.sheet import LONGEST_CELL
from candour.sources.tabular.xml_events import Event, RefusedError, events

MOST_SHARED_TEXT = 1 << 28
"""Characters in all that the shared texts of a workbook may have; they are what is held in memory."""
_DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NOT_OF_A_DATE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Workbook(msgspec.Struct):
    """`sheets` are (name, path of the part); `dates` the numbers of the cell styles that show dates."""

    sheets: list[tuple[str, str]] = []
    texts: list[str] = []
    dates: set[int] = set()
    since_1904: bool = False


def local(name: str) -> str:
    """An element's name without the prefix that some programs write."""
    return name[name.rfind(":") + 1 :]


def unescape(text: str) -> str:
    """Characters that XML cannot hold are written _x000D_ in these files."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def workbook(parts: Iterator[tuple[str, Iterator[bytes]]], where: str) -> Iterator[Workbook | Problem]:
    """Whatever is wrong with the parts that are not sheets, and at last the workbook."""
    found = Workbook()
    names: list[tuple[str, str]] = []
    paths: dict[str, str] = {}
    for part, content in parts:
        handlers: _Part | None = None
        if part == "xl/workbook.xml":
            handlers = _Names(names, found)
        elif part == "xl/_rels/workbook.xml.rels":
            handlers = _Paths(paths)
        elif part == "xl/styles.xml":
            handlers = _Styles(found.dates)
        elif part == "xl/sharedStrings.xml":
            handlers = _Texts(found.texts)
        if handlers is not None:
            yield from (each for each in events(content, handlers, f"{where}/{part}") if isinstance(each, Problem))
    found.sheets = [(name, paths.get(id, "")) for name, id in names]
    yield found


class _Part:
    def __init__(self) -> None:
        self.events: deque[Event] = deque()

    def start(self, name: str, attributes: list[str], /) -> None:
        pairs = {local(key): value for key, value in zip(attributes[::2], attributes[1::2], strict=True)}
        self.element(local(name), pairs)

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass

    def element(self, name: str, attributes: dict[str, str]) -> None:
        raise NotImplementedError


class _Names(_Part):
    def __init__(self, names: list[tuple[str, str]], found: Workbook) -> None:
        super().__init__()
        self._names, self._found = names, found

    def start(self, name: str, attributes: list[str], /) -> None:
        pairs = dict(zip(attributes[::2], attributes[1::2], strict=True))
        if local(name) == "sheet":  # it has both r:id and sheetId, and its prefix is for each program to choose
            id = next((value for key, value in pairs.items() if key.endswith(":id")), "")
            self._names.append((pairs.get("name", ""), id))
        elif local(name) == "workbookPr":
            self._found.since_1904 = pairs.get("date1904") in ("1", "true")


class _Paths(_Part):
    def __init__(self, paths: dict[str, str]) -> None:
        super().__init__()
        self._paths = paths

    def element(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
            target = attributes.get("Target", "")
            self._paths[attributes.get("Id", "")] = target[1:] if target.startswith("/") else f"xl/{target}"


class _Styles(_Part):
    """A cell names its style by number: the position in cellXfs, which names a format."""

    def __init__(self, dates: set[int]) -> None:
        super().__init__()
        self._dates, self._formats = dates, set(_DATE_FORMATS)
        self._styles = -1
        self._in_styles = False

    def element(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            shown = _NOT_OF_A_DATE.sub("", attributes.get("formatCode", "")).lower()
            if shown != "general" and any(letter in shown for letter in "ymdhs"):
                self._formats.add(_number(attributes.get("numFmtId", "")))
        elif name == "cellXfs":
            self._in_styles = True
        elif name == "xf" and self._in_styles:
            self._styles += 1
            if _number(attributes.get("numFmtId", "")) in self._formats:
                self._dates.add(self._styles)

    def end(self, name: str) -> None:
        if local(name) == "cellXfs":
            self._in_styles = False


class _Texts(_Part):
    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self._texts = texts
        self._parts: list[str] = []
        self._taken, self._phonetic, self._all = False, 0, 0

    def start(self, name: str, _: list[str], /) -> None:
        name = local(name)
        if name == "si":
            self._parts = []
        elif name == "rPh":
            self._phonetic = 1
        self._taken = name == "t" and not self._phonetic

    def end(self, name: str) -> None:
        name = local(name)
        if name == "si":
            self._texts.append(unescape("".join(self._parts))[: LONGEST_CELL + 1])
        elif name == "rPh":
            self._phonetic = 0
        self._taken = False

    def text(self, text: str) -> None:
        if self._taken:
            self._all += len(text)
            if self._all > MOST_SHARED_TEXT:
                raise RefusedError(f"its texts are longer than {MOST_SHARED_TEXT:,} characters in all")
            self._parts.append(text)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
