"""What a publisher states of its care by the social-care extension is believed before words are looked at."""

import pytest

from candour.care import contract_model, service_type, social_care

CARE = {"serviceTypes": ["supportedLiving", "homeCare"], "contractModel": "userChoiceDirectAward"}


@pytest.mark.parametrize(
    ("compiled", "path"),
    [
        ({"tender": {"title": "Nursing home beds, block contract", "socialCare": CARE}}, "tender.socialCare"),
        ({"tender": {"lots": [{"id": "1"}, {"id": "2", "socialCare": CARE}]}}, "tender.lots.socialCare"),
        ({"contracts": [{"id": "1", "socialCare": CARE}]}, "contracts.socialCare"),
    ],
)
def test_it_outweighs_titles_and_says_where_it_stands(compiled, path):
    model, service = contract_model.of(compiled, others=False), service_type.of(compiled)
    assert (model.name, model.reason) == (
        "user-choice direct award",
        f'{path}.contractModel is "userChoiceDirectAward"',
    )
    assert (service.name, service.also) == ("supported living", ("home care",))
    assert service.reason == f"{path}.serviceTypes says supportedLiving"
    verdict = social_care.classify(compiled)
    assert (verdict.answer, verdict.reason) == ("yes", f"{path}.serviceTypes says supportedLiving")


def test_what_the_title_says_besides_is_kept():
    compiled = {"tender": {"title": "Home care framework", "socialCare": {"contractModel": "spot"}}}
    assert (contract_model.of(compiled).name, contract_model.of(compiled).also) == ("spot", ("framework",))


@pytest.mark.parametrize(
    "said", [None, 7, [], "homeCare", {}, {"serviceTypes": "homeCare"}, {"serviceTypes": [], "contractModel": ["a"]}]
)
def test_what_is_not_stated_as_the_extension_says_counts_for_nothing(said):
    compiled = {"tender": {"title": "Home care framework", "socialCare": said}}
    plain = {"tender": {"title": "Home care framework"}}
    assert contract_model.of(compiled) == contract_model.of(plain)
    assert service_type.of(compiled) == service_type.of(plain)
    assert social_care.classify(compiled) == social_care.classify(plain)


def test_a_code_of_no_list_is_no_kind_of_care():
    compiled = {"contracts": [{"socialCare": {"serviceTypes": ["gardening"], "contractModel": "barter"}}]}
    assert contract_model.of(compiled).name == contract_model.UNKNOWN
    assert service_type.of(compiled).name == service_type.UNKNOWN
