"""The services before and after, so that outcomes outlive a contract, a provider and a buyer."""

import msgspec

from candour.ocds.build.common import Reference
from candour.ocds.build.part import Instant, Part, Text


class ServiceSuccession(Part, frozen=True, kw_only=True):
    """A service before or after this one; those whom it names are among the parties."""

    id: Text
    reason: Text
    ocid: str | None = None
    contract_id: str | None = msgspec.field(default=None, name="contractID")
    supplier: Reference | None = None
    buyer: Reference | None = None
    date: Instant | None = None
    people_transferred: int | None = None
    metrics_carried: tuple[Text, ...] = ()
