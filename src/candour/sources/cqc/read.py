"""Reads whatever CQC publishes: records of the API, or one of the directories."""

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from candour.sources.account import Tally
from candour.sources.cqc import api, directory_of_locations, directory_of_ratings
from candour.sources.definition import TablesDefinition
from candour.sources.register_file import Things, read_rows
from candour.sources.told_apart import is_json

_THINGS: dict[str, Things] = {
    "cqc-directory-of-ratings": directory_of_ratings.things,
    "cqc-directory-of-locations": directory_of_locations.things,
}


def read(stream: BinaryIO, *, name: str, definition: TablesDefinition, tally: Tally) -> Iterator[msgspec.Struct]:
    """Providers, locations, ratings and successions, as `candour.sources.tables.Read` promises.

    A provider or location that several rows are about is given once, as its first row has it.
    """
    json, stream = is_json(stream)
    if json:
        yield from api.read(stream, name=name, definition=definition, tally=tally)
        return
    yield from read_rows(stream, name=name, definition=definition, tally=tally, things=_THINGS)
