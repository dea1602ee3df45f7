"""The councils that are most like some others, by every method that is defined."""

from collections.abc import Sequence
from datetime import UTC, datetime

from candour.care import councils
from candour.compare.neighbours import council_neighbours, methods, quantities
from candour.errors import CandourError
from candour.operations.council_meant import council_meant
from candour.warehouse.engine import Engine


def neighbours_of(tables: Engine, kind: str, names: Sequence[str]) -> list[str]:
    """The GSS codes of the councils that are most like those named, nearest first.

    Raises:
        CandourError: no council is named, one is in no table of councils, or its neighbours cannot be found.
    """
    if kind != "councils" or not names:
        raise CandourError("only councils have neighbours: name one, as in `candour compare councils Derby`")
    day, of_councils = datetime.now(UTC).date(), quantities(tables)
    found: dict[str, None] = {}
    for name in names:
        meant = council_meant(name, day)
        if meant.council is None:
            raise CandourError(f"{name!r} has no neighbours that are known: {meant.reason}; name others with --among")
        for method in methods().values():
            its = council_neighbours(meant.council, method, of_councils, day)
            if its.why_not:
                raise CandourError(f"{name} has no neighbours, because {its.why_not}; or name others with --among")
            found |= {neighbour.unit: None for neighbour in its.neighbours}
    return [known.gss for unit in found if (known := councils.by_organisation_id(unit))]
