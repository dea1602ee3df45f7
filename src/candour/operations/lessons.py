"""What was learned from contracts, what people asked for, and what changed because of it."""

from collections.abc import Sequence
from typing import Any

import msgspec

from candour.care.service_type import BY_CODE
from candour.operations.home import Home
from candour.operations.service_successions import ServiceSuccession, all_successions
from candour.operations.told_of import ToldOf, told_of
from candour.warehouse.engine import Engine

MOST = 1_000
"""So many rows of each are given, the newest first; the counts are of all."""

_LESSON_TEXT = "title, description, role, process_title, buyer_name"
_ASKED_TEXT = "asked, reason, role, process_title, buyer_name"
_LESSONS = """
SELECT *, COUNT(*) OVER () AS found
FROM lessons
WHERE {condition}
ORDER BY date DESC NULLS LAST, ocid, lesson_id
LIMIT $most
"""
_CONTRIBUTIONS = """
SELECT *
FROM contributions
WHERE {condition}
ORDER BY process_last_date DESC, ocid, participation_id, contribution_id
LIMIT $most
"""
_OUTCOMES = """
SELECT COALESCE(outcome, 'not said') AS outcome, COUNT(*) AS contributions
FROM contributions
WHERE {condition}
GROUP BY ALL ORDER BY contributions DESC, outcome
"""
_TOOK_PART = """
SELECT stage, role, SUM(people) AS people, COUNT(DISTINCT ocid) AS processes
FROM participation
WHERE {condition}
GROUP BY ALL ORDER BY processes DESC, stage, role
"""


class TookPart(msgspec.Struct, frozen=True, kw_only=True):
    """People of a role who took part at a stage, in so many processes; `people` is None where no number is said.

    Somebody who took part several times is counted each time.
    """

    stage: str | None
    role: str | None
    people: int | None
    processes: int


class Lessons(msgspec.Struct, frozen=True, kw_only=True):
    """What fits the words and the kind of care.

    `lessons` and `contributions` are rows of those tables, at most `MOST`; `found` counts all lessons. `outcomes` has
    what became of how many contributions.
    """

    data_version: str
    words: tuple[str, ...]
    care: str | None
    found: int
    lessons: list[dict[str, Any]]
    outcomes: dict[str, int]
    contributions: list[dict[str, Any]]
    took_part: tuple[TookPart, ...]
    successions: list[ServiceSuccession]


def lessons(home: Home, words: Sequence[str], care: str | None) -> Lessons:
    """Those with every word in them, in the title of their process or in its buyer's name; of one kind of care.

    Raises:
        CandourError: nothing has been built yet.
    """
    codes = tuple(code for code, name in BY_CODE.items() if name == care) if care else None
    with home.tables() as tables:
        rows = _rows(tables, _LESSONS, told_of(_LESSON_TEXT, words, codes), most=MOST)
        asked = told_of(_ASKED_TEXT, words, codes)
        return Lessons(
            data_version=tables.data_version,
            words=tuple(words),
            care=care,
            found=rows[0]["found"] if rows else 0,
            lessons=[{name: value for name, value in row.items() if name != "found"} for row in rows],
            outcomes={row["outcome"]: row["contributions"] for row in _rows(tables, _OUTCOMES, asked)},
            contributions=_rows(tables, _CONTRIBUTIONS, asked, most=MOST),
            took_part=_took_part(tables, words, codes),
            successions=all_successions(tables, words, codes, MOST),
        )


def _took_part(tables: Engine, words: Sequence[str], codes: Sequence[str] | None) -> tuple[TookPart, ...]:
    told = told_of("role, method, process_title, buyer_name", words, codes)
    return tuple(msgspec.convert(row, TookPart, strict=False) for row in _rows(tables, _TOOK_PART, told))


def _rows(tables: Engine, sql: str, told: ToldOf, **more: Any) -> list[dict[str, Any]]:
    return [row._asdict() for row in tables.query(sql.format(condition=told.condition), {**told.given, **more})]
