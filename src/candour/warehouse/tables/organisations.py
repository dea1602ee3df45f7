"""Organisations, as each process describes them."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, plain
from candour.warehouse.tables.definition import Column, Entry, Table, derived, of_organisation
from candour.warehouse.tables.kinds import TEXT, TEXTS, YES_NO
from candour.warehouse.tables.process import Process, piece, pieces


def _entries(process: Process) -> Iterator[Entry]:
    for party in pieces(process.compiled, "parties"):
        yield Entry(process, party, "parties")


def _further_ids(entry: Entry) -> list[str] | None:
    found = pieces(entry.node, "additionalIdentifiers")
    return [f"{one['scheme']}-{one['id']}" for one in found if "scheme" in one and "id" in one] or None


def _classifications(entry: Entry) -> list[str] | None:
    found = pieces(piece(entry.node, "details"), "classifications")
    return [f"{one['scheme']}: {one['id']}" for one in found if "scheme" in one and "id" in one] or None


TABLE = Table(
    "organisations",
    "one organisation as one process describes it (group by organisation_key to count organisations)",
    _entries,
    (
        OCID_COLUMN,
        plain("organisation_id", TEXT, "id", "id by which the process refers to it"),
        Column(
            "organisation_key",
            TEXT,
            "the same in all processes that identify it equally well",
            of_organisation("key"),
        ),
        plain("name", TEXT, "name", "name"),
        plain("legal_name", TEXT, "identifier.legalName", "name in the register"),
        plain("scheme", TEXT, "identifier.scheme", "register of its identifier, such as GB-COH"),
        plain("identifier", TEXT, "identifier.id", "number in that register, as published"),
        Column("further_identifiers", TEXTS, "further identifiers, scheme and number", derived(_further_ids)),
        plain("roles", TEXTS, "roles", "buyer, supplier, tenderer, procuringEntity…"),
        plain(
            "street_address", TEXT, "address.streetAddress", "street; some publishers write the whole address here"
        ),
        plain("locality", TEXT, "address.locality", "town"),
        plain("region", TEXT, "address.region", "region, often a NUTS or ITL code"),
        plain("postal_code", TEXT, "address.postalCode", "postcode"),
        plain("country", TEXT, "address.countryName", "country"),
        plain("scale", TEXT, "details.scale", "size as published: sme, large, micro, small, medium…"),
        plain("is_vcse", YES_NO, "details.vcse", "whether it is a voluntary, community or social enterprise"),
        Column("classifications", TEXTS, "kinds of organisation, scheme and code", derived(_classifications)),
        Column(
            "council_code",
            TEXT,
            "GSS code of the council, where it is known to be one",
            of_organisation("council_code"),
        ),
    ),
)
