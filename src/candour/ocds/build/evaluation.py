"""How bids were judged, criterion by criterion, and by whom. By role and number, never by name."""

from decimal import Decimal

from candour.ocds.build.part import Part, Text


class CriterionScore(Part, frozen=True, kw_only=True):
    """One group's score of a bid on one criterion; `weight` is from 0 to 1."""

    id: Text
    criterion: Text
    group: Text
    score: Decimal
    maximum: Decimal
    weight: Decimal | None = None
    weighted: Decimal | None = None
    related_lot: str | None = None
    reasons: str | None = None

    def __post_init__(self) -> None:
        if self.score > self.maximum:
            raise ValueError(f"score {self.id}: {self.score} is above the maximum, {self.maximum}")


class PanelRole(Part, frozen=True, kw_only=True):
    """Members of the panel who have one role. No conflicts declared is nought; not asked is left out."""

    id: Text
    role: Text
    number: int
    experience: tuple[Text, ...] = ()
    training: tuple[Text, ...] = ()
    conflicts_declared: int | None = None
    conflicts_management: str | None = None

    def __post_init__(self) -> None:
        if (self.conflicts_declared or 0) > self.number:
            raise ValueError(
                f"panel role {self.id}: {self.conflicts_declared} conflicts among {self.number}; correct one of them"
            )
