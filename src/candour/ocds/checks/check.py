"""All the checks, and what they say of one process."""

from collections.abc import Sequence
from typing import Any

from candour.ocds.checks import (
    active_awards_have_suppliers,
    active_awards_have_values,
    agreed_metrics_are_reported,
    agreed_metrics_were_targets,
    amendments_follow_what_they_change,
    amendments_name_releases,
    amounts_are_meant,
    amounts_are_not_shifted,
    award_comes_before_contract,
    awards_are_within_tender,
    buyer_is_named,
    contract_period_is_that_of_the_award,
    contracts_are_within_award,
    contracts_have_awards,
    dates_can_be_meant,
    direct_awards_have_one_tenderer,
    document_dates_are_in_order,
    durations_agree_with_dates,
    ids_are_unique,
    items_make_up_value,
    local_standards_never_weaken,
    lots_add_up_to_tender,
    milestones_agree_with_their_dates,
    missing_values_are_missing,
    numbers_of_tenderers_agree,
    numerators_have_denominators,
    ocids_have_prefixes,
    one_buyer,
    one_currency,
    organisation_identifiers_are_well_formed,
    organisations_are_parties,
    parties_have_their_roles,
    payments_follow_signature,
    periods_run_forwards,
    references_name_the_party,
    related_bids_exist,
    related_lots_exist,
    release_ids_are_unique,
    releases_follow_events,
    respondents_were_invited,
    scored_criteria_exist,
    statuses_agree_with_content,
    statuses_agree_with_dates,
    successions_lead_elsewhere,
    tags_agree_with_content,
    tender_closes_before_award,
    tender_closes_before_contract,
    tender_is_within_budget,
    transactions_are_within_contract,
    worker_shares_name_their_whole,
)
from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Result

CHECKS: tuple[Check, ...] = (
    ids_are_unique.CHECK,
    release_ids_are_unique.CHECK,
    ocids_have_prefixes.CHECK,
    one_buyer.CHECK,
    buyer_is_named.CHECK,
    organisations_are_parties.CHECK,
    references_name_the_party.CHECK,
    parties_have_their_roles.CHECK,
    organisation_identifiers_are_well_formed.CHECK,
    contracts_have_awards.CHECK,
    related_lots_exist.CHECK,
    related_bids_exist.CHECK,
    scored_criteria_exist.CHECK,
    amendments_name_releases.CHECK,
    active_awards_have_suppliers.CHECK,
    active_awards_have_values.CHECK,
    amounts_are_meant.CHECK,
    amounts_are_not_shifted.CHECK,
    one_currency.CHECK,
    lots_add_up_to_tender.CHECK,
    tender_is_within_budget.CHECK,
    awards_are_within_tender.CHECK,
    contracts_are_within_award.CHECK,
    transactions_are_within_contract.CHECK,
    items_make_up_value.CHECK,
    dates_can_be_meant.CHECK,
    periods_run_forwards.CHECK,
    durations_agree_with_dates.CHECK,
    tender_closes_before_award.CHECK,
    tender_closes_before_contract.CHECK,
    award_comes_before_contract.CHECK,
    payments_follow_signature.CHECK,
    contract_period_is_that_of_the_award.CHECK,
    releases_follow_events.CHECK,
    document_dates_are_in_order.CHECK,
    milestones_agree_with_their_dates.CHECK,
    amendments_follow_what_they_change.CHECK,
    statuses_agree_with_dates.CHECK,
    statuses_agree_with_content.CHECK,
    tags_agree_with_content.CHECK,
    numbers_of_tenderers_agree.CHECK,
    direct_awards_have_one_tenderer.CHECK,
    agreed_metrics_were_targets.CHECK,
    agreed_metrics_are_reported.CHECK,
    missing_values_are_missing.CHECK,
    respondents_were_invited.CHECK,
    numerators_have_denominators.CHECK,
    worker_shares_name_their_whole.CHECK,
    local_standards_never_weaken.CHECK,
    successions_lead_elsewhere.CHECK,
)
"""In the order in which a publisher had best mend what fails: what loses data first."""

# Passed and not applicable are most of what is said, and always the same: made once, they cost nothing per process.
_PREPARED = tuple((check.look, check.rule, Result(check.rule, "passed"), dict[str, Result]()) for check in CHECKS)


def check_process(compiled: dict[str, Any], releases: Sequence[dict[str, Any]]) -> list[Result]:
    """What every check says of a process: its compiled release, and the releases that it was merged from.

    Values of wrong types never raise: the schema reports them, and the checks pass over them.
    """
    process = Process(compiled, releases)
    results = []
    for look, rule, passed, not_applicable in _PREPARED:
        outcome = look(process)
        if outcome is None:
            results.append(passed)
        elif isinstance(outcome, str):
            if (result := not_applicable.get(outcome)) is None:
                result = not_applicable[outcome] = Result(rule, "not applicable", because=outcome)
            results.append(result)
        else:
            results.append(Result(rule, "failed", problems=tuple(outcome)))
    return results
