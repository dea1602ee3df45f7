"""Running costs and surplus on top of the direct costs, each an amount or a share of the price."""

from fractions import Fraction

from candour.costing.assumptions import Charge
from candour.costing.breakdown import Part
from candour.costing.errors import CostingError


def with_charges(direct: tuple[Part, ...], running: Charge | None, surplus: Charge | None) -> tuple[Part, ...]:
    """The direct costs, running costs and surplus: the price is (direct + amounts) / (1 - shares of the price).

    Raises:
        CostingError: running costs or surplus are not known.
    """
    if running is None or surplus is None:
        missing = [name for name, found in (("running", running), ("surplus", surplus)) if found is None]
        raise CostingError(
            f"not computable, because {' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} not given; "
            f"say each, such as --set {missing[0]}=5.20 or --set {missing[0]}=25%"
        )
    amounts = Fraction(running.amount) + Fraction(surplus.amount)
    taken = Fraction(running.share_of_price) + Fraction(surplus.share_of_price)
    price = (sum((part.exact for part in direct), Fraction()) + amounts) / (1 - taken)
    return (
        *direct,
        Part("running", "Running the service", "running", _charged(running, price)),
        Part("surplus", "Surplus", "surplus", _charged(surplus, price)),
    )


def _charged(charge: Charge, price: Fraction) -> Fraction:
    return Fraction(charge.amount) + Fraction(charge.share_of_price) * price
