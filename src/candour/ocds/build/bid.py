"""The bids: counts of them, and each of them."""

from decimal import Decimal

from candour.ocds.build.common import Document, Item, Reference, Value
from candour.ocds.build.evaluation import CriterionScore
from candour.ocds.build.part import Instant, Part, Text
from candour.ocds.build.rate import Rate


class BidStatistic(Part, frozen=True, kw_only=True):
    """One count or sum over bids; `currency` where it is a sum of money."""

    id: Text
    measure: Text
    value: Decimal
    currency: str | None = None
    date: Instant | None = None
    notes: str | None = None
    related_lot: str | None = None


class Bid(Part, frozen=True, kw_only=True):
    """One bid, with the scores that it was given; `rank` 1 is the best."""

    id: Text
    date: Instant | None = None
    status: str | None = None
    tenderers: tuple[Reference, ...] = ()
    value: Value | None = None
    items: tuple[Item, ...] = ()
    documents: tuple[Document, ...] = ()
    related_lots: tuple[Text, ...] = ()
    rates: tuple[Rate, ...] = ()
    scores: tuple[CriterionScore, ...] = ()
    total_score: Decimal | None = None
    has_rank: bool | None = None
    rank: int | None = None


class Bids(Part, frozen=True, kw_only=True):
    """What is known about bids."""

    statistics: tuple[BidStatistic, ...] = ()
    details: tuple[Bid, ...] = ()
