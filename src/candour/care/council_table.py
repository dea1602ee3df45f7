"""The table of councils: their codes, names and dates, and which council took over from which."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

import msgspec

_FOLDER = Path(__file__).parent


class Council(msgspec.Struct, frozen=True):
    """One council. `start` and `end` are its first and last day, None when unknown or not ended.

    `social_care` says whether it has (or had) the duty to provide adult social care: counties, single-tier councils
    and London boroughs have it, districts do not, and in Northern Ireland health and social care trusts have it.
    `county` is the organisation id of the county that a district lies in. `cassr` is the code of a council in
    England's social care statistics; it can pass from a council to its successor. `seen_as` are spellings that
    publishers used and that are no name of the council, such as misprints.
    """

    organisation_id: str
    gss: str
    name: str
    kind: str
    nation: str
    region: str
    county: str
    social_care: bool
    start: date | None
    end: date | None
    cassr: str = ""
    other_gss: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    seen_as: tuple[str, ...] = ()

    def in_force(self, on: date) -> bool:
        """Whether the council stood on a day. One whose first day is unknown has always stood."""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


class Succession(msgspec.Struct, frozen=True):
    """`new` took over from `old`, or from part of it, on `date`."""

    old: Council
    new: Council
    date: date


def all_councils() -> tuple[Council, ...]:
    """Every council in the table, also those that have ended."""
    return tuple(_by_id().values())


def by_organisation_id(organisation_id: str) -> Council | None:
    """The council with this organisation id, written as in the table."""
    return _by_id().get(organisation_id)


def by_gss(code: str) -> Council | None:
    """The council with this GSS code, also one that it had before its area changed a little."""
    return _by_gss().get(code)


def by_cassr(code: str) -> tuple[Council, ...]:
    """The councils that have or had this code of England's social care statistics, in the order they began.

    Several where a code passed to a successor: 809 was Dorset County Council's until 2019, and is Dorset Council's.
    """
    return tuple(sorted((known for known in all_councils() if code and known.cassr == code), key=_beginning))


def predecessors(council: Council) -> tuple[Succession, ...]:
    """The councils that this one took over from, wholly or in part. The table begins in 2015."""
    return tuple(known for known in _successions() if known.new == council)


def successors(council: Council) -> tuple[Succession, ...]:
    """The councils that took over from this one, wholly or in part; empty while it lives."""
    return tuple(known for known in _successions() if known.old == council)


def _beginning(council: Council) -> date:
    return council.start or date.min


@lru_cache(maxsize=1)
def _by_id() -> dict[str, Council]:
    return {row["organisation_id"]: _council(row) for row in _rows("councils.csv")}


@lru_cache(maxsize=1)
def _by_gss() -> dict[str, Council]:
    return {code: known for known in all_councils() for code in (known.gss, *known.other_gss) if code}


@lru_cache(maxsize=1)
def _successions() -> tuple[Succession, ...]:
    known = _by_id()
    return tuple(
        Succession(known[row["old"]], known[row["new"]], date.fromisoformat(row["date"]))
        for row in _rows("council_successions.csv")
    )


def _council(row: dict[str, str]) -> Council:
    return Council(
        organisation_id=row["organisation_id"],
        gss=row["gss"],
        name=row["name"],
        kind=row["kind"],
        nation=row["nation"],
        region=row["region"],
        county=row["county"],
        social_care=row["social_care"] == "yes",
        start=date.fromisoformat(row["start"]) if row["start"] else None,
        end=date.fromisoformat(row["end"]) if row["end"] else None,
        cassr=row["cassr"],
        other_gss=tuple(filter(None, row["other_gss"].split("|"))),
        other_names=tuple(filter(None, row["other_names"].split("|"))),
        seen_as=tuple(filter(None, row["seen_as"].split("|"))),
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))
