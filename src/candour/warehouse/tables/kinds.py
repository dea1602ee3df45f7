"""The types of columns: how a published value becomes a value of the table, and its type in Parquet."""

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from decimal import Decimal
from typing import Any

import msgspec
import orjson
import pyarrow as pa
import pyarrow.compute as pc

EARLIEST_YEAR, LATEST_YEAR = 1900, 2200
LARGEST_EXACT_FLOAT = 2**53
_LARGEST_AMOUNT = 10**20
AMOUNT_TYPE = pa.decimal128(38, 18)
"""Holds exactly every amount below 10^20 that a publisher can have written as a double."""


class Kind(msgspec.Struct, frozen=True):
    """`convert` gives one value as Arrow takes it, or None where the column cannot hold it; it never sees None.

    `sql` and `arrow` are the type in SQL and in the file. `all_at_once` makes the whole column where every value is
    as it should be, and raises one of `NOT_ALL_AT_ONCE` where one is not; without it `convert` looks at each.
    """

    name: str
    meaning: str
    sql: str
    arrow: pa.DataType
    convert: Callable[[Any], Any]
    all_at_once: Callable[[list[Any]], pa.Array] | None = None


NOT_ALL_AT_ONCE = (pa.ArrowException, TypeError, ValueError, OverflowError)


def _as_they_are(kind: pa.DataType) -> Callable[[list[Any]], pa.Array]:
    """Arrow takes values of the right type as they are, and refuses all others."""
    return lambda values: pa.array(values, kind)


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


def _lists_of_texts(values: list[Any]) -> pa.Array:
    if not {*map(type, values)} <= {list, tuple, type(None)}:
        raise TypeError("Arrow would take a text for the list of its letters")
    lists = pa.array(values, pa.list_(pa.string()))
    if lists.values.null_count:
        raise ValueError("a text is missing in a list")
    return lists


def _yes_no(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _whole(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
        return None
    return int(value) if abs(value) < 2**63 else None


def _whole_numbers(values: list[Any]) -> pa.Array:
    if not {*map(type, values)} <= {int, type(None)}:
        raise TypeError("Arrow would cut off fractions")
    return pa.array(values, pa.int64())


def _exact(value: Any) -> Decimal | None:
    """A double's shortest decimal form is what its publisher wrote, as long as it has fewer than 16 digits or so."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, float) and not abs(value) < LARGEST_EXACT_FLOAT:
        return None
    exact = Decimal(repr(value))
    exponent = exact.as_tuple().exponent
    fits = abs(exact) < _LARGEST_AMOUNT and isinstance(exponent, int) and -exponent <= AMOUNT_TYPE.scale
    return exact if fits else None


def _decimals(values: list[Any]) -> pa.Array:
    if max(map(abs, filter(None, values)), default=0) >= LARGEST_EXACT_FLOAT:
        raise ValueError("a number is large")
    return pa.array([None if value is None else repr(value) for value in values], pa.string()).cast(AMOUNT_TYPE)


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


def _times(values: list[Any]) -> pa.Array:
    """Texts with a zone, as the standard wants them, or what `time_of` gave."""
    if {*map(type, values)} <= {datetime, type(None)}:
        return pa.array(values, pa.timestamp("us"))
    times = pa.array(values, pa.string()).cast(pa.timestamp("us", "UTC")).cast(pa.timestamp("us"))
    first, last = pc.min_max(times).values()
    if first.is_valid and not EARLIEST_YEAR <= first.as_py().year <= last.as_py().year <= LATEST_YEAR:
        raise ValueError("a year is not to be believed")
    return times


def _pieces_of_json(values: list[Any]) -> pa.Array:
    dumps = orjson.dumps
    return pa.array([None if value is None else dumps(value) for value in values], pa.string())


TEXT = Kind("text", "text as published", "VARCHAR", pa.string(), _text, _as_they_are(pa.string()))
TEXTS = Kind(
    "list of texts", "list of texts as published", "VARCHAR[]", pa.list_(pa.string()), _texts, _lists_of_texts
)
YES_NO = Kind("yes or no", "true or false", "BOOLEAN", pa.bool_(), _yes_no, _as_they_are(pa.bool_()))
WHOLE = Kind("whole number", "whole number", "BIGINT", pa.int64(), _whole, _whole_numbers)
AMOUNT = Kind(
    "decimal",
    "exact decimal number; an amount of money has its currency in the column beside it",
    "DECIMAL(38, 18)",
    AMOUNT_TYPE,
    _exact,
    _decimals,
)
TIME = Kind(
    "time",
    f"date and time in UTC (a time without a zone is taken as UTC); years {EARLIEST_YEAR} to {LATEST_YEAR}",
    "TIMESTAMP",
    pa.timestamp("us"),
    time_of,
    _times,
)
JSON = Kind("JSON", "a piece of JSON, as text", "VARCHAR", pa.string(), orjson.dumps, _pieces_of_json)
