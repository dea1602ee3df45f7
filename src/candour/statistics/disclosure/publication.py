"""A table as it may be published, for the first time and again."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from candour.statistics.disclosure.boxes import hidden_cells
from candour.statistics.disclosure.counts import SMALLEST_SHOWN, SUPPRESSED, Shown, rounded
from candour.statistics.disclosure.table import Cell, Table
from candour.statistics.errors import NotComputableError


@dataclass(frozen=True, slots=True)
class Publication:
    """`shown` is for everybody: a rounded count or the marker for each cell.

    `behind` holds the true counts that the shown ones stand for, some perhaps of an earlier one. It stays with
    the records it came from and is never published; publishing again needs it. Why a cell is suppressed is not said,
    because that would tell which ones are small.
    """

    layout: Table = field(repr=False)
    shown: Mapping[Cell, Shown]
    behind: Mapping[Cell, int] = field(repr=False)


def publish(table: Table) -> Publication:
    """A table for its first publication.

    Counts of 1 to 7 are suppressed, and as many others as it takes to keep anybody from working one out from the
    totals: a suppressed count of 1 to 7 can be narrowed no further than to 1-7. (A suppressed total can at its lower
    end, to the number of its parts: what is suppressed is not 0.) What remains is rounded to the nearest 5. Zeros are
    shown.

    That holds against one who solves all sums of the table. It does not hold between tables of overlapping people,
    such as those over 64 and those over 65, nor against one who knows some of the people.
    """
    return _shown(table, table.counts, frozenset())


def publish_again(previous: Publication, table: Table) -> Publication:
    """The same table with newer counts, such that subtracting the old from the new tells of no few people.

    Nothing changes before everybody together have become at least 8 more or fewer: whoever answered last would be
    seen in the cell that changed. Then a cell changes only if its own count has moved by at least 8 since the count
    behind it; the others stay as they were published, suppressed ones suppressed.

    Raises NotComputableError where the dimensions or breakdowns are not the same: a different table of the same
    people can be subtracted from the first.
    """
    if (previous.layout.dimensions, previous.layout.breakdowns) != (table.dimensions, table.breakdowns):
        raise NotComputableError(
            "the table has other dimensions or breakdowns than its last publication; expected the same"
        )
    everybody: Cell = (None,) * len(table.dimensions)
    if not _moved(previous.behind[everybody], table.counts[everybody]):
        return previous
    moved = frozenset(cell for cell, count in table.counts.items() if _moved(previous.behind[cell], count))
    behind = {cell: table.counts[cell] if cell in moved else previous.behind[cell] for cell in table.counts}
    still = frozenset(cell for cell, seen in previous.shown.items() if seen is SUPPRESSED and cell not in moved)
    return _shown(table, behind, still)


def _moved(old: int, new: int) -> bool:
    return abs(new - old) >= SMALLEST_SHOWN


def _shown(table: Table, counts: Mapping[Cell, int], already: frozenset[Cell]) -> Publication:
    hidden = hidden_cells(table, counts, already)
    seen: dict[Cell, Shown] = {c: SUPPRESSED if c in hidden else rounded(count) for c, count in counts.items()}
    return Publication(table, seen, counts)
