"""Who took part, what came of it, and what was learned. By role and number, never by name."""

import msgspec

from candour.ocds.build.common import Period
from candour.ocds.build.part import Instant, Part, Text


class ParticipantGroup(Part, frozen=True, kw_only=True):
    """How many people of one role took part."""

    id: Text
    role: Text
    number: int


class Contribution(Part, frozen=True, kw_only=True):
    """One thing that was asked for, and what became of it. What was not adopted in full says why."""

    id: Text
    role: Text
    asked: Text
    outcome: Text
    reason: str | None = None
    related_metrics: tuple[Text, ...] = ()

    def __post_init__(self) -> None:
        if self.outcome in ("partlyAdopted", "notAdopted") and not self.reason:
            raise ValueError(f"contribution {self.id}: what was not adopted in full needs a reason")


class Participation(Part, frozen=True, kw_only=True):
    """People taking part at one stage of the process."""

    id: Text
    stage: Text
    period: Period | None = None
    method: str | None = None
    participants: tuple[ParticipantGroup, ...] = ()
    contributions: tuple[Contribution, ...] = ()


class Lesson(Part, frozen=True, kw_only=True):
    """Something learned; `contract_id` where it comes from one contract."""

    id: Text
    date: Instant
    role: Text
    description: Text
    title: str | None = None
    related_metrics: tuple[Text, ...] = ()
    contract_id: str | None = msgspec.field(default=None, name="contractID")
