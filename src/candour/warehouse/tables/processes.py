"""Processes: one row each, with what people most often ask of one."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from candour.care import service_type
from candour.warehouse.tables.columns import OCID_COLUMN, contract_period, money
from candour.warehouse.tables.definition import Column, Entry, Source, Table, field
from candour.warehouse.tables.kinds import AMOUNT, TEXT, TEXTS, TIME, WHOLE, YES_NO, time_of
from candour.warehouse.tables.process import Organisation, Process, piece, pieces

Take = Callable[[Process], Any]


def _entries(process: Process) -> Iterator[Entry]:
    yield Entry(process, process.compiled)


def _of(take: Take) -> Source:
    return Source(lambda rows: list(map(take, rows.processes)))


def _buyer(take: Callable[[Organisation], Any]) -> Source:
    return _of(lambda process: take(buyer) if (buyer := process.buying_organisation) else None)


def _codes(process: Process) -> list[Any] | None:
    """Every classification code of the tender and of all items, in order, each once."""
    tender = process.tender
    items = pieces(tender, "items") + [
        i for holder in process.awards + process.contracts for i in pieces(holder, "items")
    ]
    found = [piece(tender, "classification"), *pieces(tender, "additionalClassifications")]
    for item in items:
        found += [piece(item, "classification"), *pieces(item, "additionalClassifications")]
    return list(dict.fromkeys(str(one["id"]) for one in found if "id" in one)) or None


def _number_of_bids(process: Process) -> Any:
    """The statistic of the whole process or of its only lot; else the number of tenderers, published or listed."""
    counts = [s for s in pieces(piece(process.compiled, "bids"), "statistics") if s.get("measure") == "bids"]
    whole = [s for s in counts if s.get("relatedLot") is None]
    for found in (whole, counts):
        if len(found) == 1:
            return found[0].get("value")
    tender = process.tender
    if tender.get("numberOfTenderers") is not None:
        return tender["numberOfTenderers"]
    return len(pieces(piece(process.compiled, "bids"), "details")) or len(pieces(tender, "tenderers")) or None


def _award_date(process: Process) -> datetime | None:
    return min((date for award in process.awards if (date := time_of(award.get("date")))), default=None)


def _active_awards(process: Process) -> list[dict[str, Any]]:
    return [award for award in process.awards if award.get("status") == "active"]


def _supplier_names(process: Process) -> list[str] | None:
    suppliers = (one for award in _active_awards(process) for one in pieces(award, "suppliers"))
    return sorted({name for one in suppliers if (name := process.organisation(one).name)}) or None


def _of_only_award(name: str) -> Source:
    """A part of the value of its active award: those of several are not added up."""
    return _of(
        lambda process: piece(active[0], "value").get(name) if len(active := _active_awards(process)) == 1 else None
    )


def _implementations(process: Process) -> list[dict[str, Any]]:
    return [piece(contract, "implementation") for contract in process.contracts]


def _has_promises(process: Process) -> bool:
    return bool(
        pieces(piece(process.compiled, "planning"), "forecasts")
        or pieces(process.tender, "targets")
        or any(pieces(holder, "agreedMetrics") for holder in process.awards + process.contracts)
    )


def _has_deliveries(process: Process) -> bool:
    return any(
        pieces(metric, "observations") for done in _implementations(process) for metric in pieces(done, "metrics")
    )


def _has_failures(process: Process) -> bool:
    return any(pieces(done, "performanceFailures") for done in _implementations(process))


def _stage(process: Process) -> str | None:
    if any(_implementations(process)):
        return "implementation"
    for name in ("contracts", "awards", "tender", "planning"):
        if process.compiled.get(name):
            return name.removesuffix("s")
    return None


def _service_type(process: Process) -> str | None:
    return service_type.of(process.compiled).name if process.social_care.value != "no" else None


def _publishers(process: Process) -> list[str]:
    return list(dict.fromkeys(release.publisher for release in process.releases if release.publisher))


TABLE = Table(
    "processes",
    "one process (one ocid)",
    _entries,
    (
        OCID_COLUMN,
        Column("title", TEXT, "title of the tender, else of the release", _of(lambda p: p.title)),
        Column("description", TEXT, "description of the tender", field("tender.description")),
        Column("buyer_id", TEXT, "id by which the process refers to its buyer", field("buyer.id")),
        Column("buyer_key", TEXT, "key of the buyer, the same in all its processes", _buyer(lambda buyer: buyer.key)),
        Column("buyer_name", TEXT, "name of the buyer", _buyer(lambda buyer: buyer.name)),
        Column(
            "council_code",
            TEXT,
            "GSS code of the council, where the buyer is known to be one",
            _buyer(lambda buyer: buyer.council_code),
        ),
        Column("council_name", TEXT, "name of that council", _buyer(lambda buyer: buyer.council_name)),
        Column(
            "social_care", TEXT, "whether it buys social care: yes, perhaps or no", _of(lambda p: p.social_care.value)
        ),
        Column("social_care_reason", TEXT, "why", _of(lambda p: p.social_care.reason)),
        Column(
            "service_type",
            TEXT,
            "kind of care: home care, supported living…, or unknown; null where it is no social care",
            _of(_service_type),
        ),
        Column("contract_model", TEXT, "contract model, or unknown", _of(lambda p: p.contract_model.value)),
        Column("contract_model_reason", TEXT, "why", _of(lambda p: p.contract_model.reason)),
        Column("stage", TEXT, "how far it is: planning, tender, award, contract, implementation", _of(_stage)),
        Column("tender_status", TEXT, "status of the tender", field("tender.status")),
        Column("procurement_method", TEXT, "open, selective, limited or direct", field("tender.procurementMethod")),
        Column("main_category", TEXT, "goods, works or services", field("tender.mainProcurementCategory")),
        Column("classifications", TEXTS, "every classification code of the tender and of all items", _of(_codes)),
        *money("tender_", "tender.value", "estimated value"),
        *contract_period("tender.contractPeriod"),
        Column("tender_start", TIME, "when bids may be sent", field("tender.tenderPeriod.startDate")),
        Column("tender_end", TIME, "last moment for bids", field("tender.tenderPeriod.endDate")),
        Column("award_date", TIME, "date of its first award", _of(_award_date)),
        Column("number_of_lots", WHOLE, "how many lots", _of(lambda p: len(pieces(p.tender, "lots")))),
        Column("number_of_bids", WHOLE, "how many bids, null where nothing says", _of(_number_of_bids)),
        Column(
            "is_awarded",
            YES_NO,
            "whether one of its awards is active",
            _of(lambda p: bool(_active_awards(p))),
        ),
        Column("number_of_awards", WHOLE, "how many awards", _of(lambda p: len(p.awards))),
        Column(
            "supplier_names", TEXTS, "names of the suppliers of its active awards, each once", _of(_supplier_names)
        ),
        Column(
            "award_amount", AMOUNT, "value of its active award, null where it has several", _of_only_award("amount")
        ),
        Column("award_currency", TEXT, "currency of award_amount", _of_only_award("currency")),
        Column("number_of_contracts", WHOLE, "how many contracts", _of(lambda p: len(p.contracts))),
        Column("number_of_releases", WHOLE, "how many releases were merged", _of(lambda p: p.number_of_releases)),
        Column("has_promises", YES_NO, "whether it has forecasts, targets or agreed metrics", _of(_has_promises)),
        Column(
            "has_deliveries", YES_NO, "whether observations of its implementation are published", _of(_has_deliveries)
        ),
        Column("has_failures", YES_NO, "whether performance failures are published", _of(_has_failures)),
        Column(
            "performance_published",
            YES_NO,
            "whether anything is published of how the contract was performed: deliveries or failures",
            _of(lambda process: _has_deliveries(process) or _has_failures(process)),
        ),
        Column("publishers", TEXTS, "who published releases of it", _of(_publishers)),
        Column(
            "sources",
            TEXTS,
            "sources of its releases",
            _of(lambda p: list(dict.fromkeys(r.source for r in p.releases))),
        ),
        Column("first_date", TIME, "date of its first release", _of(lambda p: min(p.release_dates, default=None))),
        Column("last_date", TIME, "date of its last release", _of(lambda p: p.last_date)),
        Column(
            "process_number",
            WHOLE,
            "number of the process in this version of the tables, by which derived tables are joined",
            _of(lambda process: process.number),
        ),
    ),
)
