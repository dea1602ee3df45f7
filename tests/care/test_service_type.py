import pytest

from candour.care.service_type import DEFINITIONS, UNKNOWN, of


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Domiciliary Care in Fictional Town", "home care"),
        ("Gofal Cartref", "home care"),
        ("Care Homes for Older People", "care home"),
        ("Nursing Home Beds", "nursing home"),
        ("Supported Living", "supported living"),
        ("Extra Care at Sample Court", "extra care"),
        ("Day Opportunities", "day services"),
        ("Children's Homes", "children's homes"),
        ("Independent Fostering", "fostering"),
        ("Unpaid Carers' Support", "carers"),
        ("Care Act Advocacy", "advocacy"),
        ("Respite at a Care Home", "short breaks"),
        ("Service 12", UNKNOWN),
    ],
)
def test_a_title_names_the_kind_of_care(title, name):
    found = of({"tender": {"title": title}})
    assert found.name == name
    assert found.reason


def test_a_title_may_name_several():
    found = of({"tender": {"title": "Home Care, Supported Living and Extra Care"}})
    assert (found.name, found.also) == ("extra care", ("supported living", "home care"))


def test_codes_then_the_description_speak_when_the_title_does_not():
    code = {"items": [{"classification": {"id": "85144100"}}]}
    assert of({"tender": {"title": "Lot 3", **code}}).name == "nursing home"
    assert of({"tender": {"title": "Lot 3", "description": "Reablement for adults"}}).name == "reablement"


@pytest.mark.parametrize("compiled", [{}, {"tender": []}, {"tender": {"title": 4, "description": None}}])
def test_nothing_said_is_unknown_with_a_reason(compiled):
    assert of(compiled).name == UNKNOWN
    assert of(compiled).reason


def test_every_kind_has_a_title_and_words():
    assert all(known.title and known.words for known in DEFINITIONS.values())
