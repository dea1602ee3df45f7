"""What the definition of a metric says beside its numerator and denominator."""

from typing import Literal

import msgspec

from candour.care import service_type

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


ANY = "any"
"""In place of kinds of service: all of them."""


class AppliesTo(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """To which processes a metric applies.

    `reported_for` says what one value is about: one contract, or everything that one commissioner buys. `services`
    are the kinds of care for which it can be measured (the keys of `candour.care.service_type.DEFINITIONS`), or only
    "any". `ages` says whether it was made for adults, and then says nothing of children. `also_needs` are ids of
    facts (`definitions/process_facts`) that a process must state for it beside those that every metric needs.
    """

    reported_for: Literal["contract", "commissioner"]
    services: tuple[str, ...]
    ages: Literal["adults", "any"]
    also_needs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        unknown = set(self.services) - {*service_type.DEFINITIONS, ANY}
        if unknown:
            raise ValueError(f"services: {', '.join(sorted(unknown))}: expected some of {_SERVICES}, or any")
        if not self.services or len(set(self.services)) != len(self.services):
            raise ValueError("services: expected each kind of care once, or any")
        if ANY in self.services and len(self.services) > 1:
            raise ValueError("services: any already means every kind of care")

    def includes(self, service: str) -> bool:
        """Whether it can be measured for this kind of care."""
        return ANY in self.services or service in self.services


_SERVICES = ", ".join(service_type.DEFINITIONS)


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
