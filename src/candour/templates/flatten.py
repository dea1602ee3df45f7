"""A document as cells: what each block of a workbook says of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from candour.templates.cell import NOTHING, CannotHoldError, split_ocid, to_cell
from candour.templates.cell_writing import Cell
from candour.templates.choices import Choices
from candour.templates.kind import Block, Column, Form, Kind, Table
from candour.templates.path import Json, exists, look, objects

CellRow: TypeAlias = Mapping[str, Cell]
"""The cells of a row, or of a form, by the names of their columns."""


def flatten(document: Json, kind: Kind, choices: Mapping[str, Choices]) -> dict[str, list[CellRow]]:
    """The rows of every block, by its title; a form is one row. What no cell can hold is left out."""
    return {block.title: list(_rows(document, block, choices)) for tab in kind.tabs for block in tab.blocks}


def _rows(document: Json, block: Block, choices: Mapping[str, Choices]) -> Iterator[CellRow]:
    if isinstance(block, Form):
        yield _cells(document, block.columns, choices)
        return
    for word, path in block.lists.items():
        first = {block.where.name: word} if block.where else {}
        for found in objects(document, path):
            for row in _rows_of(found, block, choices):
                yield {**first, **row}


def _rows_of(found: Json, block: Table, choices: Mapping[str, Choices]) -> Iterator[CellRow]:
    """The rows of one object: one for each of its inner objects, or one if it has none."""
    own = [column for column in block.columns if not column.outer]
    if not block.inner:
        yield _cells(found, own, choices)
        return
    outer = _cells(found, [column for column in block.columns if column.outer], choices)
    inner = objects(found, block.inner)
    for each in inner:
        yield {**outer, **_cells(each, own, choices)}
    if not inner and block.keeps_outer:
        yield outer


def _cells(found: Json, columns: Iterable[Column], choices: Mapping[str, Choices]) -> CellRow:
    cells: dict[str, Cell] = {}
    for column in columns:
        cell = _cell(_value(found, column), column, choices)
        if cell is not None:
            cells[column.name] = cell
        elif column.has_default and exists(found, column.path):
            cells[column.name] = NOTHING
    return cells


def _cell(value: Json, column: Column, choices: Mapping[str, Choices]) -> Cell | None:
    if value is None:
        return None
    try:
        return to_cell(value, column, choices.get(column.list))
    except CannotHoldError:
        return None


def _value(found: Json, column: Column) -> Json:
    value = look(found, column.path)
    if column.holds in ("ocid prefix", "ocid reference") and isinstance(value, str):
        prefix, reference = split_ocid(value)
        return (prefix or None) if column.holds == "ocid prefix" else reference
    return value
