"""Service successions: the services before and after a contract, so that outcomes are not lost with it."""

from collections.abc import Callable, Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, OF_PROCESS, number_column, plain
from candour.warehouse.tables.definition import Column, Entry, Table, derived, of_parent
from candour.warehouse.tables.kinds import TEXT, TEXTS, TIME, WHOLE
from candour.warehouse.tables.process import Process, piece, pieces

_RELATIONS = {"predecessors": "predecessor", "successors": "successor"}


def _entries(process: Process) -> Iterator[Entry]:
    for number, contract in enumerate(process.contracts, 1):
        for name, relation in _RELATIONS.items():
            for other in pieces(contract, name) if name in contract else ():
                yield Entry(process, other, f"contracts.{name}", contract, number, relation)


def _key(name: str) -> Callable[[Entry], str | None]:
    def key(entry: Entry) -> str | None:
        reference = piece(entry.node, name)
        return entry.process.organisation(reference).key if reference else None

    return key


def _suppliers(entry: Entry) -> list[str] | None:
    process = entry.process
    number = process.award_number(entry.parent)
    suppliers = pieces(process.awards[number - 1], "suppliers") if number else []
    return sorted({name for one in suppliers if (name := process.organisation(one).name)}) or None


TABLE = Table(
    "service_successions",
    "one service before or after one contract, as the process of that contract says",
    _entries,
    (
        OCID_COLUMN,
        number_column("contract_number", "contract"),
        Column("contract_id", TEXT, "id of the contract", of_parent("id")),
        Column("supplier_names", TEXTS, "who gives or gave the service of this contract", derived(_suppliers)),
        Column("relation", TEXT, "predecessor: the other came before; successor: after", derived(lambda e: e.stage)),
        plain("other_ocid", TEXT, "ocid", "the process of the other service"),
        plain("other_contract_id", TEXT, "contractID", "id of the other contract in that process"),
        plain("other_supplier_name", TEXT, "supplier.name", "who gave or gives the other service"),
        Column("other_supplier_key", TEXT, "key of that supplier", derived(_key("supplier"))),
        plain("other_buyer_name", TEXT, "buyer.name", "who bought or buys the other service"),
        Column("other_buyer_key", TEXT, "key of that buyer", derived(_key("buyer"))),
        plain("date", TIME, "date", "when the one took over from the other"),
        plain("reason", TEXT, "reason", "endOfTerm, handedBack, terminated, providerExit, modelChange…"),
        plain("people_transferred", WHOLE, "peopleTransferred", "how many people passed from one to the other"),
        plain("metrics_carried", TEXTS, "metricsCarried", "ids of the metrics that are carried on"),
        *OF_PROCESS,
    ),
)
