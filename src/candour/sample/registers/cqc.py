"""What the three files of the fictional Care Quality Commission (England) have in common."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from candour.sample.registers.registration import Inspection, Registration

NATION = "England"
REGION = "Fictional Region"
STREET = "1 Fictional Street"
SERVICE_TYPES = {
    "Homecare agencies": "Domiciliary care service",
    "Supported living": "Supported living service",
    "Residential homes": "Care home service without nursing",
    "Nursing homes": "Care home service with nursing",
}


def english(registered: Iterable[Registration]) -> Iterator[Registration]:
    """Those that this regulator registers."""
    return (one for one in registered if one.council.nation == NATION)


def location_id(one: Registration) -> str:
    """The number of a location."""
    return f"1-001{one.number:06d}"


def predecessor_id(one: Registration) -> str:
    """The number under which the same place was registered before somebody else took it over."""
    return f"1-002{one.number:06d}"


def predecessors_provider_id(one: Registration) -> str:
    """The number of whoever ran it then, of whom no file has any more."""
    return f"1-003{one.number:06d}"


def published(inspection: Inspection) -> date:
    """When its report came out."""
    return inspection.day + timedelta(days=40)
