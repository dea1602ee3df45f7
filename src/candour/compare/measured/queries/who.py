"""Who could have reported, and what they are called."""

from collections.abc import Iterable

from candour.compare.measured.asked import Asked, is_gss
from candour.compare.measured.queries.condition import KEYS, Query, among, condition, selected

_CONTRACTS = """
SELECT CONCAT(CAST(processes.process_number AS VARCHAR), '.', CAST(contracts.contract_number AS VARCHAR)) AS unit_key,
    contracts.ocid, contracts.contract_id, contracts.title
FROM contracts
JOIN processes ON processes.ocid = contracts.ocid
WHERE {condition}
ORDER BY unit_key
"""

_REPORTING = """
SELECT DISTINCT {key} AS unit_key FROM compared_observations WHERE {condition} ORDER BY unit_key
"""

_MEMBERS = """
SELECT COUNT(DISTINCT group_key) AS members
FROM members
WHERE kind = $kind AND {condition}
"""

_MEMBER = """
SELECT group_key, MIN(group_name) AS group_name
FROM members
WHERE kind = $kind AND {condition} AND (group_key = $name OR CONTAINS(LOWER(group_name), $part))
GROUP BY group_key
ORDER BY group_key
"""


def members_query(asked: Asked) -> Query | None:
    """How many of the kind there are, with or without figures; None where the table of members cannot tell."""
    return _of_members(_MEMBERS, asked)


def member_query(asked: Asked, name: str) -> Query | None:
    """Those whose key is the name, or whose name holds it: `group_key, group_name`."""
    found = _of_members(_MEMBER, asked)
    return found and (found[0], {**found[1], "name": name, "part": name.casefold()})


def reporting_query(asked: Asked) -> Query:
    """The keys of all that ever gave a figure of the metric: `unit_key`."""
    which, parameters = condition(asked, None, None)
    return _REPORTING.format(key=KEYS[asked.kind][0], condition=which), parameters


def contracts_query(keys: Iterable[str]) -> Query:
    """What the contracts with these keys are called: `unit_key, ocid, contract_id, title`."""
    key = "CONCAT(CAST(processes.process_number AS VARCHAR), '.', CAST(contracts.contract_number AS VARCHAR))"
    chosen, parameters = among(key, keys)
    return _CONTRACTS.format(condition=chosen), parameters


def _of_members(sql: str, asked: Asked) -> Query | None:
    if asked.kind == "contracts" or (asked.council and not is_gss(asked.council)):
        return None
    parts, parameters = selected(asked, council="council_code")
    return sql.format(condition=" AND ".join(["TRUE", *parts])), {"kind": asked.kind, **parameters}
