"""A provider's statement: what it measured over all its work, people who pay for themselves included."""

from functools import cache

import msgspec

from candour.ocds.build.common import Address, Identifier, OrganisationDetails, Period
from candour.ocds.build.metric import Metric
from candour.ocds.build.package import Publisher
from candour.ocds.build.part import Instant, Part, Text
from candour.ocds.build.registration import CareRegistration, Ownership
from candour.ocds.build.write import checked, encode, refuse_faults
from candour.ocds.validate import StatementValidator

FORMAT = "candour-statement"
VERSION = "1.0"


class Provider(Part, frozen=True, kw_only=True):
    """Whose work a statement is about."""

    id: Text
    name: Text
    identifier: Identifier | None = None
    additional_identifiers: tuple[Identifier, ...] = ()
    address: Address | None = None
    details: OrganisationDetails | None = None
    care_registrations: tuple[CareRegistration, ...] = ()
    ownership: Ownership | None = None


class StatementContract(Part, frozen=True, kw_only=True):
    """A public contract that a part of the work was done under."""

    id: Text
    ocid: str | None = None
    contract_id: str | None = msgspec.field(default=None, name="contractID")


class Statement(Part, frozen=True, kw_only=True):
    """One statement. It has metrics, or says why there are none."""

    id: Text
    published_date: Instant
    publisher: Publisher
    provider: Provider
    period: Period
    license: str | None = None
    funded_by: tuple[Text, ...] = ()
    people_supported: int | None = None
    metrics: tuple[Metric, ...] = ()
    no_metrics_rationale: str | None = None
    related_contracts: tuple[StatementContract, ...] = ()

    def __post_init__(self) -> None:
        if not self.metrics and not self.no_metrics_rationale:
            raise ValueError(f"statement {self.id}: give metrics, or say in no_metrics_rationale why there are none")


class _Published(Statement, frozen=True, kw_only=True):
    format: str
    version: str


def statement_bytes(statement: Statement) -> bytes:
    """The statement as JSON. Raises BuildError, which names the field, for anything that the format does not take."""
    name = f"statement {statement.id}"
    members = {field: getattr(statement, field) for field in Statement.__struct_fields__}
    sent = encode(checked(_Published(**members, format=FORMAT, version=VERSION), name))
    refuse_faults(_validator(), msgspec.json.decode(sent), name)
    return sent


@cache
def _validator() -> StatementValidator:
    return StatementValidator()
