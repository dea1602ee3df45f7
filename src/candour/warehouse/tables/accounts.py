"""Accounts: what became of every row of the files of registers, outcomes and places."""

from candour.warehouse.tables.definition import Table
from candour.warehouse.tables.kinds import TEXT, TEXTS, WHOLE
from candour.warehouse.tables.statement import RECEIPT, SEEN, said

TABLE = Table(
    "accounts",
    "rows of one sheet of one file that met the same fate",
    None,
    (
        RECEIPT,
        SEEN,
        said("sheet", TEXT, "sheet", "the sheet; null in a file without sheets"),
        said("outcome", TEXT, "outcome", "used, ignored or refused"),
        said("reason", TEXT, "reason", "what was made of them, or why nothing was"),
        said("rows", WHOLE, "rows", "how many rows"),
        said("examples", TEXTS, "examples", "the first few of them"),
    ),
)
