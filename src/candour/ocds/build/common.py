"""Parts that occur in many places: money, periods, organisations, documents, items."""

from decimal import Decimal

import msgspec

from candour.ocds.build.part import Instant, Part, Text
from candour.ocds.build.registration import CareRegistration, Ownership


class Value(Part, frozen=True, kw_only=True):
    """An amount of money, published with exactly the digits of the decimal, and its ISO 4217 currency."""

    amount: Decimal
    currency: Text
    amount_gross: Decimal | None = None


class Period(Part, frozen=True, kw_only=True):
    """A span of time."""

    start_date: Instant | None = None
    end_date: Instant | None = None
    max_extent_date: Instant | None = None
    duration_in_days: int | None = None


class Identifier(Part, frozen=True, kw_only=True):
    """A number in a register; `scheme` is the register's code in org-id.guide."""

    scheme: Text
    id: Text
    legal_name: str | None = None
    uri: str | None = None


class Address(Part, frozen=True, kw_only=True):
    """A postal address."""

    street_address: str | None = None
    locality: str | None = None
    region: str | None = None
    postal_code: str | None = None
    country_name: str | None = None


class ContactPoint(Part, frozen=True, kw_only=True):
    """How to reach an organisation; a team rather than a person."""

    name: str | None = None
    email: str | None = None
    telephone: str | None = None
    url: str | None = None


class Classification(Part, frozen=True, kw_only=True):
    """A code and the list that it is from."""

    scheme: Text
    id: Text
    description: str | None = None
    uri: str | None = None


class OrganisationDetails(Part, frozen=True, kw_only=True):
    """What is known of an organisation beside its identifiers; `scale` is a code such as `sme`."""

    scale: str | None = None
    vcse: bool | None = None
    url: str | None = None
    classifications: tuple[Classification, ...] = ()


class Organisation(Part, frozen=True, kw_only=True):
    """A party of the process, with its roles in it."""

    id: Text
    name: Text
    roles: tuple[Text, ...]
    identifier: Identifier | None = None
    additional_identifiers: tuple[Identifier, ...] = ()
    address: Address | None = None
    contact_point: ContactPoint | None = None
    details: OrganisationDetails | None = None
    care_registrations: tuple[CareRegistration, ...] = ()
    ownership: Ownership | None = None


class Reference(Part, frozen=True, kw_only=True):
    """A pointer to one of the parties."""

    id: Text
    name: Text


class Document(Part, frozen=True, kw_only=True):
    """A document, by its address."""

    id: Text
    document_type: Text
    title: str | None = None
    description: str | None = None
    url: str | None = None
    date_published: Instant | None = None
    date_modified: Instant | None = None
    format: str | None = None
    language: str | None = None
    related_lots: tuple[Text, ...] = ()


class Milestone(Part, frozen=True, kw_only=True):
    """An event that matters, planned or past."""

    id: Text
    title: Text
    type: Text
    description: str | None = None
    code: str | None = None
    due_date: Instant | None = None
    date_met: Instant | None = None
    date_modified: Instant | None = None
    status: str | None = None
    related_lots: tuple[Text, ...] = ()


class Unit(Part, frozen=True, kw_only=True):
    """What is counted, and what one of it costs."""

    name: Text
    scheme: str | None = None
    id: str | None = None
    uri: str | None = None
    value: Value | None = None


class Item(Part, frozen=True, kw_only=True):
    """One kind of goods, works or services."""

    id: Text
    description: str | None = None
    classification: Classification | None = None
    additional_classifications: tuple[Classification, ...] = ()
    quantity: Decimal | None = None
    unit: Unit | None = None
    related_lot: str | None = None


class Amendment(Part, frozen=True, kw_only=True):
    """A formal change, and why it was made."""

    id: Text
    date: Instant
    rationale: Text
    description: str | None = None
    amends_release_id: str | None = msgspec.field(default=None, name="amendsReleaseID")
    release_id: str | None = msgspec.field(default=None, name="releaseID")


class RelatedProcess(Part, frozen=True, kw_only=True):
    """A pointer to another process; `scheme` is `ocid` where it is known by that."""

    id: Text
    relationship: tuple[Text, ...]
    identifier: Text
    scheme: Text
    title: str | None = None
    uri: str | None = None
