"""Whether a fee can pay for what the law asks, and for a service that lasts; the number that decides is named."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from candour.costing.amounts import Money, rounded_up, same_currency
from candour.costing.assumptions import HomeCareHour
from candour.costing.breakdown import Breakdown
from candour.costing.errors import CostingError
from candour.costing.home_care import direct_costs, home_care_hour

Standing = Literal[
    "below the red line",
    "between the red line and the sustainability line",
    "at or above the sustainability line",
    "at or above the red line; the sustainability line is not computable",
]

STEPS = (
    "Notice: tell the bidder that the price looks abnormally low, with these workings.",
    "Explanation: give a reasonable time to show how the contract can be performed, and the law kept, at that price.",
    "Decision: consider the answer, decide with reasons, and keep both. Only then may a tender be set aside.",
)
"""What the law asks before a price may count as abnormally low: Procurement Act 2023, section 19 (England, Wales and
Northern Ireland); in Scotland the Public Contracts (Scotland) Regulations 2015, regulation 69."""


@dataclass(frozen=True, slots=True)
class Line:
    """So much a contact hour is needed for this and for all lines above it; `left` of the fee, negative if short."""

    title: str
    needed: Money
    left: Money

    @property
    def met(self) -> bool:
        """Whether the fee reaches it."""
        return self.left.amount >= 0


@dataclass(frozen=True, slots=True)
class FeeCheck:
    """A fee beside what an hour costs.

    `red_line` is the lowest lawful direct cost, `sustainability_line` the whole price (None where it is not
    computable, and `why_not` says because of what). `decides` is the first line that is not met, or else the last.
    """

    fee: Money
    lines: tuple[Line, ...]
    red_line: Money
    sustainability_line: Money | None
    why_not: str
    decides: Line
    standing: Standing

    @property
    def question(self) -> str:
        """What to ask the bidder; empty at or above the red line. A question with workings, never a verdict."""
        if self.standing != "below the red line":
            return ""
        short = -self.decides.left.amount
        return (
            f"The fee of {self.fee.amount} {self.fee.currency} is {short} below what these assumptions need for "
            f"{self.decides.title}, {self.decides.needed.amount}. Which assumption is different for you, and what "
            "shows it?"
        )


def check_fee(fee: Money, hour: HomeCareHour, pay_floor: Money) -> FeeCheck:
    """Hold a fee for a contact hour against the lawful costs at the pay floor, and against the whole price.

    Up to the red line everybody is paid the floor, whatever wage is assumed; above it the assumed wage counts, or the
    floor if that is more. What is needed is rounded up to the penny.

    Raises:
        CostingError: the fee is negative, or amounts are in several currencies.
    """
    same_currency(fee.currency, hour.currency)
    same_currency(pay_floor.currency, hour.currency)
    if fee.amount < 0:
        raise CostingError(f"the fee: found {fee.amount}, expected 0 or more")
    lawful = direct_costs(msgspec.structs.replace(hour, wage=pay_floor.amount))
    needs = _lawful(lawful)
    red_line = Money(rounded_up(needs[-1][1]), hour.currency)
    wage = max(hour.wage, pay_floor.amount)
    paid = msgspec.structs.replace(hour, wage=wage)
    if wage > pay_floor.amount:
        needs.append((f"the same at a wage of {wage}", direct_costs(paid).exact))
    why_not = ""
    try:
        needs.append(("running costs and surplus (sustainability line)", home_care_hour(paid).exact))
    except CostingError as error:
        why_not = str(error)
    lines = tuple(_line(title, needed, fee) for title, needed in needs)
    return FeeCheck(
        fee=fee,
        lines=lines,
        red_line=red_line,
        sustainability_line=None if why_not else lines[-1].needed,
        why_not=why_not,
        decides=next((line for line in lines if not line.met), lines[-1]),
        standing=_standing(fee.amount, red_line.amount, None if why_not else lines[-1].needed.amount),
    )


def _lawful(direct: Breakdown) -> list[tuple[str, Fraction]]:
    """The lawful costs, each with all before it."""
    exact = {part.id: part.exact for part in direct.parts}
    pay = exact["contact_pay"] + exact["travel_pay"]
    holiday = pay + exact["holiday"]
    insured = holiday + exact["national_insurance"] + exact["pension"]
    return [
        ("the pay floor over contact and travel", pay),
        ("holiday pay", holiday),
        ("National Insurance and pension", insured),
        ("other on-costs and mileage (red line)", insured + exact["other_on_costs"] + exact["mileage"]),
    ]


def _line(title: str, needed: Fraction, fee: Money) -> Line:
    need = Money(rounded_up(needed), fee.currency)
    return Line(title, need, fee.minus(need))


def _standing(fee: Decimal, red_line: Decimal, sustainability_line: Decimal | None) -> Standing:
    if fee < red_line:
        return "below the red line"
    if sustainability_line is None:
        return "at or above the red line; the sustainability line is not computable"
    if fee < sustainability_line:
        return "between the red line and the sustainability line"
    return "at or above the sustainability line"


def lowest_fee(hour: HomeCareHour, wage: Money) -> Money:
    """The lowest fee, in whole pence, that pays this wage and everything else in the assumptions.

    Raises:
        CostingError: running costs or surplus are not known, or the wage is in another currency.
    """
    same_currency(wage.currency, hour.currency)
    return home_care_hour(msgspec.structs.replace(hour, wage=wage.amount)).lowest_fee
