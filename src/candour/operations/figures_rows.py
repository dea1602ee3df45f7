"""From the cells of a file to rows that metrics can be computed from. No message holds what a cell says."""

from collections.abc import Sequence
from dataclasses import dataclass

from candour.care.figures.asked import FiguresError, Given
from candour.care.metrics.fields import Choice, Field, Value
from candour.care.metrics.recipe import ANSWERED_BY, OWN_ANSWERS, PROXY
from candour.indicators.definition import Metric
from candour.operations.figures_columns import Column, Columns, expected
from candour.operations.figures_mapping import ColumnMapping
from candour.operations.figures_sheet import AnswerSheet
from candour.sources.tabular.cells import number
from candour.sources.tabular.layout import plain

NOT_SAID = "not said"
"""The category of those for whom a breakdown's column is empty."""

_WHO = Choice(means="who answered", choices=(*OWN_ANSWERS, PROXY))


@dataclass(frozen=True, slots=True)
class Reading:
    """Which columns are read: fields by metric, who it is, what they are broken down by, and who answered.

    Without `person` each row is a person; without `answered_by` they answered themselves.
    """

    columns: Columns
    person: int | None
    dimensions: tuple[int, ...]
    answered_by: int | None


def given_rows(
    sheet: AnswerSheet, reading: Reading, mapping: ColumnMapping, metrics: Sequence[Metric]
) -> tuple[list[Given], list[str]]:
    """The rows that can be used, and what is wrong with the others: row, column, and what was expected."""
    given: list[Given] = []
    faults = [*sheet.broken]
    apart = any(metric.collected.proxy == "counted apart" for metric in metrics)
    for row, cells in sheet.rows:
        wrong: list[str] = []
        values = {
            metric: {name: _value(column, cells, mapping, wrong) for name, column in fields.items()}
            for metric, fields in reading.columns.items()
        }
        person = cells[reading.person] if reading.person is not None else str(row)
        if not person and reading.person is not None:
            wrong.append(f"{sheet.heading[reading.person]}: expected something that tells people apart")
        by_proxy = False
        if reading.answered_by is not None:
            title = sheet.heading[reading.answered_by]
            column = Column(reading.answered_by, title, (ANSWERED_BY,), _WHO)
            who = _value(column, cells, mapping, wrong)
            if who is None and apart and cells[reading.answered_by] == "":
                wrong.append(f"{title}: expected {expected(_WHO)}")
            by_proxy = who == PROXY
        if wrong:
            faults.extend(f"row {row}, {each}" for each in wrong)
            continue
        kind = tuple(cells[place] or NOT_SAID for place in reading.dimensions)
        given.append(Given(person=person, kind=kind, by_proxy=by_proxy, rows=values))
    return given, faults


def check_breakdowns(given: Sequence[Given], names: Sequence[str]) -> None:
    """Refuse to break people down into so many groups that most would be hidden, and some would be people.

    Raises:
        FiguresError: there is less than one group of 8 people for each category.
    """
    people = len({row.person for row in given})
    for at, name in enumerate(names):
        groups = len({plain(row.kind[at]) for row in given})
        if groups > 1 and groups * 8 > people:
            raise FiguresError(
                f"--by {name}: found {groups} groups for {people} people, expected 8 people or more in a group on "
                "average; take wider groups, or leave it out"
            )


def _value(column: Column, cells: tuple[str, ...], mapping: ColumnMapping, wrong: list[str]) -> Value:
    written = mapping.meant(column.names, cells[column.place])
    if not written:
        return None
    try:
        return _read(column.field, written)
    except (StopIteration, ValueError):
        wrong.append(f"{column.title}: expected {expected(column.field)}, or nothing")
        return None


def _read(field: Field, written: str) -> Value:
    if isinstance(field, Choice):
        return next(choice for choice in field.choices if plain(choice) == plain(written))
    return field.read("", number(written))
