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
from candour.ocds.build.evaluation import CriterionScore, PanelRole
from candour.ocds.build.metric import Metric, MetricUnit, Observation, Verification
from candour.ocds.build.package import (
    PackageHead,
    PublishedRecord,
    Publisher,
    package_of_published,
    record_package,
    records_of_published,
    release_package,
)
from candour.ocds.build.participation import Contribution, Lesson, ParticipantGroup, Participation
from candour.ocds.build.rate import Rate
from candour.ocds.build.registration import CareRating, CareRegistration, MemberClass, Ownership
from candour.ocds.build.release import Release
from candour.ocds.build.social_care import AppliedStandard, SocialCare
from candour.ocds.build.statement import Provider, Statement, StatementContract, statement_bytes
from candour.ocds.build.succession import ServiceSuccession
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
    "AppliedStandard",
    "Award",
    "AwardCriteria",
    "AwardCriterion",
    "Bid",
    "BidStatistic",
    "Bids",
    "Budget",
    "BuildError",
    "CareRating",
    "CareRegistration",
    "Classification",
    "ContactPoint",
    "Contract",
    "Contribution",
    "CriterionNumber",
    "CriterionScore",
    "Document",
    "Identifier",
    "Implementation",
    "Item",
    "Lesson",
    "Lot",
    "MemberClass",
    "Metric",
    "MetricUnit",
    "Milestone",
    "Observation",
    "Organisation",
    "OrganisationDetails",
    "OtherRequirements",
    "Ownership",
    "PackageHead",
    "PanelRole",
    "ParticipantGroup",
    "Participation",
    "PerformanceFailure",
    "Period",
    "Planning",
    "Provider",
    "PublishedRecord",
    "Publisher",
    "Rate",
    "Reference",
    "RelatedProcess",
    "Release",
    "SelectionCriteria",
    "SelectionCriterion",
    "ServiceSuccession",
    "SocialCare",
    "Statement",
    "StatementContract",
    "Tender",
    "Transaction",
    "Unit",
    "Value",
    "Verification",
    "package_of_published",
    "record_package",
    "records_of_published",
    "release_bytes",
    "release_package",
    "statement_bytes",
]
