"""Reads tables about councils in Candour's own layout: one figure a row, of any measure that is defined.

It is for figures that no publisher gives as open files of one layout: Scotland's benchmarking framework, what
councils pay for care, and their workforce. The layout is described in docs/how-to/add-council-tables.md.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import BinaryIO

from candour.care.council_area import area_of_name
from candour.care.council_measure import Measure
from candour.care.council_outcome import CouncilOutcome
from candour.care.figure import Figure, parse_figure
from candour.care.period import Period, parse_period
from candour.ocds.problems import Problem, Rule
from candour.sources import outcome_rules as rules
from candour.sources.account import Tally
from candour.sources.council_measures import council_measures
from candour.sources.definition import TablesDefinition
from candour.sources.outcome_doubts import Doubts
from candour.sources.tabular.row import TableRow
from candour.sources.tabular.table import table_rows

DIMENSIONS = ("age group", "job role", "rate type", "sector")
"""The columns by which a figure can be broken down, in the order of their names."""

_area_of = lru_cache(maxsize=4096)(area_of_name)


class _RefusedError(Exception):
    """A row that says nothing certain; the message is for the account."""


def read(
    stream: BinaryIO, *, name: str, definition: TablesDefinition, tally: Tally
) -> Iterator[CouncilOutcome | Problem]:
    """Every figure of a table.

    A row whose measure, period, statistic, breakdown or unit is not certain is refused. One whose council is not
    known is kept with its published name alone.
    """
    doubts = Doubts()
    for row in table_rows(stream, definition.layouts, name=name, tally=tally):
        if isinstance(row, Problem):
            yield row
            continue
        try:
            outcome, measure = _Row(row, definition.id).outcome()
        except _RefusedError as why:
            row.refused(str(why))
        else:
            row.used("a figure")
            yield outcome
            yield from doubts.of(outcome, measure, "value", row.position)
        yield from row.problems
    yield from doubts.of_councils()


class _Row:
    """One row on its way to an outcome."""

    def __init__(self, row: TableRow, source: str) -> None:
        self._row, self._source = row, source

    def outcome(self) -> tuple[CouncilOutcome, Measure]:
        """The figure and its measure. Raises _RefusedError, having told the row's problem."""
        measure = self._measure()
        period = self._period()
        statistic = self._statistic(measure)
        figure = self._figure()
        self._check_unit(measure, statistic, figure)
        said = self._row.text("council")
        area = _area_of(said, period)
        if area.level == "council" and area.council is None:
            self._row.tell(rules.COUNCIL_UNKNOWN, "council", said, area.reason)
        return CouncilOutcome(
            source=self._source,
            measure=measure.id,
            period=period,
            level=area.level,
            code=said,
            name=self._row.text("council name") or said,
            gss=area.gss,
            council=area.council.organisation_id if area.council else None,
            statistic=statistic,
            dimensions=tuple(self._dimensions(measure)),
            value=figure.value,
            state=figure.state,
            flag=figure.flag,
            currency=measure.currency_of(statistic),
            note=self._row.text("note"),
        ), measure

    def _measure(self) -> Measure:
        known: Mapping[str, Measure] = council_measures()
        if (measure := known.get(self._row.text("measure"))) is not None:
            return measure
        raise self._refused(rules.MEASURE_UNKNOWN, "measure", ", ".join(known), "its measure is not defined")

    def _period(self) -> Period:
        try:
            return parse_period(self._row.text("period"))
        except ValueError as error:
            expected = "2024-25, 2024, 2025-03-31 or 2024-04-01/2024-06-30"
            raise self._refused(rules.PERIOD_UNKNOWN, "period", expected, "its period is not readable") from error

    def _figure(self) -> Figure:
        value, flag = self._row.text("value"), self._row.text("flag")
        if value and flag:
            raise self._refused(rules.FLAG_AND_VALUE, "flag", "", "it has both a value and a flag")
        try:
            return parse_figure(value or flag)
        except ValueError as error:
            field = "value" if value else "flag"
            raise self._refused(rules.FIGURE_UNREADABLE, field, "", "its figure is not readable") from error

    def _statistic(self, measure: Measure) -> str:
        said = self._row.text("statistic") or "outcome"
        if said in measure.statistics:
            return said
        expected = ", ".join(measure.statistics)
        raise self._refused(rules.STATISTIC_UNKNOWN, "statistic", expected, "its measure has no such statistic")

    def _dimensions(self, measure: Measure) -> Iterator[tuple[str, str]]:
        for name in DIMENSIONS:
            values = measure.dimensions.get(name, ())
            if (said := self._row.text(name)) in values:
                yield name, said
            elif said:
                expected = f"one of {', '.join(values)}" if values else f"nothing for {measure.id}"
                raise self._refused(rules.DIMENSION_UNKNOWN, name, expected, "its measure has no such breakdown")

    def _check_unit(self, measure: Measure, statistic: str, figure: Figure) -> None:
        """What a row says of its unit must be the measure's; money must say it, or pence would pass for pounds."""
        is_money = measure.currency_of(statistic) is not None and figure.value is not None
        needed = {"unit": is_money and statistic == "outcome", "currency": is_money}
        for field, expected in (("unit", measure.unit), ("currency", measure.currency or "")):
            said = self._row.text(field)
            if said != expected and (said or needed[field]):
                raise self._refused(rules.UNIT_DIFFERS, field, expected or "nothing", "its unit is not the measure's")

    def _refused(self, rule: Rule, field: str, expected: str, why: str) -> _RefusedError:
        found = self._row.raw(field) or "nothing"
        self._row.tell(rule, field, found, expected)
        return _RefusedError(why)
