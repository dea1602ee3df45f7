"""The calculator of an hour: its parts, a fee held against it, one's council, and what is wrong beside the field."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from candour.operations.cost import cost
from candour.operations.cost_request import CostRequest
from candour.site.explore.cost.asked import EXAMPLES, complete_years


@pytest.fixture
def council(home):
    """A council with an average fee of 2025-26."""
    with home.tables() as tables:
        return tables.query(
            "SELECT name, value FROM council_outcomes WHERE measure = 'fee-home-care' AND level = 'council' "
            "AND statistic = 'outcome' AND value IS NOT NULL AND YEAR(period_end) = 2026 ORDER BY name LIMIT 1"
        ).rows[0]


def data(client, **asked):
    return client.get("/cost/data.json", asked).json()["answer"]


def test_it_begins_with_an_example_that_is_said_to_be_one(client):
    page = client.get("/cost").content.decode()

    assert "This is an example" in page
    assert "This is an example" not in client.get("/cost", {"visit_minutes": "45"}).content.decode()


def test_what_reaches_the_worker_is_said_first_and_of_what_it_is_a_share(client):
    answer = data(client)["cost"]
    page = client.get("/cost").content.decode()
    pay = Decimal(str(answer["shares"][0]["amount"]))

    assert f"£{pay:.2f} of it" in page
    assert f"{answer['shares'][0]['share']:.2f}% of the price" in page


def test_the_figures_are_those_of_the_command(client):
    asked = {"nation": "wales", "year": "2025-26", "wage": "13.10", "fee": "24.10"}
    assumed = {**EXAMPLES["home-care-hour"], "wage": "13.10"}
    expected = cost(CostRequest(nation="wales", year="2025-26", fee="24.10", assumptions=assumed))

    answer = data(client, **asked)["cost"]
    assert Decimal(str(answer["price"])) == expected.price
    assert answer["fee"]["check"]["standing"] == expected.fee.check.standing


def test_a_calculation_keeps_its_address(client):
    address = client.get("/cost/data.json", {"wage": "14"}).json()["address"]

    assert all(f"{name}=" in address for name in EXAMPLES["home-care-hour"])
    assert client.get(address.replace("/cost?", "/cost/data.json?")).json()["address"] == address


def test_the_fee_of_a_council_is_held_against_the_costs(client, council):
    answer = data(client, council=council.name, year="2025-26")
    page = client.get("/cost", {"council": council.name, "year": "2025-26"}).content.decode()

    assert answer["fee_of_council"] is True
    assert Decimal(answer["fee"]) == council.value
    assert f"{council.name} is said to pay" in page


def test_a_fee_that_somebody_types_counts_before_that_of_the_council(client, council):
    assert data(client, council=council.name, year="2025-26", fee="30")["fee"] == "30"


def test_a_fee_below_the_lawful_costs_is_a_question_with_its_steps(client):
    page = client.get("/cost", {"fee": "15"}).content.decode()

    assert "a question to ask, and no verdict" in page
    assert "Procurement" in page or "bidder" in page


def test_a_week_in_a_care_home(client):
    page = client.get("/cost", {"of": "care-home-week"})

    assert page.status_code == 200
    assert "What a week in a care home costs" in page.content.decode()
    assert 'name="care_hours"' in page.content.decode()


@pytest.mark.parametrize(
    ("name", "text"),
    [("wage", "-3"), ("wage", "a lot"), ("visit_minutes", "0"), ("fee", "x"), ("council", "Nowhere"), ("year", "x")],
)
def test_what_is_wrong_stands_beside_its_question(client, name, text):
    answer = client.get("/cost", {name: text})
    page = answer.content.decode()

    assert answer.status_code == 400
    assert f'id="asked-{name}-error"' in page
    assert "--set" not in page


@pytest.mark.parametrize("nation", ["england", "scotland", "wales", "northern-ireland"])
def test_every_year_that_is_offered_can_be_worked_out(client, nation):
    assert all(client.get("/cost", {"nation": nation, "year": year}).status_code == 200 for year in complete_years())


@given(st.dictionaries(st.sampled_from(["wage", "fee", "miles", "running", "year", "of"]), st.text(max_size=30)))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_is_answered(client, typed):
    assert client.get("/cost", typed).status_code in (200, 400)
