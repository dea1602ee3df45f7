"""One contract in one view: what it is, price, quality, outcomes, pay, voice, and what comes before and after."""

from datetime import date

import msgspec

from candour.operations.contract.about import About, about
from candour.operations.contract.asking import Asking
from candour.operations.contract.continuity import Continuity, continuity
from candour.operations.contract.failures import Failure, failures
from candour.operations.contract.hour import nation_of
from candour.operations.contract.outcomes import Outcome, outcomes
from candour.operations.contract.pay import Pay, pay
from candour.operations.contract.price import Price, price
from candour.operations.contract.published import text
from candour.operations.contract.quality import Quality, quality
from candour.operations.contract.rate import rates
from candour.operations.contract.received import Received, received
from candour.operations.contract.scope import Scope, scopes
from candour.operations.contract.source import Source
from candour.operations.contract.standards import Standard, standards
from candour.operations.contract.voice import Voice, voice
from candour.operations.home import Home
from candour.warehouse.engine import Engine


class WhyNoMetrics(msgspec.Struct, frozen=True, kw_only=True):
    """The reasons that the publisher gives for having no targets, no agreed metrics, or no results."""

    targets: str | None
    agreed: str | None
    results: str | None


class ContractView(msgspec.Struct, frozen=True, kw_only=True):
    """One contract as it was known to the tables, on a day. Every fact carries the release that said it last.

    `contract_id` is None for an award without a contract; both are None where only a tender was published. `releases`
    are all that the process was merged from, in that order.
    """

    contract_id: str | None
    award_id: str | None
    about: About
    price: Price
    quality: Quality
    outcomes: tuple[Outcome, ...]
    why_no_metrics: WhyNoMetrics
    failures: tuple[Failure, ...]
    standards: tuple[Standard, ...]
    pay: Pay
    voice: Voice
    continuity: Continuity
    releases: tuple[Source, ...]


class ProcessView(msgspec.Struct, frozen=True, kw_only=True):
    """The contracts of a process, as they were known to the tables on a day."""

    ocid: str
    data_version: str
    day: date
    title: str | None
    buyer: str | None
    contracts: tuple[ContractView, ...]


def contract_view(home: Home, ocid: str, day: date, contract_id: str | None = None) -> ProcessView:
    """Every contract of a process, or the one with this id; awards without a contract count as one.

    Raises:
        CandourError: there is no such process or contract, or nothing has been built yet.
    """
    with home.tables() as tables:
        return view_from(tables, ocid, day, contract_id)


def view_from(tables: Engine, ocid: str, day: date, contract_id: str | None = None) -> ProcessView:
    """As `contract_view`, from tables that are open already.

    Raises:
        CandourError: there is no such process or contract.
    """
    process, asking = received(tables, ocid), Asking(tables, day)
    return ProcessView(
        ocid=ocid,
        data_version=tables.data_version,
        day=day,
        title=process.process["title"],
        buyer=process.process["buyer_name"],
        contracts=tuple(view_of(process, scope, asking) for scope in scopes(process, contract_id)),
    )


def view_of(process: Received, scope: Scope, asking: Asking) -> ContractView:
    """One contract, from what was received of its process."""
    it, of_rates = about(process, scope, asking.tables), rates(process, scope)
    nation = nation_of(process, it.suppliers)
    kept = outcomes(process, scope.contract, scope.award, asking.day)
    return ContractView(
        contract_id=scope.contract_id,
        award_id=scope.award_id,
        about=it,
        price=price(process, scope, of_rates, it, nation),
        quality=quality(process, scope, it.suppliers, asking),
        outcomes=kept,
        why_no_metrics=_why_no_metrics(process, scope),
        failures=tuple(failures(process, scope)),
        standards=tuple(standards(process, scope)),
        pay=pay(process, scope, of_rates, kept, nation),
        voice=voice(process, scope, kept),
        continuity=continuity(process, scope, kept, asking),
        releases=process.releases.sources,
    )


def _why_no_metrics(process: Received, scope: Scope) -> WhyNoMetrics:
    own = scope.published(process)
    return WhyNoMetrics(
        targets=text(process.compiled, "tender", "noTargetsRationale"),
        agreed=text(own, "noAgreedMetricsRationale"),
        results=text(own, "implementation", "noMetricsRationale"),
    )
