"""How regulators rate the locations of the providers that are compared."""

from collections.abc import Sequence
from datetime import date

import msgspec

from candour.warehouse.engine import Engine


class Registered(msgspec.Struct, frozen=True, kw_only=True):
    """The registered locations of one compared provider.

    `rating` is "at or above good" where all that are rated are, "some below good", or "not rated" where none is;
    `rated` of `locations` have a rating, `at_or_above_good` of those have a good one. What "good" means differs from
    nation to nation. `oldest_inspection` is the oldest that this rests on.
    """

    providers: tuple[str, ...]
    locations: int
    rated: int
    at_or_above_good: int
    rating: str
    oldest_inspection: date | None


def registered(tables: Engine, keys: Sequence[str]) -> dict[str, Registered]:
    """By key of the compared provider; those that are linked to nothing in a register are absent."""
    if not keys:
        return {}
    wanted = {f"key_{number}": key for number, key in enumerate(keys)}
    names = ", ".join(f"${name}" for name in wanted)
    found = tables.query(f"SELECT * FROM supplier_ratings WHERE organisation_key IN ({names})", wanted)
    return {
        row.organisation_key: Registered(
            providers=tuple(row.providers or ()),
            locations=row.locations,
            rated=row.rated,
            at_or_above_good=row.at_or_above_good,
            rating=row.rating,
            oldest_inspection=row.oldest_inspection,
        )
        for row in found
    }
