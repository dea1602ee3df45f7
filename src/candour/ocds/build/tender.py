"""What is wanted, and how a winner will be chosen."""

from decimal import Decimal

import msgspec

from candour.ocds.build.common import Amendment, Classification, Document, Item, Milestone, Period, Reference, Value
from candour.ocds.build.evaluation import PanelRole
from candour.ocds.build.metric import Metric
from candour.ocds.build.part import Instant, Part, Text
from candour.ocds.build.rate import Rate
from candour.ocds.build.social_care import AppliedStandard, SocialCare


class Budget(Part, frozen=True, kw_only=True):
    """The money set aside."""

    id: str | None = None
    description: str | None = None
    amount: Value | None = None
    project: str | None = None
    project_id: str | None = msgspec.field(default=None, name="projectID")
    uri: str | None = None


class Planning(Part, frozen=True, kw_only=True):
    """What is known before bids are invited."""

    rationale: str | None = None
    budget: Budget | None = None
    documents: tuple[Document, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    forecasts: tuple[Metric, ...] = ()


class CriterionNumber(Part, frozen=True, kw_only=True):
    """A number of a criterion, and whether it is a weight, a fixed price or a threshold."""

    number: Decimal
    weight: str | None = None
    fixed: str | None = None
    threshold: str | None = None


class AwardCriterion(Part, frozen=True, kw_only=True):
    """One thing by which bids are judged: price, cost or quality. Scores point to it by its id."""

    id: str | None = None
    type: Text
    name: Text
    description: str | None = None
    numbers: tuple[CriterionNumber, ...] = ()


class AwardCriteria(Part, frozen=True, kw_only=True):
    """How a winner is chosen."""

    criteria: tuple[AwardCriterion, ...] = ()
    weighting_description: str | None = None
    order_rationale: str | None = None


class SelectionCriterion(Part, frozen=True, kw_only=True):
    """One condition on who may take part."""

    type: Text
    description: Text
    minimum: str | None = None
    applies_to: tuple[Text, ...] = ()


class SelectionCriteria(Part, frozen=True, kw_only=True):
    """Conditions on who may take part."""

    criteria: tuple[SelectionCriterion, ...] = ()
    description: str | None = None


class OtherRequirements(Part, frozen=True, kw_only=True):
    """Further conditions, such as the kinds of organisation that a tender is reserved to."""

    reserved_participation: tuple[Text, ...] = ()


class Lot(Part, frozen=True, kw_only=True):
    """A part of a tender that can be bid for and awarded on its own."""

    id: Text
    title: str | None = None
    description: str | None = None
    status: str | None = None
    value: Value | None = None
    contract_period: Period | None = None
    award_criteria: AwardCriteria | None = None
    selection_criteria: SelectionCriteria | None = None
    other_requirements: OtherRequirements | None = None
    social_care: SocialCare | None = None
    rates: tuple[Rate, ...] = ()
    minimum_standards: tuple[AppliedStandard, ...] = ()


class Tender(Part, frozen=True, kw_only=True):
    """The invitation to bid."""

    id: Text
    title: str | None = None
    description: str | None = None
    status: str | None = None
    procuring_entity: Reference | None = None
    classification: Classification | None = None
    legal_basis: Classification | None = None
    items: tuple[Item, ...] = ()
    lots: tuple[Lot, ...] = ()
    value: Value | None = None
    min_value: Value | None = None
    procurement_method: str | None = None
    procurement_method_details: str | None = None
    procurement_method_rationale: str | None = None
    special_regime: tuple[Text, ...] = ()
    main_procurement_category: str | None = None
    additional_procurement_categories: tuple[Text, ...] = ()
    award_criteria: str | None = None
    award_criteria_details: str | None = None
    submission_method: tuple[Text, ...] = ()
    submission_method_details: str | None = None
    tender_period: Period | None = None
    enquiry_period: Period | None = None
    has_enquiries: bool | None = None
    eligibility_criteria: str | None = None
    selection_criteria: SelectionCriteria | None = None
    other_requirements: OtherRequirements | None = None
    award_period: Period | None = None
    contract_period: Period | None = None
    expression_of_interest_deadline: Instant | None = None
    number_of_tenderers: int | None = None
    tenderers: tuple[Reference, ...] = ()
    documents: tuple[Document, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    targets: tuple[Metric, ...] = ()
    no_targets_rationale: str | None = None
    social_care: SocialCare | None = None
    rates: tuple[Rate, ...] = ()
    minimum_standards: tuple[AppliedStandard, ...] = ()
    evaluation_panel: tuple[PanelRole, ...] = ()
