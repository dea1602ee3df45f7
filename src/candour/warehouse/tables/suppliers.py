"""Suppliers: who won."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, number_column, organisation_columns
from candour.warehouse.tables.definition import Column, Entry, Source, Table, derived, of_parent
from candour.warehouse.tables.kinds import TEXT, TIME, WHOLE, YES_NO
from candour.warehouse.tables.process import Process, piece, pieces


def _entries(process: Process) -> Iterator[Entry]:
    for number, award in enumerate(process.awards, 1):
        for supplier in pieces(award, "suppliers"):
            yield Entry(process, supplier, "awards.suppliers", award, number)


def _detail(name: str) -> Source:
    return Source(lambda rows: [piece(supplier.party, "details").get(name) for supplier in rows.organisations])


TABLE = Table(
    "suppliers",
    "one supplier of one award; an award that several share stands in several rows, so never sum its value over them",
    _entries,
    (
        OCID_COLUMN,
        number_column("award_number", "award"),
        Column("award_id", TEXT, "id of the award", of_parent("id")),
        Column("award_status", TEXT, "status of the award", of_parent("status")),
        Column("award_date", TIME, "when the award was decided", of_parent("date")),
        *organisation_columns("supplier"),
        Column(
            "number_of_suppliers",
            WHOLE,
            "how many suppliers share the award",
            derived(lambda entry: len(pieces(entry.parent, "suppliers"))),
        ),
        Column("scale", TEXT, "size as published: sme, large, micro, small, medium…", _detail("scale")),
        Column("is_vcse", YES_NO, "whether it is a voluntary, community or social enterprise", _detail("vcse")),
    ),
)
