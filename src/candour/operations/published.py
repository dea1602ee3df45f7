"""Releases as their publishers sent them, from the tables."""

from collections.abc import Iterator, Sequence

import msgspec

from candour.compare.selection import Selection
from candour.errors import NotBuiltError, NotFoundError
from candour.warehouse.engine import Engine, Parameters

_SELECT = """
SELECT ocid, state, publisher, licence, receipt, position, extensions, release
FROM published_releases
"""
_OF_PROCESS = f"{_SELECT} WHERE ocid = $ocid"
_MERGED = f"{_SELECT} WHERE state = 'merged' AND ocid IN (SELECT ocid FROM processes WHERE {{condition}})"


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """One release: `data` is its JSON as sent, corrections applied, and the rest what is known of it.

    `state` says what became of it: merged, a repeat, or left out. `extensions` are the addresses that its package
    names. `position` is where in its receipt it stands.
    """

    ocid: str
    state: str
    publisher: str | None
    licence: str | None
    receipt: str
    position: str
    extensions: tuple[str, ...]
    data: str


def published_of(tables: Engine, ocid: str) -> list[Published]:
    """Every release of a process, in the order of merging.

    Raises:
        NotFoundError: there is no such process.
        NotBuiltError: the tables were made by a Candour that did not keep releases in them.
    """
    tables = tables.of_process(ocid)
    found = list(_published(tables, _OF_PROCESS, {"ocid": ocid}))
    if found:
        return found
    if tables.query("SELECT ocid FROM processes WHERE ocid = $ocid", {"ocid": ocid}).rows:
        raise NotBuiltError("an older Candour built these tables, without releases; `candour build` makes them anew")
    raise no_process(ocid)


def merged_of(tables: Engine, selection: Selection) -> Iterator[Published]:
    """The releases that chosen processes were merged from."""
    condition, parameters = selection.condition()
    return _published(tables, _MERGED.format(condition=condition), parameters)


def merged_of_processes(tables: Engine, ocids: Sequence[str]) -> Iterator[Published]:
    """The releases that these processes were merged from, those of each in the order of merging."""
    if ocids:
        held = ", ".join("?" for _ in ocids)
        yield from _published(tables, f"{_SELECT} WHERE state = 'merged' AND ocid IN ({held})", list(ocids))


def no_process(ocid: str) -> NotFoundError:
    """What is said where nothing has this ocid."""
    return NotFoundError(f"there is no process {ocid!r}; `candour search WORDS` finds processes by words")


def _published(tables: Engine, sql: str, parameters: Parameters) -> Iterator[Published]:
    for ocid, state, publisher, licence, receipt, position, extensions, data in tables.stream(sql, parameters):
        yield Published(
            ocid=ocid,
            state=state,
            publisher=publisher,
            licence=licence,
            receipt=receipt,
            position=position,
            extensions=tuple(extensions or ()),
            data=data,
        )
