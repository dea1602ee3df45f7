"""A place: is the care in my postcode being delivered as promised, and who gives it?"""

import pytest

from candour.sources.errors import SourceError
from candour.sources.postcodes import directory_version


def installed() -> bool:
    try:
        directory_version()
    except SourceError:
        return False
    return True


@pytest.fixture(scope="module")
def council(home):
    """The council of most contracts with reports."""
    with home.tables() as tables:
        sql = """
        SELECT buyer_name AS name FROM processes WHERE has_deliveries AND has_promises AND social_care = 'yes'
        GROUP BY ALL ORDER BY COUNT(*) DESC, name LIMIT 1
        """
        return tables.query(sql).rows[0].name


def test_each_contract_in_force_says_how_its_promises_stand(client, council):
    answer = client.get(f"/place/{council}/data.json").json()["answer"]
    page = client.get(f"/place/{council}").content.decode()

    assert answer["contracts"]["found"] >= len(answer["contracts"]["contracts"]) > 0
    for one in answer["contracts"]["contracts"]:
        assert one["promised"] == one["met"] + one["missed"] + one["not_told"] + one["never_reported"]
        assert one["buyer"] == council
        assert f"/contract/{one['ocid']}" in page


def test_verdicts_are_those_of_the_contract_itself(client, home, council):
    from candour.operations.contract.view import contract_view
    from candour.site.pages.made import today

    (first, *_) = client.get(f"/place/{council}/data.json").json()["answer"]["contracts"]["contracts"]
    (its,) = contract_view(home, first["ocid"], today(), first["contract_id"]).contracts

    verdicts = [one.kept.verdict for one in its.outcomes if one.kept]
    assert (first["met"], first["missed"]) == (verdicts.count("met"), verdicts.count("not met"))


def test_a_council_is_found_whatever_its_capitals(client, council):
    assert client.get(f"/place/{council.upper()}").status_code == 200


@pytest.mark.skipif(not installed(), reason="the directory of postcodes is not installed")
def test_a_postcode_leads_to_the_council_that_arranges_care(client):
    page = client.get("/place/hx78ab").content.decode()

    assert "Calderdale" in page
    assert "/council/E08000033" in page


def test_a_postcode_that_no_directory_has_leads_to_councils_with_care_near_by(client, home):
    with home.tables() as tables:
        sql = "SELECT postcode, council_name FROM locations WHERE council_name IS NOT NULL AND postcode IS NOT NULL"
        row = tables.query(f"{sql} ORDER BY location LIMIT 1").rows[0]

    page = client.get(f"/place/{row.postcode}").content.decode()

    assert "We cannot say whose area" in page
    assert row.council_name in page


@pytest.mark.parametrize(
    ("wanted", "said"),
    [("BT1 1AA", "leaves Northern Ireland out"), ("Dorset County Council", "ended on 31 March 2019")],
)
def test_what_is_not_known_is_said(client, wanted, said):
    answer = client.get(f"/place/{wanted}")

    assert answer.status_code == 200
    assert said in answer.content.decode() or not installed()


def test_a_place_that_is_none_is_refused(client):
    assert client.get("/place/nowhere at all").status_code == 404
