"""Quality is locked before prices are opened: whoever has seen a price scores otherwise."""

from typing import Literal

import msgspec
from msgspec.structs import replace

from candour.evaluation.canonical import digest
from candour.evaluation.checking import check_quality
from candour.evaluation.errors import EvaluationError
from candour.evaluation.record import Instant, Record, Secret, publishable


class QualityLock(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`digest` is the SHA-256 of design, bids without prices and scores, as they stood at `locked`."""

    format: Literal["candour-quality-lock/1"] = "candour-quality-lock/1"
    digest: str
    locked: Instant


def lock(record: Record, when: Instant) -> QualityLock:
    """Lock the quality of a record without prices.

    Raises:
        EvaluationError: a price is open, or scores are missing or wrong.
    """
    opened = [bid.id for bid in record.bids if bid.price is not None]
    if opened or record.prices_opened:
        found = ", ".join(opened) or "some bids"
        raise EvaluationError(f"found prices of {found}, expected none: quality is locked before prices are seen")
    check_quality(record.design, record.bids, record.panel, record.opened)
    return QualityLock(digest=quality_digest(record), locked=when)


def check_lock(record: Record, held: QualityLock) -> None:
    """Do nothing where a record with prices is the one that was locked.

    Raises:
        EvaluationError: something other than prices has changed since, or prices were opened before.
    """
    if record.prices_opened is None:
        raise EvaluationError("prices_opened: found nothing, expected when prices were opened, with its zone")
    if record.prices_opened < held.locked:
        raise EvaluationError(
            f"prices were opened at {record.prices_opened.isoformat()}, before quality was locked at "
            f"{held.locked.isoformat()}; expected after"
        )
    if quality_digest(record) != held.digest:
        raise EvaluationError(
            "design, bids or scores are not those that were locked; compare with the record that was, or lock again "
            "and say why"
        )


def quality_digest(record: Record) -> str:
    """SHA-256 of what was published of design, bids without prices (and what was asked about them), and scores."""
    shown = publishable(replace(record, secrets=_kept(record)))
    bids = [replace(bid, price=None, price_explanation=None) for bid in shown.bids]
    return digest([record.design, bids, shown.panel, record.opened])


def _kept(record: Record) -> tuple[Secret, ...]:
    """The secrets in what is locked: an explanation of a price comes later."""
    return tuple(secret for secret in record.secrets if secret.field != "price_explanation.reasons")
