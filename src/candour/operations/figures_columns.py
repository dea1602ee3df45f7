"""Which column of a file is which field of which metric."""

from collections.abc import Sequence
from dataclasses import dataclass

from candour.care.figures.asked import FiguresError
from candour.care.metrics.fields import Choice, Field
from candour.care.metrics.recipe import ANSWERED_BY
from candour.indicators.definition import Metric
from candour.operations.figures_mapping import ColumnMapping
from candour.operations.figures_sheet import AnswerSheet

_NAMED = 40


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read, the names under which it may be mapped, and what it may hold."""

    place: int
    title: str
    names: tuple[str, ...]
    field: Field


Columns = dict[str, dict[str, Column]]
"""For each metric, the column of each field."""


def columns_of(metrics: Sequence[Metric], sheet: AnswerSheet, mapping: ColumnMapping, file: str) -> Columns:
    """The columns of all fields.

    Raises:
        FiguresError: there is none for some field; the message says which, and which columns there are.
    """
    found: Columns = {metric.id: {} for metric in metrics}
    missing: list[str] = []
    for metric in metrics:
        for name, field in metric.recipe.fields.items():
            wanted = names_of(metric, name, metrics)
            mapped = mapping.column(f"{metric.id}.{name}", name)
            place = next(
                (at for title in ([mapped] if mapped else wanted) if (at := sheet.place(title)) is not None), None
            )
            if place is None:
                missing.append(f"{mapped or wanted[0]} ({expected(field)}: {field.means})")
            else:
                names = (f"{metric.id}.{name}", name)
                found[metric.id][name] = Column(place, sheet.heading[place], names, field)
    if missing:
        raise FiguresError(
            f"{file}: no column {'; no column '.join(missing)}. Found the columns {_listed(sheet)}. Say "
            "--column FIELD=THEIR COLUMN, or `candour figures --blank` for a file with the right ones"
        )
    return found


def names_of(metric: Metric, field: str, metrics: Sequence[Metric]) -> tuple[str, ...]:
    """What a field's column may be called, the plainest first.

    The field's own name is not enough where another metric asks something else under the same name.
    """
    others = [each.recipe.fields[field] for each in metrics if each is not metric and field in each.recipe.fields]
    plainly = (field,) if all(other == metric.recipe.fields[field] for other in others) else ()
    alone = (metric.id,) if len(metric.recipe.fields) == 1 else ()
    return (*plainly, *alone, f"{metric.id}.{field}")


def place_of(name: str, sheet: AnswerSheet, mapping: ColumnMapping, file: str) -> int:
    """Where the column of a breakdown, or the one that tells people apart, stands.

    Raises:
        FiguresError: there is none.
    """
    place = sheet.place(mapping.column(name) or name)
    if place is None:
        raise FiguresError(f"{file}: no column {mapping.column(name) or name}. Found the columns {_listed(sheet)}")
    return place


def answered_by_place(sheet: AnswerSheet, mapping: ColumnMapping) -> int | None:
    """Where it says who answered, if it does."""
    return sheet.place(mapping.column(ANSWERED_BY) or ANSWERED_BY)


def expected(field: Field) -> str:
    """What a cell may hold, without what it does hold."""
    if isinstance(field, Choice):
        return f"one of {', '.join(field.choices)}"
    return f"a number from {field.min} to {field.max}"


def _listed(sheet: AnswerSheet) -> str:
    more = len(sheet.heading) - _NAMED
    return ", ".join(filter(None, sheet.heading[:_NAMED])) + (f" and {more} more" if more > 0 else "")
