"""The sources of tables (registers, outcomes, places): how each is described and read, and which a file is of."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import BinaryIO, Protocol

import msgspec

from candour.sources import ascof, care_inspectorate, ciw, council_tables, places, rqia
from candour.sources.account import Tally
from candour.sources.cqc.read import read as read_cqc
from candour.sources.definition import TablesDefinition, tables_definitions, with_modules
from candour.sources.tabular.record import Record, records
from candour.sources.tabular.table import layout_of
from candour.sources.told_apart import is_json


class Read(Protocol):
    """Reads a file of a source.

    It gives what the file says, in the types of `candour.care`, and a `candour.ocds.problems.Problem` for each
    misfit; it never raises for what the file holds, and counts every row once in `tally`. `name` is for messages.
    """

    def __call__(
        self, stream: BinaryIO, *, name: str, definition: TablesDefinition, tally: Tally
    ) -> Iterator[msgspec.Struct]: ...


class TablesSource(msgspec.Struct, frozen=True):
    """A source of tables and how its files are read."""

    definition: TablesDefinition
    reader: Read

    def read(self, stream: BinaryIO, *, name: str, tally: Tally) -> Iterator[msgspec.Struct]:
        """What a file of this source says, as `Read` promises it."""
        return self.reader(stream, name=name, definition=self.definition, tally=tally)


_READERS: Mapping[str, Read] = {
    "ascof": ascof.read,
    "care_inspectorate": care_inspectorate.read,
    "ciw": ciw.read,
    "council_tables": council_tables.read,
    "cqc": read_cqc,
    "places": places.read,
    "rqia": rqia.read,
}
"""How the files of each source are read, by the id of its definition."""


@cache
def tables_sources() -> Mapping[str, TablesSource]:
    """Every source of tables, by the id of its definition.

    Raises:
        SourceError: a definition is wrong, or there is no module that reads its files.
    """
    return {name: TablesSource(*both) for name, both in with_modules(tables_definitions(), _READERS).items()}


def recognise(stream: BinaryIO, name: str) -> str | None:
    """The id of the source that a file is of, by its first known heading or record; None where it is of none.

    It reads from where `stream` stands as far as it must to know.
    """
    known = {id: each.definition for id, each in tables_sources().items()}
    json, stream = is_json(stream)
    if json:
        first = next(records(stream, name=name, tally=Tally()), None)
        if not isinstance(first, Record):
            return None
        fits = (id for id, of in known.items() if any(each.fits(first.fields) for each in of.records))
        return next(fits, None)
    found = layout_of(stream, [layout for of in known.values() for layout in of.layouts], name=name)
    return next((id for id, of in known.items() if found in of.layouts), None)
