"""What a tender or contract itself says of a standard: its rates, the standards it states, who took part."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from candour.minimum_standards.overlay import InForce
from candour.operations.contract.published import text, texts
from candour.operations.contract.rate import Rate
from candour.operations.contract.received import Received
from candour.operations.contract.standards import Standard as Stated
from candour.operations.standards_held.evidence import Evidence
from candour.warehouse.tables.process import piece, pieces

_RUNS = {"atLeast": "at least", "atMost": "at most"}
_TRAVEL = {
    "paidSeparately": "travel is paid apart",
    "includedInRate": "the rate is said to include travel; how much of it is not said",
}
_LIVED = frozenset({"personSupported", "unpaidCarer"})
_LIVED_EXPERIENCE = frozenset({"receivingCare", "caringForFamily"})


def by_stated(standard: InForce, stated: Iterable[Stated]) -> Iterator[Evidence]:
    """The standards that a tender or contract states under this id, or as raising it."""
    for one in stated:
        if standard.id in (one.id, one.raises):
            yield _stated(standard, one)


def by_rates(standard: InForce, rates: Iterable[Rate]) -> Iterator[Evidence]:
    """What rates say of the length of visits, and of travel; of other standards they say nothing."""
    for rate in rates:
        what = f"the rate {rate.title or rate.id} of the {rate.stage}"
        if standard.id == "visit-length" and rate.visit_minutes is not None:
            met = standard.asks.met_by(rate.visit_minutes)
            yield Evidence(
                what=what,
                standing="kept" if met else "below the floor",
                value=rate.visit_minutes,
                start=rate.start,
                end=rate.end,
                source=rate.source,
            )
        if standard.id == "travel-time-paid" and rate.travel_time in (*_TRAVEL, "notPaid"):
            yield Evidence(
                what=what,
                standing="below the floor" if rate.travel_time == "notPaid" else "said to be so",
                start=rate.start,
                end=rate.end,
                because=_TRAVEL.get(rate.travel_time, "travel is not paid"),
                source=rate.source,
            )


def by_people(standard: InForce, process: Received) -> Iterator[Evidence]:
    """What is published of who evaluated bids, and of who helped with the design."""
    if reader := _PEOPLE.get(standard.id):
        yield from reader(process)


def _stated(standard: InForce, one: Stated) -> Evidence:
    floor = standard.asks
    said = Evidence(what=f"stated: {one.title or one.id}", standing="said to be so", source=one.source)
    if floor.value is None or one.floor is None:
        return said
    runs = _RUNS.get(one.direction or "", floor.direction)
    if runs != floor.direction or (one.unit or floor.unit).casefold() != floor.unit.casefold():
        because = f"found {runs} {one.floor} {one.unit or ''}, which cannot be held against {floor.in_words()}"
        return Evidence(
            what=said.what, standing="no data", state="not computable", because=because, source=one.source
        )
    return Evidence(
        what=said.what,
        standing="said to be so" if floor.met_by(one.floor) else "stated weaker than the floor",
        value=one.floor,
        source=one.source,
    )


def _panel(process: Received) -> Iterator[Evidence]:
    seats = pieces(piece(process.compiled, "tender"), "evaluationPanel")
    if not seats:
        return
    lived = [one for one in seats if text(one, "role") in _LIVED or _LIVED_EXPERIENCE & {*texts(one, "experience")}]
    roles = ", ".join(dict.fromkeys(filter(None, (text(one, "role") for one in lived or seats))))
    yield Evidence(
        what="the panel as published",
        standing="kept" if lived else "below the floor",
        because=f"on it: {roles}",
        source=process.releases.last("tender", "evaluationPanel"),
    )


def _design(process: Received) -> Iterator[Evidence]:
    for one in pieces(process.compiled, "participation"):
        if text(one, "stage") == "coDesign":
            roles = {text(group, "role") for group in pieces(one, "participants")}
            yield Evidence(
                what="who took part in the design, as published",
                standing="kept" if roles & _LIVED else "below the floor",
                because=f"took part: {', '.join(sorted(filter(None, roles))) or 'nobody is named'}",
                source=process.releases.last("participation", one.get("id")),
            )


_PEOPLE: Mapping[str, Callable[[Any], Iterator[Evidence]]] = {
    "lived-experience-on-panel": _panel,
    "part-in-design": _design,
}
