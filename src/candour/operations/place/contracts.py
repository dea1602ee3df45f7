"""The contracts in force in an area, each with how its promises stand."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

from candour.operations.contract.outcomes import Outcome, outcomes
from candour.operations.contract.received import Received, Row
from candour.operations.contract.source import Releases
from candour.operations.day import uk_day
from candour.warehouse.engine import Engine

_IN_FORCE = """
WITH bought AS (
    SELECT
        contracts.*, processes.title AS process_title, processes.buyer_name, processes.last_date,
        COALESCE(contracts.contract_start, awards.contract_start, processes.contract_start) AS starts,
        COALESCE(ended, contracts.contract_end, awards.contract_end, processes.contract_end) AS ends,
        has_promises
    FROM contracts
    JOIN processes ON processes.ocid = contracts.ocid
    LEFT JOIN awards ON awards.ocid = contracts.ocid AND awards.award_number = contracts.award_number
    WHERE processes.social_care <> 'no' AND {bought_here} AND COALESCE(contracts.status, 'active') = 'active'
)
SELECT *, COUNT(*) OVER () AS number_in_force
FROM bought
WHERE COALESCE(CAST(starts AS DATE) <= $day, TRUE) AND COALESCE(CAST(ends AS DATE) >= $day, TRUE)
ORDER BY number_of_delivered_metrics > 0 DESC, has_promises DESC, last_date DESC, ocid, contract_number
LIMIT $most
"""
# It is columns that cost: those that say nothing of whether a promise was kept are left out.
_OF_THEM = """
SELECT * EXCLUDE (notes, metric_description)
FROM {table} WHERE ocid IN (SELECT UNNEST($ocids))
"""
_SUPPLIERS = """
SELECT ocid, award_number, supplier_name FROM suppliers WHERE ocid IN (SELECT UNNEST($ocids))
ORDER BY ocid, award_number, supplier_name
"""


class ContractThere(msgspec.Struct, frozen=True, kw_only=True):
    """A contract in force. `ends` is None where no end is published.

    `promised` counts what was promised to be measured: of it `met`, `missed` and `not_told` by the last reports
    (the last where the two cannot be compared), and `never_reported`. `unpromised` counts what was reported without
    having been promised, `failures` those on record. `until` is the end of the last period that was reported.
    """

    ocid: str
    contract_id: str | None
    title: str | None
    buyer: str | None
    suppliers: tuple[str, ...]
    starts: date | None
    ends: date | None
    promised: int
    met: int
    missed: int
    not_told: int
    never_reported: int
    unpromised: int
    failures: int
    until: date | None


class ContractsThere(msgspec.Struct, frozen=True):
    """Contracts in force; `found` counts what is not shown too. Those with reports come first, then the newest."""

    found: int
    contracts: tuple[ContractThere, ...]


def contracts_there(tables: Engine, codes: Sequence[str], name: str, day: date, most: int) -> ContractsThere:
    """The contracts that councils with these codes, or without them one of this very name, have in force on a day."""
    condition = "processes.council_code IN (SELECT UNNEST($codes))" if codes else "LOWER(buyer_name) = $name"
    named = {"codes": [*codes]} if codes else {"name": name.casefold()}
    rows = tables.query(_IN_FORCE.format(bought_here=condition), {"day": day, "most": most} | named).rows
    contracts = [row._asdict() for row in rows]
    of_process = _rows_of(tables, sorted({row["ocid"] for row in contracts}))
    there = tuple(_contract(row, of_process[row["ocid"]], day) for row in contracts)
    return ContractsThere(contracts[0]["number_in_force"] if contracts else 0, there)


def _rows_of(tables: Engine, ocids: list[str]) -> dict[str, dict[str, list[Row]]]:
    """What the tables have of these processes, table by table."""
    found: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for table in ("promises", "deliveries"):
        for row in tables.query(_OF_THEM.format(table=table), {"ocids": ocids}):
            found[row.ocid][table].append(row._asdict())
    for row in tables.query(_SUPPLIERS, {"ocids": ocids}):
        found[row.ocid]["suppliers"].append(row._asdict())
    return found


def _contract(row: dict[str, Any], rows: dict[str, list[Row]], day: date) -> ContractThere:
    # Which release says a promise is not asked here, so the releases need not be read.
    process = Received(row["ocid"], row, {}, rows, [], Releases(()))
    told = outcomes(process, row, None, day)
    verdicts = Counter(one.kept.verdict for one in told if one.kept)
    won = [one for one in rows["suppliers"] if row["award_number"] in (None, one["award_number"])]
    return ContractThere(
        ocid=row["ocid"],
        contract_id=row["contract_id"],
        title=row["title"] or row["process_title"],
        buyer=row["buyer_name"],
        suppliers=tuple(dict.fromkeys(one["supplier_name"] for one in won if one["supplier_name"])),
        starts=uk_day(row["starts"]),
        ends=uk_day(row["ends"]),
        promised=sum(one.promise is not None for one in told),
        met=verdicts["met"],
        missed=verdicts["not met"],
        not_told=verdicts["cannot be told"],
        never_reported=sum(one.standing == "promised but never reported" for one in told),
        unpromised=sum(one.standing == "reported without a promise" for one in told),
        failures=row["number_of_failures"] or 0,
        until=max((end for one in told if (end := _end(one))), default=None),
    )


def _end(outcome: Outcome) -> date | None:
    return outcome.latest.end if outcome.latest else None
