"""Try an evaluation design on made-up bids, before the tender is published."""

from decimal import Decimal
from pathlib import Path

import msgspec

from candour.evaluation.rehearsal.bidder import bidders
from candour.evaluation.rehearsal.rehearse import Rehearsal, rehearse
from candour.operations.evaluation_file import read_design


class WorthShown(msgspec.Struct, frozen=True, kw_only=True):
    """Quality points (of 100) that ten pence are worth, and what one is worth in money; None where it cannot be."""

    price_weight: int
    ten_pence: float | None
    a_point: float | None


class Rehearsed(msgspec.Struct, frozen=True, kw_only=True):
    """A rehearsal of a design; see `candour.evaluation.rehearsal.rehearse.Rehearsal`."""

    title: str
    method: str
    weakness: str
    price_weight: Decimal
    currency: str
    unit: str
    worth: tuple[WorthShown, ...]
    rehearsal: Rehearsal


def rehearse_file(path: Path, *, usual_price: Decimal | None, rehearsals: int, seed: int) -> Rehearsed:
    """Rehearse the design in a file: of a record, a bundle, or a file with nothing but a design.

    Raises:
        CandourError: there is no design in it, or no usual price is known.
    """
    design = read_design(path)
    found = rehearse(
        design,
        tuple(bidders().values()),
        usual_price=usual_price,
        rehearsals=rehearsals,
        seed=seed,
    )
    return Rehearsed(
        title=design.title,
        method=design.method.title,
        weakness=design.method.weakness,
        price_weight=design.price_weight,
        currency=design.currency,
        unit=design.unit,
        worth=tuple(
            WorthShown(
                price_weight=one.price_weight,
                ten_pence=None if one.ten_pence is None else float(one.ten_pence),
                a_point=None if one.a_point is None else float(one.a_point),
            )
            for one in found.worth
        ),
        rehearsal=msgspec.structs.replace(found, worth=()),
    )
