"""An empty file with the columns that metrics ask for."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from candour.care.figures.asked import FiguresError
from candour.care.metrics.fields import Choice, Field
from candour.care.metrics.recipe import ANSWERED_BY, OWN_ANSWERS, PROXY
from candour.indicators.definition import Metric
from candour.operations.figures_columns import expected, names_of

PERSON = "person"
_ROWS = 5_000
_LONGEST_LIST = 255
"""Excel takes no longer list of choices in a cell's rule."""


@dataclass(frozen=True, slots=True)
class BlankColumn:
    """A column, what belongs in it, and its choices."""

    name: str
    holds: str
    means: str
    choices: tuple[str, ...] = ()


def blank_columns(metrics: Sequence[Metric], by: Sequence[str]) -> tuple[BlankColumn, ...]:
    """Whose the row is, what to break down by, who answered where somebody else may, and every field once."""
    columns = [BlankColumn(PERSON, "a number or code, the same in each row of a person", "whose the row is")]
    columns += [BlankColumn(name, "a group of at least 8 people", "what to break the figures down by") for name in by]
    if any(metric.collected.proxy == "counted apart" for metric in metrics):
        who = (*OWN_ANSWERS, PROXY)
        columns.append(BlankColumn(ANSWERED_BY, f"one of {', '.join(who)}", "who answered", who))
    for metric in metrics:
        for name, field in metric.recipe.fields.items():
            columns.append(_column(names_of(metric, name, metrics)[0], field))
    return tuple({column.name: column for column in columns}.values())


def write_blank(path: Path, columns: Sequence[BlankColumn], metrics: Sequence[Metric]) -> None:
    """Write it as XLSX, with guidance and lists to choose from, or as CSV with its heading alone.

    Raises:
        FiguresError: it is neither by its name, is there already, or cannot be written.
    """
    if path.suffix.lower() not in (".csv", ".xlsx"):
        raise FiguresError(f"--blank: {path} is neither CSV nor XLSX by its name; end it in .csv or .xlsx")
    if path.exists():
        raise FiguresError(f"--blank: {path} is there already; name another file")
    try:
        if path.suffix.lower() == ".csv":
            with path.open("x", encoding="utf-8", newline="") as file:
                csv.writer(file).writerow([column.name for column in columns])
        else:
            _write_workbook(path, columns, metrics)
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        raise FiguresError(f"--blank: cannot write {path}: {error}; name a file in a folder with room") from error


def _column(name: str, field: Field) -> BlankColumn:
    return BlankColumn(name, expected(field), field.means, field.choices if isinstance(field, Choice) else ())


def _write_workbook(path: Path, columns: Sequence[BlankColumn], metrics: Sequence[Metric]) -> None:
    with xlsxwriter.Workbook(path) as book:
        answers, guidance = book.add_worksheet("answers"), book.add_worksheet("guidance")
        bold = book.add_format({"bold": True})
        for at, column in enumerate(columns):
            answers.write_string(0, at, column.name, bold)
            answers.set_column(at, at, max(12, len(column.name) + 2))
            if column.choices and len(",".join(column.choices)) <= _LONGEST_LIST:
                answers.data_validation(1, at, _ROWS, at, {"validate": "list", "source": list(column.choices)})
        answers.freeze_panes(1, 0)
        lines = [("column", "what it holds", "what it means")]
        lines += [(column.name, column.holds, column.means) for column in columns]
        lines += [("", "", ""), ("metric", "a row is", "question")]
        lines += [(metric.id, metric.recipe.row, metric.question) for metric in metrics]
        for row, line in enumerate(lines):
            for at, text in enumerate(line):
                guidance.write_string(row, at, text, bold if row == 0 else None)
        guidance.set_column(0, 2, 40)
