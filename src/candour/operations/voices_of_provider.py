"""Who was heard in a provider's contracts: what people asked for, what became of it, and what was learned."""

from collections.abc import Sequence
from typing import Any

import msgspec

from candour.warehouse.engine import Engine

_OF_PROCESSES = """
SELECT {table}.*, processes.title AS process_title, processes.buyer_name
FROM {table} JOIN processes ON processes.ocid = {table}.ocid
WHERE {table}.ocid IN (SELECT UNNEST($ocids))
ORDER BY processes.last_date DESC, {table}.ocid, {order}
LIMIT $most
"""


class ProviderVoices(msgspec.Struct, frozen=True):
    """Rows of `participation`, `contributions` and `lessons`, each with the title and buyer of its process."""

    participation: list[dict[str, Any]]
    contributions: list[dict[str, Any]]
    lessons: list[dict[str, Any]]


def voices_of_provider(tables: Engine, ocids: Sequence[str], most: int) -> ProviderVoices:
    """What is published of those who took part in these processes, at most so many rows: by role, never who."""
    return ProviderVoices(
        _rows(tables, "participation", "participation_id, group_id", ocids, most),
        _rows(tables, "contributions", "participation_id, contribution_id", ocids, most),
        _rows(tables, "lessons", "lesson_id", ocids, most),
    )


def _rows(tables: Engine, table: str, order: str, ocids: Sequence[str], most: int) -> list[dict[str, Any]]:
    sql = _OF_PROCESSES.format(table=table, order=order)
    return [row._asdict() for row in tables.query(sql, {"ocids": list(ocids), "most": most})]
