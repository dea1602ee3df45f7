"""Who gives care in a council's area, and how it is rated, as the newest file of each register has it."""

import datetime
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from candour.care.ratings.crosswalk import MEANINGS
from candour.care.ratings.framework import REGISTERS
from candour.operations.council_in_full.whose import Whose
from candour.statistics.proportion import wilson
from candour.warehouse.engine import Engine

MOST = 1_000
"""So many providers are given, those with the most locations first."""

# Locations that give no social care to adults, such as dentists, are no part of it; nor are those that have ended.
_THERE = """
SELECT locations.location, locations.name AS location_name, locations.provider, provider_name,
    locations.register, care_home, at_or_above_good, lacking, inspected, day
FROM locations LEFT JOIN location_verdicts ON location_verdicts.location = locations.location
WHERE {condition} AND adult_social_care IS DISTINCT FROM FALSE AND status IS DISTINCT FROM 'deregistered'
"""
_COUNTS = f"""
WITH there AS ({_THERE})
SELECT register, MAX(day) AS day, COALESCE(at_or_above_good, lacking, 'not known') AS verdict,
    COUNT(*) AS locations, MIN(inspected) AS oldest
FROM there GROUP BY register, verdict ORDER BY register, verdict
"""
_PROVIDERS = f"""
WITH there AS ({_THERE})
SELECT there.provider, COALESCE(MAX(provider_name), MAX(providers.name)) AS name, there.register,
    MIN(location_name) AS runs,
    COUNT(*) AS locations,
    COUNT(*) FILTER (WHERE care_home) AS care_homes,
    COUNT(at_or_above_good) AS rated,
    COUNT(*) FILTER (WHERE at_or_above_good = 'yes') AS good,
    MIN(inspected) AS oldest_inspection
FROM there LEFT JOIN providers ON providers.provider = there.provider
GROUP BY there.provider, there.register, CASE WHEN there.provider IS NULL THEN there.location END
ORDER BY locations DESC, name, there.provider
LIMIT {MOST}
"""


class CareThere(msgspec.Struct, frozen=True, kw_only=True):
    """The locations of one register under this council, on the `day` of its newest file.

    `good` of `rated` are at or above good, by what that means in the nation; `low` and `high` are the 95% Wilson
    interval on 0-1, None where none is rated. `lacking` are all others, by the state of their rating.
    `oldest` is the oldest inspection that any of these verdicts rests on.
    """

    register: str
    nation: str
    regulator: str
    meaning: str
    rates: bool
    day: datetime.date | None
    locations: int
    good: int
    rated: int
    low: float | None
    high: float | None
    lacking: dict[str, int]
    oldest: datetime.date | None


class ProviderThere(msgspec.Struct, frozen=True, kw_only=True):
    """A provider with locations there, of which `runs` is the name of one.

    `provider` is None where the register does not say whose a location is, `name` where no file has its name.
    """

    provider: str | None
    name: str | None
    runs: str | None
    register: str
    locations: int
    care_homes: int
    rated: int
    good: int
    oldest_inspection: datetime.date | None


def care_there(tables: Engine, whose: Whose) -> tuple[CareThere, ...]:
    """One for each register, because what "good" means differs from nation to nation."""
    rows = tables.query(_COUNTS.format(condition=whose.locations), whose.given).rows
    registers: dict[str, list[Any]] = {}
    for row in rows:
        registers.setdefault(row.register, []).append(row)
    return tuple(_care_there(registers))


def _care_there(registers: dict[str, list[Any]]) -> Iterator[CareThere]:
    for register, rows in registers.items():
        known = REGISTERS[register]
        verdicts = Counter({row.verdict: row.locations for row in rows})
        good, rated = verdicts["yes"], verdicts["yes"] + verdicts["no"]
        low, high = wilson(good, rated) if rated else (None, None)
        yield CareThere(
            register=register,
            nation=known.nation,
            regulator=known.regulator,
            meaning=MEANINGS[register],
            rates=known.rates,
            day=max((row.day for row in rows if row.day), default=None),
            locations=verdicts.total(),
            good=good,
            rated=rated,
            low=low,
            high=high,
            lacking={state: number for state, number in verdicts.items() if state not in ("yes", "no")},
            oldest=min((row.oldest for row in rows if row.verdict in ("yes", "no") and row.oldest), default=None),
        )


def providers_there(tables: Engine, whose: Whose) -> tuple[ProviderThere, ...]:
    """Those with the most locations there first, at most `MOST`."""
    rows = tables.query(_PROVIDERS.format(condition=whose.locations), whose.given)
    return tuple(ProviderThere(**row._asdict()) for row in rows)
