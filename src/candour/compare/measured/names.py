"""Which units somebody means by their keys or parts of their names."""

from collections.abc import Mapping, Sequence

from candour.compare.measured.asked import Asked
from candour.compare.measured.gather import Observed, member_named
from candour.errors import CandourError
from candour.warehouse.engine import Engine


def meant(tables: Engine, asked: Asked, units: Mapping[str, Observed], names: Sequence[str]) -> dict[str, str]:
    """The keys that the names mean, in their order, with what each is called.

    A name is a key or a whole name, else any part of a unit's name, whatever the case. Those that report nothing are
    found, too.

    Raises:
        CandourError: nothing of this kind has such a name.
    """
    known = {key: unit.name for key, unit in units.items()}
    found: dict[str, str] = {}
    for name in names:
        its = fitting(name, known) or member_named(tables, asked, name)
        if not its:
            raise CandourError(
                f"no {asked.kind} among those selected have {name!r} in their name; "
                "leave the name away to see which report this"
            )
        found |= its
    return found


def fitting(name: str, units: Mapping[str, str]) -> dict[str, str]:
    """Whose key or whole name it is, or what stands before the title of a contract; else all whose names hold it."""
    wanted = name.casefold()
    exact = {
        key: called
        for key, called in units.items()
        if key == name or called.casefold() == wanted or called.casefold().startswith(f"{wanted}: ")
    }
    return exact or {key: called for key, called in units.items() if wanted in called.casefold()}
