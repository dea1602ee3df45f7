"""What kind of care is bought, and the minimum standards that it has to keep."""

from decimal import Decimal

from candour.ocds.build.part import Instant, Part, Text


class SocialCare(Part, frozen=True, kw_only=True):
    """What kind of care, for whom, where, and under which rules; every field but the details holds codes."""

    service_types: tuple[Text, ...] = ()
    clients: tuple[Text, ...] = ()
    settings: tuple[Text, ...] = ()
    contract_model: str | None = None
    regime: str | None = None
    user_choice: str | None = None
    user_choice_details: str | None = None
    funded_by: tuple[Text, ...] = ()


class AppliedStandard(Part, frozen=True, kw_only=True):
    """One minimum standard that applies. A local one says why it was added and when that is looked at again."""

    id: Text
    title: Text
    level: Text
    floor: Decimal | None = None
    unit: str | None = None
    direction: str | None = None
    raises: str | None = None
    justification: str | None = None
    review_date: Instant | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        if (self.floor is None) != (self.direction is None):
            raise ValueError(
                f"minimum standard {self.id}: a floor and its direction go together; give both or neither"
            )
        if self.level == "local" and (self.justification is None or self.review_date is None):
            raise ValueError(f"minimum standard {self.id}: a local one needs a justification and a review date")
        if self.level != "local" and self.raises is not None:
            raise ValueError(f"minimum standard {self.id}: only a local one raises another")
