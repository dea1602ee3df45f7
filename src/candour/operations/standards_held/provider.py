"""One registered provider, held against the minimum standards that apply to providers."""

from datetime import date

import msgspec

from candour.care.ratings.framework import REGISTERS
from candour.minimum_standards.overlay import overlay
from candour.minimum_standards.standard import Nation, national
from candour.operations.home import Home
from candour.operations.provider_meant import provider_meant
from candour.operations.standards_held.by_register import by_register
from candour.operations.standards_held.evidence import HeldLine, held_line


class HeldProvider(msgspec.Struct, frozen=True, kw_only=True):
    """A provider on a day, by the standards of the nation in whose register it is."""

    data_version: str
    provider: str
    day: date
    nation: Nation
    lines: tuple[HeldLine, ...]


def hold_provider(home: Home, wanted: str, day: date) -> HeldProvider:
    """The provider with this key, number or name.

    Raises:
        CandourError: there is none, or several are meant, or nothing has been built yet.
    """
    with home.tables() as tables:
        key = provider_meant(tables, wanted)
        register = REGISTERS[key.partition(":")[0]]
        nation: Nation = msgspec.convert(register.nation.casefold(), type=Nation)
        its, evidence = national(nation), by_register(tables, key, day)
        return HeldProvider(
            data_version=tables.data_version,
            provider=key,
            day=day,
            nation=nation,
            lines=tuple(
                held_line(one, evidence.get(one.id, ()))
                for one in overlay(its, None, day).standards
                if "provider" in its[one.id].applies_to
            ),
        )
