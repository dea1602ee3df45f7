"""What the definition of a metric says beside its numerator and denominator."""

from typing import Literal

import msgspec

MetricUnit = Literal[
    "share",
    "workers per person",
    "days",
    "days per worker",
    "pounds per hour",
    "points out of 12",
    "points out of 24",
    "points of the instrument",
    "per 100 people",
    "per 100 contracts",
    "per 100 posts",
    "per 1,000 days",
    "per 1,000 medicine visits",
]
MetricPeriod = Literal["28 days", "quarter", "twelve months"]
"""The time that one value is about; a survey's is that in which it was answered."""

Role = Literal["person supported", "unpaid carer", "care worker", "provider", "commissioner"]
"""Who is asked, or whose records are counted."""


class Collection(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a metric is collected and from whom.

    `proxy` says whether somebody may answer for the person who is asked, and `proxy_rule` who may for whom. Where
    they may, their answers are counted apart.
    """

    by: Literal["survey", "visit log", "care records", "register of events", "payroll", "accounts", "contract list"]
    roles: tuple[Role, ...]
    how: str
    proxy: Literal["counted apart", "may not answer", "does not arise"]
    proxy_rule: str = ""

    def __post_init__(self) -> None:
        if not self.how or not self.roles:
            raise ValueError("expected how it is collected, and from which roles")
        if (self.by == "survey") != (self.proxy != "does not arise"):
            raise ValueError(
                "proxy: a survey says whether a proxy may answer; with records the question does not arise"
            )
        if bool(self.proxy_rule) != (self.proxy != "does not arise"):
            raise ValueError("proxy_rule: expected it where, and only where, the question of a proxy arises")


class Instrument(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Questions and weights that belong to somebody: they are got from the owner and put in place with a licence.

    `not_shipped` says what Candour does not contain.
    """

    name: str
    owner: str
    not_shipped: str


class ComparableWith(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A public measure of the same thing, and in what it differs.

    `council_outcome` is the id of our definition of it, where there is one.
    """

    measure: str
    but: str
    council_outcome: str = ""
