"""Columns of tables as Arrow and Parquet know them. Only building needs this: asking does not wait for Arrow."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from candour.warehouse.tables.kinds import (
    AMOUNT,
    AMOUNT_DIGITS,
    AMOUNT_PLACES,
    DAY,
    EARLIEST_YEAR,
    JSON,
    LARGEST_EXACT_FLOAT,
    LATEST_YEAR,
    NUMBER,
    TEXT,
    TEXTS,
    TIME,
    WHOLE,
    YES_NO,
    Kind,
)

NOT_ALL_AT_ONCE = (pa.ArrowException, TypeError, ValueError, OverflowError)
AMOUNT_TYPE = pa.decimal128(AMOUNT_DIGITS, AMOUNT_PLACES)
_SMALLEST_AMOUNT = 10.0**-AMOUNT_PLACES


class ArrowColumn(msgspec.Struct, frozen=True):
    """The `type` in the file of a kind of column.

    `all_at_once` makes the whole column where every value is as it should be, and raises one of `NOT_ALL_AT_ONCE`
    where one is not; without it the kind's `convert` looks at each.
    """

    type: pa.DataType
    all_at_once: Callable[[list[Any]], pa.Array] | None = None


def arrow_column(kind: Kind) -> ArrowColumn:
    """What a column of this kind is in Arrow."""
    return _COLUMNS[kind.name]


def _as_it_is(kind: pa.DataType) -> ArrowColumn:
    """Arrow takes values of the right type as they are, and refuses all others."""
    return ArrowColumn(kind, lambda values: pa.array(values, kind))


def _lists_of_texts(values: list[Any]) -> pa.Array:
    if not {*map(type, values)} <= {list, tuple, type(None)}:
        raise TypeError("Arrow would take a text for the list of its letters")
    lists = pa.array(values, pa.list_(pa.string()))
    if lists.values.null_count:
        raise ValueError("a text is missing in a list")
    return lists


def _whole_numbers(values: list[Any]) -> pa.Array:
    if not {*map(type, values)} <= {int, type(None)}:
        raise TypeError("Arrow would cut off fractions")
    return pa.array(values, pa.int64())


def _decimals(values: list[Any]) -> pa.Array:
    sizes = [*map(abs, filter(None, values))]
    if sizes and not (min(sizes) >= _SMALLEST_AMOUNT and max(sizes) < LARGEST_EXACT_FLOAT):
        raise ValueError("Arrow would take a number that is very small for nought, and a large one may not be exact")
    return pa.array([None if value is None else repr(value) for value in values], pa.string()).cast(AMOUNT_TYPE)


def _times(values: list[Any]) -> pa.Array:
    """Texts with a zone, as the standard wants them, or what `time_of` gave."""
    if {*map(type, values)} <= {datetime, type(None)}:
        return pa.array(values, pa.timestamp("us"))
    times = pa.array(values, pa.string()).cast(pa.timestamp("us", "UTC")).cast(pa.timestamp("us"))
    first, last = pc.min_max(times).values()
    if first.is_valid and not EARLIEST_YEAR <= first.as_py().year <= last.as_py().year <= LATEST_YEAR:
        raise ValueError("a year is not to be believed")
    return times


_COLUMNS = {
    TEXT.name: _as_it_is(pa.string()),
    TEXTS.name: ArrowColumn(pa.list_(pa.string()), _lists_of_texts),
    YES_NO.name: _as_it_is(pa.bool_()),
    WHOLE.name: ArrowColumn(pa.int64(), _whole_numbers),
    AMOUNT.name: ArrowColumn(AMOUNT_TYPE, _decimals),
    NUMBER.name: ArrowColumn(AMOUNT_TYPE),
    DAY.name: ArrowColumn(pa.date32()),
    TIME.name: ArrowColumn(pa.timestamp("us"), _times),
    JSON.name: _as_it_is(pa.string()),
}
