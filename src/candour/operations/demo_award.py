"""The demo's award: the fictional evaluation, taken through lock, opening, bundle and release like any other."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from candour.evaluation.bundle import Bundle, bundle
from candour.evaluation.lock import lock
from candour.operations.award import publish_award
from candour.operations.evaluation_file import EXAMPLE, read_evaluation, write

_LOCKED = datetime(2026, 10, 10, 12, tzinfo=UTC)
_OPENED = datetime(2026, 10, 12, 10, tzinfo=UTC)
_TOLD = date(2026, 10, 20)
_PRICES = {"A": Decimal("24.00"), "B": Decimal("24.10"), "C": Decimal("23.80")}
_BUNDLE_AT = "https://ambermere.example/award-bundle.json"


def write_award(folder: Path) -> Path:
    """Write the bundle and the release of the fictional evaluation into a folder; where the release is."""
    folder.mkdir(parents=True)
    record = read_evaluation(EXAMPLE)
    assert not isinstance(record, Bundle)
    bids = tuple(replace(bid, price=_PRICES[bid.id]) for bid in record.bids)
    opened = replace(record, bids=bids, prices_opened=_OPENED)
    write(bundle(opened, lock(record, _LOCKED)), folder / "bundle.json")
    release = folder / "release.json"
    publish_award(
        folder / "bundle.json", nation="england", told=_TOLD, release=release, summaries=None, bundle_at=_BUNDLE_AT
    )
    return release
