"""Columns that several tables share."""

from candour.warehouse.tables.definition import (
    HOLDER_ID,
    NUMBER,
    OCID,
    STAGE,
    Column,
    derived,
    field,
    of_organisation,
)
from candour.warehouse.tables.kinds import AMOUNT, TEXT, TIME, WHOLE, Kind

OCID_COLUMN = Column("ocid", TEXT, "the process", OCID)
OF_PROCESS = (
    Column("process_title", TEXT, "title of the process", derived(lambda entry: entry.process.title)),
    Column(
        "buyer_name",
        TEXT,
        "name of its buyer",
        derived(lambda entry: buyer.name if (buyer := entry.process.buying_organisation) else None),
    ),
    Column("process_last_date", TIME, "date of its last release", derived(lambda entry: entry.process.last_date)),
)
"""What says which process a row is of, for tables that are read by themselves."""


def number_column(name: str, of: str) -> Column:
    """The position in the compiled release: joins tables exactly, whatever the published ids are."""
    return Column(name, WHOLE, f"position of the {of} in the process, from 1", NUMBER)


def stage_column(values: str) -> Column:
    return Column("stage", TEXT, f"where it stands: {values}", STAGE)


def plain(name: str, kind: Kind, path: str, meaning: str) -> Column:
    """A column that is a field as published."""
    return Column(name, kind, meaning, field(path))


def money(prefix: str, path: str, what: str) -> tuple[Column, Column]:
    """An amount and its currency."""
    return (
        plain(f"{prefix}amount", AMOUNT, f"{path}.amount", what),
        plain(f"{prefix}currency", TEXT, f"{path}.currency", f"currency of {prefix}amount"),
    )


def money_and_gross(path: str, what: str) -> tuple[Column, Column, Column]:
    """An amount, the amount with tax where it is published, and their currency."""
    amount, currency = money("", path, what)
    return amount, plain("amount_gross", AMOUNT, f"{path}.amountGross", f"{what}, with tax"), currency


def contract_period(path: str) -> tuple[Column, Column, Column]:
    """When a contract begins and ends, and how late it may end with every extension used."""
    return (
        plain("contract_start", TIME, f"{path}.startDate", "when the contract begins"),
        plain("contract_end", TIME, f"{path}.endDate", "when the contract ends"),
        plain("contract_max_extent", TIME, f"{path}.maxExtentDate", "how late it may end with every extension"),
    )


def held_by_party() -> tuple[Column, Column]:
    """Id and key of the party in which the row's piece stands."""
    return (
        Column("organisation_id", TEXT, "id by which the process refers to the organisation", HOLDER_ID),
        Column(
            "organisation_key",
            TEXT,
            "the same in all processes that identify it equally well",
            derived(lambda entry: entry.process.organisation({"id": entry.holder_id}).key),
        ),
    )


def organisation_columns(prefix: str) -> tuple[Column, ...]:
    """Id as referred to, key with its basis, and name of the organisation that the row's piece refers to."""
    return (
        plain(f"{prefix}_id", TEXT, "id", f"id by which the process refers to the {prefix}"),
        Column(
            f"{prefix}_key",
            TEXT,
            f"key of the {prefix}: the same in all processes that identify it equally well",
            of_organisation("key"),
        ),
        Column(
            f"{prefix}_key_basis",
            TEXT,
            "what the key was made from: register, council name, name and postcode, name only, nothing",
            of_organisation("key_basis"),
        ),
        Column(
            f"{prefix}_name",
            TEXT,
            f"name of the {prefix}",
            of_organisation("name"),
        ),
    )
