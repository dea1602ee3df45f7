"""Statements: what providers say of the outcomes of all their work, people who pay for themselves included."""

from collections.abc import Iterator
from typing import Any

import msgspec

from candour.warehouse.tables.definition import Column, Source, Table, attribute, derived
from candour.warehouse.tables.kinds import TEXT, TEXTS, TIME, WHOLE, YES_NO, Kind
from candour.warehouse.tables.observations import COLUMNS
from candour.warehouse.tables.process import Organisation, pieces


class Stated(msgspec.Struct, frozen=True, gc=False):
    """One observation (`node`) of one metric (`parent`) of a statement, both empty where it has none."""

    node: dict[str, Any]
    parent: dict[str, Any]
    statement: dict[str, Any]
    provider: Organisation
    latest: bool
    receipt: str


def stated(statement: dict[str, Any], provider: Organisation, *, latest: bool, receipt: str) -> Iterator[Stated]:
    """The rows of a statement: one an observation, one where a metric or the statement has none."""
    for metric in pieces(statement, "metrics") or [{}]:
        for observation in pieces(metric, "observations") or [{}]:
            yield Stated(observation, metric, statement, provider, latest, receipt)


def _of_statement(name: str, kind: Kind, path: str, meaning: str) -> Column:
    def values(rows: Any) -> list[Any]:
        *holders, last = path.split(".")
        return [holder.get(last) for holder in rows.below("statement", *holders)]

    return Column(name, kind, meaning, Source(values, path))


def _registrations(row: Stated) -> list[str] | None:
    found = pieces(row.provider.party, "careRegistrations")
    numbers = (one.get(name) for one in found for name in ("providerNumber", "number"))
    return sorted({number for number in numbers if isinstance(number, str)}) or None


def _contracts(row: Stated) -> list[str] | None:
    return [
        one["ocid"] for one in pieces(row.statement, "relatedContracts") if isinstance(one.get("ocid"), str)
    ] or None


TABLE = Table(
    "statements",
    "one observation of one statement (one row too where a metric or a statement has none)",
    None,
    (
        _of_statement("statement_id", TEXT, "id", "id of the statement"),
        _of_statement("published", TIME, "publishedDate", "when it was published"),
        Column("latest", YES_NO, "whether it is the last published of this id by this provider", attribute("latest")),
        _of_statement("publisher", TEXT, "publisher.name", "who published it"),
        _of_statement("licence", TEXT, "license", "its licence"),
        Column("provider_key", TEXT, "key of the provider, the same as a supplier's", attribute("provider.key")),
        Column("provider_key_basis", TEXT, "what the key was made from", attribute("provider.key_basis")),
        Column("provider_name", TEXT, "name of the provider", attribute("provider.name")),
        Column(
            "registration_numbers",
            TEXTS,
            "numbers of the provider and its services with regulators, as it states them",
            derived(_registrations),
        ),
        _of_statement("statement_start", TIME, "period.startDate", "start of the time that it is about"),
        _of_statement("statement_end", TIME, "period.endDate", "end of that time"),
        _of_statement("funded_by", TEXTS, "fundedBy", "who paid: council, nhs, selfFunded, directPayment"),
        _of_statement("people_supported", WHOLE, "peopleSupported", "how many people were supported"),
        _of_statement("no_metrics_rationale", TEXT, "noMetricsRationale", "why it has no metrics"),
        Column(
            "related_ocids",
            TEXTS,
            "processes of contracts under which part of the work was done",
            derived(_contracts),
        ),
        *COLUMNS,
        Column("receipt", TEXT, "the receipt", attribute("receipt")),
    ),
)
