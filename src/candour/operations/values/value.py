"""The values of one thing that is measured or computed, with who has none."""

from datetime import date

import msgspec

FILED = 2_000
"""So many values are given, the newest first; where there are more, `in_all` says how many."""


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """One value: of which process, or of which council; whose it is, of which time, and who published it.

    `number` is that of the award, or of the contract, within its process. `state` is one of the four; only in the
    state *value* is there a value.
    """

    state: str
    day: date | None
    begins: date | None = None
    ocid: str = ""
    number: int | None = None
    title: str = ""
    who: str = ""
    who_key: str = ""
    council: str = ""
    council_key: str = ""
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    currency: str | None = None
    publishers: tuple[str, ...] = ()


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """How the values of one year (None: of no year) and currency spread.

    `known` of `things` have a value. For a share, `middle` is how many of the values are 1, with its 95% interval;
    else it is the median, and `low` and `high` are the quartiles.
    """

    year: int | None
    known: int
    things: int
    middle: float | None
    low: float | None
    high: float | None
    currency: str | None = None


class Reporter(msgspec.Struct, frozen=True, kw_only=True):
    """A publisher, of how many things its notices tell the value, and of how many they could."""

    name: str
    known: int
    things: int


class Values(msgspec.Struct, frozen=True, kw_only=True):
    """`known` things of `things` have a value: the others could have, and nobody published it.

    `of_what` says what the things are, in the plural. `by_year` is oldest first.
    """

    data_version: str
    of_what: str
    known: int
    things: int
    in_all: int
    values: tuple[Value, ...]
    by_year: tuple[Spread, ...]
    reporters: tuple[Reporter, ...] = ()
