"""What a location's and a provider's record have in common."""

from collections.abc import Iterator
from typing import Literal

from candour.care.register import Address, RegistrationSuccession, Status
from candour.sources.tabular import rules
from candour.sources.tabular.record import Record

REGISTER = "cqc"
_STATUSES: dict[str, Status] = {"Registered": "registered", "Deregistered": "deregistered"}
_PREDECESSOR, _SUCCESSOR = "HSCA Predecessor", "HSCA Successor"


def status(record: Record) -> Status | None:
    """Whether it is still registered."""
    word = record.text("registrationStatus")
    if word and word not in _STATUSES:
        record.tell(rules.CELL_UNREADABLE, "registrationStatus", word, "a status: Registered or Deregistered")
    return _STATUSES.get(word)


def address(record: Record) -> Address:
    """Where it is."""
    lines = (record.text("postalAddressLine1"), record.text("postalAddressLine2"))
    return Address(
        lines=tuple(line for line in lines if line),
        town=record.text("postalAddressTownCity"),
        postcode=record.text("postalCode"),
    )


def successions(
    record: Record, subject: Literal["provider", "location"], own: str, related_field: str
) -> Iterator[RegistrationSuccession]:
    """Whom it took over from, and who took over from it."""
    for related in record.each("relationships"):
        kind, other = related.text("type"), related.text(related_field)
        if kind not in (_PREDECESSOR, _SUCCESSOR) or not other or other == own:
            found = f"{kind} {other}".strip()
            record.tell(rules.CELL_UNREADABLE, "relationships", found, "a predecessor or successor with its number")
            continue
        old, new = (other, own) if kind == _PREDECESSOR else (own, other)
        yield RegistrationSuccession(
            register=REGISTER,
            subject=subject,
            old=old,
            new=new,
            evidence=", ".join(part for part in (kind, related.text("reason")) if part),
            source_id=own,
        )
