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
_LAST_OF_EACH = """
QUALIFY ROW_NUMBER() OVER (
    PARTITION BY ocid, contract_number, metric_id ORDER BY period_end DESC NULLS LAST, observation_id DESC
) = 1
"""
# Of a million releases it is the columns that cost: these choose, and only what is chosen is read in full.
_NEWEST = f"""
WITH own AS (
    SELECT DISTINCT contracts.ocid, contracts.contract_number
    FROM suppliers JOIN contracts
        ON contracts.ocid = suppliers.ocid AND contracts.award_number = suppliers.award_number
    WHERE suppliers.supplier_key IN (SELECT UNNEST($keys))
),
reported AS (
    SELECT ocid, contract_number, metric_id, period_end
    FROM own JOIN deliveries USING (ocid, contract_number)
    WHERE metric_id IS NOT NULL AND breakdown = ''
    {_LAST_OF_EACH}
)
SELECT ocid, contract_number, metric_id, COUNT(*) OVER () AS number FROM reported
ORDER BY period_end DESC NULLS LAST, ocid, contract_number, metric_id
LIMIT $most
"""
_IN_FULL = f"""
SELECT deliveries.*, processes.buyer_name, processes.title AS process_title
FROM deliveries JOIN processes USING (ocid)
WHERE ocid IN (SELECT UNNEST($ocids)) AND metric_id IS NOT NULL AND breakdown = ''
{_LAST_OF_EACH}
"""
_FEW = 15
"""So many processes are looked up one by one sooner than all are looked through."""


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
    newest = tables.query(_NEWEST, {"keys": list(linked), "most": most}).rows
    chosen = {(one.ocid, one.contract_number, one.metric_id): None for one in newest}
    reported = _in_full(tables, chosen)
    return ProviderOutcomes([one._asdict() for one in stated], reported, newest[0].number if newest else 0)


def _in_full(tables: Engine, chosen: Mapping[tuple[Any, ...], None]) -> list[dict[str, Any]]:
    """The last of each metric under each contract that is chosen, in that order."""
    ocids = list(dict.fromkeys(ocid for ocid, _, _ in chosen))
    few = len(ocids) <= _FEW
    found = {
        (row.ocid, row.contract_number, row.metric_id): row._asdict()
        for where, asked in ([(tables.of_process(one), [one]) for one in ocids] if few else [(tables, ocids)])
        for row in where.query(_IN_FULL, {"ocids": asked})
    }
    return [found[one] for one in chosen]
