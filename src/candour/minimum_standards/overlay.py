"""A nation's standards with what a place adds: never weaker."""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec

from candour.minimum_standards.local import Added, LocalStandards, Raised
from candour.minimum_standards.standard import Floor, Standard

Path = tuple[str | int, ...]
"""Where in the local file something stands: ("raises", 0, "floor")."""


class InForce(msgspec.Struct, frozen=True, kw_only=True):
    """A standard as it holds in a place. `national` is the nation's own floor, None where only the place has it.

    `beyond_limit` says that the place asks for more than the nation's range foresees.
    """

    id: str
    title: str
    asks: Floor
    national: Floor | None
    justification: str
    review_date: datetime.date
    beyond_limit: bool = False

    @property
    def local(self) -> bool:
        """Whether it differs from what holds in the rest of the nation."""
        return self.asks != self.national


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Why a local file is refused, and where in it."""

    path: Path
    message: str


class Overlay(msgspec.Struct, frozen=True, kw_only=True):
    """What holds in a place; with `faults` the file is refused, and only the nation's standards hold."""

    standards: tuple[InForce, ...]
    faults: tuple[Fault, ...]


def overlay(nation: Mapping[str, Standard], local: LocalStandards | None, today: datetime.date) -> Overlay:
    """The standards of a nation as a place has them on a day, in the nation's order, its own last.

    Additions count from their day on. One fault refuses the whole file: a place that weakens one standard is not
    taken at its word on others.
    """
    plain = {name: _national(standard) for name, standard in nation.items()}
    if local is None:
        return Overlay(standards=tuple(plain.values()), faults=())
    faults = tuple(_faults(nation, local))
    if faults or today < local.effective:
        return Overlay(standards=tuple(plain.values()), faults=faults)
    raised = {one.standard: _raised(nation[one.standard], one) for one in local.raises}
    added = tuple(_added(one) for one in local.adds)
    return Overlay(standards=(*(plain | raised).values(), *added), faults=())


def _national(standard: Standard) -> InForce:
    return InForce(
        id=standard.id,
        title=standard.title,
        asks=standard.asks,
        national=standard.asks,
        justification=standard.justification,
        review_date=standard.review_date,
    )


def _raised(standard: Standard, one: Raised) -> InForce:
    return InForce(
        id=standard.id,
        title=standard.title,
        asks=_asked(standard, one),
        national=standard.asks,
        justification=one.justification,
        review_date=one.review_date,
        beyond_limit=_beyond(standard, one),
    )


def _added(one: Added) -> InForce:
    return InForce(
        id=one.id,
        title=one.title,
        asks=one.asks,
        national=None,
        justification=one.justification,
        review_date=one.review_date,
    )


def _asked(standard: Standard, one: Raised) -> Floor:
    return Floor(direction=standard.direction, value=one.floor, unit=standard.unit)


def _beyond(standard: Standard, one: Raised) -> bool:
    """Whether a floor is stricter than the range that the nation foresees."""
    limit = standard.local_limit
    return (
        limit is not None
        and limit != one.floor
        and not Floor(direction=standard.direction, value=one.floor, unit=standard.unit).met_by(limit)
    )


def _faults(nation: Mapping[str, Standard], local: LocalStandards) -> Iterator[Fault]:
    times = Counter(one.standard for one in local.raises)
    for place, one in enumerate(local.raises):
        here: Path = ("raises", place)
        standard = nation.get(one.standard)
        if standard is None:
            yield Fault(path=(*here, "standard"), message=_no_such(one.standard, local, nation))
            continue
        if times[one.standard] > 1:
            yield Fault(path=(*here, "standard"), message=f"{one.standard} is raised more than once")
        yield from _faults_of_one(here, standard, one, local)
    for place, added in enumerate(local.adds):
        if added.id in nation:
            message = f"{added.id} is a national standard: raise it under `raises`, or choose another id"
            yield Fault(path=("adds", place, "id"), message=message)
        if added.review_date <= local.effective:
            yield Fault(path=("adds", place, "review_date"), message=_review(added.review_date, local))


def _faults_of_one(here: Path, standard: Standard, one: Raised, local: LocalStandards) -> Iterator[Fault]:
    if one.version != standard.version:
        yield Fault(
            path=(*here, "version"),
            message=f"{standard.id}: found version {one.version}, expected {standard.version}: read what changed",
        )
    if standard.floor is None:
        yield Fault(path=(*here, "floor"), message=f"{standard.id} must simply be so; it has no floor to raise")
    elif not one.floor.is_finite():
        yield Fault(path=(*here, "floor"), message=f"{standard.id}: found {one.floor}, expected a number")
    elif not standard.asks.met_by(one.floor):
        yield Fault(
            path=(*here, "floor"),
            message=(
                f"{standard.id}: found {one.floor} {standard.unit}, which is weaker than the national "
                f"{standard.asks.in_words()}; a place may raise a standard and never weaken it"
            ),
        )
    elif one.floor == standard.floor:
        yield Fault(path=(*here, "floor"), message=f"{standard.id}: {one.floor} is the national floor; take it out")
    elif _beyond(standard, one) and not one.evidence:
        yield Fault(
            path=(*here, "evidence"),
            message=f"{standard.id}: {one.floor} is beyond {standard.local_limit}: expected evidence, too",
        )
    if not one.justification.strip():
        yield Fault(path=(*here, "justification"), message=f"{standard.id}: found no reason, expected one")
    if one.review_date <= local.effective:
        yield Fault(path=(*here, "review_date"), message=f"{standard.id}: {_review(one.review_date, local)}")


def _no_such(name: str, local: LocalStandards, nation: Mapping[str, Standard]) -> str:
    known = ", ".join(nation)
    return f"there is no standard {name!r} in {local.nation.title()}; there are {known}"


def _review(day: datetime.date, local: LocalStandards) -> str:
    return f"found a review on {day}, expected one after {local.effective}, when it takes effect"
