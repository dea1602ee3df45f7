"""A fee for an hour of home care beside what others have published that such an hour costs."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from candour.costing.amounts import Money, same_currency
from candour.costing.errors import CostingError
from candour.costing.parameters import Parameters

Standing = Literal[
    "below the red line",
    "between the red line and the sustainability line",
    "at or above the sustainability line",
    "below the sustainability line; the red line is not known",
    "at or above the red line; the sustainability line is not known",
]


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """A published cost of a contact hour, who published it, and what it does not tell."""

    title: str
    amount: Decimal
    publisher: str
    not_known: str


@dataclass(frozen=True, slots=True)
class BesidePublished:
    """A fee for a contact hour beside the published costs of a nation and year.

    `red_line` is the cost of employing a worker at the pay floor, `sustainability_line` the least price at which a
    service lasts; one of them may not have been published. Both are averages with their publisher's assumptions.
    """

    fee: Money
    nation: str
    year: str
    red_line: PublishedLine | None
    sustainability_line: PublishedLine | None
    standing: Standing


def beside_published(fee: Money, known: Parameters) -> BesidePublished:
    """Hold a fee for a contact hour of home care against what was published for a nation and year.

    Raises:
        CostingError: nothing was published for them, or the fee is in another currency.
    """
    same_currency(fee.currency, known.year.currency)
    red_line, sustainable = _line(known, "direct_employment_cost"), _line(known, "minimum_price")
    return BesidePublished(
        fee=fee,
        nation=known.nation,
        year=known.year.id,
        red_line=red_line,
        sustainability_line=sustainable,
        standing=_standing(fee, red_line, sustainable, known),
    )


def _line(known: Parameters, name: str) -> PublishedLine | None:
    figure = known.figures.get(name)
    if figure is None or figure.value is None:
        return None
    return PublishedLine(figure.title, figure.amount, known.year.sources[figure.source].publisher, figure.not_known)


def _standing(
    fee: Money, red_line: PublishedLine | None, sustainable: PublishedLine | None, known: Parameters
) -> Standing:
    if red_line is not None and fee.amount < red_line.amount:
        return "below the red line"
    if sustainable is None:
        if red_line is None:
            raise CostingError(
                f"not computable, because no published cost of an hour of home care is known for {known.nation} "
                f"in {known.year.id}"
            )
        return "at or above the red line; the sustainability line is not known"
    if fee.amount >= sustainable.amount:
        return "at or above the sustainability line"
    if red_line is None:
        return "below the sustainability line; the red line is not known"
    return "between the red line and the sustainability line"
