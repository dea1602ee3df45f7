"""Where an organisation is registered to give care, how it is rated, and who owns it."""

from decimal import Decimal

import msgspec

from candour.ocds.build.part import Instant, Part, Text


class CareRating(Part, frozen=True, kw_only=True):
    """One rating, word for word as the regulator published it."""

    id: Text
    rating: Text
    framework: Text
    key_question: str | None = None
    published: Instant | None = None
    inspected: Instant | None = None
    as_of: Instant | None = None


class CareRegistration(Part, frozen=True, kw_only=True):
    """One entry in a regulator's register."""

    id: Text
    register: Text
    number: str | None = None
    provider_number: str | None = None
    services: tuple[Text, ...] = ()
    status: str | None = None
    as_of: Instant | None = None
    ratings: tuple[CareRating, ...] = ()


class MemberClass(Part, frozen=True, kw_only=True):
    """One class of an organisation's members; `votes_share` is from 0 to 1."""

    id: Text
    member_class: Text = msgspec.field(name="class")
    members: int | None = None
    votes_share: Decimal | None = None


class Ownership(Part, frozen=True, kw_only=True):
    """Who owns an organisation, without naming anybody."""

    form: Text
    member_classes: tuple[MemberClass, ...] = ()
    details: str | None = None

    def __post_init__(self) -> None:
        if sum(members.votes_share or 0 for members in self.member_classes) > 1:
            raise ValueError("ownership: the classes' shares of the votes come to more than 1; correct them")
