"""What people decide of links: recorded in the archive, read back, and withdrawn."""

from datetime import UTC, datetime

from candour.archive import Archive, Receipt
from candour.care.link_decision import LinkDecision
from candour.care.link_end import End
from candour.operations.home import Home
from candour.warehouse import link_decision
from candour.warehouse.link_decisions import HeldDecisions, read_decisions


def record(home: Home, a: End, b: End, *, same: bool, by: str, reason: str) -> Receipt:
    """Record in the archive that two ends are, or are not, the same. Nothing is merged by it.

    Raises:
        CandourError: the ends are not of one sort, or name or reason is missing.
    """
    now = datetime.now(UTC)
    content = link_decision.to_bytes(LinkDecision(a, b, same, by, reason, now.date()))
    archive = Archive.at(home.archive, create=False)
    name = f"link-decision-{now:%Y%m%dT%H%M%S}.json"
    return archive.add(content, source=link_decision.SOURCE, name=name, media_type=link_decision.MEDIA_TYPE)


def held_decisions(home: Home) -> HeldDecisions:
    """Every decision in the archive that nobody withdrew, the oldest first."""
    archive = Archive.at(home.archive, create=False)
    receipts = [
        receipt
        for receipt in archive.receipts()
        if receipt.source == link_decision.SOURCE and not archive.standing(receipt.id).withdrawn
    ]
    return read_decisions(archive, receipts)
