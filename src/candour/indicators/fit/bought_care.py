"""Which kinds of care a process buys and for whom, as far as the choice of metrics depends on it."""

from typing import Any

import msgspec

from candour.care import age_group, service_type
from candour.care.service_type import BY_CODE
from candour.indicators.fit.found import found_at
from candour.indicators.fit.process_fact import process_facts

SERVICE_TYPE, CLIENTS = "service-type", "clients"
"""The facts that say which kind of care it is and whom it is for, by which metrics are chosen."""
_HOMES = ("care home", "nursing home")
_CHILDRENS_HOMES = "children's homes"


class BoughtCare(msgspec.Struct, frozen=True, kw_only=True):
    """The kinds of care, the main one first, and the age group; each with the reason where it is judged."""

    services: tuple[str, ...]
    services_because: str
    ages: age_group.Name
    ages_because: str

    @property
    def begins_like(self) -> str:
        """The kind of care whose first metrics are asked for: a child's care begins like a children's home."""
        if self.ages == "children":
            return _CHILDRENS_HOMES
        return self.services[0] if self.services else service_type.UNKNOWN


def bought_care(compiled: dict[str, Any]) -> BoughtCare:
    """The care that a process states; what it does not state is judged from its words and codes."""
    ages, ages_because = _ages(compiled)
    stated = tuple(dict.fromkeys(BY_CODE[code] for code in _codes(compiled, SERVICE_TYPE) if code in BY_CODE))
    judged = service_type.of(compiled)
    services = () if judged.name == service_type.UNKNOWN else (judged.name, *judged.also)
    if ages == "children":
        services = tuple(dict.fromkeys(_CHILDRENS_HOMES if name in _HOMES else name for name in services))
    return BoughtCare(
        services=stated or services,
        services_because="" if stated else judged.reason,
        ages=ages,
        ages_because=ages_because,
    )


def _ages(compiled: dict[str, Any]) -> tuple[age_group.Name, str]:
    if codes := set(_codes(compiled, CLIENTS)):
        children = "children" in codes
        return ("both" if len(codes) > 1 else "children") if children else "adults", ""
    judged = age_group.of(compiled)
    return judged.name, judged.reason


def _codes(compiled: dict[str, Any], fact: str) -> list[str]:
    values = [found.value for path in process_facts()[fact].found_in for found in found_at(compiled, path)]
    return [code for value in values if isinstance(value, list) for code in value if isinstance(code, str)]
