"""One purchase that was published as several processes: all of them together, and how sure that is."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from candour.operations.contract.lines import ContractLine, contract_lines
from candour.operations.contract.page import receipts_of
from candour.operations.contract.received import Received, received
from candour.operations.contract.timeline import TimelineRelease, timeline
from candour.operations.day import uk_day
from candour.operations.home import Home
from candour.warehouse.engine import Engine

MOST = 20
"""No purchase is published more often than this; what is linked in longer chains is a fault of the links."""
_LINKS = """
SELECT * FROM links
WHERE ocid_a IN (SELECT UNNEST($ocids)) OR ocid_b IN (SELECT UNNEST($ocids))
ORDER BY ocid_a, ocid_b
"""


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """One of the processes. What it does not say is None."""

    ocid: str
    title: str | None
    buyer: str | None
    publishers: tuple[str, ...]
    stage: str | None
    estimate: Decimal | None
    currency: str | None
    bids_until: date | None
    bids: int | None
    suppliers: tuple[str, ...]
    contract_starts: date | None
    contract_ends: date | None
    has_results: bool
    contracts: tuple[ContractLine, ...]


class SameBecause(msgspec.Struct, frozen=True, kw_only=True):
    """Why two of them are taken to be one purchase: how sure, from 0 to 1, found how, and what spoke for it."""

    ocid_a: str
    ocid_b: str
    score: Decimal
    method: str
    reasons: tuple[str, ...]
    decided_by: str | None


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that the processes tell differently: what each says, in the order of the notices, None where nothing."""

    fact: str
    said: tuple[str | None, ...]


class Procurement(msgspec.Struct, frozen=True, kw_only=True):
    """A purchase: its processes, the links between them, where they differ, and all their releases by date."""

    data_version: str
    day: date
    notices: tuple[Notice, ...]
    links: tuple[SameBecause, ...]
    differences: tuple[Difference, ...]
    releases: tuple[TimelineRelease, ...]
    receipts: tuple[dict[str, Any], ...]


def procurement(home: Home, ocid: str, day: date) -> Procurement:
    """The purchase that a process is, or is part of; a process without a twin is a purchase by itself.

    Raises:
        CandourError: there is no such process, or nothing has been built yet.
    """
    with home.tables() as tables:
        first = received(tables, ocid)
        ocids, links = _linked(tables, ocid)
        processes = [first, *(received(tables, other) for other in ocids if other != ocid)]
        notices = tuple(map(_notice, processes))
        releases = tuple(sorted((r for one in processes for r in timeline(one.rows["releases"])), key=_by_date))
        return Procurement(
            data_version=tables.data_version,
            day=day,
            notices=notices,
            links=links,
            differences=tuple(_differences(notices)),
            releases=releases,
            receipts=receipts_of(tables, releases),
        )


def _linked(tables: Engine, ocid: str) -> tuple[list[str], tuple[SameBecause, ...]]:
    """Every process that links lead to, from one to the next, and those links."""
    known: list[str] = [ocid]
    while True:
        rows = tables.query(_LINKS, {"ocids": known}).rows
        found = list(dict.fromkeys((*known, *(end for row in rows for end in (row.ocid_a, row.ocid_b)))))[:MOST]
        if found == known:
            return known, tuple(_because(row) for row in rows)
        known = found


def _because(row: Any) -> SameBecause:
    return SameBecause(
        ocid_a=row.ocid_a,
        ocid_b=row.ocid_b,
        score=round(row.score, 2),
        method=row.method,
        reasons=tuple(row.reasons or ()),
        decided_by=row.decided_by,
    )


def _notice(process: Received) -> Notice:
    row = process.process
    lines = contract_lines(process)
    dates = [one for one in process.rows["contracts"] or process.rows["awards"] if one.get("contract_start")]
    first = dates[0] if dates else row
    return Notice(
        ocid=process.ocid,
        title=row["title"],
        buyer=row["buyer_name"],
        publishers=tuple(row["publishers"] or ()),
        stage=row["stage"],
        estimate=row["tender_amount"],
        currency=row["tender_currency"],
        bids_until=uk_day(row["tender_end"]),
        bids=row["number_of_bids"],
        suppliers=tuple(sorted({name for line in lines for name in line.suppliers})),
        contract_starts=uk_day(first["contract_start"]),
        contract_ends=uk_day(first["contract_end"]),
        has_results=bool(process.rows["deliveries"]),
        contracts=lines,
    )


def _by_date(release: TimelineRelease) -> tuple[str, str]:
    return release.source.date or "", release.ocid


_FACTS = (
    "title",
    "buyer",
    "stage",
    "estimate",
    "bids_until",
    "bids",
    "suppliers",
    "contract_starts",
    "contract_ends",
)


def _differences(notices: Sequence[Notice]) -> Iterator[Difference]:
    """What not all of them say alike, in the order in which one would ask for it."""
    for fact in _FACTS:
        said = tuple(_in_words(notice, fact) for notice in notices)
        if len(set(said)) > 1:
            yield Difference(fact=fact, said=said)


def _in_words(notice: Notice, fact: str) -> str | None:
    value = getattr(notice, fact)
    if value is None or value == ():
        return None
    if fact == "estimate":
        return f"{value:,f} {notice.currency or ''}".strip()
    return ", ".join(value) if isinstance(value, tuple) else str(value)
