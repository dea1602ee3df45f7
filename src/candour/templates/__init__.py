"""Spreadsheet templates: a workbook for people who have no other program, and the document that it says.

Each kind is a file under definitions/templates/: tabs, blocks, columns, and the field that each column is. What a
workbook cannot hold of a document is found by reading the workbook again, and kept beside it.
"""

from candour.templates.choices import Choice
from candour.templates.error import TemplateError
from candour.templates.filling import Filled, blank_workbook, filled_workbook
from candour.templates.kind import Kind, kind_called, kinds
from candour.templates.place import CellProblem, Place
from candour.templates.reading import Reading, read_workbook
from candour.templates.rest import Kept, Rest

__all__ = [
    "CellProblem",
    "Choice",
    "Filled",
    "Kept",
    "Kind",
    "Place",
    "Reading",
    "Rest",
    "TemplateError",
    "blank_workbook",
    "filled_workbook",
    "kind_called",
    "kinds",
    "read_workbook",
]
