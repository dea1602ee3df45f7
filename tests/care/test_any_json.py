"""Whatever a publisher sends, each question gets an answer."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care import contract_model, service_type, social_care
from candour.care.organisation_key import organisation_key
from candour.care.procurement import link
from candour.care.procurement_process import process_of

FIELDS = [
    "id", "ocid", "date", "title", "description", "name", "scheme", "amount", "currency", "value",
    "classification", "additionalClassifications", "items", "lots", "awards", "contracts", "techniques",
    "hasFrameworkAgreement", "frameworkAgreement", "procurementMethodDetails",
    "procurementMethodRationaleClassifications", "identifier", "additionalIdentifiers", "address",
    "postalCode", "buyer", "parties", "tenderPeriod", "contractPeriod", "startDate", "endDate",
    "relatedProcesses", "relationship", "documents", "url", "datePublished",
]  # fmt: skip
NAMES = st.sampled_from(FIELDS)
WORDS = ["home care", "85300000", "GB-COH", "1234567", "2031-02-30", "framework", "ocds-h6vhtk-1", "DPS, spot", ""]
SCALARS = st.sampled_from([None, True, 0, -1, 10**400, 0.5, float("inf"), float("nan"), *WORDS])
SMALL = SCALARS | st.dictionaries(NAMES, SCALARS, max_size=4) | st.lists(SCALARS, max_size=2)
PARTIES = st.dictionaries(NAMES, SMALL | st.lists(SMALL, max_size=2), max_size=6)
RELEASES = st.dictionaries(NAMES, SMALL | PARTIES | st.lists(PARTIES, max_size=2), max_size=6)


@given(RELEASES, PARTIES)
@settings(deadline=None, max_examples=100)
def test_every_release_gets_an_answer_with_a_reason(release, tender):
    release["tender"] = tender
    assert social_care.classify(release).reason
    assert contract_model.of(release).reason
    assert service_type.of(release).reason


@given(PARTIES, st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join), st.lists(PARTIES, max_size=2))
@settings(deadline=None, max_examples=100)
def test_the_contract_model_does_not_depend_on_looking_for_others(tender, description, lots):
    release = {"tender": {**tender, "description": description, "lots": lots}}
    alone = msgspec.structs.replace(contract_model.of(release), also=())
    assert contract_model.of(release, others=False) == alone


@given(RELEASES, RELEASES)
@settings(deadline=None, max_examples=100)
def test_every_two_releases_can_be_compared(one, other):
    linked = link(process_of(one, "one"), process_of(other, "other"))
    assert linked is None or 0.9 <= linked.score <= 1


@given(PARTIES)
@settings(deadline=None, max_examples=100)
def test_every_party_has_a_key_or_none_is_said(party):
    key, how = organisation_key(party)
    assert (key is None) == (how == "nothing")
