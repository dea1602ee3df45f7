"""Tables that a query makes from the others, written down beside them when they are built."""

from collections.abc import Sequence
from hashlib import sha256

import msgspec

MANY, FEW = 122_880, 2_048


class DerivedColumn(msgspec.Struct, frozen=True):
    """One column: its name, its type in SQL, and what it says."""

    name: str
    sql: str
    meaning: str


class Derived(msgspec.Struct, frozen=True):
    """A table that `query` makes from the tables of `candour.warehouse.tables`; `row` says in words what one row is.

    It is made bucket by bucket and written sorted by `sorted_by`, which must leave nothing open, so that equal
    archives give equal files. So each row has to follow from one process, which is whole in its bucket, and the query
    gives the columns in their order and of their types. `rows_together` stand together in its files: few where
    questions ask for one beginning of `sorted_by`, so that the others are not read.
    """

    name: str
    row: str
    columns: tuple[DerivedColumn, ...]
    query: str
    sorted_by: tuple[str, ...]
    rows_together: int = MANY


def fingerprint_of(derived: Sequence[Derived]) -> str:
    """Another one whenever any of these tables could hold anything else, made from the same tables."""
    return sha256(msgspec.json.encode(derived)).hexdigest()[:16]
