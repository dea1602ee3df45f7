"""Bids as a release publishes them, each with its scores by group and its price."""

from decimal import Decimal
from typing import Any

import msgspec

from candour.operations.contract.published import number, text, texts, whole
from candour.warehouse.tables.process import piece, pieces

WHOLE_PANEL = "wholePanel"
LIVED_EXPERIENCE = "livedExperience"
_OUT = frozenset({"disqualified", "withdrawn", "invited"})


class Price(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for one `unit`, or for the whole where the unit is empty."""

    amount: Decimal
    currency: str
    unit: str


class GroupScore(msgspec.Struct, frozen=True, kw_only=True):
    """What a group of judges gave a bid by a criterion, of so much at most; `weighted` is what it adds to the total.

    `criterion` is an id, or a name, as published.
    """

    criterion: str
    group: str
    score: Decimal
    maximum: Decimal
    weighted: Decimal | None
    reasons: str | None


class Bid(msgspec.Struct, frozen=True, kw_only=True):
    """One bid for one lot. `bidders` are names, `bidder_ids` their ids in the release."""

    id: str
    status: str | None
    bidders: tuple[str, ...]
    bidder_ids: tuple[str, ...]
    total: Decimal | None
    rank: int | None
    price: Price | None
    scores: tuple[GroupScore, ...]

    @property
    def stands(self) -> bool:
        """Whether it took part in the comparison to its end."""
        return self.status not in _OUT

    @property
    def name(self) -> str:
        """Whose bid it is."""
        return ", ".join(self.bidders) or self.id

    def score(self, criterion: str, group: str = WHOLE_PANEL) -> GroupScore | None:
        """What a group gave it by a criterion, None where that is not published."""
        return next((one for one in self.scores if one.group == group and one.criterion == criterion), None)


def bids_of(release: dict[str, Any], lot: str | None) -> tuple[Bid, ...]:
    """The bids for a lot; for None, all."""
    found = [
        one
        for one in pieces(piece(release, "bids"), "details")
        if text(one, "id") and (lot is None or lot in texts(one, "relatedLots") or not texts(one, "relatedLots"))
    ]
    return tuple(_bid(one, lot) for one in found)


def _bid(said: dict[str, Any], lot: str | None) -> Bid:
    bidders = pieces(said, "tenderers")
    return Bid(
        id=text(said, "id") or "",
        status=text(said, "status"),
        bidders=tuple(filter(None, (text(one, "name") for one in bidders))),
        bidder_ids=tuple(filter(None, (text(one, "id") for one in bidders))),
        total=number(said, "totalScore"),
        rank=whole(said, "rank"),
        price=_price(said),
        scores=tuple(
            score
            for one in pieces(said, "scores")
            if lot is None or text(one, "relatedLot") in (lot, None)
            if (score := _score(one))
        ),
    )


def _score(said: dict[str, Any]) -> GroupScore | None:
    """None for an entry without a criterion, a score or a maximum to hold it against."""
    criterion, score, maximum = text(said, "criterion"), number(said, "score"), number(said, "maximum")
    if criterion is None or score is None or not maximum or maximum < 0:
        return None
    return GroupScore(
        criterion=criterion,
        group=text(said, "group") or WHOLE_PANEL,
        score=score,
        maximum=maximum,
        weighted=number(said, "weighted"),
        reasons=text(said, "reasons"),
    )


def _price(said: dict[str, Any]) -> Price | None:
    """That of the one unit that it is for, else of the whole; nothing is chosen among several units."""
    units = [*map(unit_price, pieces(said, "items")), *map(_rate, pieces(said, "rates"))]
    found = [one for one in units if one]
    if len(found) == 1:
        return found[0]
    amount, currency = number(said, "value", "amount"), text(said, "value", "currency")
    return Price(amount=amount, currency=currency, unit="") if amount is not None and currency else None


def unit_price(item: dict[str, Any]) -> Price | None:
    """What one unit of an item costs."""
    unit = piece(item, "unit")
    amount, currency = number(unit, "value", "amount"), text(unit, "value", "currency")
    if amount is None or currency is None:
        return None
    return Price(amount=amount, currency=currency, unit=text(unit, "name") or "")


def _rate(rate: dict[str, Any]) -> Price | None:
    amount, currency = number(rate, "payerPays", "amount"), text(rate, "payerPays", "currency")
    if amount is None or currency is None:
        return None
    return Price(amount=amount, currency=currency, unit=text(rate, "unit") or "")
