"""Records of the API: a location with its ratings and successions, or a provider."""

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

import msgspec

from candour.care.ratings.rating import Rating
from candour.care.register import RegistrationSuccession
from candour.ocds.problems import Problem
from candour.sources.account import Tally
from candour.sources.cqc import api_location, api_provider
from candour.sources.definition import TablesDefinition
from candour.sources.tabular import rules
from candour.sources.tabular.record import Record, records
from candour.sources.tabular.record_layout import RecordLayout

_THINGS: Mapping[str, Callable[[Record], Iterator[msgspec.Struct]]] = {
    "cqc-location": api_location.things,
    "cqc-provider": api_provider.things,
}
_PAGE = frozenset({"total", "page", "totalPages"})
"""What the service's own lists of numbers have, which say only what to ask for next."""


def read(stream: BinaryIO, *, name: str, definition: TablesDefinition, tally: Tally) -> Iterator[msgspec.Struct]:
    """What each record says, in the order of the file; a field nobody has described is told once a file."""
    told: set[str] = set()
    for record in records(stream, name=name, tally=tally):
        if isinstance(record, Problem):
            yield record
            continue
        kind = next((each for each in definition.records if each.fits(record.fields)), None)
        if kind is None:
            yield from _of_no_kind(record, definition)
            continue
        for path in kind.unknown(record.fields):
            if path not in told:
                told.add(path)
                record.tell(rules.FIELD_UNKNOWN, path)
        yield from _of(record, kind)
        yield from record.problems


def _of(record: Record, kind: RecordLayout) -> Iterator[msgspec.Struct]:
    if empty := [name for name in kind.recognised_by if name in kind.fields and not record.text(name)]:
        record.tell(rules.ROW_WITHOUT, empty[0])
        record.refused(rules.ROW_WITHOUT.title.lower())
        return
    found = list(_THINGS[kind.id](record))
    yield from found
    record.used(_summary(found))


def _summary(found: list[msgspec.Struct]) -> str:
    what = "a " + type(found[0]).__name__.removeprefix("Registered").lower()
    counts = {
        "ratings": sum(isinstance(each, Rating) for each in found),
        "successions": sum(isinstance(each, RegistrationSuccession) for each in found),
    }
    return ", ".join([what, *(f"with {name}" for name, count in counts.items() if count)])


def _of_no_kind(record: Record, definition: TablesDefinition) -> Iterator[Problem]:
    if record.fields.keys() >= _PAGE:
        record.ignored("a list of numbers, without records")
        return
    needed = "; ".join(f"{each.id} has {', '.join(each.recognised_by)}" for each in definition.records)
    record.tell(rules.RECORD_UNKNOWN, "", needed, limit=len(needed))
    record.refused(rules.RECORD_UNKNOWN.title.lower())
    yield from record.problems
