"""Councils as files of places have them, beside the organisation id of the council that each entry is about."""

from candour.warehouse.tables.definition import Table
from candour.warehouse.tables.kinds import DAY, TEXT, TEXTS
from candour.warehouse.tables.statement import FIRST_SEEN, LAST_SEEN, RECEIPT, SEEN, said

_SAID = (
    said("council", TEXT, "council", "organisation id of the council"),
    said("layout", TEXT, "layout", "which kind of file says so"),
    said("code", TEXT, "code", "the code by which the file knows it"),
    said("name", TEXT, "name", "its name there"),
    said("council_kind", TEXT, "kind", "what kind of council, in the file's letters"),
    said("nation", TEXT, "nation", "its nation"),
    said("region", TEXT, "region", "its region"),
    said("first_day", DAY, "start", "its first day, as the file says"),
    said("last_day", DAY, "end", "its last day, as the file says; some files give the day after"),
    said("successors", TEXTS, "successors", "organisation ids of those that replaced it"),
)
STAGED = Table("place_statements", "what one file says of one council", None, (*_SAID, SEEN, RECEIPT))
TABLE = Table(
    "places",
    "a council as a kind of file has it; the built-in table of councils, which wins, is not here",
    None,
    (*_SAID, FIRST_SEEN, LAST_SEEN, RECEIPT),
)
