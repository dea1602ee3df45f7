"""Reads either layout; both give the same outcomes."""

from collections.abc import Iterator
from typing import BinaryIO

from candour.care.council_area import Area
from candour.care.council_measure import Measure
from candour.care.council_outcome import CouncilOutcome
from candour.care.figure import Figure, parse_figure, parse_figures
from candour.care.period import Period, parse_period
from candour.ocds.problems import Problem
from candour.sources import outcome_rules as rules
from candour.sources.account import Tally
from candour.sources.ascof.area import area_of
from candour.sources.ascof.naming import IN_BRACKETS, Breakdown, by_code, of_sheet, statistic_of
from candour.sources.definition import TablesDefinition
from candour.sources.outcome_doubts import Doubts
from candour.sources.tabular.row import TableRow
from candour.sources.tabular.table import table_rows

TIDY = "ascof-tidy"
_Found = Iterator[CouncilOutcome | Problem]


def read(stream: BinaryIO, *, name: str, definition: TablesDefinition, tally: Tally) -> _Found:
    """Every figure of a workbook, whose sheets hold one area a row, or of the tidy layout, one figure a row.

    A figure in brackets is one more outcome. A row of a measure without a definition is refused, and a
    workbook that lacks the table of a measure is told of it.
    """
    met: set[str] = set()
    workbook = False
    doubts = Doubts()
    for row in table_rows(stream, definition.layouts, name=name, tally=tally):
        if isinstance(row, Problem):
            yield row
            continue
        tidy = row.matched.layout.id == TIDY
        code = row.text("measure").casefold() if tidy else of_sheet(row.sheet)
        if (measure := by_code().get(code)) is None:
            row.refused("its measure is not defined")
            row.tell(rules.MEASURE_UNKNOWN, "measure", code or "a sheet without a name", ", ".join(by_code()))
            yield from row.problems
            continue
        met.add(code)
        workbook |= not tidy
        yield from _Row(row, measure, definition.id, doubts).read(tidy)
    yield from doubts.of_councils()
    if workbook:
        for code in sorted(by_code().keys() - met):
            yield Problem(rule=rules.MEASURE_ABSENT, path="", found=code.upper(), position=name)


class _Row:
    """One row of a table of one measure."""

    def __init__(self, row: TableRow, measure: Measure, source: str, doubts: Doubts) -> None:
        self._row, self._measure, self._source, self._doubts = row, measure, source, doubts

    def read(self, tidy: bool) -> _Found:
        """The row's figures and what is wrong with them; the row is counted."""
        found = list(self._one_figure() if tidy else self._every_year())
        if any(isinstance(each, CouncilOutcome) for each in found):
            self._row.used("a figure" if tidy else "the figures of one area")
        else:
            self._row.refused("none of its figures can be read")
        yield from found
        yield from self._row.problems

    def _one_figure(self) -> _Found:
        value, flag = self._row.text("value"), self._row.text("flag")
        if value and flag:
            self._row.tell(rules.FLAG_AND_VALUE, "value", f"{value} and {flag}")
            return
        period, statistic = self._row.text("period"), self._row.text("statistic")
        try:
            figures = (parse_figure(value or flag),)
        except ValueError:
            self._row.tell(rules.FIGURE_UNREADABLE, "value", value or flag)
            return
        yield from self._outcomes(period, statistic, figures, f"{period} - {statistic}")

    def _every_year(self) -> _Found:
        for statistic, columns in self._row.matched.yearly.items():
            if not columns[0].year:
                continue
            by_year = dict(self._row.yearly(statistic))
            for column in columns:
                name = self._row.matched.heading[column.index]
                try:
                    figures = parse_figures(by_year.get(column.year, ""))
                except ValueError:
                    self._row.tell(rules.FIGURE_UNREADABLE, name, by_year[column.year])
                    continue
                yield from self._outcomes(column.year, statistic, figures, name)

    def _outcomes(self, period: str, statistic: str, figures: tuple[Figure, ...], path: str) -> _Found:
        """The outcome of a cell, and one more for a second figure in it."""
        known, when = self._statistic(statistic, path), self._period(period, path)
        if known is None or when is None:
            return
        if len(figures) > 1 and IN_BRACKETS[0][0] not in self._measure.dimensions:
            self._row.tell(rules.FIGURE_UNREADABLE, path, "a second figure in brackets")
            return
        name, dimensions = known
        area = area_of(self._row.text("code"), self._row.text("gss"), when)
        self._look_at(area)
        for figure, breakdown in zip(figures, (dimensions, IN_BRACKETS), strict=False):
            outcome = self._outcome(when, area, name, breakdown, figure)
            yield outcome
            yield from self._doubts.of(outcome, self._measure, path, self._row.position)

    def _statistic(self, said: str, path: str) -> tuple[str, Breakdown] | None:
        known = statistic_of(said, self._measure)
        if known is None:
            self._row.tell(rules.STATISTIC_UNKNOWN, path, said, ", ".join(self._measure.statistics))
        return known

    def _period(self, said: str, path: str) -> Period | None:
        try:
            return parse_period(said)
        except ValueError:
            self._row.tell(rules.PERIOD_UNKNOWN, path, said, "2024 to 2025")
            return None

    def _outcome(
        self, period: Period, area: Area, statistic: str, dimensions: Breakdown, figure: Figure
    ) -> CouncilOutcome:
        return CouncilOutcome(
            source=self._source,
            measure=self._measure.id,
            period=period,
            level=area.level,
            code=self._row.text("code"),
            name=self._row.text("name"),
            gss=area.gss,
            council=area.council.organisation_id if area.council else None,
            statistic=statistic,
            dimensions=dimensions,
            value=figure.value,
            state=figure.state,
            flag=figure.flag,
            currency=self._measure.currency_of(statistic),
        )

    def _look_at(self, area: Area) -> None:
        """Say once a row that its council is not known."""
        known = any(each.rule is rules.COUNCIL_UNKNOWN for each in self._row.problems)
        if area.level == "council" and area.council is None and not known:
            self._row.tell(rules.COUNCIL_UNKNOWN, "name", self._row.text("name"), area.reason)
