"""Ownership: who owns the parties of a process, by form and classes of members."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, OF_PROCESS, held_by_party, plain
from candour.warehouse.tables.definition import Column, Entry, Table, of_parent
from candour.warehouse.tables.kinds import AMOUNT, TEXT, WHOLE
from candour.warehouse.tables.process import Process, piece, pieces


def _entries(process: Process) -> Iterator[Entry]:
    for party in pieces(process.compiled, "parties"):
        if owned := piece(party, "ownership"):
            for member_class in pieces(owned, "memberClasses") or [{}]:
                path = "parties.ownership.memberClasses"
                yield Entry(process, member_class, path, owned, holder_id=party.get("id"))


TABLE = Table(
    "ownership",
    "one class of members of one party (one row too where it has none)",
    _entries,
    (
        OCID_COLUMN,
        *held_by_party(),
        Column("form", TEXT, "cooperative, communityInterestCompany, charity, privateCompany…", of_parent("form")),
        Column("details", TEXT, "who owns and steers it, in words", of_parent("details")),
        plain("class_id", TEXT, "id", "id of the class"),
        plain("member_class", TEXT, "class", "who its members are: supported, worker, advocate, investor…"),
        plain("members", WHOLE, "members", "how many members it has"),
        plain("votes_share", AMOUNT, "votesShare", "its part of all votes, 0 to 1"),
        *OF_PROCESS,
    ),
)
