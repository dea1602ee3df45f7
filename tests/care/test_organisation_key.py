import pytest

from candour.care.organisation_key import organisation_key


def test_a_registers_number_is_the_key_and_always_the_same_one():
    company, charity = {"scheme": "GB-COH", "id": "1234567"}, {"scheme": "GB-CHC", "id": "1123456"}
    one = {"id": "1", "name": "Fictional Care", "identifier": company, "additionalIdentifiers": [charity]}
    other = {"id": "org-9", "name": "Other name", "identifier": charity, "additionalIdentifiers": [company]}
    assert organisation_key(one) == organisation_key(other) == ("GB-COH-01234567", "register")


def test_a_number_in_the_partys_own_id_counts_when_it_is_a_registers():
    assert organisation_key({"id": "GB-COH-1234567", "name": "X"}) == ("GB-COH-01234567", "register")


@pytest.mark.parametrize("local", ["org-1", "GB-CFS-123456", "GB-SRS-sid4gov.example/aB3", "7"])
def test_a_number_local_to_a_notice_or_portal_is_never_a_key(local):
    party = {"id": local, "name": "Fictional Care Ltd", "address": {"postalCode": "zz1 1zz"}}
    assert organisation_key(party) == ("name:fictional care limited|ZZ11ZZ", "name and postcode")


def test_two_suppliers_that_share_a_local_id_are_two():
    one, other = {"id": "GB-CFS-1", "name": "Fictional Care A"}, {"id": "GB-CFS-1", "name": "Fictional Care B"}
    assert organisation_key(one) != organisation_key(other)


def test_a_bad_number_falls_back_to_the_name():
    party = {
        "name": "Fictional Care",
        "identifier": {"scheme": "GB-COH", "id": "N/A"},
        "address": {"postalCode": "?"},
    }
    assert organisation_key(party) == ("name:fictional care", "name only")


def test_a_council_is_known_by_one_key_before_and_after_it_had_a_number():
    older = {"id": "org-1", "name": "Merton Council"}
    newer = {"name": "London Borough of Merton", "identifier": {"scheme": "GB-PPON", "id": "PABC-1234-DEFG"}}
    coded = {"name": "Merton", "identifier": {"scheme": "GB-LAE", "id": "MRT"}}
    assert {organisation_key(party).key for party in (older, newer, coded)} == {"GB-LAE-MRT"}
    assert organisation_key(older).how == "council name"


def test_a_company_that_is_named_like_a_council_is_not_one():
    party = {"name": "Merton Council", "identifier": {"scheme": "GB-COH", "id": "1234567"}}
    assert organisation_key(party).key == "GB-COH-01234567"


@pytest.mark.parametrize("party", [{}, {"name": ""}, {"name": None, "address": 4}, {"name": "…"}])
def test_nothing_to_know_it_by_is_said(party):
    assert organisation_key(party) == (None, "nothing")


@pytest.mark.parametrize("name", ["Merton", "Fictional Trading (Merton Council)"])
def test_a_firm_named_after_a_place_or_its_owner_is_not_the_council(name):
    assert organisation_key({"name": name}).how == "name only"


def test_a_department_is_its_council():
    assert organisation_key({"name": "Merton Council - Adult Services"}).key == "GB-LAE-MRT"
