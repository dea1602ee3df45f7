"""Find processes by words."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from candour.compare.selection import Care, Selection
from candour.errors import CandourError
from candour.operations.home import Home


class Found(msgspec.Struct, frozen=True):
    """A process in which every word was found."""

    ocid: str
    title: str | None
    buyer_name: str | None
    suppliers: str | None
    stage: str | None
    social_care: str
    last_date: datetime | None


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """What was found, with every word in the title first, then the newest; `found` counts what is not shown too."""

    words: tuple[str, ...]
    data_version: str
    found: int
    processes: tuple[Found, ...]


QUERY = """
WITH winners AS (
    SELECT ocid, STRING_AGG(DISTINCT supplier_name, ', ' ORDER BY supplier_name) AS suppliers
    FROM suppliers
    GROUP BY ocid
),
texts AS (
    SELECT
        processes.ocid, title, buyer_name, suppliers, stage, social_care, last_date, award_date, council_code,
        contract_model,
        LOWER(CONCAT_WS(' ', processes.ocid, title, description, buyer_name, council_name, suppliers)) AS text
    FROM processes
    LEFT JOIN winners ON winners.ocid = processes.ocid
)
SELECT ocid, title, buyer_name, suppliers, stage, social_care, last_date, COUNT(*) OVER () AS found
FROM texts
WHERE {condition}
ORDER BY CASE WHEN {in_title} THEN 0 ELSE 1 END, last_date DESC NULLS LAST, ocid
LIMIT $limit
"""


def search(home: Home, words: Sequence[str], *, care: Care = "perhaps", limit: int = 20) -> Search:
    """The processes whose ocid, title, description, buyer or suppliers hold every word, whatever the case.

    Raises:
        CandourError: no word was given, or nothing has been built yet.
    """
    wanted = [word.casefold() for text in words for word in text.split()]
    if not wanted:
        raise CandourError("nothing to search for; give one or more words, such as `candour search home care`")
    condition, parameters = Selection(care=care).condition()
    words_by_name = {f"word_{number}": word for number, word in enumerate(wanted)}
    condition += "".join(f" AND CONTAINS(text, ${name})" for name in words_by_name)
    in_title = " AND ".join(f"CONTAINS(LOWER(title), ${name})" for name in words_by_name)
    parameters |= {**words_by_name, "limit": limit}
    with home.tables() as warehouse:
        rows = warehouse.query(QUERY.format(condition=condition, in_title=in_title), parameters).rows
        return Search(
            words=tuple(wanted),
            data_version=warehouse.data_version,
            found=rows[0].found if rows else 0,
            processes=tuple(Found(*row[:-1]) for row in rows),
        )
