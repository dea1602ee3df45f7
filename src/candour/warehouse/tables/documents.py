"""Documents, with the notices among them."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, plain, stage_column
from candour.warehouse.tables.definition import NUMBER, Column, Entry, Table, of_parent
from candour.warehouse.tables.kinds import TEXT, TIME, WHOLE
from candour.warehouse.tables.process import Process, piece, pieces


def _entries(process: Process) -> Iterator[Entry]:
    for document in pieces(piece(process.compiled, "planning"), "documents"):
        yield Entry(process, document, "planning.documents", stage="planning")
    for document in pieces(process.tender, "documents"):
        yield Entry(process, document, "tender.documents", stage="tender")
    for number, award in enumerate(process.awards, 1):
        for document in pieces(award, "documents"):
            yield Entry(process, document, "awards.documents", award, number, "award")
    for number, contract in enumerate(process.contracts, 1):
        for document in pieces(contract, "documents"):
            yield Entry(process, document, "contracts.documents", contract, number, "contract")
        for document in pieces(piece(contract, "implementation"), "documents"):
            yield Entry(process, document, "contracts.implementation.documents", contract, number, "implementation")


TABLE = Table(
    "documents",
    "one document",
    _entries,
    (
        OCID_COLUMN,
        stage_column("planning, tender, award, contract or implementation"),
        Column("holder_number", WHOLE, "position of its award or contract, from 1", NUMBER),
        Column("holder_id", TEXT, "id of its award or contract", of_parent("id")),
        plain("document_id", TEXT, "id", "id of the document"),
        plain("document_type", TEXT, "documentType", "what it is: tenderNotice, awardNotice, contractSigned…"),
        plain("notice_type", TEXT, "noticeType", "type of a British notice, UK1 to UK17"),
        plain("title", TEXT, "title", "title"),
        plain("description", TEXT, "description", "description"),
        plain("url", TEXT, "url", "where it is"),
        plain("format", TEXT, "format", "media type"),
        plain("language", TEXT, "language", "language"),
        plain("published", TIME, "datePublished", "when it was published"),
        plain("modified", TIME, "dateModified", "when it was last changed"),
    ),
)
