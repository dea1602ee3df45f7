"""What was awarded, agreed and delivered."""

from decimal import Decimal

import msgspec

from candour.ocds.build.common import Amendment, Document, Item, Milestone, Period, Reference, RelatedProcess, Value
from candour.ocds.build.metric import Metric
from candour.ocds.build.part import Instant, Part, Text
from candour.ocds.build.rate import Rate
from candour.ocds.build.social_care import AppliedStandard, SocialCare
from candour.ocds.build.succession import ServiceSuccession


class Award(Part, frozen=True, kw_only=True):
    """A decision on who won what. `buyer` is who buys, where several buy under one process."""

    id: Text
    status: Text
    title: str | None = None
    description: str | None = None
    date: Instant | None = None
    value: Value | None = None
    suppliers: tuple[Reference, ...] = ()
    buyer: Reference | None = None
    items: tuple[Item, ...] = ()
    contract_period: Period | None = None
    standstill_period: Period | None = None
    documents: tuple[Document, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    related_lots: tuple[Text, ...] = ()
    related_bids: tuple[Text, ...] = ()
    agreed_metrics: tuple[Metric, ...] = ()
    rates: tuple[Rate, ...] = ()


class Transaction(Part, frozen=True, kw_only=True):
    """One payment under a contract."""

    id: Text
    date: Instant
    value: Value
    payer: Reference | None = None
    payee: Reference | None = None
    source: str | None = None
    uri: str | None = None


class PerformanceFailure(Part, frozen=True, kw_only=True):
    """Failures of one kind in one period, and what followed."""

    id: Text
    category: Text
    period: Period | None = None
    events: Decimal | None = None
    penalty_contracted: str | None = None
    penalty_imposed: str | None = None
    penalty_paid: bool | None = None


class Implementation(Part, frozen=True, kw_only=True):
    """How a contract is carried out."""

    transactions: tuple[Transaction, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    documents: tuple[Document, ...] = ()
    metrics: tuple[Metric, ...] = ()
    no_metrics_rationale: str | None = None
    rates: tuple[Rate, ...] = ()
    performance_failures: tuple[PerformanceFailure, ...] = ()
    end_date: Instant | None = None
    end_date_details: str | None = None
    final_value: Value | None = None
    final_value_details: str | None = None


class Contract(Part, frozen=True, kw_only=True):
    """An agreement that follows from an award, between the services before it and after it."""

    id: Text
    award_id: Text = msgspec.field(name="awardID")
    status: Text
    title: str | None = None
    description: str | None = None
    period: Period | None = None
    value: Value | None = None
    items: tuple[Item, ...] = ()
    date_signed: Instant | None = None
    documents: tuple[Document, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    related_processes: tuple[RelatedProcess, ...] = ()
    related_bids: tuple[Text, ...] = ()
    agreed_metrics: tuple[Metric, ...] = ()
    no_agreed_metrics_rationale: str | None = None
    social_care: SocialCare | None = None
    rates: tuple[Rate, ...] = ()
    minimum_standards: tuple[AppliedStandard, ...] = ()
    predecessors: tuple[ServiceSuccession, ...] = ()
    successors: tuple[ServiceSuccession, ...] = ()
    implementation: Implementation | None = None
