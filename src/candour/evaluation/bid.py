"""A bid, with what is known of the bidder by the day on which bids were opened."""

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from candour.evaluation.errors import EvaluationError


class Registration(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a regulator's register says of the bidder; `number` is the register's."""

    register: str
    number: str
    status: Literal["registered", "applied", "ended"]


class LocationRating(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The overall rating of one location; `grade` is the register's word, None where there is none."""

    register: str
    location: str
    grade: str | None = None
    inspected: date | None = None


class Feedback(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many of those who answered were content; `source` says who asked, and where it can be read."""

    content: int
    answered: int
    source: str
    invited: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.content <= self.answered or self.answered < 1:
            raise ValueError(f"feedback: found {self.content} content of {self.answered}, expected no more than all")
        if self.invited is not None and self.invited < self.answered:
            raise ValueError(f"feedback: found {self.answered} answers of {self.invited} invited, expected no more")


class PriceExplanation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was done about a price that looks abnormally low; `decision` is None until there is one."""

    notified: date
    explained: date | None = None
    decision: Literal["accepted", "disregarded"] | None = None
    reasons: str = ""

    def __post_init__(self) -> None:
        if self.decision is not None and not self.reasons:
            raise ValueError("price_explanation: a decision needs its reasons")
        if self.explained is not None and self.explained < self.notified:
            raise ValueError("price_explanation: explained before the bidder was told")


class ExclusionGround(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A ground of exclusion that was looked at, and what was decided."""

    ground: str
    decision: Literal["excluded", "not excluded"]
    reasons: str


class Bid(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One bid for one lot; `price` is for one `unit` of the design, and None while it is sealed.

    `standards` says which minimum standards the bid commits to, by their ids.
    """

    id: str
    supplier: str
    supplier_id: str
    price: Decimal | None = None
    currency: str
    lot: str = ""
    registrations: tuple[Registration, ...] = ()
    ratings: tuple[LocationRating, ...] = ()
    rating_evidence_accepted: str = ""
    """Why other evidence was accepted where there is no rating that counts; empty where that was not decided."""
    feedback: Feedback | None = None
    standards: tuple[str, ...] = ()
    exclusion_grounds: tuple[ExclusionGround, ...] = ()
    price_explanation: PriceExplanation | None = None

    @property
    def opened_price(self) -> Decimal:
        """The price.

        Raises:
            EvaluationError: it is still sealed.
        """
        if self.price is None:
            raise EvaluationError(f"bid {self.id}: its price is still sealed; lock the quality, then open prices")
        return self.price
