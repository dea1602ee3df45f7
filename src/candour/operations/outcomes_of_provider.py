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
# Of a million releases it is the columns that cost: those that nobody shows are left out.
_UNDER_CONTRACTS = """
WITH own AS (
    SELECT DISTINCT contracts.ocid, contracts.contract_number
    FROM suppliers JOIN contracts
        ON contracts.ocid = suppliers.ocid AND contracts.award_number = suppliers.award_number
    WHERE suppliers.supplier_key IN (SELECT UNNEST($keys))
),
latest AS (
    SELECT ocid, contract_number, contract_id, metric_id, metric_version, metric_title, metric_population,
        observation_id, period_start, period_end, measure, measure_text, value_amount, value_currency, unit_id,
        unit_name, numerator, denominator, denominator_of, respondents, invited, respondents_role, answered_by,
        method, verified_by_role, verified_on, state, state_reason, breakdown
    FROM own JOIN deliveries USING (ocid, contract_number)
    WHERE metric_id IS NOT NULL AND breakdown = ''
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY ocid, contract_number, metric_id ORDER BY period_end DESC NULLS LAST, observation_id DESC
    ) = 1
),
newest AS (
    SELECT *, COUNT(*) OVER () AS number FROM latest
    ORDER BY period_end DESC NULLS LAST, ocid, contract_number, metric_id
    LIMIT $most
)
SELECT newest.*, processes.buyer_name, processes.title AS process_title
FROM newest JOIN processes USING (ocid)
ORDER BY period_end DESC NULLS LAST, ocid, contract_number, metric_id
"""


class ProviderOutcomes(msgspec.Struct, frozen=True):
    """What is stated in all (rows of `statements`) and the last of each metric under each contract (of `deliveries`).

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
    reported = [one._asdict() for one in tables.query(_UNDER_CONTRACTS, {"keys": list(linked), "most": most})]
    known = [one.pop("number") for one in reported]
    return ProviderOutcomes([one._asdict() for one in stated], reported, known[0] if known else 0)
