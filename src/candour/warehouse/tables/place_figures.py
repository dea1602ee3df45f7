"""How large councils are, and where their middles lie."""

from candour.warehouse.tables.definition import Table
from candour.warehouse.tables.kinds import NUMBER, TEXT, WHOLE
from candour.warehouse.tables.statement import FIRST_SEEN, LAST_SEEN, RECEIPT, SEEN, said

_SAID = (
    said("council", TEXT, "council", "organisation id of the council"),
    said("figure", TEXT, "figure", "population, area, latitude or longitude"),
    said("value", NUMBER, "value", "how many or how much"),
    said("unit", TEXT, "unit", "people, km2 or degrees (WGS 84)"),
    said("year", WHOLE, "year", "the year that it is of; null for what does not change from year to year"),
    said("layout", TEXT, "layout", "which kind of file says so"),
)
STAGED = Table("place_figure_statements", "one figure of one council in one file", None, (*_SAID, SEEN, RECEIPT))
TABLE = Table("place_figures", "a figure of a council", None, (*_SAID, FIRST_SEEN, LAST_SEEN, RECEIPT))
