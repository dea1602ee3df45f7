"""A provider's outcomes by its own account: in all, by its latest statements, and under each of its contracts."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from candour.warehouse.engine import Engine

_STATED = """
SELECT * FROM statements
WHERE latest AND metric_id IS NOT NULL AND (
    provider_key IN (SELECT UNNEST($keys)) OR LIST_HAS_ANY(registration_numbers, $numbers)
)
ORDER BY statement_end DESC NULLS LAST, published DESC NULLS LAST, statement_id, metric_id, period_end, observation_id
"""
_UNDER_CONTRACTS = """
WITH own AS (
    SELECT DISTINCT contracts.ocid, contracts.contract_number
    FROM suppliers JOIN contracts
        ON contracts.ocid = suppliers.ocid AND contracts.award_number = suppliers.award_number
    WHERE suppliers.supplier_key IN (SELECT UNNEST($keys))
)
SELECT deliveries.*, processes.buyer_name, processes.title AS process_title
FROM own
JOIN deliveries USING (ocid, contract_number)
JOIN processes USING (ocid)
WHERE deliveries.metric_id IS NOT NULL AND breakdown = ''
QUALIFY ROW_NUMBER() OVER (
    PARTITION BY ocid, contract_number, metric_id ORDER BY period_end DESC NULLS LAST, observation_id DESC
) = 1
ORDER BY ocid, contract_number, metric_id
"""


class ProviderOutcomes(msgspec.Struct, frozen=True):
    """What is stated in all (rows of `statements`) and the last of each metric under each contract (of `deliveries`).

    They are never added up: people under contracts are among those of a statement.
    """

    in_all: list[dict[str, Any]]
    under_contracts: list[dict[str, Any]]


def outcomes_of_provider(
    tables: Engine, row: Mapping[str, Any], suppliers: Sequence[Mapping[str, Any]], numbers: Sequence[str]
) -> ProviderOutcomes:
    """What the provider of this row states, under its own number or that of a supplier that it is linked with."""
    linked = [link["organisation_key"] for link in suppliers if link["outcome"] == "linked"]
    own = (("GB-COH", row.get("company")), ("GB-CHC", row.get("charity")))
    keys = sorted({*linked, *(f"{scheme}-{number}" for scheme, number in own if number)})
    stated = tables.query(_STATED, {"keys": keys, "numbers": sorted(set(numbers))}).rows
    reported = tables.query(_UNDER_CONTRACTS, {"keys": linked}).rows
    return ProviderOutcomes([one._asdict() for one in stated], [one._asdict() for one in reported])
