"""Reads a file of places, of whichever layout."""

from collections.abc import Callable, Iterator
from typing import BinaryIO

import msgspec

from candour.ocds.problems import Problem
from candour.sources.account import Tally
from candour.sources.definition import TablesDefinition
from candour.sources.places.cassr_codes import read_cassr_code
from candour.sources.places.codes import read_code
from candour.sources.places.council_list import read_council
from candour.sources.places.organisation_ids import read_organisation_id
from candour.sources.places.outlines import read_outlines
from candour.sources.places.spellings import read_spelling
from candour.sources.tabular.row import TableRow
from candour.sources.tabular.table import table_rows
from candour.sources.told_apart import is_json

_ROWS: dict[str, Callable[[TableRow], Iterator[msgspec.Struct]]] = {
    "cassr-codes": read_cassr_code,
    "local-authority-codes": read_code,
    "local-authority-list": read_council,
    "local-authority-names": read_spelling,
    "organisation-ids": read_organisation_id,
}


def read(stream: BinaryIO, *, name: str, definition: TablesDefinition, tally: Tally) -> Iterator[msgspec.Struct]:
    """What a file says of places, in the types of `candour.care.places.said`, and its problems."""
    json, stream = is_json(stream)
    if json:
        yield from read_outlines(stream, name=name, layout=definition.records[0], tally=tally)
    else:
        yield from _rows(stream, name, definition, tally)


def _rows(stream: BinaryIO, name: str, definition: TablesDefinition, tally: Tally) -> Iterator[msgspec.Struct]:
    for row in table_rows(stream, definition.layouts, name=name, tally=tally):
        if isinstance(row, Problem):
            yield row
            continue
        yield from _ROWS[row.matched.layout.id](row)
        yield from row.problems
