"""Values of a compiled release as the columns of tables take them: what does not fit is nothing, never a guess."""

from datetime import date
from decimal import Decimal
from typing import Any

from candour.operations.day import uk_day
from candour.warehouse.tables.kinds import AMOUNT, TEXT, TEXTS, TIME, WHOLE, Kind
from candour.warehouse.tables.process import piece


def text(holder: dict[str, Any], *path: str) -> str | None:
    """The text at a path."""
    found: str | None = _value(TEXT, holder, path)
    return found


def texts(holder: dict[str, Any], *path: str) -> tuple[str, ...]:
    """The texts of the list at a path; none where it is not a list of texts."""
    return tuple(_value(TEXTS, holder, path) or ())


def number(holder: dict[str, Any], *path: str) -> Decimal | None:
    """The number at a path, exact."""
    found: Decimal | None = _value(AMOUNT, holder, path)
    return found


def whole(holder: dict[str, Any], *path: str) -> int | None:
    """The whole number at a path."""
    found: int | None = _value(WHOLE, holder, path)
    return found


def day(holder: dict[str, Any], *path: str) -> date | None:
    """The day at a path, as it is in the United Kingdom."""
    return uk_day(_value(TIME, holder, path))


def _value(kind: Kind, holder: dict[str, Any], path: tuple[str, ...]) -> Any:
    for step in path[:-1]:
        holder = piece(holder, step)
    found = holder.get(path[-1])
    return None if found is None else kind.convert(found)
