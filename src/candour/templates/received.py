"""Releases out of whatever was received, workbooks that were made of a template among it."""

import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from msgspec.structs import replace

from candour.ocds.build.write import encode
from candour.ocds.problems import Problem, Rule
from candour.ocds.read import LIMITS, Item, Limits, RawRelease, read
from candour.ocds.read.zip_members import ZIP
from candour.templates.error import TemplateError
from candour.templates.place import CellProblem
from candour.templates.reading import read_workbook
from candour.templates.rules import WORKBOOK_CELL, WORKBOOK_REFUSED, WORKBOOK_UNREAD

_NAME_AT = 30
"""Bytes before the name of the first file in a zip."""
_PARTS = (b"[Content_Types].xml", b"xl/", b"docProps/", b"_rels/")
"""What the first file of a workbook is called, whichever program wrote it."""


def read_received(stream: BinaryIO, *, name: str, limits: Limits = LIMITS) -> Iterator[Item]:
    """As `candour.ocds.read.read`; a workbook gives the release that it says, or a problem for each wrong cell."""
    known = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    if is_workbook(known.peek(_NAME_AT + 64)):
        yield from _of_workbook(known, name)
    else:
        yield from read(known, name=name, limits=limits)


def is_workbook(start: bytes) -> bool:
    """Whether a file that begins like this is a workbook of Excel's format."""
    return start.startswith(ZIP) and start[_NAME_AT:].startswith(_PARTS)


def _of_workbook(stream: BinaryIO, name: str) -> Iterator[Item]:
    try:
        reading = read_workbook(stream, name=name)
    except TemplateError as error:
        yield _problem(WORKBOOK_REFUSED, name, found=str(error))
        return
    yield from (_told(problem, name) for problem in reading.problems)
    if reading.errors:
        return
    if reading.kind.document == "statement":
        found = "it is a statement; `candour template read` makes the file to publish"
        yield _problem(WORKBOOK_REFUSED, name, found=found)
        return
    for item in read(io.BytesIO(encode(reading.document)), name=name):
        yield replace(item, position=name) if isinstance(item, RawRelease) else item


def _told(problem: CellProblem, name: str) -> Problem:
    position = f"{name}, {problem.place}" if problem.place else name
    if problem.level == "note":
        return _problem(WORKBOOK_UNREAD, position, found=problem.found)
    path = f"{problem.place.tab}, {problem.place.column or 'row'}" if problem.place else "the workbook"
    return Problem(rule=WORKBOOK_CELL, path=path, found=problem.found, expected=problem.expected, position=position)


def _problem(rule: Rule, position: str, found: str) -> Problem:
    return Problem(rule=rule, path="", found=found, position=position)
