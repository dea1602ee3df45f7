"""Which rows are a publisher's: by the name on its releases, or by the source that they were received from."""

from collections.abc import Mapping

import msgspec

from candour.errors import NotFoundError
from candour.operations.publishers import sources_defined
from candour.sources.definition import NoticesDefinition, TablesDefinition
from candour.warehouse.engine import Engine

_NAMED = "SELECT source FROM releases WHERE publisher = $publisher LIMIT 1"
_RECEIVED = "SELECT source FROM receipts WHERE source = $publisher OR publisher = $publisher LIMIT 1"

_BY_NAME = {
    "processes": "LIST_CONTAINS(processes.publishers, $publisher)",
    "releases": "releases.publisher = $publisher",
    "receipts": (
        "(receipts.publisher = $publisher"
        " OR receipts.receipt IN (SELECT receipt FROM releases WHERE publisher = $publisher))"
    ),
}
_BY_SOURCE = {
    "processes": "LIST_CONTAINS(processes.sources, $publisher)",
    "releases": "releases.source = $publisher",
    "receipts": "receipts.source = $publisher",
}


class Whose(msgspec.Struct, frozen=True, kw_only=True):
    """`name` as it is asked for; `definition` is that of its source, None for a source of one's own.

    `conditions` choose its rows of processes, releases and receipts; they take the parameter `publisher`.
    """

    name: str
    definition: NoticesDefinition | TablesDefinition | None
    conditions: Mapping[str, str]

    @property
    def given(self) -> dict[str, str]:
        """The parameter of the conditions."""
        return {"publisher": self.name}


def publisher_meant(tables: Engine, wanted: str) -> Whose:
    """The publisher whose name stands on releases or receipts, or the source with this id.

    Raises:
        NotFoundError: nothing was received of it.
    """
    given = {"publisher": wanted}
    by_name = tables.query(_NAMED, given).rows
    received = by_name or tables.query(_RECEIVED, given).rows
    if not received:
        raise NotFoundError(f"nothing was received from {wanted!r}; the list of publishers has all names")
    source = received[0].source
    conditions = _BY_SOURCE if wanted == source and not by_name else _BY_NAME
    return Whose(name=wanted, definition=sources_defined().get(source), conditions=conditions)
