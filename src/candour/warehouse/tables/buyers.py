"""Buyers: who buys, in the process as a whole, in one lot or under one award."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, organisation_columns, stage_column
from candour.warehouse.tables.definition import NUMBER, Column, Entry, Table, of_organisation, of_parent
from candour.warehouse.tables.kinds import TEXT, WHOLE
from candour.warehouse.tables.process import Process, piece, pieces


def _entries(process: Process) -> Iterator[Entry]:
    if process.buyer:
        yield Entry(process, process.buyer, "buyer", stage="process")
    for number, lot in enumerate(pieces(process.tender, "lots"), 1):
        if buyer := piece(lot, "buyer"):
            yield Entry(process, buyer, "tender.lots.buyer", lot, number, "lot")
    for number, award in enumerate(process.awards, 1):
        if buyer := piece(award, "buyer"):
            yield Entry(process, buyer, "awards.buyer", award, number, "award")


TABLE = Table(
    "buyers",
    "one buyer of a process, of one of its lots or of one of its awards",
    _entries,
    (
        OCID_COLUMN,
        stage_column("process, lot or award"),
        Column("holder_number", WHOLE, "position of the lot or award, from 1", NUMBER),
        Column("holder_id", TEXT, "id of the lot or award", of_parent("id")),
        *organisation_columns("buyer"),
        Column(
            "council_code",
            TEXT,
            "GSS code of the council, where the buyer is known to be one",
            of_organisation("council_code"),
        ),
        Column(
            "council_name",
            TEXT,
            "name of that council",
            of_organisation("council_name"),
        ),
    ),
)
