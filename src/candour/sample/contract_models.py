"""The ways in which the fictional councils contract, and how a notice of each says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Model:
    """A contract model; `share` of the care processes use it, and it changes how many bid and how long it lasts.

    `method` and `details` are the procurement method and its wording; `techniques` the OCDS fields, if any;
    `title` is what the title says of it.
    """

    name: str
    share: float
    sentence: str
    method: str = "open"
    details: str = "Open procedure"
    techniques: Mapping[str, Any] = field(default_factory=dict)
    bids: float = 1.0
    years: tuple[int, int] = (2, 5)
    suppliers: tuple[int, int] = (1, 1)
    title: str = ""

    def techniques_field(self) -> dict[str, Any]:
        """A copy of `techniques` for one release."""
        return {name: dict(value) if isinstance(value, dict) else value for name, value in self.techniques.items()}


MODELS = (
    Model(
        "block",
        0.20,
        "This is a block contract: an agreed number of hours or places is paid for, whether or not all are used.",
    ),
    Model(
        "spot",
        0.08,
        "This is a spot contract: care is bought for one person at a time, without a guarantee of volume.",
        "limited",
        "Negotiated without publication of a contract notice",
        bids=0.4,
        years=(1, 2),
    ),
    Model(
        "framework",
        0.18,
        "The council will set up a framework agreement with several providers and call off packages of care from it.",
        techniques={
            "hasFrameworkAgreement": True,
            "frameworkAgreement": {"method": "withoutReopeningCompetition", "maximumParticipants": 12},
        },
        bids=2.0,
        suppliers=(2, 4),
    ),
    Model(
        "dynamic list",
        0.10,
        "Providers may join this dynamic purchasing system at any time; each package is put to all who have joined.",
        "selective",
        "Restricted procedure",
        techniques={
            "hasDynamicPurchasingSystem": True,
            "dynamicPurchasingSystem": {"type": "open", "status": "active"},
        },
        bids=2.5,
        years=(4, 8),
        suppliers=(2, 5),
    ),
    Model(
        "approved list",
        0.07,
        "Providers that meet the conditions are put on an approved provider list, from which people choose.",
        bids=1.8,
        suppliers=(2, 4),
    ),
    Model(
        "user-choice direct award",
        0.05,
        "Direct award of a user choice contract: the person who will be supported has chosen this provider.",
        "direct",
        "Direct award: user choice contract",
        bids=0.0,
        years=(1, 3),
    ),
    Model(
        "individual service fund",
        0.04,
        "Each person's budget is held by the provider as an individual service fund and spent as the person directs.",
        bids=0.7,
    ),
    Model(
        "outcome-based",
        0.05,
        "This is an outcome-based contract: part of the payment depends on the outcomes that people reach.",
        bids=0.8,
    ),
    Model(
        "alliance",
        0.02,
        "The council and several providers will work under one alliance contract and share risks and savings.",
        bids=0.6,
        years=(5, 8),
        suppliers=(2, 3),
    ),
    Model(
        "in-house",
        0.02,
        "The service is awarded to the council's own company under the in-house rules, without competition.",
        "direct",
        "Award without prior publication: in-house",
        bids=0.0,
        title=" (in-house)",
    ),
    Model("unknown", 0.19, "The successful bidder will deliver the service as the specification describes."),
)
