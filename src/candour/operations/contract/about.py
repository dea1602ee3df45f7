"""What a contract is: who buys what from whom, for whom, where, how and until when."""

from collections.abc import Sequence
from datetime import date

import msgspec

from candour.care import service_type
from candour.operations.contract.published import text, texts
from candour.operations.contract.received import Received, Row
from candour.operations.contract.scope import Holder, Scope
from candour.operations.contract.source import Source
from candour.operations.day import uk_day
from candour.warehouse.engine import Engine
from candour.warehouse.tables.process import piece

_LINKS = """
SELECT organisation_key, other_kind, other_key, outcome
FROM organisation_links
WHERE organisation_kind = 'organisation' AND outcome <> 'not linked' AND other_kind IN ('provider', 'location')
    AND organisation_key IN (SELECT UNNEST($keys))
ORDER BY organisation_key, outcome, other_kind DESC, other_key
"""


class Registered(msgspec.Struct, frozen=True):
    """A provider or location of a register that a supplier is, or may be: `outcome` is linked or to be reviewed."""

    kind: str
    key: str
    outcome: str


class Supplier(msgspec.Struct, frozen=True, kw_only=True):
    """A supplier as its award names it, with what it is linked to in registers."""

    name: str | None
    key: str | None
    registered: tuple[Registered, ...]
    source: Source | None


class Place(msgspec.Struct, frozen=True):
    """Where the care is given, as the items say: regions' codes and postcodes."""

    regions: tuple[str, ...]
    postcodes: tuple[str, ...]


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What is being looked at. `read_service_type` is what titles and codes say, `service_types` what is stated.

    `contract_model` is what the whole process says and `contract_model_reason` by which words; `stated_model` is the
    publisher's own code. `ended` is when it really ended. `said_by` names the last release that says a field.
    """

    title: str | None
    buyer: str | None
    buyer_key: str | None
    council: str | None
    council_code: str | None
    suppliers: tuple[Supplier, ...]
    service_types: tuple[str, ...]
    read_service_type: str
    clients: tuple[str, ...]
    settings: tuple[str, ...]
    contract_model: str
    contract_model_reason: str
    stated_model: str | None
    procedure: str | None
    regime: str | None
    user_choice: str | None
    user_choice_details: str | None
    place: Place
    status: str | None
    signed: date | None
    starts: date | None
    ends: date | None
    latest_end: date | None
    ended: date | None
    ended_details: str | None
    said_by: dict[str, Source | None]


def about(process: Received, scope: Scope, tables: Engine) -> About:
    """What the process says of the contract, else of its award, else of its tender."""
    whole, contract, award = process.process, scope.contract or {}, scope.award or {}
    period = next(
        (row for row in (contract, award, whole) if row.get("contract_start") or row.get("contract_end")), whole
    )
    terms = next((one for one in scope.holders(process) if piece(one.said, "socialCare")), None)
    care = piece(terms.said, "socialCare") if terms else {}
    tender = next(iter(process.rows["tenders"]), {})
    return About(
        title=contract.get("title") or award.get("title") or whole["title"],
        buyer=whole["buyer_name"],
        buyer_key=whole["buyer_key"],
        council=whole["council_name"],
        council_code=whole["council_code"],
        suppliers=_suppliers(process, scope, tables),
        service_types=texts(care, "serviceTypes"),
        read_service_type=service_type.of(process.compiled).name,
        clients=texts(care, "clients"),
        settings=texts(care, "settings"),
        contract_model=whole["contract_model"],
        contract_model_reason=whole["contract_model_reason"],
        stated_model=text(care, "contractModel"),
        procedure=tender.get("procurement_method_details") or tender.get("procurement_method"),
        regime=text(care, "regime") or next(iter(tender.get("special_regime") or ()), None),
        user_choice=text(care, "userChoice"),
        user_choice_details=text(care, "userChoiceDetails"),
        place=_place(process.rows["items"], scope),
        status=contract.get("status") or award.get("status"),
        signed=uk_day(contract.get("date_signed")),
        starts=uk_day(period["contract_start"]),
        ends=uk_day(period["contract_end"]),
        latest_end=uk_day(period["contract_max_extent"]),
        ended=uk_day(contract.get("ended")),
        ended_details=contract.get("ended_details"),
        said_by=_said_by(process, scope, terms),
    )


def _suppliers(process: Received, scope: Scope, tables: Engine) -> tuple[Supplier, ...]:
    rows = [row for row in process.rows["suppliers"] if scope.award and row["award_number"] == scope.award_number]
    keys = sorted({row["supplier_key"] for row in rows} - {None})
    links = tables.query(_LINKS, {"keys": keys}).rows if keys else []
    return tuple(
        Supplier(
            name=row["supplier_name"],
            key=row["supplier_key"],
            registered=tuple(
                Registered(link.other_kind, link.other_key, link.outcome)
                for link in links
                if link.organisation_key == row["supplier_key"]
            ),
            source=process.releases.last("awards", scope.award_id, "suppliers", row["supplier_id"]),
        )
        for row in rows
    )


def _place(items: Sequence[Row], scope: Scope) -> Place:
    """Of the contract's own items, else its award's, else the tender's."""
    for stage, number in (("contract", scope.contract_number), ("award", scope.award_number), ("tender", None)):
        mine = [row for row in items if row["stage"] == stage and row["holder_number"] == number]
        regions, postcodes = _all(mine, "delivery_regions"), _all(mine, "delivery_postcodes")
        if regions or postcodes:
            return Place(regions, postcodes)
    return Place((), ())


def _all(rows: Sequence[Row], column: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for row in rows for value in row[column] or ()))


def _said_by(process: Received, scope: Scope, terms: Holder | None) -> dict[str, Source | None]:
    """By field, or by group of fields that stand in one place."""
    last = process.releases.last
    return {
        "contract": scope.source(process),
        "buyer": last("buyer"),
        "terms": last(*terms.path, "socialCare") if terms else None,
        "tender": last("tender"),
        "procedure": last("tender", "procurementMethodDetails") or last("tender", "procurementMethod"),
        "place": next(filter(None, (last(*one.path, "items") for one in scope.holders(process))), None),
    }
