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
    """Rows of `participation`, `contributions` and `lessons`."""

    participation: list[dict[str, Any]]
    contributions: list[dict[str, Any]]
    lessons: list[dict[str, Any]]


def voices_of_provider(tables: Engine, awards: Iterable[AwardThen], most: int) -> ProviderVoices:
    """What is published of those who took part in the processes of these awards, in their order: by role, never who.

    At most so many rows of each are given.
    """
    ocids = list(dict.fromkeys(one.award["ocid"] for one in awards))
    return ProviderVoices(
        _rows(tables, "participation", "participation_id, group_id", ocids, most),
        _rows(tables, "contributions", "participation_id, contribution_id", ocids, most),
        _rows(tables, "lessons", "lesson_id", ocids, most),
    )


def _rows(tables: Engine, table: str, order: str, ocids: list[str], most: int) -> list[dict[str, Any]]:
    sql = _OF_PROCESSES.format(table=table, order=order)
    return [row._asdict() for row in tables.query(sql, {"ocids": ocids, "most": most})]
