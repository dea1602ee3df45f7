"""What `candour cost` answers, as it is printed and as it is given to programs."""

from dataclasses import dataclass
from decimal import Decimal

from candour.costing.fee_check import FeeCheck
from candour.costing.sensitivity import Change


@dataclass(frozen=True, slots=True)
class Assumed:
    """An assumption as it was used, and whose it is: given, or a published figure."""

    name: str
    value: str
    unit: str
    comes_from: str
    known: str


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part of the price in whole pence, and its share of the price in per cent."""

    id: str
    title: str
    group: str
    amount: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True)
class ShareShown:
    """A share of the price in per cent, with what it is a share of."""

    title: str
    amount: Decimal
    share: Decimal
    denominator: str


@dataclass(frozen=True, slots=True)
class FeeAtWage:
    """The lowest fee that meets a published wage, all else as assumed."""

    title: str
    wage: Decimal
    lowest_fee: Decimal


@dataclass(frozen=True, slots=True)
class FeeShown:
    """A fee held against the costs; below the red line `question` and `steps` say what to ask."""

    check: FeeCheck
    question: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cost:
    """A price taken apart. Without running costs or surplus, `price` is None and the parts are the direct costs."""

    of: str
    unit: str
    currency: str
    nation: str | None
    year: str | None
    parts: tuple[PartShown, ...]
    direct_costs: Decimal
    price: Decimal | None
    lowest_fee: Decimal | None
    shares: tuple[ShareShown, ...]
    why_no_price: str = ""
    assumed: tuple[Assumed, ...] = ()
    travel_minutes_per_contact_hour: Decimal | None = None
    paid_for_contact_only: Decimal | None = None
    contact_only_meets_floor: bool | None = None
    wage_meets_floor: bool | None = None
    pay_floor: Decimal | None = None
    fees_at_wages: tuple[FeeAtWage, ...] = ()
    sensitivity: tuple[Change, ...] = ()
    fee: FeeShown | None = None
    not_known: tuple[str, ...] = ()
