import pytest

from candour.care.contract_model import DEFINITIONS, UNKNOWN, of


def _model(**tender):
    return of({"tender": tender})


@pytest.mark.parametrize(
    ("title", "model"),
    [
        ("Block Contract for 20 Dementia Beds", "block"),
        ("Block-booked short stay beds, Fictional Borough", "block"),
        ("Spot Purchase of Residential Care", "spot"),
        ("Home Care Framework 2031", "framework"),
        ("Cytundeb Fframwaith Gofal Cartref", "framework"),
        ("Supported Living Dynamic Purchasing System", "dynamic list"),
        ("Supported Living Pseudo-Dynamic Framework", "dynamic list"),
        ("Approved Provider List for Day Opportunities", "approved list"),
        ("Care at Home Accreditation", "approved list"),
        ("Individual Service Funds for adults", "individual service fund"),
        ("Outcomes-based home care pilot", "outcome-based"),
        ("Mental health and wellbeing Alliance Contract", "alliance"),
        ("In-house reablement company arrangements", "in-house"),
        ("Home care in Fictional Town", UNKNOWN),
        ("MRI scans by Alliance Medical Limited", UNKNOWN),
    ],
)
def test_a_title_that_names_a_contract_model_is_believed(title, model):
    found = _model(title=title)
    assert found.name == model
    assert found.reason


def test_techniques_say_framework_and_dynamic_list():
    assert _model(techniques={"hasFrameworkAgreement": True}).name == "framework"
    assert _model(techniques={"frameworkAgreement": {"maximumParticipants": 3}}).name == "framework"
    assert _model(techniques={"hasDynamicPurchasingSystem": True}).name == "dynamic list"
    assert _model(lots=[{"id": "1", "techniques": {"hasFrameworkAgreement": True}}]).name == "framework"
    denied = _model(techniques={"hasFrameworkAgreement": False, "frameworkAgreement": {}})
    assert denied.name == UNKNOWN


def test_a_title_that_says_dynamic_outweighs_a_framework_flag_and_keeps_it():
    found = _model(title="Dynamic Purchasing System for Supported Living", techniques={"hasFrameworkAgreement": True})
    assert (found.name, found.also) == ("dynamic list", ("framework",))


def test_a_framework_for_spot_purchases_is_a_framework_that_also_says_spot():
    found = _model(title="Spot purchase of nursing beds", techniques={"hasFrameworkAgreement": True})
    assert (found.name, found.also) == ("framework", ("spot",))


def test_a_call_off_is_what_its_title_says():
    call_off = "Call-off from a framework agreement"
    assert _model(title="Block beds, winter", procurementMethodDetails=call_off).name == "block"
    assert _model(title="Winter beds", procurementMethodDetails=call_off).name == "framework"


def test_a_direct_award_for_a_persons_choice_is_told_from_other_direct_awards():
    chosen = {"procurementMethodRationaleClassifications": [{"scheme": "UK", "id": "userChoiceContract"}]}
    assert _model(procurementMethod="direct", **chosen).name == "user-choice direct award"
    other = {"procurementMethodRationaleClassifications": [{"scheme": "UK", "id": "extremeUrgency"}]}
    assert _model(procurementMethod="direct", **other).name == UNKNOWN


@pytest.mark.parametrize(
    "description",
    [
        "This replaces the existing block contract for beds.",
        "The purchase is not a framework agreement.",
        "Ordered without a dynamic purchasing system.",
    ],
)
def test_a_description_that_speaks_of_what_was_or_is_not_says_nothing(description):
    assert _model(title="Care", description=description).name == UNKNOWN


def test_a_description_counts_when_nothing_else_speaks():
    long = "Words about the place and its people. " * 30
    assert _model(title="Care", description=long + "Providers will hold a block contract.").name == "block"
    assert _model(title="Care", lots=[{"description": "Spot purchasing of beds"}]).name == "spot"


def test_nothing_said_is_unknown_with_a_reason():
    assert of({}).name == UNKNOWN
    assert of({"tender": {"title": 7, "lots": "x", "techniques": []}}).reason


def test_every_model_has_a_meaning():
    assert len(DEFINITIONS) == 10
    assert all(known.title and known.meaning and (known.words or known.title_words) for known in DEFINITIONS.values())
