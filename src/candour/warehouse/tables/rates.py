"""Rates: what one unit of care costs, and how much of it reaches the worker who gives it."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, money, plain, stage_column
from candour.warehouse.tables.definition import Entry, Table
from candour.warehouse.tables.holders import HOLDER_COLUMNS, listed_in
from candour.warehouse.tables.kinds import AMOUNT, TEXT, TIME
from candour.warehouse.tables.process import Process


def _entries(process: Process) -> Iterator[Entry]:
    return listed_in(process, "rates", "tender", "lot", "bid", "award", "contract", "implementation")


TABLE = Table(
    "rates",
    "one rate that was fixed, bid, awarded, agreed or paid",
    _entries,
    (
        OCID_COLUMN,
        stage_column("tender or lot (fixed by the buyer), bid, award, contract, implementation (really paid)"),
        *HOLDER_COLUMNS,
        plain("rate_id", TEXT, "id", "id of the rate, the same from tender to implementation"),
        plain("title", TEXT, "title", "title"),
        plain("service_type", TEXT, "serviceType", "kind of care: homeCare, supportedLiving, careHome…"),
        plain("unit", TEXT, "unit", "what is paid for: contactHour, visit, sleepInNight, week…"),
        plain("visit_minutes", AMOUNT, "visitMinutes", "length of the visit that it is for, minutes"),
        *money("payer_pays_", "payerPays", "what the payer pays for a unit, without value added tax"),
        *money("worker_receives_", "workerReceives", "what the worker receives, before the worker's own deductions"),
        plain("worker_receives_per", TEXT, "workerReceivesPer", "for what: contactHour, workedHour, visit…"),
        plain("worker_share", AMOUNT, "workerShare", "the part that reaches workers, 0 to 1"),
        plain("worker_share_of", TEXT, "workerShareOf", "what it is a part of: payerPays, providerReceives…"),
        plain("travel_time", TEXT, "travelTime", "time on the way: paidSeparately, includedInRate or notPaid"),
        *money("mileage_", "mileage", "what is paid for a mile in the worker's own vehicle"),
        plain("period_start", TIME, "period.startDate", "from when it holds"),
        plain("period_end", TIME, "period.endDate", "until when it holds"),
        plain("notes", TEXT, "notes", "notes"),
    ),
)
