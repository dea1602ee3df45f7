"""The types of columns, and how one published value becomes a value of the table."""

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from decimal import Decimal
from typing import Any

import msgspec
import orjson

EARLIEST_YEAR, LATEST_YEAR = 1900, 2200
LARGEST_EXACT_FLOAT = 2**53
_LARGEST_AMOUNT = 10**20
AMOUNT_DIGITS, AMOUNT_PLACES = 38, 18
"""Hold exactly every amount below 10^20 that a publisher can have written as a double."""


class Kind(msgspec.Struct, frozen=True):
    """`convert` gives one value as Arrow takes it, or None where the column cannot hold it; it never sees None.

    `sql` is the type in SQL; `candour.warehouse.arrow_columns` has the type in the file.
    """

    name: str
    meaning: str
    sql: str
    convert: Callable[[Any], Any]


def _text(value: Any) -> str | None:
    kind = type(value)
    if kind is str:
        return value if value.isascii() or _is_unicode(value) else None
    if kind is int or kind is float or kind is bool:
        return orjson.dumps(value).decode()
    return None


def _is_unicode(value: str) -> bool:
    """Half a surrogate pair can be escaped in JSON, but it is no text."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _texts(value: Any) -> list[str] | None:
    if not isinstance(value, list | tuple):
        return None
    texts = [text for item in value if (text := _text(item)) is not None]
    return texts if len(texts) == len(value) else None


def _yes_no(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _whole(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
        return None
    return int(value) if abs(value) < 2**63 else None


def _exact(value: Any) -> Decimal | None:
    """A double's shortest decimal form is what its publisher wrote, as long as it has fewer than 16 digits or so."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, float) and not abs(value) < LARGEST_EXACT_FLOAT:
        return None
    exact = Decimal(repr(value))
    exponent = exact.as_tuple().exponent
    fits = abs(exact) < _LARGEST_AMOUNT and isinstance(exponent, int) and -exponent <= AMOUNT_PLACES
    return exact if fits else None


def _exact_decimal(value: Any) -> Decimal | None:
    if not isinstance(value, Decimal) or not value.is_finite() or abs(value) >= _LARGEST_AMOUNT:
        return None
    exponent = value.normalize().as_tuple().exponent
    return value if isinstance(exponent, int) and -exponent <= AMOUNT_PLACES else None


def _day(value: Any) -> date | None:
    if not isinstance(value, date) or isinstance(value, datetime):
        return None
    return value if EARLIEST_YEAR <= value.year <= LATEST_YEAR else None


def time_of(value: Any) -> datetime | None:
    """A published date as a time in UTC, or None where it cannot be read or its year is not to be believed."""
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        return None
    try:
        time = datetime.fromisoformat(value)
    except ValueError:
        return None
    if time.tzinfo is UTC:
        time = time.replace(tzinfo=None)
    elif time.tzinfo is not None and MINYEAR < time.year < MAXYEAR:
        time = time.astimezone(UTC).replace(tzinfo=None)
    return time if EARLIEST_YEAR <= time.year <= LATEST_YEAR else None


TEXT = Kind("text", "text as published", "VARCHAR", _text)
TEXTS = Kind("list of texts", "list of texts as published", "VARCHAR[]", _texts)
YES_NO = Kind("yes or no", "true or false", "BOOLEAN", _yes_no)
WHOLE = Kind("whole number", "whole number", "BIGINT", _whole)
AMOUNT = Kind(
    "decimal",
    "exact decimal number; an amount of money has its currency in the column beside it",
    f"DECIMAL({AMOUNT_DIGITS}, {AMOUNT_PLACES})",
    _exact,
)
TIME = Kind(
    "time",
    f"date and time in UTC (a time without a zone is taken as UTC); years {EARLIEST_YEAR} to {LATEST_YEAR}",
    "TIMESTAMP",
    time_of,
)
NUMBER = Kind("exact number", "exact decimal number, as a table has it", "DECIMAL(38, 18)", _exact_decimal)
DAY = Kind("day", f"a day without a time; years {EARLIEST_YEAR} to {LATEST_YEAR}", "DATE", _day)
JSON = Kind("JSON", "a piece of JSON, as text", "VARCHAR", bytes.decode)
