"""The parts of a draft: what a tender and each contract would say, and the gaps in them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

from candour.care.period import Period
from candour.care.published_codes import published_code
from candour.indicators.definition import Metric, metrics
from candour.indicators.fit.bought_care import CLIENTS, SERVICE_TYPE
from candour.indicators.fit.drafted_metric import delivered, promised
from candour.indicators.fit.due_period import as_published
from candour.indicators.fit.gap import Gap
from candour.indicators.fit.held_contract import HeldContract, Term
from candour.indicators.fit.stated import Stated
from candour.warehouse.tables.process import piece, pieces

Json = dict[str, Any]
_PROMISED = {"targets": "target", "agreedMetrics": "agreed"}
"""Where a promise stands, and the id of its value there."""
_JUDGED = {SERVICE_TYPE: "serviceTypes", CLIENTS: "clients", "contract-model": "contractModel"}
"""Facts that are judged from words, and the member of `socialCare` that states each; the first two are lists."""


class Drafting:
    """Makes the parts of one draft; `gaps` grows with each part that is made."""

    def __init__(self, compiled: Json, facts: Mapping[str, Stated], chosen: Sequence[str], on: date) -> None:
        self._tender = piece(compiled, "tender")
        self._facts = facts
        self._chosen = [metrics()[name] for name in chosen]
        self._on = on
        self.gaps: list[Gap] = []

    def tender_part(self, *, with_targets: bool) -> Json:
        """The tender with what was judged of the care, and where wanted with the chosen metrics as targets."""
        if self._tender.get("id") is None:
            return {}
        said = self._social_care()
        if with_targets:
            named = {str(metric.get("id")) for metric in pieces(self._tender, "targets")}
            wanted = [metric for metric in self._chosen if metric.id not in named]
            said |= self._promises("tender", "targets", wanted, piece(self._tender, "contractPeriod") or None)
        return {"tender": {"id": self._tender["id"], **said}} if said else {}

    def contracts_part(self, held: Sequence[HeldContract]) -> Json:
        """Each contract of which something is still to be reported."""
        made: list[Json] = []
        for contract in held:
            wanted = [metric for metric in self._chosen if metric.id not in contract.reported]
            if wanted:
                made.append(self._contract(contract, wanted, f"contracts[{len(made)}]"))
        return {"contracts": made} if made else {}

    def _contract(self, contract: HeldContract, wanted: Sequence[Metric], path: str) -> Json:
        said: Json = {"id": contract.contract_id, "awardID": contract.award_id}
        period = _period(contract.term)
        if not contract.has_section:
            said |= self._new_section(contract, period, path)
        if contract.term.standing(self._on) != "ended":
            unpromised = [metric for metric in wanted if metric.id not in contract.promised]
            said |= self._promises(path, "agreedMetrics", unpromised, period)
        if self._facts["rates"].state == "missing":
            said |= self._rates(path)
        done = [self._delivery(contract, metric, position, path) for position, metric in enumerate(wanted)]
        return said | {"implementation": {"metrics": done}}

    def _new_section(self, contract: HeldContract, period: Json | None, path: str) -> Json:
        what = "Made from the award's id, because no contract is published. Put the number by which you keep it."
        self._gap(f"{path}.id", "check", what, contract.contract_id)
        self._gap(f"{path}.status", "fill", "How it stands: pending, active, cancelled or terminated.", "active")
        if period is None:
            example = self._facts["contract-period"].fact.example
            self._gap(f"{path}.period", "fill", "When the contract begins and ends.", example)
            return {}
        self._gap(f"{path}.period", "check", f"As {contract.term.path} says. Is it the contract's?", period)
        return {"period": period}

    def _rates(self, path: str) -> Json:
        """A rate with all that is known of it, which is what it is for."""
        known = self._facts[SERVICE_TYPE]
        rate = {"id": "1"}
        if known.state == "judged":
            rate["serviceType"] = published_code(known.found[0].value)
        fact = self._facts["rates"].fact
        example = {name: value for name, value in fact.example.items() if name != "id"}
        self._gap(f"{path}.rates[0]", "fill", f"{fact.title}. A rate for each unit that is paid for.", example)
        return {"rates": [rate]}

    def _promises(self, path: str, name: str, wanted: Sequence[Metric], period: Json | None) -> Json:
        made: list[Json] = []
        for metric in wanted:
            part, gap = promised(metric, f"{path}.{name}[{len(made)}]", _PROMISED[name], period)
            made.append(part)
            self.gaps.append(gap)
        return {name: made} if made else {}

    def _delivery(self, contract: HeldContract, metric: Metric, position: int, path: str) -> Json:
        place = f"{path}.implementation.metrics[{position}]"
        part, gaps = delivered(metric, place, contract.term, self._on, contract.known.get(metric.id))
        self.gaps += gaps
        return part

    def _social_care(self) -> Json:
        """What was judged from words, said as the extension says it; a person has to look at it."""
        said: Json = {}
        for name, member in _JUDGED.items():
            stated = self._facts[name]
            if stated.state == "judged":
                codes = [published_code(found.value) for found in stated.found]
                said[member] = codes if name in (SERVICE_TYPE, CLIENTS) else codes[0]
                what = f"{stated.fact.title}: judged, because {stated.because}. Correct it if it is something else."
                self._gap(f"tender.socialCare.{member}", "check", what, said[member])
        return {"socialCare": said} if said else {}

    def _gap(self, path: str, kind: Literal["fill", "check"], what: str, put: Any) -> None:
        self.gaps.append(Gap(path=path, kind=kind, what=what, put=put))


def _period(term: Term) -> Json | None:
    """The contract's term as published, where that is written as the standard asks; else by its days."""
    if not term.published or all(map(_is_moment, term.published.values())):
        return term.published or None
    days = as_published(Period(term.first or term.last or date.min, term.last or term.first or date.max))
    return {name: days[name] for name in term.published}


def _is_moment(text: str) -> bool:
    return "T" in text and datetime.fromisoformat(text).tzinfo is not None
