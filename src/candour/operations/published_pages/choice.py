"""Which processes to give, and in which order."""

import datetime
from typing import Any

import msgspec

from candour.care import councils
from candour.errors import CandourError
from candour.warehouse.engine import Engine
from candour.warehouse.shards import SHARDS


class Place(msgspec.Struct, frozen=True):
    """Where a list goes on: at a process, by its number, after so many of its releases."""

    process: int
    seen: int = 0


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Processes with a release dated from `since` to before `until`, of a buyer (its key or name), of a council."""

    since: datetime.date | None = None
    until: datetime.date | None = None
    buyer: str | None = None
    council: str | None = None
    """Its GSS code."""

    @classmethod
    def of(
        cls,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        buyer: str | None = None,
        council: str | None = None,
    ) -> "Choice":
        """As somebody asks, who may call a council by its name. Raises CandourError where none has that name."""
        return cls(since=since, until=until, buyer=buyer or None, council=_code(council) if council else None)

    def of_releases(self) -> tuple[str, dict[str, Any]]:
        """The SQL condition on releases, and its parameters."""
        condition, parameters = "state = 'merged'", dict[str, Any]()
        if self.since:
            condition, parameters["since"] = f"{condition} AND date >= $since", self.since
        if self.until:
            condition, parameters["until"] = f"{condition} AND date < $until", self.until
        return condition, parameters

    def processes(self, tables: Engine, begin: Place | None, at_most: int) -> list[tuple[str, int]]:
        """The ocids and numbers of so many processes, from a place on, in the order in which they lie on disk."""
        condition, parameters = "TRUE", dict[str, Any]()
        if self.since or self.until:
            of_releases, parameters = self.of_releases()
            condition = f"ocid IN (SELECT ocid FROM releases WHERE {of_releases})"
        if self.buyer:
            condition += " AND (buyer_key = $buyer OR LOWER(buyer_name) = LOWER($buyer))"
            parameters["buyer"] = self.buyer
        if self.council:
            condition, parameters["council"] = f"{condition} AND council_code = $council", self.council
        if begin:
            condition += f" AND (process_number % {SHARDS}, process_number) >= ($bucket, $process)"
            parameters |= {"bucket": begin.process % SHARDS, "process": begin.process}
        sql = f"""
            SELECT ocid, process_number FROM processes WHERE number_of_releases > 0 AND {condition}
            ORDER BY process_number % {SHARDS}, process_number LIMIT {int(at_most)}
        """
        return [(row.ocid, row.process_number) for row in tables.query(sql, parameters)]


def _code(name: str) -> str:
    found = councils.look_up(name)
    if found.council is None:
        raise CandourError(
            f"no council is known as {name!r}: {found.reason}; or give its GSS code, such as E08000033"
        )
    return found.council.gss
