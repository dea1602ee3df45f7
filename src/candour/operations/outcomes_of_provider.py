"""A provider's outcomes by its own account: in all, by its latest statements, and under each of its contracts."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from candour.operations.last_reports import delivery
from candour.warehouse.engine import Engine

_STATED = """
SELECT * FROM statements
WHERE latest AND metric_id IS NOT NULL AND (
    provider_key IN (SELECT UNNEST($keys)) OR LIST_HAS_ANY(registration_numbers, $numbers)
)
ORDER BY statement_end DESC NULLS LAST, published DESC NULLS LAST, statement_id, metric_id, period_end, observation_id
"""
# A contract that the provider has under several keys stands in several rows.
_UNDER_CONTRACTS = """
SELECT report, process_title, buyer_name, COUNT(*) OVER () AS number
FROM (
    SELECT ocid, contract_number, metric_id, period_end, process_title, buyer_name, report
    FROM reports_by_supplier
    WHERE supplier_key IN (SELECT UNNEST($keys)) AND is_last
    QUALIFY ROW_NUMBER() OVER (PARTITION BY ocid, contract_number, metric_id ORDER BY supplier_key) = 1
)
ORDER BY period_end DESC NULLS LAST, ocid, contract_number, metric_id
LIMIT $most
"""


class ProviderOutcomes(msgspec.Struct, frozen=True):
    """What is stated in all (rows of `statements`) and last reported under each contract (rows of `deliveries`).

    They are never added up: people under contracts are among those of a statement. Of the latter there are `number`,
    of which the newest are given.
    """

    in_all: list[dict[str, Any]]
    under_contracts: list[dict[str, Any]]
    number: int


def outcomes_of_provider(
    tables: Engine, row: Mapping[str, Any], linked: Sequence[str], numbers: Sequence[str], most: int
) -> ProviderOutcomes:
    """What the provider of this row states, under its own number or that of a supplier that it is linked with.

    `linked` are the keys of those suppliers, `numbers` those of the provider and its locations in their registers.
    At most so many outcomes under contracts are given.
    """
    own = (("GB-COH", row.get("company")), ("GB-CHC", row.get("charity")))
    keys = sorted({*linked, *(f"{scheme}-{number}" for scheme, number in own if number)})
    stated = tables.query(_STATED, {"keys": keys, "numbers": sorted(set(numbers))}).rows
    under = tables.query(_UNDER_CONTRACTS, {"keys": list(linked), "most": most}).rows
    return ProviderOutcomes(
        in_all=[one._asdict() for one in stated],
        under_contracts=[
            delivery(one.report) | {"process_title": one.process_title, "buyer_name": one.buyer_name} for one in under
        ],
        number=under[0].number if under else 0,
    )
