"""Reads a text of JSON values that follow one another, on one line each or over many."""

import re
from bisect import bisect_left
from collections.abc import Generator, Iterator

from candour.ocds.read.cursor import Cursor
from candour.ocds.read.limits import Limits
from candour.ocds.read.package import NO_PACKAGE
from candour.ocds.read.problems import EMPTY, NO_RELEASES, NOT_JSON, problem_at
from candour.ocds.read.raw_release import Item
from candour.ocds.read.release_head import MalformedError
from candour.ocds.read.release_reader import ReleaseReader
from candour.ocds.read.release_start import next_release_start
from candour.ocds.read.suspicion import suspects_in
from candour.ocds.read.text import Text
from candour.ocds.read.walk import Walk
from candour.ocds.read.what_it_is import what_it_is

_LOOK_AHEAD = 1 << 20
_BETWEEN = b" \t\r\n,\x1e\xef\xbb\xbf"  # blanks, commas, record separators, and byte order marks of joined files
_NEXT_LINE_OF_JSON = re.compile(rb"\n[ \t]*+(?=[{\[])")
_LONGEST_START = 4000  # how much of the beginning of a release may be divided between two reads


def read_text(chunks: Iterator[bytes], name: str, limits: Limits) -> Iterator[Item]:
    """The releases in a text that comes as UTF-8 `chunks`, and its problems."""
    return TextReader(chunks, name, limits).items()


class NotLinesError(Exception):
    """There is something other than one release on each line."""


class TextReader:
    """One pass over a text: `position` is where the next value is looked for.

    The text may be the end of a larger one, behind some `lines_before`.
    """

    def __init__(self, chunks: Iterator[bytes], name: str, limits: Limits, lines_before: int = 0) -> None:
        self._text = Text(chunks, lines_before)
        self._cursor = Cursor(self._text)
        self._reader = ReleaseReader(limits)
        self._walk = Walk(self._cursor, self._reader, name, limits)
        self._limits = limits
        self._name = name
        self._position = 0
        self._in_lines = False

    def items(self) -> Iterator[Item]:
        """All that the text holds."""
        text = self._text
        if not self._find_value():
            yield problem_at(EMPTY, self._name, "only blanks" if text.end else "an empty file")
            return
        anything = False
        for item in self._values():
            anything = True
            yield item
        if not anything:
            yield problem_at(NO_RELEASES, self._name)

    def lines_only(self) -> Iterator[Item]:
        """All that the text holds, if that is a release on each line. Raises NotLinesError where it is not."""
        if self._find_value():
            yield from self._lines()
            if self._find_value():
                raise NotLinesError

    def _values(self) -> Iterator[Item]:
        text = self._text
        while self._find_value():
            if text.data[self._position - text.start] not in b"{[":
                yield from self._foreign()
            elif not (yield from self._lines()):
                yield from self._value()

    def _find_value(self) -> bool:
        """Go to where the next value begins; False at the end of the text."""
        text = self._text
        while True:
            rest = text.cut(self._position, min(self._position + 64, text.end))
            found = rest.lstrip(_BETWEEN)
            self._position += len(rest) - len(found)
            if found:
                return True
            if self._position == text.end and not text.more(self._position):
                return False

    def _line_end(self) -> int | None:
        """Where the line at the position ends; None if that is too far away to look."""
        text = self._text
        while (found := text.data.find(b"\n", self._position - text.start)) < 0:
            if text.end - self._position >= _LOOK_AHEAD:
                return None
            if not text.more(self._position):
                return text.end
        return text.start + found

    def _lines(self) -> Generator[Item, None, bool]:
        """The releases that fill a line each; returns whether there was one."""
        any_found = False
        while (end := self._line_end()) is not None:
            text = self._text
            last = max(end, text.start + text.data.rfind(b"\n"))
            number = text.line_at(self._position)
            block = text.cut(self._position, last)
            suspects = [self._position + offset for offset in suspects_in(block, self._limits.depth)]
            for line in block.split(b"\n"):
                behind = self._position + len(line) + 1
                suspect = bool(suspects) and suspects[0] < behind
                if line and not line.isspace():
                    items = self._line(line, number, suspect)
                    if items is None:
                        return any_found
                    any_found = self._in_lines = True
                    yield from items
                if suspect:
                    suspects = suspects[bisect_left(suspects, behind) :]
                self._position = behind
                number += 1
            self._position = min(self._position, text.end)
            if not self._find_value():
                return True
        return any_found

    def _line(self, line: bytes, number: int, suspect: bool) -> list[Item] | None:
        """The release that fills `line`; None when it is something else or goes on below."""
        try:
            return self._reader.read(line, f"{self._name}: line {number}", NO_PACKAGE, suspect=suspect)
        except MalformedError:
            return None

    def _value(self) -> Iterator[Item]:
        """The releases in a value that is a package, a record or an array, or that does not end on its line."""
        cursor = self._cursor
        end = self._line_end()
        cursor.restart(self._position, 0)
        cursor.bound = end if end is not None and self._is_broken_line(end) else None
        yield from self._walk.value()
        cursor.bound = None
        self._position = cursor.position
        self._in_lines = end is not None and cursor.position <= end

    def _is_broken_line(self, end: int) -> bool:
        """Whether what begins on this line and does not end on it was cut off, rather than goes on below.

        It goes on unless the next line starts another object at its very beginning where none can stand.
        """
        text = self._text
        if end + 2 > text.end and not text.more(self._position):
            return False
        following = text.cut(end + 1, text.end)[:1]
        last = text.cut(self._position, end).rstrip()[-1:]
        return following in (b"{", b"[") and last not in (b"[", b":") and (self._in_lines or last != b",")

    def _foreign(self) -> Iterator[Item]:
        """Pass over what is not JSON, up to the next line that could be or to what starts like a release."""
        text = self._text
        start = self._position
        line = text.line_at(start)
        sample = text.cut(start, min(start + 4000, text.end))
        while (found := self._next_json()) is None:
            self._position = max(self._position, text.end - _LONGEST_START)
            if not text.more(self._position):
                break
        self._position = text.end if found is None else found
        self._in_lines = False
        yield problem_at(NOT_JSON, f"{self._name}: line {line}, byte {start}", what_it_is(sample))

    def _next_json(self) -> int | None:
        """Where JSON could begin again, in what has been taken in so far."""
        text = self._text
        position = self._position - text.start
        line = _NEXT_LINE_OF_JSON.search(text.data, position)
        release = next_release_start(text.data, position, line.end() if line else len(text.data))
        if release is not None:
            return text.start + release
        return text.start + line.end() if line else None
