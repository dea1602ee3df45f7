"""The few metrics to begin with, for each kind of care: one YAML file for kinds that begin alike."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from candour.care import service_type
from candour.definitions import FOLDER, definitions_in
from candour.indicators.definition import metrics


class FirstMetrics(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The metrics (their ids) with which contracts for these `services` begin, and why these."""

    id: str
    title: str
    why: str
    services: tuple[str, ...]
    metrics: tuple[str, ...]


@cache
def first_metrics(folder: Path = FOLDER / "first_metrics") -> Mapping[str, FirstMetrics]:
    """Every choice, by kind of care; "unknown" is one of them.

    Raises:
        DefinitionError: a file is not a valid definition.
    """
    files = definitions_in(folder, FirstMetrics, _fault)
    return {service: chosen for chosen in files.values() for service in chosen.services}


def _fault(chosen: FirstMetrics) -> str:
    known = {*service_type.DEFINITIONS, service_type.UNKNOWN}
    if unknown := set(chosen.services) - known or (set() if chosen.services else {"nothing"}):
        return f"services: found {', '.join(sorted(unknown))}, expected some of {', '.join(sorted(known))}"
    library = metrics()
    for name in chosen.metrics:
        if name not in library:
            return f"metrics: found {name}, which is no file of definitions/metrics"
        if library[name].applies_to.reported_for != "contract":
            return f"metrics: {name} is not reported for one contract"
        if not all(library[name].applies_to.includes(service) for service in chosen.services):
            return f"metrics: {name} does not apply to all of {', '.join(chosen.services)}"
    return ""
