"""The codes that the social-care extension publishes are the names that the project itself goes by."""

import msgspec
import pytest

from candour.care import contract_model, service_type
from candour.care.published_codes import published_code
from candour.definitions import FOLDER
from candour.ocds.description import describe


@pytest.mark.parametrize(
    ("name", "code"),
    [("block", "block"), ("children's homes", "childrensHomes"), ("in-house", "inHouse"), ("care home", "careHome")],
)
def test_a_name_has_one_code(name, code):
    assert published_code(name) == code


@pytest.mark.parametrize(
    ("codelist", "names"),
    [("careServiceType", service_type.BY_CODE), ("careContractModel", contract_model.BY_CODE)],
)
def test_every_code_stands_for_one_name_of_ours_and_the_other_way_round(codelist, names):
    assert list(describe().codelists[codelist]) == list(names)
    assert len(set(names.values())) == len(names)


@pytest.mark.parametrize(("member", "codelist"), [("by", "careObservationMethod"), ("roles", "careRespondentRole")])
def test_how_our_metrics_are_collected_can_be_published(member, codelist):
    known = describe().codelists[codelist]
    for file in sorted((FOLDER / "metrics").glob("*.yaml")):
        said = msgspec.yaml.decode(file.read_bytes())["collected"][member]
        for name in [said] if isinstance(said, str) else said:
            assert published_code(name) in known, (file.name, name)
