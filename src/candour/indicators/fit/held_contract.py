"""The contracts of a process, whether their own section is published or they are only known by their award."""

from collections.abc import Iterator
from datetime import UTC, date
from typing import Any, Literal
from zoneinfo import ZoneInfo

import msgspec

from candour.indicators.fit.found import Found
from candour.indicators.fit.fresh_id import fresh_id
from candour.warehouse.tables.kinds import time_of
from candour.warehouse.tables.process import piece, pieces

Standing = Literal["not begun", "running", "ended", "unknown"]
_LONDON = ZoneInfo("Europe/London")
_ANSWERS = ("value", "suppressed", "notComputable")
"""States of an observation that somebody reported; to suppress a figure is to report that it may not be shown."""
_CAME_TO_NOTHING = ("cancelled", "unsuccessful", "withdrawn")


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """From which day to which a contract runs (both included), and where that is said; None where it is not."""

    first: date | None = None
    last: date | None = None
    published: dict[str, Any] = msgspec.field(default_factory=dict)
    path: str = ""

    def standing(self, on: date) -> Standing:
        """How the contract stands on a day by its term alone."""
        if self.last is not None and self.last < on:
            return "ended"
        if self.first is not None and self.first > on:
            return "not begun"
        return "unknown" if self.first is None or self.last is None else "running"


class HeldContract(msgspec.Struct, frozen=True, kw_only=True):
    """A contract: that of `contracts[position]`, or where nobody published one the award from which it follows.

    It then has the award's id, if no other contract has that. `promised` are the ids of metrics that it, its award or
    the tender promises; `reported` those of which it has an answer; `known` those that its implementation names, with
    a value or without, and the ids of their observations.
    """

    contract_id: Any
    award_id: Any
    path: str
    has_section: bool
    has_implementation: bool
    term: Term
    suppliers: tuple[Found, ...]
    promised: frozenset[str]
    reported: frozenset[str]
    known: dict[str, frozenset[str]]


def held_contracts(compiled: dict[str, Any]) -> list[HeldContract]:
    """Every contract that was not cancelled, and every award without a contract that did not come to nothing.

    One without an id is left out: nothing can be added to it.
    """
    awards = {key: (place, award) for key, place, award in _with_id(compiled, "awards")}
    contracts = list(_with_id(compiled, "contracts"))
    held = []
    for _, place, contract in contracts:
        if contract.get("status") != "cancelled":
            award_place, award = awards.get(_key(contract.get("awardID")), ("", {}))
            held.append(_of_contract(compiled, place, contract, award_place, award))
    followed = {_key(contract.get("awardID")) for _, _, contract in contracts}
    taken = {key for key, _, _ in contracts}
    for key, (place, award) in awards.items():
        if key not in followed and award.get("status") not in _CAME_TO_NOTHING:
            name = fresh_id(key, taken)
            taken.add(name)
            held.append(_of_award(compiled, place, award, name))
    return held


def came_to_nothing(compiled: dict[str, Any]) -> str:
    """Why no contract will come of a process; empty where one came or may come."""
    if held_contracts(compiled):
        return ""
    if (status := piece(compiled, "tender").get("status")) in _CAME_TO_NOTHING:
        return f"tender.status is {status}"
    for name in ("contract", "award"):
        if pieces(compiled, f"{name}s"):
            return f"every {name} was cancelled or unsuccessful, or has no id"
    return ""


def _of_contract(
    compiled: dict[str, Any], place: str, contract: dict[str, Any], award_place: str, award: dict[str, Any]
) -> HeldContract:
    done = piece(contract, "implementation")
    reported = pieces(done, "metrics")
    return HeldContract(
        contract_id=contract["id"],
        award_id=contract.get("awardID"),
        path=place,
        has_section=True,
        has_implementation=bool(done),
        term=_term((f"{place}.period", contract.get("period")), *_terms_before(compiled, award_place, award)),
        suppliers=_suppliers(award_place, award),
        promised=_ids(contract, "agreedMetrics") | _promised_before(compiled, award),
        reported=frozenset(str(metric.get("id")) for metric in reported if _is_reported(metric)),
        known={str(metric.get("id")): _ids(metric, "observations") for metric in reported},
    )


def _of_award(compiled: dict[str, Any], place: str, award: dict[str, Any], contract_id: Any) -> HeldContract:
    return HeldContract(
        contract_id=contract_id,
        award_id=award["id"],
        path=place,
        has_section=False,
        has_implementation=False,
        term=_term(*_terms_before(compiled, place, award)),
        suppliers=_suppliers(place, award),
        promised=_promised_before(compiled, award),
        reported=frozenset(),
        known={},
    )


def _with_id(compiled: dict[str, Any], name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each object of a list that has an id: the id, its place and the object."""
    value = compiled.get(name)
    for position, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, dict) and (key := _key(item.get("id"))):
            yield key, f"{name}[{position}]", item


def _key(value: Any) -> str:
    """An id as merging compares it: whole numbers like the text of their digits; empty where it is no id."""
    return str(value) if isinstance(value, str) or type(value) is int else ""


def _terms_before(compiled: dict[str, Any], place: str, award: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The terms that hold where the contract itself says nothing: its award's, its only lot's, the tender's."""
    yield f"{place}.contractPeriod", award.get("contractPeriod")
    tender = piece(compiled, "tender")
    related = award.get("relatedLots")
    if isinstance(related, list) and len(related) == 1:
        for position, lot in enumerate(pieces(tender, "lots")):
            if lot.get("id") == related[0]:
                yield f"tender.lots[{position}].contractPeriod", lot.get("contractPeriod")
    yield "tender.contractPeriod", tender.get("contractPeriod")


def _term(*said: tuple[str, Any]) -> Term:
    """The first term that says a day; one that ends before it begins says none."""
    for path, period in said:
        if not isinstance(period, dict):
            continue
        first, last = day_of(period.get("startDate")), day_of(period.get("endDate"))
        if (first or last) and not (first and last and last < first):
            days = {name: period[name] for name in ("startDate", "endDate") if day_of(period.get(name))}
            return Term(first=first, last=last, published=days, path=path)
    return Term()


def day_of(moment: Any) -> date | None:
    """The day in the United Kingdom of a published date; None where it cannot be read or believed."""
    time = time_of(moment)
    return time.replace(tzinfo=UTC).astimezone(_LONDON).date() if time else None


def _suppliers(place: str, award: dict[str, Any]) -> tuple[Found, ...]:
    named = award.get("suppliers")
    return tuple(
        Found(f"{place}.suppliers[{position}]", supplier.get("name") or supplier.get("id"))
        for position, supplier in enumerate(named if isinstance(named, list) else ())
        if isinstance(supplier, dict)
    )


def _promised_before(compiled: dict[str, Any], award: dict[str, Any]) -> frozenset[str]:
    return _ids(award, "agreedMetrics") | _ids(piece(compiled, "tender"), "targets")


def _ids(holder: dict[str, Any], name: str) -> frozenset[str]:
    return frozenset(str(item["id"]) for item in pieces(holder, name) if item.get("id") is not None)


def _is_reported(metric: dict[str, Any]) -> bool:
    return any(
        observation.get("state") in _ANSWERS
        or observation.get("measure") is not None
        or piece(observation, "value").get("amount") is not None
        for observation in pieces(metric, "observations")
    )
