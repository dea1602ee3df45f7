"""Tenders: what was asked for, and how it was to be bought."""

from collections.abc import Iterator
from typing import Any

from candour.warehouse.tables.columns import OCID_COLUMN, contract_period, money, money_and_gross, plain
from candour.warehouse.tables.definition import Column, Entry, Table, derived
from candour.warehouse.tables.kinds import TEXT, TEXTS, TIME, WHOLE, YES_NO
from candour.warehouse.tables.process import Process, piece, pieces


def _entries(process: Process) -> Iterator[Entry]:
    if process.tender:
        yield Entry(process, process.tender, "tender")


def _other_requirements(entry: Entry) -> list[dict[str, Any]]:
    return [piece(holder, "otherRequirements") for holder in (entry.node, *pieces(entry.node, "lots"))]


def _reserved_participation(entry: Entry) -> list[Any] | None:
    kinds = [stated.get("reservedParticipation") for stated in _other_requirements(entry)]
    named = [kind for kinds_of_one in kinds if isinstance(kinds_of_one, list) for kind in kinds_of_one]
    return list(dict.fromkeys(kind for kind in named if isinstance(kind, str))) or None


TABLE = Table(
    "tenders",
    "the tender of one process",
    _entries,
    (
        OCID_COLUMN,
        plain("tender_id", TEXT, "id", "id of the tender"),
        plain("title", TEXT, "title", "title"),
        plain("description", TEXT, "description", "description"),
        plain("status", TEXT, "status", "planning, planned, active, cancelled, unsuccessful, complete, withdrawn"),
        plain("procurement_method", TEXT, "procurementMethod", "open, selective, limited or direct"),
        plain("procurement_method_details", TEXT, "procurementMethodDetails", "the procedure in its law's own words"),
        plain("procurement_method_rationale", TEXT, "procurementMethodRationale", "why this procedure was chosen"),
        plain("main_category", TEXT, "mainProcurementCategory", "goods, works or services"),
        plain("legal_basis", TEXT, "legalBasis.id", "the law that it is bought under"),
        plain("special_regime", TEXTS, "specialRegime", "special regimes, such as lightTouch"),
        plain("above_threshold", YES_NO, "aboveThreshold", "whether its value is above the law's threshold"),
        *money_and_gross("value", "estimated value"),
        *money("minimum_", "minValue", "least estimated value"),
        plain("tender_start", TIME, "tenderPeriod.startDate", "when bids may be sent"),
        plain("tender_end", TIME, "tenderPeriod.endDate", "last moment for bids"),
        plain("enquiry_end", TIME, "enquiryPeriod.endDate", "last moment for questions"),
        plain("award_end", TIME, "awardPeriod.endDate", "when the award is to be decided"),
        *contract_period("contractPeriod"),
        plain("classification_scheme", TEXT, "classification.scheme", "scheme of the main classification"),
        plain("classification", TEXT, "classification.id", "code of the main classification"),
        plain("has_framework", YES_NO, "techniques.hasFrameworkAgreement", "whether it sets up a framework"),
        plain(
            "has_dynamic_list",
            YES_NO,
            "techniques.hasDynamicPurchasingSystem",
            "whether it sets up a list that suppliers may join at any time",
        ),
        plain("number_of_tenderers", WHOLE, "numberOfTenderers", "how many organisations sent bids"),
        plain("suitable_for_sme", YES_NO, "suitability.sme", "whether small and medium enterprises are thought fit"),
        plain("suitable_for_vcse", YES_NO, "suitability.vcse", "whether voluntary organisations are thought fit"),
        plain(
            "no_targets_rationale",
            TEXT,
            "noTargetsRationale",
            "why no targets are published, where the publisher says so",
        ),
        Column(
            "states_other_requirements",
            YES_NO,
            "whether the tender or one of its lots states other requirements, such as reserved participation",
            derived(lambda entry: any(_other_requirements(entry))),
        ),
        Column(
            "reserved_participation",
            TEXTS,
            "kinds of organisation that the tender or one of its lots is kept for",
            derived(_reserved_participation),
        ),
    ),
)
