"""What is wrong with the sample's registers and outcomes on purpose, as publishers get it wrong: one fault a file.

`rule` is the id of the rule by which reading them has to tell of it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

Row = Mapping[str, str]
_AT = 10
"""The fault is in this row of the file, counted from 0, where it is in one row alone."""


@dataclass(frozen=True, slots=True)
class TableFault:
    """One way in which a table can be wrong. `file` is how the names of the files begin that have it."""

    name: str
    file: str
    rule: str
    where: str
    apply: Callable[[Iterable[Row]], Iterator[Row]]


def with_faults(file: str, rows: Iterable[Row]) -> Iterable[Row]:
    """The rows of a file with the fault that belongs to it, if there is one."""
    return next((fault.apply(rows) for fault in TABLE_FAULTS if file.startswith(fault.file)), rows)


def _renamed(old: str, new: str) -> Callable[[Iterable[Row]], Iterator[Row]]:
    def apply(rows: Iterable[Row]) -> Iterator[Row]:
        return ({new if name == old else name: value for name, value in row.items()} for row in rows)

    return apply


def _said(column: str, value: str) -> Callable[[Iterable[Row]], Iterator[Row]]:
    def apply(rows: Iterable[Row]) -> Iterator[Row]:
        return ({**row, column: value} if nth == _AT else row for nth, row in enumerate(rows))

    return apply


TABLE_FAULTS = (
    TableFault(
        "unknown rating word",
        "fictional-cqc-directory-with-ratings",
        "rating-unreadable",
        "a rating in a word that the regulator does not have",
        _said("Latest Rating", "Fairly good"),
    ),
    TableFault(
        "too many beds",
        "fictional-cqc-directory-of-locations",
        "value-out-of-range",
        "a home with ten times the beds that any has",
        _said("Care homes beds", "6400"),
    ),
    TableFault(
        "renamed column",
        "fictional-care-inspectorate",
        "column-missing",
        "the column of the postcode under another name",
        _renamed("Service_Postcode", "Service_Post_code_"),
    ),
    TableFault(
        "empty number", "fictional-ciw", "row-without-key", "a service without its number", _said("service_id", "")
    ),
    TableFault(
        "words for a figure",
        "fictional-ascof",
        "figure-unreadable",
        "a word in place of a figure",
        _said("value", "n/k"),
    ),
    TableFault(
        "pence for pounds",
        "fictional-council-fees",
        "unit-differs",
        "a fee whose unit is not the measure's",
        _said("unit", "pence per hour"),
    ),
)
