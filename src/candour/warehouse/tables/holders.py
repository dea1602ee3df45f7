"""What stands in several places of a process: tender, lots, bids, awards, contracts or their implementation."""

from collections.abc import Iterator
from typing import Any, Literal

from candour.warehouse.tables.definition import HOLDER_ID, NUMBER, Column, Entry
from candour.warehouse.tables.kinds import TEXT, WHOLE
from candour.warehouse.tables.process import Process, piece, pieces

Stage = Literal["tender", "lot", "bid", "award", "contract", "implementation"]
_PATHS: dict[Stage, str] = {
    "tender": "tender",
    "lot": "tender.lots",
    "bid": "bids.details",
    "award": "awards",
    "contract": "contracts",
    "implementation": "contracts.implementation",
}


def listed_in(process: Process, name: str, *stages: Stage) -> Iterator[Entry]:
    """One entry for each object of the lists `name` at these stages."""
    for stage in stages:
        for number, holder, holder_id in _holders(process, stage):
            for node in pieces(holder, name) if name in holder else ():
                yield Entry(process, node, f"{_PATHS[stage]}.{name}", holder, number, stage, holder_id)


def object_in(process: Process, name: str, *stages: Stage) -> Iterator[Entry]:
    """One entry for each object `name` at these stages."""
    for stage in stages:
        for number, holder, holder_id in _holders(process, stage):
            if node := piece(holder, name):
                yield Entry(process, node, f"{_PATHS[stage]}.{name}", holder, number, stage, holder_id)


def _holders(process: Process, stage: Stage) -> Iterator[tuple[int | None, dict[str, Any], Any]]:
    if stage == "tender":
        yield None, process.tender, None
        return
    for number, holder in enumerate(_list(process, stage), 1):
        yield number, piece(holder, "implementation") if stage == "implementation" else holder, holder.get("id")


def _list(process: Process, stage: Stage) -> list[dict[str, Any]]:
    match stage:
        case "lot":
            return pieces(process.tender, "lots")
        case "bid":
            return pieces(piece(process.compiled, "bids"), "details")
        case "award":
            return process.awards
        case _:
            return process.contracts


HOLDER_COLUMNS = (
    Column("holder_number", WHOLE, "position of that lot, bid, award or contract, from 1", NUMBER),
    Column("holder_id", TEXT, "id of that lot, bid, award or contract", HOLDER_ID),
)
