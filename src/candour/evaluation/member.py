"""Seats on a panel: what those who sit on them know, were trained in, and are close to. Never a name."""

from datetime import date
from typing import Literal

import msgspec

Role = Literal[
    "chair",
    "personSupported",
    "familyMember",
    "unpaidCarer",
    "careWorker",
    "commissioner",
    "socialWorker",
    "healthProfessional",
    "procurementOfficer",
    "financeOfficer",
    "independentExpert",
    "observer",
]
Experience = Literal[
    "receivingCare",
    "caringForFamily",
    "careWork",
    "managingCare",
    "commissioningCare",
    "socialWork",
    "healthCare",
    "regulation",
    "safeguarding",
    "procurement",
    "finance",
    "noneInCare",
]
"""The codes of the social-care extension, so that a panel is published in the words in which it was declared."""

LIVED: frozenset[Experience] = frozenset({"receivingCare", "caringForFamily"})


class Training(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody was trained in for this, and when."""

    title: str
    on: date


class Conflict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that ties a member to a bidder, and what was done about it."""

    supplier_id: str
    what: str
    management: Literal["stood aside", "none needed"]
    reasons: str

    def __post_init__(self) -> None:
        if not (self.what.strip() and self.reasons.strip()):
            raise ValueError("a conflict: expected what it is, and the reasons for what was done about it")


class Member(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A seat. `id` is a seat's number and never a name; `conflicts` is None where nobody was asked."""

    id: str
    role: Role
    experience: tuple[Experience, ...]
    training: tuple[Training, ...] = ()
    conflicts: tuple[Conflict, ...] | None = None

    @property
    def has_lived_experience(self) -> bool:
        """Whether it draws on care, or cares for family or friends."""
        return not LIVED.isdisjoint(self.experience)

    @property
    def scores(self) -> bool:
        """Whether it gives scores: an observer watches."""
        return self.role != "observer"
