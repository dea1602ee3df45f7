"""Locations as the tables have them, each with all that is known of how it was rated."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from candour.care.ratings.history import History
from candour.care.ratings.lineage import Lineage
from candour.care.ratings.rating import Rating
from candour.care.register import RegistrationSuccession, register_key
from candour.warehouse.engine import Engine

_SUCCESSIONS = """
WITH RECURSIVE wanted AS (
    SELECT UNNEST($keys) AS key
    UNION
    SELECT old FROM registration_successions JOIN wanted ON registration_successions.new = wanted.key
)
SELECT DISTINCT register, subject_kind AS subject, old, new, evidence, said_by
FROM registration_successions
WHERE subject_kind = 'location' AND (old IN (SELECT key FROM wanted) OR new IN (SELECT key FROM wanted))
ORDER BY register, subject, old, new, evidence, said_by
"""
_RATINGS = """
SELECT register, subject_kind, subject, service, key_question, state, grade, as_published, framework, framework_sure,
    published, inspected, inherited, inherited_from, url, first_seen
FROM ratings
WHERE subject IN (SELECT UNNEST($keys))
"""


class RatedLocation(msgspec.Struct, frozen=True):
    """A location's row of the tables, and how it and its predecessors were rated."""

    location: dict[str, Any]
    history: History


def rated_locations(tables: Engine, locations: Sequence[dict[str, Any]]) -> list[RatedLocation]:
    """Rows of the table of locations, each with its ratings, and those of whom it took over from."""
    keys = [location["location"] for location in locations]
    successions = _successions(tables, keys)
    ratings = _ratings(tables, {*keys, *(register_key(one.register, one.old) for one in successions)})
    lineage = Lineage(successions)
    return [RatedLocation(location, _history(location, ratings, lineage)) for location in locations]


def _successions(tables: Engine, keys: Sequence[str]) -> tuple[RegistrationSuccession, ...]:
    return tuple(
        RegistrationSuccession(
            register=row.register,
            subject=row.subject,
            old=_number(row.register, row.old),
            new=_number(row.register, row.new),
            evidence=row.evidence or "",
            source_id=row.said_by,
        )
        for row in tables.query(_SUCCESSIONS, {"keys": list(keys)})
    )


def _ratings(tables: Engine, keys: Iterable[str]) -> dict[str, list[Rating]]:
    found: dict[str, list[Rating]] = {}
    for row in tables.query(_RATINGS, {"keys": sorted(keys)}):
        found.setdefault(row.subject, []).append(
            Rating(
                register=row.register,
                subject=row.subject_kind,
                subject_id=_number(row.register, row.subject),
                service=row.service,
                key_question=row.key_question,
                state=row.state,
                grade=row.grade,
                as_published=row.as_published or "",
                framework=row.framework,
                framework_sure=row.framework_sure,
                published=row.published,
                inspected=row.inspected,
                inherited=row.inherited,
                inherited_from=row.inherited_from,
                report_url=row.url,
                first_seen=row.first_seen,
            )
        )
    return found


def _history(location: dict[str, Any], ratings: dict[str, list[Rating]], lineage: Lineage) -> History:
    """With what is of the location or, through any number of successions, of a predecessor."""
    register = location["register"]
    number = _number(register, location["location"])
    successions = lineage.of(register, number)
    numbers = dict.fromkeys((number, *(step.old for step in successions)))
    return History(
        register=register,
        subject_id=number,
        ratings=tuple(rating for each in numbers for rating in ratings.get(register_key(register, each), ())),
        registered=location["registered"],
        deregistered=location["deregistered"],
        complete=bool(location["ratings_complete"]),
        successions=successions,
    )


def _number(register: str, key: str) -> str:
    return key.removeprefix(f"{register}:")
