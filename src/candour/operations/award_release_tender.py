"""The tender's part of an award's release: how bids were judged, by whom, and from what anybody computes it again."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from candour.evaluation.bundle import Bundle
from candour.evaluation.criterion import Criterion
from candour.evaluation.gates import (
    AnyGate,
    ExclusionGate,
    LawfulCostGate,
    RatingFloorGate,
    RegistrationGate,
    StandardsGate,
)
from candour.evaluation.member import Member
from candour.evaluation.workings import LotWorking
from candour.ocds import build

_PRICE = "price"
_LEFT_OUT_AS_LOT = "whole"
_CONDITIONS: dict[type[AnyGate], str] = {
    RegistrationGate: "suitability",
    ExclusionGate: "suitability",
    RatingFloorGate: "technical",
    StandardsGate: "technical",
    LawfulCostGate: "economic",
}
"""What kind of condition a gate is, by OCDS's codes."""


def award_tender(bundle: Bundle, bundle_at: str) -> build.Tender:
    """The criteria, conditions, benchmark and panel; `bundle_at` is where the bundle is published, if it is."""
    lots = bundle.workings
    return build.Tender(
        id=bundle.design.id,
        title=bundle.design.title,
        status="complete",
        items=tuple(_benchmark(bundle, lot) for lot in lots if bundle.design.benchmark is not None),
        lots=tuple(_lot(bundle, lot) for lot in lots),
        documents=(_bundle_document(bundle, bundle_at),) if bundle_at else (),
        evaluation_panel=_panel(bundle.panel.members),
    )


def _lot(bundle: Bundle, lot: LotWorking) -> build.Lot:
    design = bundle.design
    title = next(one.title for one in design.lots if one.id == lot.lot)
    criteria = [_criterion(criterion) for criterion in design.criteria]
    if design.price_weight:
        price = build.CriterionNumber(number=design.price_weight, weight="percentageExact")
        criteria.append(build.AwardCriterion(id=_PRICE, type="price", name="Price", numbers=(price,)))
    return build.Lot(
        id=lot_id(lot),
        title=title,
        status="complete",
        award_criteria=build.AwardCriteria(criteria=tuple(criteria), weighting_description=design.method.formula),
        selection_criteria=build.SelectionCriteria(criteria=tuple(map(_condition, design.gates)))
        if design.gates
        else None,
    )


def _condition(gate: AnyGate) -> build.SelectionCriterion:
    return build.SelectionCriterion(type=_CONDITIONS[type(gate)], description=gate.in_words)


def _benchmark(bundle: Bundle, lot: LotWorking) -> build.Item:
    benchmark = bundle.design.benchmark
    assert benchmark is not None
    return build.Item(
        id=f"benchmark-{lot_id(lot)}",
        description="The benchmark that prices are held against",
        unit=price_of_unit(bundle, benchmark),
        related_lot=lot_id(lot),
    )


def price_of_unit(bundle: Bundle, price: Decimal) -> build.Unit:
    """What one unit costs."""
    return build.Unit(name=bundle.design.unit, value=build.Value(amount=price, currency=bundle.design.currency))


def _bundle_document(bundle: Bundle, address: str) -> build.Document:
    return build.Document(
        id=f"bundle-{bundle.digest[:12]}",
        document_type="evaluationReports",
        title="Award bundle: everything that the result was computed from",
        description=f"Compute it again: candour evaluate, and this file. SHA-256 digest of it: {bundle.digest}",
        url=address,
        format="application/json",
    )


def lot_id(lot: LotWorking) -> str:
    """The id of a lot in the release, also where the design has none."""
    return lot.lot or _LEFT_OUT_AS_LOT


def _criterion(criterion: Criterion) -> build.AwardCriterion:
    numbers = [build.CriterionNumber(number=criterion.weight, weight="percentageExact")]
    if criterion.minimum is not None:
        numbers.append(build.CriterionNumber(number=criterion.minimum, threshold="minimumScore"))
    return build.AwardCriterion(
        id=criterion.id,
        type="quality",
        name=criterion.title,
        description=criterion.question,
        numbers=tuple(numbers),
    )


def _panel(members: Sequence[Member]) -> tuple[build.PanelRole, ...]:
    """By role and number: what anybody on a role knows and was trained in, and how many had conflicts."""
    roles: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        roles[member.role].append(member)
    return tuple(_role(role, its) for role, its in roles.items())


def _role(role: str, members: Sequence[Member]) -> build.PanelRole:
    asked = all(member.conflicts is not None for member in members)
    conflicts = [conflict for member in members for conflict in member.conflicts or ()]
    managements = dict.fromkeys(conflict.management for conflict in conflicts)
    return build.PanelRole(
        id=role,
        role=role,
        number=len(members),
        experience=tuple(dict.fromkeys(one for member in members for one in member.experience)),
        training=tuple(dict.fromkeys(one.title for member in members for one in member.training)),
        conflicts_declared=sum(bool(member.conflicts) for member in members) if asked else None,
        conflicts_management="; ".join(managements) or None,
    )
