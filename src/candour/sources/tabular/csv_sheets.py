"""Comma-separated values: any of four delimiters, UTF-8, UTF-16 or cp1252, one bad row never costing the next."""

import csv
import io
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

from candour.ocds.problems import Problem
from candour.ocds.read.what_it_is import what_it_is
from candour.sources.tabular import rules
from candour.sources.tabular.rules import problem
from candour.sources.tabular.sheet import LONGEST_CELL, MOST_COLUMNS, RowOrProblem, Sheet

_DELIMITERS = ",;\t|"
_SAMPLE = 1 << 16
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a"))
_TEXT_HAS_FEWER = 30
"""A stray control character is a misprint; where it is one in so many, it is no text."""
_MOST_BROKEN = 1_000


def csv_sheets(file: BinaryIO, name: str) -> Iterator[Sheet | Problem]:
    """The one sheet of a CSV file that can be sought in; its name is empty."""
    sample = file.read(_SAMPLE)
    wide = sample.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not sample.strip():
        yield problem(rules.NOT_A_TABLE, name, found="nothing at all")
        return
    if not wide and (_is_binary(sample) or sample.lstrip()[:1] in (b"<", b"{", b"[")):
        yield problem(rules.NOT_A_TABLE, name, found=what_it_is(sample))
        return
    file.seek(0)
    encoding = _encoding(file)
    if encoding not in ("utf-8", "utf-8-sig"):
        yield problem(rules.CODE_PAGE, name, found=encoding)
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    try:
        yield Sheet("", _rows(text, _delimiter(text)), aligned=True)
    finally:
        text.detach()


def _is_binary(sample: bytes) -> bool:
    return (len(sample) - len(sample.translate(None, _CONTROL))) * _TEXT_HAS_FEWER > len(sample)


def _encoding(file: BinaryIO) -> str:
    start = file.read(_SAMPLE)
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    file.seek(0)
    text = io.TextIOWrapper(file, "utf-8")
    try:
        while text.read(_SAMPLE):
            pass
    except UnicodeDecodeError:
        return "cp1252"
    finally:
        text.detach()
    return "utf-8"


def _delimiter(text: io.TextIOWrapper) -> str:
    """Whichever is most frequent in the first line that has any."""
    found = ","
    for line in iter(lambda: text.readline(LONGEST_CELL), ""):
        if any(each in line for each in _DELIMITERS):
            found = max(_DELIMITERS, key=line.count)
            break
    text.seek(0)
    return found


class _Lines:
    """Lines that can be given back, so that a quotation mark nobody closed costs only its own line."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self._taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self._taken.append(line)
        return line

    def settle(self) -> None:
        """What was taken made a row."""
        self._taken.clear()

    def give_back_all_but_one(self) -> None:
        """What was taken made no row: only its first line is left out."""
        self._again.extendleft(reversed(self._taken[1:]))
        self._taken.clear()


def _rows(text: Iterator[str], delimiter: str) -> Iterator[RowOrProblem]:
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    number = broken = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield problem(rules.ROW_BROKEN, f"row {number}", found=str(error))
            lines.give_back_all_but_one()
            broken += 1
            if broken == _MOST_BROKEN:
                yield problem(rules.SHEET_BROKEN, f"row {number}", found=f"{broken} rows of it are broken")
                return
            continue
        lines.settle()
        if len(cells) > MOST_COLUMNS:
            yield problem(
                rules.ROW_TOO_WIDE, f"row {number}", found=f"{len(cells)} cells", expected=f"{MOST_COLUMNS}"
            )
        elif any(cells):
            yield number, tuple(cells)
