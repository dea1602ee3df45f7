"""Reads a file of places, of whichever layout."""

from collections.abc import Callable, Iterator
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

import msgspec

from candour.ocds.problems import Problem
from candour.ocds.read.byte_source import ByteSource
from candour.ocds.read.intake import Intake
from candour.ocds.read.limits import LIMITS
from candour.sources.account import Tally
from candour.sources.definition import TablesDefinition
from candour.sources.places.cassr_codes import read_cassr_code
from candour.sources.places.codes import read_code
from candour.sources.places.council_list import read_council
from candour.sources.places.organisation_ids import read_organisation_id
from candour.sources.places.outlines import read_outlines
from candour.sources.places.spellings import read_spelling
from candour.sources.tabular import TableRow, table_rows

_ROWS: dict[str, Callable[[TableRow], Iterator[msgspec.Struct]]] = {
    "cassr-codes": read_cassr_code,
    "local-authority-codes": read_code,
    "local-authority-list": read_council,
    "local-authority-names": read_spelling,
    "organisation-ids": read_organisation_id,
}
_IN_MEMORY = 1 << 24
_LARGEST = 1 << 28


def read(stream: BinaryIO, *, name: str, definition: TablesDefinition, tally: Tally) -> Iterator[msgspec.Struct]:
    """What a file says of places, in the types of `candour.care.places.said`, and its problems."""
    intake = Intake(name, LIMITS)
    source = ByteSource(intake.receive(stream))
    if source.peek(16).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from read_outlines(source.take(_LARGEST), name=name, tally=tally)
    else:
        with SpooledTemporaryFile(_IN_MEMORY) as spooled:
            for chunk in source.chunks():
                spooled.write(chunk)
            spooled.seek(0)
            yield from _rows(cast(BinaryIO, spooled), name, definition, tally)
    yield from intake.tell()


def _rows(stream: BinaryIO, name: str, definition: TablesDefinition, tally: Tally) -> Iterator[msgspec.Struct]:
    for row in table_rows(stream, definition.layouts, name=name, tally=tally):
        if isinstance(row, Problem):
            yield row
            continue
        yield from _ROWS[row.matched.layout.id](row)
        yield from row.problems
