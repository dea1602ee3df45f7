"""What a regulator's register says: who is registered to give care, where, and who took over from whom.

How a location is rated is in `candour.care.ratings`.
"""

from datetime import date
from typing import Literal

import msgspec

from candour.care.organisation_name import normalise

Status = Literal["registered", "deregistered", "inactive"]


class Address(msgspec.Struct, frozen=True, gc=False):
    """Where something is, as published; `postcode` is empty where the register withholds or lacks it."""

    lines: tuple[str, ...] = ()
    town: str = ""
    postcode: str = ""


class RegisteredProvider(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Who is registered to give care.

    `register` is the id of the source, `id` the register's own number. Where a register gives no number (RQIA), none
    is made up: `id` is then None, and the name is all there is. `company` and `charity` are organisation ids
    (GB-COH-…, GB-CHC-…) where the register says them. `ownership` is in the register's words.
    """

    register: str
    id: str | None
    name: str
    status: Status | None = None
    registered: date | None = None
    deregistered: date | None = None
    ownership: str = ""
    company: str | None = None
    charity: str | None = None
    brand_id: str | None = None
    brand: str = ""
    address: Address = Address()
    council: str = ""
    """The council's name as the register spells it."""
    other_names: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The one by which the provider is known in tables."""
        return provider_key(self.register, self.id, self.name)


class Location(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One place or service that a provider is registered for.

    `services` and `people` (whom it is for) are in the register's words. `adult_social_care` is what the register
    says of it, None where it does not. `beds` and `places` are None where the register is silent: absent is not zero.
    """

    register: str
    id: str | None
    name: str
    provider_id: str | None
    provider_name: str = ""
    status: Status | None = None
    registered: date | None = None
    deregistered: date | None = None
    dormant: bool | None = None
    care_home: bool | None = None
    adult_social_care: bool | None = None
    services: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    beds: int | None = None
    places: int | None = None
    address: Address = Address()
    council: str = ""
    """The council's name as the register spells it."""
    region: str = ""
    last_inspected: date | None = None
    ratings_complete: bool | None = None
    """Whether the file lists earlier ratings too, and not the latest alone."""
    url: str | None = None

    @property
    def key(self) -> str:
        """The one by which the location is known in tables: two in one building need two names."""
        if self.id:
            return register_key(self.register, self.id)
        return f"{self.register}:name:{normalise(self.name)}|{self.address.postcode.replace(' ', '').upper()}"

    @property
    def provider_key(self) -> str | None:
        """The key of its provider; None where the register says neither number nor name."""
        if not (self.provider_id or self.provider_name):
            return None
        return provider_key(self.register, self.provider_id, self.provider_name)


class RegistrationSuccession(msgspec.Struct, frozen=True, kw_only=True):
    """`new` took over from `old`: both are providers' or both locations' numbers in one register.

    `evidence` says what the register gives as the kind and the reason, `source_id` whose entry says so.
    """

    register: str
    subject: Literal["provider", "location"]
    old: str
    new: str
    evidence: str
    source_id: str


def register_key(register: str, number: str) -> str:
    """The key of a number in a register: `cqc:1-101`."""
    return f"{register}:{number}"


def provider_key(register: str, number: str | None, name: str) -> str:
    """The number in the register, or where it has none the name; the two kinds of key can never be equal."""
    return register_key(register, number) if number else f"{register}:name:{normalise(name)}"
