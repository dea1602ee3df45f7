"""A value as a cell, and a cell's text as a value. Nothing is guessed, and nothing is rounded."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from candour.sources.tabular.cells import is_error
from candour.sources.tabular.numbers import shortest
from candour.templates.cell_reading import READ
from candour.templates.cell_writing import WRITTEN, Cell
from candour.templates.choices import Choices
from candour.templates.kind import Column
from candour.templates.path import Json

LARGEST_CELL = 32_767
NOTHING = "–"
"""Says in a cell that the field is not there, where an empty cell would mean something else."""

_OCID = re.compile(r"(ocds-[a-z0-9]{6})-(.+)", re.DOTALL)
_NOT_IN_XML = re.compile("[\ufffe\uffff\ud800-\udfff]")


class CannotHoldError(Exception):
    """A value that no cell of its column can hold."""


def to_cell(value: Json, column: Column, choices: Choices | None) -> Cell:
    """The cell that says `value`, and that `from_text` reads as the same. Raises CannotHoldError."""
    try:
        cell = WRITTEN[column.holds](value, choices)
        text = _as_read(cell)
        same = bool(text.strip()) and from_text(text, column, choices) == value
    except (ValueError, TypeError, AttributeError, KeyError, InvalidOperation):
        raise CannotHoldError from None
    if not same or len(text) > LARGEST_CELL or _NOT_IN_XML.search(text) or (column.has_default and _is_nothing(text)):
        raise CannotHoldError
    return cell


def from_text(text: str, column: Column, choices: Choices | None) -> Json:
    """What the text of a cell says. Raises ValueError: what was expected."""
    if is_error(text.strip()):
        raise ValueError("a value and not the error of a formula")
    return READ[column.holds](text, choices)


def is_empty(text: str) -> bool:
    """Whether a cell has nothing in it."""
    return not text.strip()


def says_nothing(text: str, column: Column) -> bool:
    """Whether a cell says that the field is not there, although an empty one would mean something."""
    return column.has_default and _is_nothing(text)


def _is_nothing(text: str) -> bool:
    return text.strip() in (NOTHING, "-")


def _as_read(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    return shortest(repr(float(cell))) if isinstance(cell, Decimal) else cell


def split_ocid(ocid: str) -> tuple[str, str]:
    """The prefix and the publisher's own reference; no prefix where it has none."""
    found = _OCID.fullmatch(ocid)
    return (found[1], found[2]) if found else ("", ocid)
