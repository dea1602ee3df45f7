import pytest

from candour.care.social_care import classify

COUNCIL = {"buyer": {"name": "Fictional Borough Council"}}


def test_the_code_is_found_wherever_it_stands():
    code = {"scheme": "CPV", "id": "85311100"}
    for tender in (
        {"classification": code},
        {"additionalClassifications": [code]},
        {"items": [{"classification": code}]},
        {"items": [{"additionalClassifications": [{"id": "85311100-3"}]}]},
    ):
        assert classify({"tender": {"title": "Service 12", **tender}}).answer == "yes"
    assert classify({"awards": [{"items": [{"classification": code}]}]}).answer == "yes"


def test_a_social_care_code_beside_another_main_one_is_only_perhaps():
    tender = {
        "title": "Delivery partner",
        "classification": {"id": "45000000"},
        "additionalClassifications": [{"id": "85311000"}],
    }
    assert classify({"tender": tender}).answer == "perhaps"


def test_without_a_code_the_buyer_decides():
    tender = {"title": "Home care in Fictional Town"}
    assert classify({"tender": tender, **COUNCIL}).answer == "yes"
    assert classify({"tender": tender, "buyer": {"name": "Fictional Energy plc"}}).answer == "perhaps"


def test_a_general_code_needs_words():
    code = {"classification": {"id": "85000000"}}
    assert classify({"tender": {"title": "Service 12", **code}}).answer == "no"
    described = {"title": "Service 12", "description": "Domiciliary care for adults", **code}
    assert classify({"tender": described}).answer == "perhaps"
    assert classify({"tender": {"title": "Domiciliary care", **code}}).answer == "yes"


@pytest.mark.parametrize(
    "compiled",
    [
        {},
        {"tender": None},
        {"tender": {"title": 5, "items": [None, 3], "classification": "x"}},
        {"awards": {"items": 1}},
    ],
)
def test_odd_shapes_are_no_with_a_reason(compiled):
    verdict = classify(compiled)
    assert verdict.answer == "no"
    assert verdict.reason
