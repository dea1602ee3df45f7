"""What the tables hold for a comparison: who reports, when most was reported, and what it all adds up to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from candour.compare.measured.answer import Source
from candour.compare.measured.asked import Asked, Window
from candour.compare.measured.likeness import Likeness
from candour.compare.measured.over_time import Steps
from candour.compare.measured.queries.condition import Query
from candour.compare.measured.queries.figures import ALIKE, BEFORE_ALIKE, breakdowns_query, figures_query
from candour.compare.measured.queries.sources import sources_query
from candour.compare.measured.queries.times import Step, quarters_query
from candour.compare.measured.queries.who import contracts_query, member_query, members_query, reporting_query
from candour.compare.measured.unit_figures import Sums
from candour.compare.measured.way import Way
from candour.warehouse.engine import Engine

QUARTERS_OF_A_YEAR = 4
MOST = 0.5
"""A newer year is preferred to one of which more was reported, unless it has less than this share of it."""
STEP_OF: Mapping[str | None, Step] = {"month": "month", "quarter": "quarter", "half-year": "quarter"}
"""How the time of units is cut up whose figures are for a month or a quarter; longer ones by the year."""

ByBreakdown = Mapping[str, Sums]


class Observed(msgspec.Struct, frozen=True):
    """The observations of one unit, by what makes them alike and then by breakdown."""

    key: str
    name: str
    sums: Mapping[Likeness, ByBreakdown]


def window_of(tables: Engine, asked: Asked) -> Window | None:
    """The time asked for; else the newest four quarters in a row with at least half as many figures as any four.

    None where there is no figure with a period.
    """
    if asked.since is not None or asked.until is not None:
        return Window(asked.since or date.min, asked.until or date.max)
    ends = {_day(row.quarter): row.figures for row in _rows(tables, quarters_query(asked))}
    if not ends:
        return None
    held = {last: _in_the_year_to(last, ends) for last in ends}
    last = max(day for day, figures in held.items() if figures >= MOST * max(held.values()))
    return Window(_quarters_later(last, 1 - QUARTERS_OF_A_YEAR), _quarters_later(last, 1), chosen=True)


def _in_the_year_to(last: date, ends: Mapping[date, int]) -> int:
    return sum(ends.get(_quarters_later(last, -back), 0) for back in range(QUARTERS_OF_A_YEAR))


def observed(
    tables: Engine, asked: Asked, way: Way, breakdowns: Sequence[str], window: Window
) -> dict[str, Observed]:
    """Every unit with an observation in the window, by its key."""
    sums: dict[str, dict[Likeness, dict[str, Sums]]] = defaultdict(lambda: defaultdict(dict))
    names: dict[str, str] = {}
    known: dict[tuple[Any, ...], Likeness] = {}
    for row in _rows(tables, figures_query(asked, way, breakdowns, window)):
        sums[row.unit_key][_likeness(row, known)][row.breakdown] = _sums(row)
        names[row.unit_key] = min(names.get(row.unit_key, row.unit_name or ""), row.unit_name or "") or row.unit_key
    if asked.kind == "contracts":
        names |= contract_names(tables, sums)
    return {key: Observed(key, names[key], its) for key, its in sums.items()}


def steps_of(tables: Engine, asked: Asked, way: Way, length: str | None, keys: Sequence[str]) -> dict[str, Steps]:
    """What the units with these keys reported in each step of all time."""
    if not keys:
        return {}
    step: Step = "period" if asked.kind == "contracts" else STEP_OF.get(length, "year")
    found: dict[str, dict[tuple[date, Likeness], Sums]] = {key: {} for key in keys}
    known: dict[tuple[Any, ...], Likeness] = {}
    for row in _rows(tables, figures_query(asked, way, (asked.breakdown,), None, step=step, keys=keys)):
        if row.step is not None:
            found[row.unit_key][row.step, _likeness(row, known)] = _sums(row)
    return dict(found)


def breakdowns_of(tables: Engine, asked: Asked) -> list[str]:
    """By what the metric's figures are broken down, the most frequent first."""
    return [row.breakdown for row in _rows(tables, breakdowns_query(asked))]


def sources_of(
    tables: Engine, asked: Asked, breakdowns: Sequence[str], window: Window, keys: Sequence[str]
) -> dict[str, tuple[Source, ...]]:
    """Who published the figures of these units, in which receipts."""
    found: dict[str, list[Source]] = {key: [] for key in keys}
    if keys:
        for row in _rows(tables, sources_query(asked, breakdowns, window, keys)):
            source = Source(publisher=row.publisher or "", receipt=row.receipt, sha256=row.sha256 or "")
            found[row.unit_key].append(source)
    return {key: tuple(sources) for key, sources in found.items()}


def members_in_all(tables: Engine, asked: Asked) -> int | None:
    """How many of the kind could have reported; None where that is not known."""
    query = members_query(asked)
    return int(_rows(tables, query)[0].members) if query else None


def member_named(tables: Engine, asked: Asked, name: str) -> dict[str, str]:
    """Those of the kind whose key this is or whose name holds it, with their names, whether or not they report.

    Of contracts, those that ever gave a figure.
    """
    if asked.kind == "contracts":
        names = contract_names(tables, [row.unit_key for row in _rows(tables, reporting_query(asked))])
        return {key: called for key, called in names.items() if f"{called}: ".startswith(f"{name}: ")}
    query = member_query(asked, name)
    return {row.group_key: row.group_name for row in _rows(tables, query)} if query else {}


def contract_names(tables: Engine, keys: Iterable[str]) -> dict[str, str]:
    """The contracts with these keys as `OCID CONTRACT: title`."""
    return {
        row.unit_key: f"{row.ocid} {row.contract_id or ''}{': ' if row.title else ''}{row.title or ''}"
        for row in _rows(tables, contracts_query(keys))
    }


def _rows(tables: Engine, query: Query) -> list[Any]:
    return tables.query(*query).rows


def _likeness(row: Any, known: dict[tuple[Any, ...], Likeness]) -> Likeness:
    parts = row[BEFORE_ALIKE : BEFORE_ALIKE + len(ALIKE)]
    found = known.get(parts)
    if found is None:
        found = known[parts] = Likeness(**dict(zip(ALIKE, parts, strict=True)))
    return found


def _sums(row: Any) -> Sums:
    return Sums(*row[BEFORE_ALIKE + len(ALIKE) :])


def _quarters_later(day: date, number: int) -> date:
    months = day.year * 12 + day.month - 1 + 3 * number
    return date(months // 12, months % 12 + 1, 1)


def _day(moment: date) -> date:
    return date(moment.year, moment.month, moment.day)
