"""Who is compared: which award or process belongs to which provider, council or contract model."""

from functools import cache

from candour.compare.kind import KINDS, Kind
from candour.warehouse.derived import Derived, DerivedColumn

_COLUMNS = (
    DerivedColumn("kind", "VARCHAR", "what is compared: providers, councils, contract-models"),
    DerivedColumn("process_number", "BIGINT", "the process, as in `processes`"),
    DerivedColumn("award_number", "BIGINT", "the active award, as in `awards`; null where the process has none"),
    DerivedColumn("group_key", "VARCHAR", "key of the provider, council or contract model"),
    DerivedColumn("group_name", "VARCHAR", "its name, as this award or process has it"),
    DerivedColumn("is_first", "BOOLEAN", "whether it is the first row of this process and this group"),
    DerivedColumn("social_care", "VARCHAR", "of the process, as in `processes`"),
    DerivedColumn("award_date", "TIMESTAMP", "of the process, as in `processes`"),
    DerivedColumn("council_code", "VARCHAR", "of the process, as in `processes`"),
    DerivedColumn("contract_model", "VARCHAR", "of the process, as in `processes`"),
)

_QUERY = """\
WITH member AS (
{members}
)
SELECT
    member.kind,
    processes.process_number,
    member.award_number,
    member.group_key,
    member.group_name,
    ROW_NUMBER() OVER (PARTITION BY member.kind, member.group_key, member.ocid ORDER BY member.award_number) = 1
        AS is_first,
    processes.social_care,
    processes.award_date,
    processes.council_code,
    processes.contract_model
FROM member
JOIN processes ON processes.ocid = member.ocid"""

_OF_ONE_KIND = """\
    SELECT '{kind}' AS kind, group_key, MIN(group_name) AS group_name, ocid, award_number
    FROM (
{members}
    ) AS {name}
    GROUP BY group_key, ocid, award_number"""


@cache
def members() -> Derived:
    """The table of members of every kind, with what a `Selection` asks of their processes."""
    return Derived(
        "members",
        "one active award, or a process without one, of one provider, council or contract model",
        _COLUMNS,
        _QUERY.format(members="\n    UNION ALL\n".join(map(_of_one_kind, KINDS.values()))),
        sorted_by=("kind", "process_number", "award_number", "group_key"),
    )


def _of_one_kind(kind: Kind) -> str:
    indented = "\n".join(" " * 8 + line for line in kind.members_query.splitlines())
    return _OF_ONE_KIND.format(kind=kind.id, members=indented, name=kind.id.replace("-", "_"))
