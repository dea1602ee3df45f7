"""Which rows are a council's: by its codes, or by its very name where it is in no table of councils."""

from typing import Any

import msgspec

from candour.care.councils import Council


class Whose(msgspec.Struct, frozen=True):
    """`locations` and `processes` are conditions on those tables, `given` the parameters that they take.

    `buyers` are the keys of the council in `last_reports`.
    """

    locations: str
    processes: str
    given: dict[str, Any]
    buyers: list[str]


def whose(council: Council | None, name: str) -> Whose:
    """What the registers list under a council, and what it buys."""
    if council is None:
        by_name = "LOWER(locations.council_name) = $name", "LOWER(buyer_name) = $name"
        return Whose(*by_name, {"name": name.casefold()}, [name.casefold()])
    there = "council_code IN (SELECT UNNEST($codes))"
    codes = [council.gss, *council.other_gss]
    return Whose(f"locations.{there}", there, {"codes": codes}, codes)
