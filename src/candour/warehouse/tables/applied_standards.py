"""Applied standards: the minimum standards that a tender, a lot or a contract has to keep."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, plain, stage_column
from candour.warehouse.tables.definition import Entry, Table
from candour.warehouse.tables.holders import HOLDER_COLUMNS, listed_in
from candour.warehouse.tables.kinds import AMOUNT, TEXT, TIME
from candour.warehouse.tables.process import Process


def _entries(process: Process) -> Iterator[Entry]:
    return listed_in(process, "minimumStandards", "tender", "lot", "contract")


TABLE = Table(
    "applied_standards",
    "one minimum standard that holds",
    _entries,
    (
        OCID_COLUMN,
        stage_column("tender, lot (where it differs from the tender) or contract"),
        *HOLDER_COLUMNS,
        plain("standard_id", TEXT, "id", "id of the standard"),
        plain("title", TEXT, "title", "what it asks"),
        plain("level", TEXT, "level", "national or local"),
        plain("raises", TEXT, "raises", "id of the national standard that a local one raises"),
        plain("floor", AMOUNT, "floor", "the number to be kept"),
        plain("unit", TEXT, "unit", "unit of the number"),
        plain("direction", TEXT, "direction", "atLeast or atMost"),
        plain("justification", TEXT, "justification", "why a local addition is made"),
        plain("review_date", TIME, "reviewDate", "when it is looked at again"),
        plain("source", TEXT, "source", "where it can be read"),
    ),
)
