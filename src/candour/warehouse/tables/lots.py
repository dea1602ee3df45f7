"""Lots: the parts of a tender that can be won apart."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import (
    OCID_COLUMN,
    contract_period,
    money,
    money_and_gross,
    number_column,
    plain,
)
from candour.warehouse.tables.definition import Entry, Table
from candour.warehouse.tables.kinds import TEXT, WHOLE, YES_NO
from candour.warehouse.tables.process import Process, pieces


def _entries(process: Process) -> Iterator[Entry]:
    for number, lot in enumerate(pieces(process.tender, "lots"), 1):
        yield Entry(process, lot, "tender.lots", number=number)


TABLE = Table(
    "lots",
    "one lot of a tender",
    _entries,
    (
        OCID_COLUMN,
        number_column("lot_number", "lot"),
        plain("lot_id", TEXT, "id", "id of the lot"),
        plain("title", TEXT, "title", "title"),
        plain("description", TEXT, "description", "description"),
        plain("status", TEXT, "status", "status, as for a tender"),
        *money_and_gross("value", "estimated value"),
        *money("minimum_", "minimumValue", "least estimated value"),
        *contract_period("contractPeriod"),
        plain("duration_in_days", WHOLE, "contractPeriod.durationInDays", "length of the contract, days"),
        plain("has_options", YES_NO, "hasOptions", "whether the contract may be enlarged"),
        plain("has_renewal", YES_NO, "hasRenewal", "whether the contract may be renewed"),
        plain("renewal", TEXT, "renewal.description", "how it may be renewed"),
        plain("buyer_id", TEXT, "buyer.id", "who buys this lot, where that is said"),
    ),
)
