"""The lists that are replaced whole, until they come from the description of the standard."""

from candour.ocds.merge_rules import Rule, RuleTree

WHOLE = """
    parties.additionalIdentifiers
    parties.roles
    parties.details.classifications
    parties.details.excludedSupplier.exclusionGrounds.criteria
    parties.beneficialOwners.nationalities
    buyer.additionalIdentifiers
    planning.budget.budgetBreakdown.sourceParty.additionalIdentifiers
    planning.documents.unofficialTranslations
    planning.documents.relatedLots
    planning.milestones.documents.unofficialTranslations
    planning.milestones.documents.relatedLots
    planning.milestones.relatedLots
    tender.procuringEntity.additionalIdentifiers
    tender.items.additionalClassifications
    tender.additionalProcurementCategories
    tender.submissionMethod
    tender.tenderers.additionalIdentifiers
    tender.documents.unofficialTranslations
    tender.documents.relatedLots
    tender.milestones.documents.unofficialTranslations
    tender.milestones.documents.relatedLots
    tender.milestones.relatedLots
    tender.amendments.changes
    tender.amendments.relatedLots
    tender.amendments.rationaleClassifications
    tender.amendments.suppliersAdded.additionalIdentifiers
    tender.amendments.suppliersRemoved.additionalIdentifiers
    tender.amendment.changes
    tender.amendment.relatedLots
    tender.amendment.rationaleClassifications
    tender.amendment.suppliersAdded.additionalIdentifiers
    tender.amendment.suppliersRemoved.additionalIdentifiers
    tender.lots.awardCriteria.criteria
    tender.lots.identifiers
    tender.lots.buyer.additionalIdentifiers
    tender.lots.additionalClassifications
    tender.lots.additionalProcurementCategories
    tender.lots.milestones.documents.unofficialTranslations
    tender.lots.milestones.documents.relatedLots
    tender.lots.milestones.relatedLots
    tender.lots.otherRequirements.reservedParticipation
    tender.lots.otherRequirements.qualificationSystemConditions
    tender.lots.otherRequirements.qualificationSystemMethods
    tender.lots.selectionCriteria.criteria
    tender.lots.sustainability
    tender.lots.techniques.frameworkAgreement.buyerClassificationRestrictions
    tender.lotGroups.awardCriteria.criteria
    tender.lotGroups.identifiers
    tender.lotGroups.relatedLots
    tender.lotGroups.techniques.frameworkAgreement.buyerClassificationRestrictions
    tender.otherRequirements.reservedParticipation
    tender.otherRequirements.qualificationSystemConditions
    tender.otherRequirements.qualificationSystemMethods
    tender.participationFees.type
    tender.participationFees.methodOfPayment
    tender.participationFees.payee.additionalIdentifiers
    tender.criteria.relatedLots
    tender.selectionCriteria.criteria
    tender.sustainability
    tender.techniques.frameworkAgreement.buyerClassificationRestrictions
    tender.specialRegime
    awards.suppliers.additionalIdentifiers
    awards.items.additionalClassifications
    awards.documents.unofficialTranslations
    awards.documents.relatedLots
    awards.amendments.changes
    awards.amendments.relatedLots
    awards.amendments.rationaleClassifications
    awards.amendments.suppliersAdded.additionalIdentifiers
    awards.amendments.suppliersRemoved.additionalIdentifiers
    awards.amendment.changes
    awards.amendment.relatedLots
    awards.amendment.rationaleClassifications
    awards.amendment.suppliersAdded.additionalIdentifiers
    awards.amendment.suppliersRemoved.additionalIdentifiers
    awards.buyer.additionalIdentifiers
    awards.relatedBids
    awards.relatedLots
    awards.additionalProcurementCategories
    contracts.items.additionalClassifications
    contracts.documents.unofficialTranslations
    contracts.documents.relatedLots
    contracts.implementation.transactions.payer.additionalIdentifiers
    contracts.implementation.transactions.payee.additionalIdentifiers
    contracts.implementation.milestones.documents.unofficialTranslations
    contracts.implementation.milestones.documents.relatedLots
    contracts.implementation.milestones.relatedLots
    contracts.implementation.documents.unofficialTranslations
    contracts.implementation.documents.relatedLots
    contracts.implementation.performanceFailures.suppliers.additionalIdentifiers
    contracts.implementation.performanceFailures.documents.unofficialTranslations
    contracts.implementation.performanceFailures.documents.relatedLots
    contracts.relatedProcesses.relationship
    contracts.relatedProcesses.relatedLots
    contracts.milestones.documents.unofficialTranslations
    contracts.milestones.documents.relatedLots
    contracts.milestones.relatedLots
    contracts.amendments.changes
    contracts.amendments.relatedLots
    contracts.amendments.rationaleClassifications
    contracts.amendments.suppliersAdded.additionalIdentifiers
    contracts.amendments.suppliersRemoved.additionalIdentifiers
    contracts.amendment.changes
    contracts.amendment.relatedLots
    contracts.amendment.rationaleClassifications
    contracts.amendment.suppliersAdded.additionalIdentifiers
    contracts.amendment.suppliersRemoved.additionalIdentifiers
    contracts.relatedBids
    contracts.proposedAmendments.changes
    contracts.proposedAmendments.relatedLots
    contracts.proposedAmendments.rationaleClassifications
    contracts.proposedAmendments.suppliersAdded.additionalIdentifiers
    contracts.proposedAmendments.suppliersRemoved.additionalIdentifiers
    relatedProcesses.relationship
    relatedProcesses.relatedLots
    bids.details.identifiers
    bids.details.items.additionalClassifications
    bids.details.tenderers.additionalIdentifiers
    bids.details.documents.unofficialTranslations
    bids.details.documents.relatedLots
    bids.details.relatedLots
    bids.details.countriesOfOrigin
"""


def interim_rules() -> RuleTree:
    """The rules of OCDS 1.1.5 and the extensions."""
    tree: dict = {"id": Rule.OMIT, "date": Rule.OMIT, "tag": Rule.OMIT}  # type: ignore[type-arg]
    for path in WHOLE.split():
        *above, name = path.split(".")
        node = tree
        for step in above:
            node = node.setdefault(step, {})
        node[name] = Rule.WHOLE
    return tree
