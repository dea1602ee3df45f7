"""JSON records, one a line, in a list, or one alone, read field by field without ever failing."""

import codecs
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, BinaryIO

import orjson

from candour.ocds.problems import Problem, Rule, shorten
from candour.ocds.read.byte_source import ByteSource
from candour.ocds.read.intake import Intake
from candour.ocds.read.limits import LIMITS, Limits
from candour.ocds.read.unpack import unpack
from candour.sources.account import Tally
from candour.sources.tabular import cells, rules
from candour.sources.tabular.rules import problem

_LARGEST = 1 << 26


class Record:
    """A JSON object and its place; what is wrong with its fields is collected in `problems`."""

    __slots__ = ("_tally", "fields", "position", "problems")

    def __init__(self, fields: Mapping[str, Any], position: str, tally: Tally) -> None:
        self.fields, self.position, self._tally = fields, position, tally
        self.problems: list[Problem] = []

    def used(self, reason: str) -> None:
        """The record gave what `reason` names."""
        self._tally.used("", self.position, reason)

    def ignored(self, reason: str) -> None:
        """The record is sound, and nothing of it is wanted."""
        self._tally.ignored("", self.position, reason)

    def refused(self, reason: str) -> None:
        """The record is not sound; `problems` say how."""
        self._tally.refused("", self.position, reason)

    def inside(self, name: str) -> "Record":
        """The object in a field; one without fields where there is none. Problems are this record's."""
        value = self.fields.get(name)
        return self._with(value if isinstance(value, dict) else {})

    def each(self, name: str) -> Iterator["Record"]:
        """The objects in a list."""
        value = self.fields.get(name)
        for each in value if isinstance(value, list) else ():
            if isinstance(each, dict):
                yield self._with(each)

    def text(self, name: str) -> str:
        """A text, or a number as text; empty where there is none."""
        value = self.fields.get(name)
        if isinstance(value, str):
            return value.strip()
        return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""

    def day(self, name: str) -> date | None:
        """A date; a time of day behind it is left out."""
        text = self.text(name)
        if not text:
            return None
        try:
            return cells.day(text, "day first")
        except ValueError:
            self.tell(rules.CELL_UNREADABLE, name, text, "a date that exists, as 2026-05-31")
            return None

    def whole(self, name: str) -> int | None:
        """A number without a fraction."""
        text = self.text(name)
        if not text:
            return None
        try:
            return cells.whole(text)
        except ValueError:
            self.tell(rules.CELL_UNREADABLE, name, text, "a whole number")
            return None

    def yes(self, name: str) -> bool | None:
        """Y or N."""
        text = self.text(name)
        if not text:
            return None
        try:
            return cells.yes(text)
        except ValueError:
            self.tell(rules.CELL_UNREADABLE, name, text, "Y or N")
            return None

    def tell(self, rule: Rule, field: str, found: str = "", expected: str = "", limit: int = 80) -> None:
        """Note what is wrong with a field; of `found` so many characters are shown."""
        self.problems.append(
            problem(rule, self.position, path=shorten(field), found=shorten(found, limit), expected=expected)
        )

    def _with(self, fields: Mapping[str, Any]) -> "Record":
        record = Record(fields, self.position, self._tally)
        record.problems = self.problems
        return record


def records(stream: BinaryIO, *, name: str, tally: Tally, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """Every JSON object of `stream`, and a problem for whatever is none. It never raises for what it holds."""
    intake = Intake(name, limits)
    for label, chunks in unpack(intake.receive(stream), name, intake):
        source = ByteSource(chunks)
        if source.peek(3) == codecs.BOM_UTF8:
            source.take(3)
        line = _first_line(source)
        if _is_json(line):
            yield from _lines(source, tally)
        else:
            yield from _whole(source, label, tally)
    yield from intake.tell()


def _first_line(source: ByteSource) -> bytes:
    return source.peek(_LARGEST if source.peek(1 << 16).find(b"\n") < 0 else 1 << 16).split(b"\n", 1)[0]


def _is_json(line: bytes) -> bool:
    """Whether a first line is a record by itself."""
    try:
        return isinstance(orjson.loads(line), dict)
    except orjson.JSONDecodeError:
        return False


def _lines(source: ByteSource, tally: Tally) -> Iterator[Record | Problem]:
    rest, number = b"", 0
    for chunk in source.chunks():
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            number += 1
            yield from _record(line, f"line {number}", tally)
        if len(rest) > _LARGEST:
            found = f"a line of more than {_LARGEST:,} bytes"
            yield problem(rules.SHEET_BROKEN, f"line {number + 1}", found=found)
            return
    if rest:
        yield from _record(rest, f"line {number + 1}", tally)


def _record(text: bytes, position: str, tally: Tally) -> Iterator[Record | Problem]:
    if not text.strip():
        return
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        tally.refused("", position, rules.RECORD_BROKEN.title.lower())
        yield problem(rules.RECORD_BROKEN, position, found=f"{error}")
        return
    yield from _of(found, position, tally)


def _whole(source: ByteSource, name: str, tally: Tally) -> Iterator[Record | Problem]:
    """One JSON text: an object, or a list of them."""
    text = source.take(_LARGEST)
    if len(text) == _LARGEST:
        found = f"it is larger than {_LARGEST:,} bytes; put one record on each line"
        yield problem(rules.SHEET_BROKEN, name, found=found)
        return
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        tally.refused("", name, rules.RECORD_BROKEN.title.lower())
        yield problem(rules.RECORD_BROKEN, name, found=f"{error}")
        return
    if isinstance(found, list):
        for number, each in enumerate(found, 1):
            yield from _of(each, f"record {number}", tally)
    else:
        yield from _of(found, "record 1", tally)


def _of(found: object, position: str, tally: Tally) -> Iterator[Record | Problem]:
    if isinstance(found, dict):
        yield Record(found, position, tally)
        return
    tally.refused("", position, rules.RECORD_BROKEN.title.lower())
    yield problem(rules.RECORD_BROKEN, position, found=f"a {type(found).__name__} where an object should stand")
