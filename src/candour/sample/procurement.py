"""The facts of one fictional purchase, before any portal writes about it: who, what, when and for how much."""

import math
from dataclasses import dataclass

from candour.sample import days
from candour.sample.contract_models import MODELS, Model
from candour.sample.draws import Draws
from candour.sample.services import CARE, OTHER, SENTENCES, Service
from candour.sample.world import COUNCILS, PROVIDERS, Council, Provider

OTHER_SHARE = 0.10
"""The share of purchases that have nothing to do with care."""
REGIONS = ("north", "south", "east", "west", "central")
_LAST_TENDER_DAY = days.TODAY - 260
_DAYS_A_YEAR = 365


@dataclass(frozen=True, slots=True)
class Lot:
    """One lot: its worth in pounds, the bids it drew, and its winners."""

    id: str
    area: str
    pounds: int
    bids: int
    small_bids: int
    winners: tuple[Provider, ...]


@dataclass(frozen=True, slots=True)
class Procurement:
    """The facts of one purchase. Days are numbers, see `days`; weights are percent and sum to 100.

    `end_day` is when the contract was to end, `ended_day` when it does.
    """

    number: int
    council: Council
    service: Service
    model: Model
    title: str
    description: str
    lots: tuple[Lot, ...]
    second: int
    planning_day: int
    tender_day: int
    amendment_day: int
    closing_day: int
    award_day: int
    signing_day: int
    start_day: int
    end_day: int
    ended_day: int
    extension_years: int
    quality_weight: int
    social_value_weight: int

    @property
    def handed_back(self) -> bool:
        """Whether the provider gave the contract back before its end."""
        return self.ended_day < self.end_day

    @property
    def pounds(self) -> int:
        """The worth of all lots."""
        return sum(lot.pounds for lot in self.lots)

    @property
    def price_weight(self) -> int:
        """What is left for the price; none where the price is fixed."""
        return 100 - self.quality_weight - self.social_value_weight

    @property
    def reference(self) -> str:
        """The council's own number for it."""
        return f"FIC-{self.council.number:02d}-{self.number:08d}"


def draw(number: int, draws: Draws) -> Procurement:
    """Make up purchase `number` from a stream of draws that has just begun."""
    council = draws.pick(COUNCILS)
    care = not draws.chance(OTHER_SHARE)
    service = draws.pick(CARE if care else OTHER)
    model = _model(draws) if care else MODELS[-1]
    area = draws.pick(REGIONS)
    tender_day = draws.whole(100, _LAST_TENDER_DAY)
    closing_day = tender_day + draws.whole(25, 50)
    award_day = closing_day + max(10, round(draws.near(council.days_to_award, council.days_to_award / 5)))
    signing_day = award_day + draws.whole(10, 30)
    start_day = signing_day + draws.whole(14, 90)
    years = draws.whole(*model.years)
    end_day = start_day + years * _DAYS_A_YEAR
    quality_weight = council.quality_weight
    return Procurement(
        number=number,
        council=council,
        service=service,
        model=model,
        title=f"{service.name}{model.title}, {area} {council.name.split()[0]} [fictional sample]",
        description=_description(service, model, draws),
        lots=_lots(service, model, council, years, draws),
        second=draws.whole(0, 3599),
        planning_day=tender_day - draws.whole(30, 95),
        tender_day=tender_day,
        amendment_day=tender_day + draws.whole(5, 20),
        closing_day=closing_day,
        award_day=award_day,
        signing_day=signing_day,
        start_day=start_day,
        end_day=end_day,
        ended_day=end_day,
        extension_years=draws.whole(0, 2),
        quality_weight=quality_weight,
        social_value_weight=0 if quality_weight == 100 else 10,
    )


def _model(draws: Draws) -> Model:
    share = draws.share()
    for model in MODELS:
        share -= model.share
        if share < 0:
            return model
    return MODELS[-1]


def _description(service: Service, model: Model, draws: Draws) -> str:
    first = draws.whole(0, len(SENTENCES) - 1)
    chosen = [SENTENCES[(first + step * 5) % len(SENTENCES)] for step in range(6)] if service.care else []
    return " ".join(
        (
            f"Fictional sample, not a real notice. {service.name} for {service.people}: {service.needs}.",
            *((model.sentence,) if service.care else ()),
            *chosen,
        )
    )


def _lots(service: Service, model: Model, council: Council, years: int, draws: Draws) -> tuple[Lot, ...]:
    count = 1 + draws.chance(0.3) + draws.chance(0.15)
    lots = []
    for index in range(count):
        thousands = service.thousands_a_year * years * math.exp(draws.near(0.0, 0.5)) / count
        bids = max(1, round(draws.near(council.bids * model.bids, 1.5)))
        lots.append(
            Lot(
                id=str(index + 1),
                area=REGIONS[index],
                pounds=max(10, round(thousands)) * 1000,
                bids=bids,
                small_bids=min(bids, round(bids * draws.share() + 0.3)),
                winners=_winners(min(bids, draws.whole(*model.suppliers)), draws),
            )
        )
    return tuple(lots)


def _winners(count: int, draws: Draws) -> tuple[Provider, ...]:
    first = draws.whole(0, len(PROVIDERS) - 1)
    step = draws.whole(1, 40)
    return tuple(PROVIDERS[(first + place * step) % len(PROVIDERS)] for place in range(count))
