"""Under which ocid, and on which portal, a fictional purchase is published."""

from candour.sample.draws import Draws
from candour.sample.procurement import Lot

PREFIX = "ocds-f1ct10"
"""The ocid prefix of every fictional process. It reads "fiction"; no publisher has it."""
_PORTAL_SHARES = (("national", 0.5), ("noticeboard", 0.3), ("northern", 0.2))


def ocid_of(portal: str, seed: int, number: int) -> str:
    """The ocid of the process with this number, which is published on this portal."""
    return f"{PREFIX}-{portal}-{seed}-{number:08d}"


def drawn_portal(draws: Draws) -> str:
    """One of the portals, the larger the likelier."""
    share = draws.share()
    for portal, weight in _PORTAL_SHARES:
        share -= weight
        if share < 0:
            return portal
    return _PORTAL_SHARES[-1][0]


def contract_id(ocid: str, portal: str, lot: Lot) -> str:
    """The id of a lot's contract; the noticeboard has no contracts, so that a provider makes one up."""
    return f"{ocid}-contract-{lot.id}" if portal == "noticeboard" else lot.id
