"""Finding registered providers and their locations by name, number or town."""

from collections.abc import Iterator
from itertools import islice
from typing import Literal

import msgspec

from candour.warehouse.words.index import EVERY, Index
from candour.warehouse.words.sought import TIERS, Sought, Tier

_COLUMNS = """
key, kind, provider, name, provider_name, town, postcode, council_name, council_code, status, locations
"""
_ROW = f"SELECT {_COLUMNS} FROM registered WHERE number = ?"  # noqa: S608  (our own names)
_NAMED = f"""
SELECT {_COLUMNS} FROM named JOIN registered ON registered.number = named.number
WHERE id = ? ORDER BY registered.number LIMIT ?
"""  # noqa: S608
_FOUND = "SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?"


class RegisteredHit(msgspec.Struct, frozen=True):
    """A provider, or a location of one, as a register has it; `locations` is how many a provider has."""

    key: str
    kind: Literal["provider", "location"]
    provider: str | None
    name: str | None
    provider_name: str | None
    town: str | None
    postcode: str | None
    council_name: str | None
    council_code: str | None
    status: str | None
    locations: int


class RegisteredPlace(msgspec.Struct, frozen=True, array_like=True):
    """Where a list was left: behind this number of this tier."""

    tier: Tier
    number: int


class RegisteredIndex(Index):
    """The words of all providers and locations of a version.

    Those with every word in the name come first; of them providers, those with more locations before others.
    """

    def page(
        self, sought: Sought, limit: int, after: RegisteredPlace | None = None
    ) -> tuple[list[RegisteredHit], RegisteredPlace | None]:
        """So many of them, and where the next ones begin, if there are any."""
        some = list(islice(self._from(sought, after, limit + 1), limit + 1))
        hits = [hit for _, hit in some[:limit]]
        return hits, some[limit - 1][0] if len(some) > limit else None

    def named(self, id: str, limit: int = 20) -> list[RegisteredHit]:
        """Those with this very key or number, of the register, the company or the charity."""
        return [RegisteredHit(*row) for file in self.files for row in file.execute(_NAMED, (id.lower(), limit))]

    def _from(
        self, sought: Sought, after: RegisteredPlace | None, limit: int
    ) -> Iterator[tuple[RegisteredPlace, RegisteredHit]]:
        for tier in TIERS[after.tier if after else 0 :]:
            asked = sought.in_tier(tier)
            first = after.number + 1 if after and after.tier == tier else EVERY[0]
            for file in self.files if asked else ():
                for (number,) in file.execute(_FOUND, (asked, first, EVERY[1], limit)):
                    yield RegisteredPlace(tier, number), RegisteredHit(*file.execute(_ROW, (number,)).fetchone())
