"""Outlines of councils."""

from candour.warehouse.tables.definition import Table
from candour.warehouse.tables.kinds import TEXT
from candour.warehouse.tables.statement import FIRST_SEEN, LAST_SEEN, RECEIPT, SEEN, said

_SAID = (
    said("council", TEXT, "council", "organisation id of the council"),
    said("code", TEXT, "code", "its GSS code in the file"),
    said("name", TEXT, "name", "its name in the file"),
    said("geometry", TEXT, "geometry", "the JSON text of a GeoJSON geometry, in degrees (WGS 84)"),
)
STAGED = Table("outline_statements", "one outline in one file", None, (*_SAID, SEEN, RECEIPT))
TABLE = Table("outlines", "the outline of a council", None, (*_SAID, FIRST_SEEN, LAST_SEEN, RECEIPT))
