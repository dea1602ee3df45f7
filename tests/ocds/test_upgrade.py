import copy

import pytest

from candour.ocds.upgrade import is_1_0, upgrade_1_0

COUNCIL = {"name": "Fictional Council", "identifier": {"scheme": "GB-LAE", "id": "XXX"}, "address": {"locality": "A"}}
PROVIDER = {"id": "p", "name": "Fictional Care Ltd", "address": {"locality": "B"}}
RELEASE = {
    "ocid": "ocds-fiction-1",
    "id": "1",
    "buyer": COUNCIL,
    "tender": {
        "id": "t",
        "procuringEntity": COUNCIL,
        "tenderers": [PROVIDER],
        "amendment": {"date": "2015-01-01T00:00:00Z", "changes": []},
    },
    "awards": [{"id": "a", "suppliers": [PROVIDER]}],
    "contracts": [
        {
            "id": "c",
            "implementation": {
                "transactions": [
                    {
                        "id": "1",
                        "amount": {"amount": 1, "currency": "GBP"},
                        "providerOrganization": {"scheme": "GB-LAE", "id": "XXX", "legalName": "Fictional Council"},
                        "receiverOrganization": {"scheme": "GB-COH", "id": "00000000"},
                    }
                ]
            },
        }
    ],
}


def test_organisations_become_parties_with_roles_and_references_stay_behind():
    upgraded = upgrade_1_0(RELEASE)
    council, provider, payer, payee = upgraded["parties"]
    assert council == {**COUNCIL, "id": council["id"], "roles": ["buyer", "procuringEntity"]}
    assert provider == {**PROVIDER, "roles": ["tenderer", "supplier"]}
    assert (
        upgraded["buyer"] == upgraded["tender"]["procuringEntity"] == {"id": council["id"], "name": COUNCIL["name"]}
    )
    assert upgraded["awards"][0]["suppliers"] == [{"id": "p", "name": "Fictional Care Ltd"}]
    assert (payer["roles"], payee["roles"]) == (["payer"], ["payee"])
    assert payer["identifier"] == {"scheme": "GB-LAE", "id": "XXX", "legalName": "Fictional Council"}


def test_renamed_fields_get_their_new_names():
    upgraded = upgrade_1_0(RELEASE)
    assert upgraded["tender"]["amendments"] == [RELEASE["tender"]["amendment"]]
    assert "amendment" not in upgraded["tender"]
    (transaction,) = upgraded["contracts"][0]["implementation"]["transactions"]
    assert transaction["value"] == {"amount": 1, "currency": "GBP"}
    assert transaction.keys() == {"id", "value", "payer", "payee"}
    assert transaction["payer"]["name"] == "Fictional Council"


def test_what_was_published_is_left_alone():
    before = copy.deepcopy(RELEASE)
    upgrade_1_0(RELEASE)
    assert before == RELEASE


def test_upgrading_twice_changes_nothing_more():
    once = upgrade_1_0(RELEASE)
    assert upgrade_1_0(once) == once


@pytest.mark.parametrize(
    "odd",
    [
        {"buyer": "Council"},
        {"buyer": None, "tender": None, "awards": None, "contracts": None},
        {"tender": [], "awards": {}, "contracts": [None, 1], "parties": "none"},
        {"awards": [{"suppliers": "x"}, {"suppliers": [None, "y"]}]},
        {"contracts": [{"implementation": {"transactions": [{"providerOrganization": "x"}]}}]},
    ],
)
def test_what_has_a_wrong_type_stays(odd):
    assert upgrade_1_0(odd) == odd


@pytest.mark.parametrize(
    ("release", "version", "expected"),
    [
        (RELEASE, "1.0", True),
        (RELEASE, "1.1", False),
        (RELEASE, None, True),
        ({"ocid": "x", "buyer": {"id": "1", "name": "Only a reference"}}, None, False),
        ({"ocid": "x", "tender": {"amendment": {}}}, None, True),
        ({"ocid": "x", "parties": [], "buyer": COUNCIL}, None, False),
        ({"ocid": "x", "parties": []}, "1.0.3", True),
        ({"ocid": "x"}, None, False),
    ],
)
def test_which_releases_need_it(release, version, expected):
    assert is_1_0(release, version) is expected
