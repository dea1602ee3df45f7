"""What share of a nation's rated locations was at or above good on a day, and how many were not rated, and why."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from statistics import median
from typing import Literal

import msgspec

from candour.care.ratings.crosswalk import MEANINGS, at_or_above_good
from candour.care.ratings.framework import REGISTERS
from candour.care.ratings.history import History
from candour.statistics.proportion import wilson


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """How many of a nation's rated locations were at or above good on a day.

    `denominator` counts the rated alone; `lacking` the others, by the state of their rating; `outside` those not
    registered on the day. `low` and `high` are the 95% Wilson interval on 0-1. Ages are in days on that day, of the
    oldest rating that each verdict rests on. Shares of two nations stand side by side and are never added.
    """

    register: str
    nation: str
    meaning: str
    day: date
    state: Literal["value", "not computable"]
    because: str = ""
    numerator: int = 0
    denominator: int = 0
    low: float | None = None
    high: float | None = None
    lacking: Mapping[str, int] = {}
    outside: int = 0
    median_age_days: float | None = None
    oldest_age_days: int | None = None
    ages_known: int = 0


def share_at_or_above_good(histories: Iterable[History], day: date) -> tuple[Share, ...]:
    """The share at or above good on a day, one for each nation among the histories."""
    registers: dict[str, list[History]] = {}
    for history in histories:
        registers.setdefault(history.register, []).append(history)
    return tuple(_share(register, registers[register], day) for register in REGISTERS if register in registers)


def _share(register: str, histories: list[History], day: date) -> Share:
    registered = [history for history in histories if _registered_on(history, day)]
    verdicts = [at_or_above_good(history, day) for history in registered]
    rated = [verdict for verdict in verdicts if verdict.verdict is not None]
    ages = [verdict.age_days for verdict in rated if verdict.age_days is not None]
    good = sum(verdict.verdict == "yes" for verdict in rated)
    low, high = wilson(good, len(rated)) if rated else (None, None)
    return Share(
        register=register,
        nation=REGISTERS[register].nation,
        meaning=MEANINGS[register],
        day=day,
        state="value" if rated else "not computable",
        because="" if rated else "none of them was rated on that day",
        numerator=good,
        denominator=len(rated),
        low=low,
        high=high,
        lacking=dict(sorted(Counter(verdict.lacking for verdict in verdicts if verdict.lacking).items())),
        outside=len(histories) - len(registered),
        median_age_days=median(ages) if ages else None,
        oldest_age_days=max(ages, default=None),
        ages_known=len(ages),
    )


def _registered_on(history: History, day: date) -> bool:
    began = history.registered is None or history.registered <= day
    return began and (history.deregistered is None or day < history.deregistered)
