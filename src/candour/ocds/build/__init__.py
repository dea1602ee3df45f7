"""Valid releases and packages from typed objects: the one way in which anything is published."""

from candour.ocds.build.bid import Bid, Bids, BidStatistic
from candour.ocds.build.common import (
    Address,
    Amendment,
    Classification,
    ContactPoint,
    Document,
    Identifier,
    Item,
    Milestone,
    Organisation,
    OrganisationDetails,
    Period,
    Reference,
    RelatedProcess,
    Unit,
    Value,
)
from candour.ocds.build.contract import Award, Contract, Implementation, PerformanceFailure, Transaction
from candour.ocds.build.error import BuildError
from candour.ocds.build.metric import Metric, MetricUnit, Observation
from candour.ocds.build.package import PackageHead, Publisher, record_package, release_package
from candour.ocds.build.release import Release
from candour.ocds.build.tender import (
    AwardCriteria,
    AwardCriterion,
    Budget,
    CriterionNumber,
    Lot,
    OtherRequirements,
    Planning,
    SelectionCriteria,
    SelectionCriterion,
    Tender,
)
from candour.ocds.build.write import release_bytes

__all__ = [
    "Address",
    "Amendment",
    "Award",
    "AwardCriteria",
    "AwardCriterion",
    "Bid",
    "BidStatistic",
    "Bids",
    "Budget",
    "BuildError",
    "Classification",
    "ContactPoint",
    "Contract",
    "CriterionNumber",
    "Document",
    "Identifier",
    "Implementation",
    "Item",
    "Lot",
    "Metric",
    "MetricUnit",
    "Milestone",
    "Observation",
    "Organisation",
    "OrganisationDetails",
    "OtherRequirements",
    "PackageHead",
    "PerformanceFailure",
    "Period",
    "Planning",
    "Publisher",
    "Reference",
    "RelatedProcess",
    "Release",
    "SelectionCriteria",
    "SelectionCriterion",
    "Tender",
    "Transaction",
    "Unit",
    "Value",
    "record_package",
    "release_bytes",
    "release_package",
]
