"""Who was heard in a provider's contracts: what people asked for, what became of it, and what was learned."""

from collections.abc import Iterable
from typing import Any

import msgspec

from candour.operations.awards_of_provider import AwardThen
from candour.warehouse.engine import Engine

_OF_PROCESSES = """
SELECT * FROM {table} WHERE ocid IN (SELECT UNNEST($ocids))
ORDER BY LIST_POSITION($ocids, ocid), {order}
LIMIT $most
"""


class ProviderVoices(msgspec.Struct, frozen=True):
    """Rows of `participation`, `contributions` and `lessons`, each with the title and buyer of its process."""

    participation: list[dict[str, Any]]
    contributions: list[dict[str, Any]]
    lessons: list[dict[str, Any]]


def voices_of_provider(tables: Engine, awards: Iterable[AwardThen], most: int) -> ProviderVoices:
    """What is published of those who took part in the processes of these awards, in their order: by role, never who.

    At most so many rows of each are given.
    """
    processes = {one.award["ocid"]: one.award for one in awards}
    return ProviderVoices(
        _rows(tables, "participation", "participation_id, group_id", processes, most),
        _rows(tables, "contributions", "participation_id, contribution_id", processes, most),
        _rows(tables, "lessons", "lesson_id", processes, most),
    )


def _rows(tables: Engine, table: str, order: str, processes: dict[str, Any], most: int) -> list[dict[str, Any]]:
    sql = _OF_PROCESSES.format(table=table, order=order)
    return [
        row._asdict()
        | {"process_title": processes[row.ocid]["title"], "buyer_name": processes[row.ocid]["buyer_name"]}
        for row in tables.query(sql, {"ocids": list(processes), "most": most})
    ]
