"""Spellings of council names in files of places."""

from candour.warehouse.tables.definition import Table
from candour.warehouse.tables.kinds import TEXT, YES_NO
from candour.warehouse.tables.statement import FIRST_SEEN, LAST_SEEN, RECEIPT, SEEN, said

_SAID = (
    said("name", TEXT, "name", "the spelling"),
    said("council", TEXT, "council", "organisation id of the council that the file means"),
    said("layout", TEXT, "layout", "which kind of file says so"),
    said("found", YES_NO, "found", "whether the spelling leads to that council on its first or last day"),
)
STAGED = Table("place_name_statements", "one spelling in one file", None, (*_SAID, SEEN, RECEIPT))
TABLE = Table("place_names", "a spelling of a council's name", None, (*_SAID, FIRST_SEEN, LAST_SEEN, RECEIPT))
