"""A value as a cell, and a cell's text as a value. Nothing is guessed, and nothing is rounded."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from candour.ocds.formats import DATE_TIME, URI
from candour.ocds.organisation_schemes import SCHEMES
from candour.sources.tabular import cells
from candour.sources.tabular.numbers import shortest
from candour.templates.choices import Choices
from candour.templates.kind import Column, Holds
from candour.templates.path import Json

Cell: TypeAlias = str | Decimal | date
LARGEST_CELL = 32_767
NOTHING = "–"
"""Says in a cell that the field is not there, where an empty cell would mean something else."""

_MIDNIGHT = re.compile(r"((?:19|20|21)\d\d-\d\d-\d\d)T00:00:00Z")
_PREFIX = re.compile(r"ocds-[a-z0-9]{6}")
_OCID = re.compile(r"(ocds-[a-z0-9]{6})-(.+)", re.DOTALL)
_NOT_IN_XML = re.compile("[\ufffe\uffff\ud800-\udfff]")
_DAY = "a day, such as 31/03/2027 or 2027-03-31"
_SEPARATOR = re.compile(r"[;\n]")


class CannotHoldError(Exception):
    """A value that no cell of its column can hold."""


def to_cell(value: Json, column: Column, choices: Choices | None) -> Cell:
    """The cell that says `value`, and that `from_text` reads as the same. Raises CannotHoldError."""
    try:
        cell = _WRITTEN[column.holds](value, choices)
        text = _as_read(cell)
        same = bool(text.strip()) and from_text(text, column, choices) == value
    except (ValueError, TypeError, AttributeError, InvalidOperation):
        raise CannotHoldError from None
    if not same or len(text) > LARGEST_CELL or _NOT_IN_XML.search(text) or (column.has_default and _is_nothing(text)):
        raise CannotHoldError
    return cell


def from_text(text: str, column: Column, choices: Choices | None) -> Json:
    """What the text of a cell says. Raises ValueError: what was expected."""
    if cells.is_error(text.strip()):
        raise ValueError("a value and not the error of a formula")
    return _READ[column.holds](text, choices)


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


def _text(value: Json, _: Choices | None) -> Cell:
    if not isinstance(value, str):
        raise TypeError
    return value


def _day(value: Json, _: Choices | None) -> Cell:
    found = _MIDNIGHT.fullmatch(value)
    return date.fromisoformat(found[1]) if found else value


def _number(value: Json, _: Choices | None) -> Cell:
    """A number, where the spreadsheet keeps every digit of it; else the same digits as text."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError
    exact = Decimal(value)
    if Decimal(shortest(repr(float(exact)))) == exact and len(exact.normalize().as_tuple().digits) <= 15:
        return exact
    return format(exact, "f")


def _yes(value: Json, _: Choices | None) -> Cell:
    return {True: "Yes", False: "No"}[value]


def _code(value: Json, choices: Choices | None) -> Cell:
    assert choices is not None
    return choices.label(value) if isinstance(value, str) else _text(value, None)


def _codes(value: Json, choices: Choices | None) -> Cell:
    return "; ".join(str(_code(each, choices)) for each in value)


def _texts(value: Json, _: Choices | None) -> Cell:
    return "; ".join(value)


def _pairs(value: Json, _: Choices | None) -> Cell:
    return "; ".join(f"{name}: {each}" for name, each in value.items())


def _read_day(text: str, _: Choices | None) -> Json:
    text = text.strip()
    if re.fullmatch(DATE_TIME, text):
        return text
    try:
        found = cells.day(text, "day first")
    except ValueError:
        raise ValueError(_DAY) from None
    if "T" in text:
        raise ValueError(f"{_DAY}; with a time it needs its zone, such as 2027-03-31T23:59:59Z")
    return f"{found.isoformat()}T00:00:00Z"


def _read_number(text: str, _: Choices | None) -> Json:
    try:
        found = cells.number(text.strip())
    except ValueError:
        raise ValueError("a number, in digits and without a sign of currency or a unit") from None
    return int(found) if found == found.to_integral_value() else found


def _read_whole(text: str, _: Choices | None) -> Json:
    try:
        return cells.whole(text.strip())
    except ValueError:
        raise ValueError("a whole number") from None


def _read_share(text: str, _: Choices | None) -> Json:
    found = _read_number(text, None)
    if not 0 <= found <= 1:
        raise ValueError("a share from 0 to 1, such as 0.45 for 45%")
    return found


def _read_uri(text: str, _: Choices | None) -> Json:
    if not re.fullmatch(URI, text.strip()):
        raise ValueError("a web address, such as https://example.org/page")
    return text.strip()


def _read_code(text: str, choices: Choices | None) -> Json:
    assert choices is not None
    return choices.code(text)


def _read_codes(text: str, choices: Choices | None) -> Json:
    return [_read_code(each, choices) for each in _parts(text)]


def _read_texts(text: str, _: Choices | None) -> Json:
    return _parts(text)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _SEPARATOR.split(text) if part.strip()]


def _read_pairs(text: str, _: Choices | None) -> Json:
    found = {}
    for part in _parts(text):
        name, colon, value = (each.strip() for each in part.partition(":"))
        if not (name and colon and value) or name in found:
            raise ValueError("what it is broken down by and which group, such as age: 65 and over")
        found[name] = value
    return found


def well_formed(scheme: str, number: str) -> str:
    """What a number of a register should look like where it does not; else nothing."""
    known = SCHEMES.get(scheme)
    return known.expected if known and not re.fullmatch(known.shape, number) else ""


def split_ocid(ocid: str) -> tuple[str, str]:
    """The prefix and the publisher's own reference; no prefix where it has none."""
    found = _OCID.fullmatch(ocid)
    return (found[1], found[2]) if found else ("", ocid)


def _read_prefix(text: str, _: Choices | None) -> Json:
    if not _PREFIX.fullmatch(text.strip()):
        raise ValueError("ocds- and six letters or digits, such as ocds-abc123")
    return text.strip()


def _stripped(text: str, _: Choices | None) -> Json:
    return text.strip()


_WRITTEN: Mapping[Holds, Callable[[Json, Choices | None], Cell]] = {
    "text": _text,
    "texts": _texts,
    "id": _text,
    "ocid prefix": _text,
    "ocid reference": _text,
    "uri": _text,
    "day": _day,
    "number": _number,
    "whole": _number,
    "share": _number,
    "yes": _yes,
    "code": _code,
    "codes": _codes,
    "pairs": _pairs,
}
_READ: Mapping[Holds, Callable[[str, Choices | None], Json]] = {
    "text": lambda text, _: text,
    "texts": _read_texts,
    "id": _stripped,
    "ocid prefix": _read_prefix,
    "ocid reference": _stripped,
    "uri": _read_uri,
    "day": _read_day,
    "number": _read_number,
    "whole": _read_whole,
    "share": _read_share,
    "yes": lambda text, _: cells.yes(text.strip()),
    "code": _read_code,
    "codes": _read_codes,
    "pairs": _read_pairs,
}
