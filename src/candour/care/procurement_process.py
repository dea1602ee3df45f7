"""What of a compiled release counts when asking whether another process is the same procurement."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from candour.care.organisation_key import organisation_key
from candour.care.organisation_name import normalise, plain
from candour.care.procurement import Process
from candour.care.procurement_title import take_apart

_OCID = re.compile(r"ocds-[0-9a-z]{6}-[0-9A-Za-z](?:[\w-]*\w)?")
_NOTICE = re.compile(
    r"find-tender\.service\.gov\.uk/Notice/(\d{6}-20\d\d)"
    r"|contractsfinder\.service\.gov\.uk/Notice/([0-9a-f-]{36})",
    re.IGNORECASE,
)
_OFFICIAL_NUMBER = re.compile(r"\b(20\d\d)/S 000-(\d{6})\b")
_REFERENCE = re.compile(r"[A-Za-z]*\d{5,}")
_PREFIX = len("ocds-h6vhtk")
_ANOTHER_PROCESS = frozenset({"framework", "parent", "prior", "renewalProcess", "replacementProcess", "subContract"})


def process_of(compiled: Mapping[str, Any], publisher: str = "") -> Process:
    """The comparable part of a compiled release. A field that is absent or of another type counts as absent.

    `publisher` may be any name for where it was published; without one it is the ocid's prefix.
    """
    tender = _object(compiled.get("tender"))
    buyer = _buyer(compiled)
    name, ocid, title = _text(buyer.get("name")), _text(compiled.get("ocid")), _text(tender.get("title"))
    related = _objects(compiled.get("relatedProcesses"))
    apart = frozenset(number for entry in related if _is_another(entry) for number in _named_by(entry))
    known_as = frozenset((ocid, *_own_notices(compiled)))
    mentions = frozenset(
        (
            *_numbers(f"{title} {_text(tender.get('description'))}"),
            *(number for entry in related if not _is_another(entry) for number in _named_by(entry)),
        )
    )
    amount, currency = _value(tender)
    return Process(
        ocid=ocid,
        publisher=publisher or ocid[:_PREFIX],
        title=take_apart(title, frozenset(plain(name).split())),
        buyers=frozenset(filter(None, (organisation_key(buyer).key, normalise(name)))),
        published=_date(tender.get("datePublished")) or _date(compiled.get("date")),
        closes=_date(_object(tender.get("tenderPeriod")).get("endDate")),
        starts=_starts(compiled, tender),
        codes=frozenset(_codes(tender)),
        references=frozenset(_references(tender, ocid)),
        amount=amount,
        currency=currency,
        known_as=known_as,
        mentions=mentions - known_as - apart,
        apart_from=apart,
    )


def _buyer(compiled: Mapping[str, Any]) -> Mapping[str, Any]:
    """The buyer's party where it is listed, else the reference to it."""
    buyer = _object(compiled.get("buyer"))
    parties = _objects(compiled.get("parties"))
    by_id = [
        party for party in parties if party.get("id") == buyer.get("id") and party.get("name") == buyer.get("name")
    ]
    return by_id[0] if by_id else buyer


def _starts(compiled: Mapping[str, Any], tender: Mapping[str, Any]) -> date | None:
    holders = (
        tender,
        *_objects(tender.get("lots")),
        *_objects(compiled.get("awards")),
        *_objects(compiled.get("contracts")),
    )
    periods = (holder.get(name) for holder in holders for name in ("contractPeriod", "period"))
    return min(filter(None, (_date(_object(period).get("startDate")) for period in periods)), default=None)


def _codes(tender: Mapping[str, Any]) -> Iterator[str]:
    for holder in (tender, *_objects(tender.get("items"))):
        for classification in (
            _object(holder.get("classification")),
            *_objects(holder.get("additionalClassifications")),
        ):
            if (code := str(classification.get("id", ""))[:8]).isdigit():
                yield code


def _references(tender: Mapping[str, Any], ocid: str) -> Iterator[str]:
    """The buyer's own reference, whole and the long numbers in it: "MRTN001-DN756786-01185010" holds "DN756786"."""
    own = _text(tender.get("id"))
    if own and own != ocid and len(own) >= 5 and any(letter.isdigit() for letter in own):
        yield own.lower()
        yield from (found.lower() for found in _REFERENCE.findall(own) if not found.startswith("20"))


def _own_notices(compiled: Mapping[str, Any]) -> Iterator[str]:
    tender = _object(compiled.get("tender"))
    holders = (compiled, tender, *_objects(compiled.get("awards")), *_objects(compiled.get("contracts")))
    for holder in holders:
        for document in _objects(holder.get("documents")):
            for found in _NOTICE.finditer(_text(document.get("url"))):
                yield (found[1] or found[2]).lower()


def _is_another(related: Mapping[str, Any]) -> bool:
    relationship = related.get("relationship")
    return isinstance(relationship, list) and any(
        name in _ANOTHER_PROCESS for name in relationship if isinstance(name, str)
    )


def _named_by(related: Mapping[str, Any]) -> Iterator[str]:
    for field in ("identifier", "uri", "title"):
        yield from _numbers(_text(related.get(field)))


def _numbers(text: str) -> Iterator[str]:
    """Every ocid and notice number that a text names."""
    yield from _OCID.findall(text)
    for found in _NOTICE.finditer(text):
        yield (found[1] or found[2]).lower()
    for year, number in _OFFICIAL_NUMBER.findall(text):
        yield f"{number}-{year}"


def _value(tender: Mapping[str, Any]) -> tuple[Decimal | None, str]:
    value = _object(tender.get("value"))
    sent = value.get("amount")
    if not isinstance(sent, int | float | Decimal) or isinstance(sent, bool):
        return None, ""
    amount = Decimal(repr(sent)) if isinstance(sent, float) else Decimal(sent)
    return (amount, _text(value.get("currency"))) if amount.is_finite() and amount > 0 else (None, "")


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(_text(value)[:10])
    except ValueError:
        return None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _objects(value: object) -> list[dict[str, Any]]:
    return [member for member in value if isinstance(member, dict)] if isinstance(value, list) else []
