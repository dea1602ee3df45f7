"""`candour cost`: a price taken apart, a fee held against it, and one line for what cannot be computed."""

import pytest

GIVEN = (
    *("--set", "visit_minutes=30", "--set", "travel_minutes=6", "--set", "miles=2", "--set", "weekly_hours=30"),
    *("--set", "other_on_costs=5%", "--set", "running=25%", "--set", "surplus=3%"),
)
ENGLAND = ("cost", "--nation", "england", "--year", "2025-26")


def test_a_published_hour(candour):
    found = candour("cost", "--nation", "england", "--year", "2020-21", "--json").json
    assert found["price"] == 20.69
    assert [share["share"] for share in found["shares"]] == [50.36, 65.39]
    assert found["travel_minutes_per_contact_hour"] == 11.7


def test_an_hour_and_a_fee(candour):
    ran = candour(*ENGLAND, *GIVEN, "--fee", "20.10", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.json["fee"]["check"]["red_line"] == {"amount": 21.11, "currency": "GBP"}
    assert len(ran.json["fee"]["steps"]) == 3
    page = candour(*ENGLAND, *GIVEN, "--fee", "20.10").out
    assert "a question, not a verdict" in page
    assert "10.18 an hour: below the pay floor of 12.21" in page


def test_a_fee_without_running_costs(candour):
    ran = candour(*ENGLAND, *GIVEN[:-4], "--fee", "25", "--json")
    assert ran.json["price"] is None
    assert ran.json["fee"]["check"]["standing"].endswith("the sustainability line is not computable")
    assert ran.json["shares"][0]["denominator"] == "the direct costs of a contact hour"


def test_a_file_and_what_is_said_apart_from_it(candour, tmp_path):
    (tmp_path / "week.yaml").write_text(
        "of: care-home-week\nnation: wales\nyear: 2025-26\nassumptions: {care_hours: 22, care_wage: 12.60, "
        "nursing_hours: 0, nursing_wage: 21, support_hours: 8, support_wage: 12.21, supplies: 120, premises: 180, "
        "occupancy: 90%, weekly_hours: 35, other_on_costs: 5%, running: 100, surplus: 20}"
    )
    week = candour("cost", "week.yaml", "--json").json
    dearer = candour("cost", "week.yaml", "--set", "supplies=121", "--json").json
    assert dearer["price"] - week["price"] == pytest.approx(1)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (ENGLAND, "visit_minutes, travel_minutes, miles, weekly_hours, other_on_costs are not given"),
        (("cost",), "the currency is not given"),
        (("cost", "--nation", "england"), "expected nation and year together"),
        (("cost", "none.yaml"), "none.yaml cannot be read"),
        ((*ENGLAND, "--set", "wage"), "expected NAME=VALUE"),
        ((*ENGLAND, "--of", "care-home-week", "--fee", "900"), "an hour of home care only"),
        (("cost", "--nation", "england", "--year", "2022-23", *GIVEN), "two rates held in this year"),
    ],
)
def test_one_line_for_what_cannot_be_computed(candour, arguments, words):
    ran = candour(*arguments)
    assert (ran.code, ran.out) == (3, "")
    assert words in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_two_currencies(candour, tmp_path):
    (tmp_path / "hour.yaml").write_text("currency: EUR\nnation: england\nyear: 2025-26\n")
    assert "found amounts in EUR and in GBP" in candour("cost", "hour.yaml").err


def test_what_is_no_currency(candour, tmp_path):
    (tmp_path / "hour.yaml").write_text("currency: pounds\n")
    assert "the currency: found 'pounds', expected three capital letters" in candour("cost", "hour.yaml").err


def test_a_wage_below_the_floor_is_said(candour):
    found = candour(*ENGLAND, *GIVEN, "--set", "wage=12.20")
    assert "below the pay floor of 12.21: this hour is not lawfully paid" in found.out
    assert "not lawfully paid" not in candour(*ENGLAND, *GIVEN, "--set", "wage=12.21").out


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("assumptions: {wage: 12.21, wage: 13}", "wage stands here for the second time"),
        ("assumptions: {wage: [12.21]}", "Expected `str`, got `array` - at `$.assumptions[...]`"),
        ("wage: 12.21", "unknown field `wage`"),
        ("", "Expected `object`"),
        ("[", "is not YAML"),
    ],
)
def test_a_file_that_says_nothing_clear_is_named(candour, tmp_path, written, words):
    (tmp_path / "hour.yaml").write_text(written)
    ran = candour("cost", "hour.yaml")
    assert (ran.code, len(ran.err.strip().splitlines())) == (3, 1)
    assert ran.err.startswith("candour: hour.yaml")
    assert words in ran.err
