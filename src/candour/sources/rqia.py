"""The Regulation and Quality Improvement Authority, Northern Ireland: services by name. It has no ratings."""

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from candour.care.register import Location, RegisteredProvider
from candour.sources.account import Tally
from candour.sources.definition import TablesDefinition
from candour.sources.register_file import address, of_services, read_rows
from candour.sources.tabular.row import TableRow

REGISTER = "rqia"
_CARE_HOMES = frozenset({"Nursing (NH)", "Residential (RC)"})
_SOCIAL_CARE = _CARE_HOMES | {
    "Domiciliary Care Agency (DCA)",
    "Day Care Setting (DCS)",
    "Adult Placement Agency (APA)",
}


def read(stream: BinaryIO, *, name: str, definition: TablesDefinition, tally: Tally) -> Iterator[msgspec.Struct]:
    """Providers and services, as `candour.sources.tables.Read` promises.

    No ratings come from it: that this nation has none is known of the register itself
    (`candour.care.ratings.framework.REGISTERS`), and a rating would need a number to hang on.
    """
    things = of_services("provider_name", _provider, _location)
    return read_rows(stream, name=name, definition=definition, tally=tally, things={"rqia-services": things})


def _provider(_: TableRow, name: str) -> RegisteredProvider:
    return RegisteredProvider(register=REGISTER, id=None, name=name, status="registered")


def _location(row: TableRow, provider: str) -> Location:
    category = row.text("category")
    return Location(
        register=REGISTER,
        id=None,
        name=row.text("service_name"),
        provider_id=None,
        provider_name=provider,
        status="registered",
        care_home=category in _CARE_HOMES if category else None,
        adult_social_care=category in _SOCIAL_CARE if category else None,
        services=(category,) if category else (),
        people=row.texts("people"),
        places=row.whole("places"),
        address=address(row, "address_1", "address_2"),
    )
