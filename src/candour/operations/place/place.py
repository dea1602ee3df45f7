"""Everything of one place: whose area it is, which contracts are in force, and who gives care there."""

from datetime import date

import msgspec

from candour.operations.home import Home
from candour.operations.place.area import Area, area
from candour.operations.place.contracts import ContractsThere, contracts_there
from candour.operations.place.locations import LocationsThere, locations_there


class PlacePage(msgspec.Struct, frozen=True, kw_only=True):
    """A place on a day. Where no one council is known, `contracts` is empty, and locations are those near by."""

    data_version: str
    day: date
    wanted: str
    area: Area
    contracts: ContractsThere
    locations: LocationsThere


def place(home: Home, wanted: str, day: date, *, contracts: int = 25, locations: int = 200) -> PlacePage:
    """The place of a postcode, or of a council by name or GSS code, with so many of its contracts and locations.

    Raises:
        NotFoundError: it is neither.
        CandourError: nothing has been built yet.
    """
    with home.tables() as tables:
        there = area(tables, wanted, day)
        codes = sorted({code for council in there.buys for code in (council.gss, *council.other_gss) if code})
        known = bool(codes or there.name)
        return PlacePage(
            data_version=tables.data_version,
            day=day,
            wanted=wanted,
            area=there,
            contracts=(
                contracts_there(tables, codes, there.name, day, contracts) if known else ContractsThere(0, ())
            ),
            locations=locations_there(tables, codes, there.name, there.postcode, locations),
        )
