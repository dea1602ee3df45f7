"""Successions of registrations: who took over from whom in one register. Nothing is merged because of one."""

from candour.care.register import register_key
from candour.warehouse.tables.definition import Column, Table
from candour.warehouse.tables.kinds import TEXT
from candour.warehouse.tables.statement import FIRST_SEEN, LAST_SEEN, RECEIPT, SEEN, said, worked_out


def _end(name: str, meaning: str) -> Column:
    return worked_out(name, TEXT, lambda thing: register_key(thing.register, getattr(thing, name)), meaning)


_SAID = (
    said("register", TEXT, "register", "the source whose register it is"),
    said("subject_kind", TEXT, "subject", "location or provider: what both are"),
    _end("old", "the one before"),
    _end("new", "the one that took over"),
    said("evidence", TEXT, "evidence", "what the register gives as kind and reason"),
    said("said_by", TEXT, "source_id", "the number of the entry that says so"),
)
STAGED = Table(
    "registration_succession_statements", "what one file says of one succession", None, (*_SAID, SEEN, RECEIPT)
)
TABLE = Table(
    "registration_successions",
    "two registrations of which one took over from the other",
    None,
    (*_SAID, FIRST_SEEN, LAST_SEEN, RECEIPT),
)
