"""What an hour of home care costs, beside what one council is said to pay and what others have published."""

from datetime import date

import msgspec

from candour.costing.amounts import Money, number
from candour.costing.errors import CostingError
from candour.costing.parameters import parameters
from candour.costing.published_lines import BesidePublished, beside_published
from candour.operations.cost import cost
from candour.operations.cost_answer import Cost
from candour.operations.cost_request import CostRequest
from candour.operations.fees_of_council import CouncilFees, fees_of_council
from candour.operations.home import Home


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that somebody published about an hour of home care; `why_not` where it is missing, and never zero."""

    title: str
    value: str | None
    publisher: str
    url: str
    known: str
    not_known: str
    why_not: str


class CostHere(msgspec.Struct, frozen=True, kw_only=True):
    """`fee` is what was held against the costs, empty if nothing was; `fee_of_council` if it is the council's own.

    `beside` is the same fee beside published costs, None where none are known. `published` are figures about an hour.
    """

    data_version: str
    cost: Cost
    fee: str
    fee_of_council: bool
    beside: BesidePublished | None
    published: tuple[Published, ...]
    council: CouncilFees | None


def cost_here(home: Home, request: CostRequest, council: str, day: date) -> CostHere:
    """Cost what is asked. Where no fee is given, the average that was published of the council counts.

    Raises:
        CostingError: something cannot be costed; the message names it.
        NotFoundError: no such council is known.
        CandourError: nothing has been built yet.
    """
    with home.tables() as tables:
        version = tables.data_version
        fees = fees_of_council(tables, council, day) if council else None
    average = fees.average(request.year or "") if fees and request.of == "home-care-hour" else None
    own = average is not None and request.fee is None
    if average and own:
        request = msgspec.structs.replace(request, fee=str(average.amount))
    return CostHere(
        data_version=version,
        cost=cost(request),
        fee=request.fee or "",
        fee_of_council=own,
        beside=_beside(request),
        published=_published(request),
        council=fees,
    )


def _beside(request: CostRequest) -> BesidePublished | None:
    if request.fee is None or request.nation is None or request.year is None:
        return None
    known = parameters(request.nation, request.year)
    try:
        return beside_published(Money(number("fee", request.fee), known.year.currency), known)
    except CostingError:
        # Nothing was published for them: said by what `published` does not have.
        return None


def _published(request: CostRequest) -> tuple[Published, ...]:
    if request.nation is None or request.year is None or request.of != "home-care-hour":
        return ()
    known = parameters(request.nation, request.year)
    return tuple(
        Published(
            title=one.title,
            value=one.value,
            publisher=known.year.sources[one.source].publisher,
            url=known.year.sources[one.source].url,
            known=one.known,
            not_known=one.not_known,
            why_not=one.missing_because,
        )
        for one in known.figures.values()
        if one.unit == "money a contact hour" and not one.name.startswith("published_")
    )
