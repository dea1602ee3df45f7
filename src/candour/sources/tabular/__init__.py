"""Tables as they are published (CSV, ODS, XLSX), streamed, and what their columns mean."""

from candour.sources.tabular.layout import CellCorrection, Expected, Ignored, Layout, Range
from candour.sources.tabular.match import Matched, match
from candour.sources.tabular.row import TableRow
from candour.sources.tabular.sheet import Sheet
from candour.sources.tabular.sheets import sheets
from candour.sources.tabular.table import table_rows

__all__ = [
    "CellCorrection",
    "Expected",
    "Ignored",
    "Layout",
    "Matched",
    "Range",
    "Sheet",
    "TableRow",
    "match",
    "sheets",
    "table_rows",
]
