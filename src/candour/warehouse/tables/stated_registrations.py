"""Stated registrations: where a process says that a party is registered to give care, and how it was rated."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, held_by_party, plain
from candour.warehouse.tables.definition import Column, Entry, Table, of_parent
from candour.warehouse.tables.kinds import TEXT, TEXTS, TIME
from candour.warehouse.tables.process import Process, pieces


def _entries(process: Process) -> Iterator[Entry]:
    for party in pieces(process.compiled, "parties"):
        for registration in pieces(party, "careRegistrations"):
            for rating in pieces(registration, "ratings") or [{}]:
                path = "parties.careRegistrations.ratings"
                yield Entry(process, rating, path, registration, holder_id=party.get("id"))


TABLE = Table(
    "stated_registrations",
    "one rating of one registration, as a process states it (one row too where it states no rating)",
    _entries,
    (
        OCID_COLUMN,
        *held_by_party(),
        Column("registration_id", TEXT, "id of the registration in the process", of_parent("id")),
        Column("register", TEXT, "cqc, careInspectorate, ciw or rqia", of_parent("register")),
        Column("number", TEXT, "number of the place or service in that register", of_parent("number")),
        Column("provider_number", TEXT, "number of the organisation in that register", of_parent("providerNumber")),
        Column("services", TEXTS, "what it is registered to do", of_parent("services")),
        Column("status", TEXT, "registered, applied, suspended or deregistered", of_parent("status")),
        Column("as_of", TIME, "the day on which the register was looked at", of_parent("asOf")),
        plain("rating_id", TEXT, "id", "id of the rating; null where none is stated"),
        plain("key_question", TEXT, "keyQuestion", "what was rated, in the regulator's words"),
        plain("rating", TEXT, "rating", "the rating, word for word: none is not a bad one"),
        plain("framework", TEXT, "framework", "scheme of ratings: others cannot be compared"),
        plain("published", TIME, "published", "when the regulator published it"),
        plain("inspected", TIME, "inspected", "when the regulator visited"),
        plain("rating_as_of", TIME, "asOf", "the day on which the rating was looked up"),
    ),
)
