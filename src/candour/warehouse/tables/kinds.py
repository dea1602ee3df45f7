"""The types of columns: how a published value becomes a value of the table, and its type in Parquet."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import msgspec
import orjson
import pyarrow as pa

EARLIEST_YEAR, LATEST_YEAR = 1900, 2200
LARGEST_EXACT_FLOAT = 2.0**53
AMOUNT_TYPE = pa.decimal128(38, 18)
"""Holds exactly every amount below 10^20 that a publisher can have written as a double."""


class Kind(msgspec.Struct, frozen=True):
    """`convert` gives the value as the column holds it, or None where it cannot be held; it never sees None.

    `sql` and `arrow` are the type in SQL and in the file; `built` is the type of what `convert` gives, where Arrow is
    to cast it to that of the file. `direct` says that Arrow takes published values as they are, where all of a column
    are of the right type, and refuses all others.
    """

    name: str
    meaning: str
    sql: str
    arrow: pa.DataType
    convert: Callable[[Any], Any]
    built: pa.DataType | None = None
    direct: bool = False


def _text(value: Any) -> str | None:
    if isinstance(value, str):
        return value if value.isascii() or _is_unicode(value) else None
    if isinstance(value, int | float):
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


def _exact(value: Any) -> str | None:
    """The decimal as text, for Arrow to cast: a double's shortest decimal form is what its publisher wrote."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, int):
        return str(value) if abs(value) < 10**20 else None
    if not abs(value) < LARGEST_EXACT_FLOAT:
        return None
    text = repr(value)
    if "e" in text:
        text = f"{value:.30f}".rstrip("0")
    return text if len(text.partition(".")[2]) <= AMOUNT_TYPE.scale else None


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
    if not EARLIEST_YEAR <= time.year <= LATEST_YEAR:
        return None
    return time if time.tzinfo is None else time.astimezone(UTC).replace(tzinfo=None)


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()


TEXT = Kind("text", "text as published", "VARCHAR", pa.string(), _text, direct=True)
TEXTS = Kind("list of texts", "list of texts as published", "VARCHAR[]", pa.list_(pa.string()), _texts)
YES_NO = Kind("yes or no", "true or false", "BOOLEAN", pa.bool_(), _yes_no, direct=True)
WHOLE = Kind("whole number", "whole number", "BIGINT", pa.int64(), _whole)
AMOUNT = Kind(
    "decimal",
    "exact decimal number; an amount of money has its currency in the column beside it",
    "DECIMAL(38, 18)",
    AMOUNT_TYPE,
    _exact,
    built=pa.string(),
)
TIME = Kind(
    "time",
    f"date and time in UTC (a time without a zone is taken as UTC); years {EARLIEST_YEAR} to {LATEST_YEAR}",
    "TIMESTAMP",
    pa.timestamp("us"),
    time_of,
)
JSON = Kind("JSON", "a piece of JSON, as text", "VARCHAR", pa.string(), _json)
