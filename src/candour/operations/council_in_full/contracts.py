"""What a council buys: its social-care processes, the newest first, a page at a time."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

import msgspec

from candour.operations.council_in_full.whose import Whose
from candour.warehouse.engine import Engine

PAGE = 50
"""So many processes are on a page."""
MOST = 20_000
"""So many processes are in a file."""

_COUNTS = """
SELECT COUNT(*) AS processes, COUNT(award_date) AS awarded,
    COUNT(*) FILTER (WHERE has_promises) AS promised,
    COUNT(*) FILTER (WHERE performance_published) AS reported,
    MIN(first_date) AS first_date, MAX(last_date) AS last_date
FROM processes WHERE social_care = 'yes' AND {condition}
"""
_PAGE = """
SELECT ocid, title, contract_model, stage, award_date, last_date, contract_start, contract_end, number_of_awards,
    has_promises, performance_published, supplier_names AS suppliers, award_amount AS amount,
    award_currency AS currency
FROM processes WHERE social_care = 'yes' AND {condition}
ORDER BY COALESCE(award_date, last_date) DESC, ocid LIMIT $most OFFSET $skip
"""


class Bought(msgspec.Struct, frozen=True, kw_only=True):
    """How many social-care processes a council has published, and of how many one can tell how they went."""

    processes: int
    awarded: int
    promised: int
    reported: int
    first_date: datetime | None
    last_date: datetime | None


class BoughtProcess(msgspec.Struct, frozen=True, kw_only=True):
    """One process. `amount` is the value of its award, None where there are several: amounts are not added up."""

    ocid: str
    title: str | None
    contract_model: str | None
    stage: str | None
    award_date: datetime | None
    last_date: datetime | None
    contract_start: datetime | None
    contract_end: datetime | None
    number_of_awards: int
    has_promises: bool
    performance_published: bool
    suppliers: list[str] | None
    amount: Decimal | None
    currency: str | None


def bought(tables: Engine, whose: Whose) -> Bought:
    """How many there are."""
    return Bought(**tables.query(_COUNTS.format(condition=whose.processes), whose.given).rows[0]._asdict())


def page_of_contracts(tables: Engine, whose: Whose, page: int) -> tuple[BoughtProcess, ...]:
    """A page of processes, counted from 1; empty beyond the last."""
    return tuple(_processes(tables, whose, PAGE, (page - 1) * PAGE))


def every_contract(tables: Engine, whose: Whose) -> tuple[BoughtProcess, ...]:
    """The newest `MOST` processes."""
    return tuple(_processes(tables, whose, MOST, 0))


def _processes(tables: Engine, whose: Whose, most: int, skip: int) -> Iterator[BoughtProcess]:
    given = {**whose.given, "most": most, "skip": skip}
    for row in tables.query(_PAGE.format(condition=whose.processes), given):
        yield BoughtProcess(**row._asdict())
