"""The minimum standards that a contract holds its provider to."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import msgspec

from candour.operations.contract.published import day, number, text
from candour.operations.contract.received import Received
from candour.operations.contract.scope import Scope
from candour.operations.contract.source import Source
from candour.warehouse.tables.process import pieces


class Standard(msgspec.Struct, frozen=True, kw_only=True):
    """A minimum standard as published; a local one may raise a national one, and says by what reason."""

    id: str | None
    title: str | None
    level: str | None
    raises: str | None
    floor: Decimal | None
    unit: str | None
    direction: str | None
    justification: str | None
    review_date: date | None
    source: Source | None


def standards(process: Received, scope: Scope) -> Iterator[Standard]:
    """Those of the contract, of its lots and of the whole tender, each once: the closest to the contract counts."""
    seen: set[str | None] = set()
    for holder in scope.holders(process):
        for said in pieces(holder.said, "minimumStandards"):
            name = text(said, "id")
            if name in seen:
                continue
            seen.add(name)
            yield Standard(
                id=name,
                title=text(said, "title"),
                level=text(said, "level"),
                raises=text(said, "raises"),
                floor=number(said, "floor"),
                unit=text(said, "unit"),
                direction=text(said, "direction"),
                justification=text(said, "justification"),
                review_date=day(said, "reviewDate"),
                source=process.releases.last(*holder.path, "minimumStandards", name),
            )
