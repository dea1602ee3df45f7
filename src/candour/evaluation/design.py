"""The design of an evaluation: everything that is decided and published before bids are opened."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from candour.evaluation.criterion import Criterion
from candour.evaluation.gates import AnyGate
from candour.evaluation.methods import AnyMethod
from candour.evaluation.methods.benchmark import Benchmark
from candour.evaluation.methods.offer import Terms
from candour.evaluation.monitoring_cost import MonitoringCost
from candour.evaluation.panel_rules import PanelRule

ALL_POINTS = Decimal(100)
TieBreak = Literal["higher quality", "lower price", "higher lived-experience score", "drawn by lot"]


class Lot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part that is awarded by itself, to as many as `winners` bidders; None is a list without a limit.

    `least_points` (or, where the lowest figure wins, nothing) keeps bids out of a list that are not good enough.
    """

    id: str
    title: str
    winners: int | None = 1
    least_points: Decimal | None = None

    def __post_init__(self) -> None:
        if self.winners is not None and self.winners < 1:
            raise ValueError(f"lot {self.id}: found {self.winners} winners, expected 1 or more, or null for a list")


WHOLE = Lot(id="", title="The whole contract")


class Design(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the tender publishes of how bids will be judged.

    The weights of the criteria and `price_weight` add up to 100 points; with a method that gives the price no weight,
    those of the criteria alone. `unit` is what a price is for; `monitoring_cost`, where given, is added to each price
    before it is scored. `panel_rules` are what the buyer asks
    of those who score. `most_lots` bounds how many lots one bidder may win;
    lots are then awarded in their order here. Ties are broken by `tie_breaks`, in order; a draw by lot needs
    `draw_seed`, published before bids are opened.

    Raises:
        ValueError: the parts contradict each other; the message names the field.
    """

    id: str
    title: str
    currency: str
    unit: str
    criteria: tuple[Criterion, ...]
    price_weight: Decimal
    benchmark: Decimal | None = None
    monitoring_cost: MonitoringCost | None = None
    method: AnyMethod = Benchmark()
    gates: tuple[AnyGate, ...] = ()
    lots: tuple[Lot, ...] = (WHOLE,)
    most_lots: int | None = None
    panel_rules: tuple[PanelRule, ...] = ()
    tie_breaks: tuple[TieBreak, ...] = ("higher quality", "lower price")
    draw_seed: str = ""

    def __post_init__(self) -> None:
        if fault := _fault(self):
            raise ValueError(fault)

    @property
    def terms(self) -> Terms:
        """What a scoring method needs of it."""
        weights = {criterion.id: Fraction(criterion.weight) for criterion in self.criteria}
        return Terms(weights=weights, price_weight=Fraction(self.price_weight), benchmark=self.benchmark)


def _fault(design: Design) -> str:
    ids = [criterion.id for criterion in design.criteria]
    if not ids or len(set(ids)) != len(ids):
        return "criteria: expected one or more, each with an id of its own"
    if not (len(design.currency) == 3 and design.currency.isupper()):
        return f"currency: found {design.currency!r}, expected three capital letters such as GBP"
    if not (design.id and design.title and design.unit):
        return "id, title, unit: expected something in each"
    lots = [lot.id for lot in design.lots]
    if not lots or len(set(lots)) != len(lots):
        return "lots: expected one or more, each with an id of its own"
    if design.method.lowest_wins and any(lot.least_points is not None for lot in design.lots):
        return f"least_points: {design.method.title} gives no points; set minimum scores for criteria instead"
    if design.most_lots is not None and design.most_lots < 1:
        return f"most_lots: found {design.most_lots}, expected 1 or more"
    if "drawn by lot" in design.tie_breaks and not design.draw_seed:
        return "draw_seed: expected some text that is published before bids are opened, because ties are drawn by lot"
    return _fault_of_points(design) or design.method.fault(design.terms)


def _fault_of_points(design: Design) -> str:
    price, quality = design.price_weight, sum((criterion.weight for criterion in design.criteria), Decimal())
    if not design.method.price_has_weight and price != 0:
        return f"price_weight: found {price}, expected 0, because {design.method.title} gives the price no points"
    if not price.is_finite() or price < 0:
        return f"price_weight: found {price}, expected 0 or more points"
    if price + quality != ALL_POINTS:
        return f"weights: {quality} for criteria and {price} for the price are {price + quality}, expected 100 in all"
    return ""
