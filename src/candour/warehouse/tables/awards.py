"""Awards: decisions on who shall have the contract."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, contract_period, money_and_gross, number_column, plain
from candour.warehouse.tables.definition import Column, Entry, Table, derived
from candour.warehouse.tables.kinds import TEXT, TEXTS, TIME, WHOLE, YES_NO
from candour.warehouse.tables.process import Process, piece, pieces


def _entries(process: Process) -> Iterator[Entry]:
    for number, award in enumerate(process.awards, 1):
        yield Entry(process, award, "awards", number=number)


def _buyer_key(entry: Entry) -> str | None:
    buyer = piece(entry.node, "buyer")
    return entry.process.organisation(buyer).key if buyer else None


TABLE = Table(
    "awards",
    "one award",
    _entries,
    (
        OCID_COLUMN,
        number_column("award_number", "award"),
        plain("award_id", TEXT, "id", "id of the award"),
        plain("title", TEXT, "title", "title"),
        plain("description", TEXT, "description", "description"),
        plain("status", TEXT, "status", "pending, active, cancelled or unsuccessful"),
        plain("date", TIME, "date", "when it was decided"),
        *money_and_gross("value", "value of the award"),
        *contract_period("contractPeriod"),
        plain("standstill_end", TIME, "standstillPeriod.endDate", "end of the time in which it may be challenged"),
        plain("has_renewal", YES_NO, "hasRenewal", "whether the contract may be renewed"),
        plain("related_lots", TEXTS, "relatedLots", "ids of its lots"),
        Column(
            "number_of_suppliers",
            WHOLE,
            "how many suppliers share it; 0 where none is named",
            derived(lambda entry: len(pieces(entry.node, "suppliers"))),
        ),
        plain("buyer_id", TEXT, "buyer.id", "who buys under this award, where that is said"),
        Column("buyer_key", TEXT, "key of that buyer", derived(_buyer_key)),
    ),
)
