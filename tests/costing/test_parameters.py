from decimal import Decimal

import pytest

from candour.costing.amounts import rounded
from candour.costing.breakdown import PAY, WAGE_COSTS
from candour.costing.errors import CostingError
from candour.costing.parameters import NATIONS, parameters, years
from candour.costing.published import has_published_hour, published_hour, travel_minutes_implied

FLOORS = {
    "2019-20": "8.21",
    "2020-21": "8.72",
    "2021-22": "8.91",
    "2022-23": "9.50",
    "2023-24": "10.42",
    "2024-25": "11.44",
    "2025-26": "12.21",
    "2026-27": "12.71",
}
MINIMUM_PRICES = {
    "2019-20": "18.93",
    "2020-21": "20.69",
    "2021-22": "21.43",
    "2022-23": "23.20",
    "2023-24": "25.95",
    "2024-25": "28.53",
    "2025-26": "32.14",
}
LIVING_WAGES = {
    "2022-23": ("10.90", "11.95"),
    "2023-24": ("12.00", "13.15"),
    "2024-25": ("12.60", "13.85"),
    "2025-26": ("13.45", "14.80"),
}


@pytest.mark.parametrize("year", FLOORS)
def test_the_pay_floor_of_each_year_holds_in_every_nation(year):
    assert {parameters(nation, year).figure("pay_floor").amount for nation in NATIONS} == {Decimal(FLOORS[year])}


@pytest.mark.parametrize("year", MINIMUM_PRICES)
def test_the_associations_minimum_price_for_england(year):
    assert parameters("England", year).figure("minimum_price").amount == Decimal(MINIMUM_PRICES[year])


@pytest.mark.parametrize("year", LIVING_WAGES)
def test_the_real_living_wage(year):
    known = parameters("england", year)
    amounts = tuple(known.figure(f"real_living_wage_{where}").amount for where in ("uk", "london"))
    assert amounts == tuple(map(Decimal, LIVING_WAGES[year]))


def test_the_hour_of_2020_to_the_penny():
    known = parameters("england", "2020-21")
    hour = published_hour(known)
    assert hour.price.amount == hour.lowest_fee.amount == known.figure("minimum_price").amount == Decimal("20.69")
    assert hour.share(hour.parts[0].exact) == Decimal("42.15")
    assert hour.share(hour.of(PAY)) == Decimal("50.36")
    assert hour.share(hour.of(WAGE_COSTS)) == Decimal("65.39")
    assert rounded(travel_minutes_implied(hour), Decimal("0.1")) == Decimal("11.7")
    assert list(map(str, hour.shares())) == ["42.15", "8.22", "5.51", "9.52", "6.57", "25.13", "2.90"]


def test_what_else_is_known_of_2025():
    known = parameters("england", "2025-26")
    names = ("direct_employment_cost", "average_fee", "councils_below_direct_cost", "ni_rate", "ni_threshold")
    assert [str(known.figure(name).amount) for name in names] == ["22.71", "24.10", "0.27", "0.15", "5000"]
    assert parameters("wales", "2024-25").figure("ni_rate").amount == Decimal("0.138")


def test_what_is_missing_says_why():
    with pytest.raises(CostingError, match="ni_rate is missing: two rates held in this year"):
        parameters("scotland", "2022-23").figure("ni_rate").amount  # noqa: B018
    with pytest.raises(CostingError, match="minimum_price is not known for scotland in 2025-26"):
        parameters("scotland", "2025-26").figure("minimum_price")
    assert not has_published_hour(parameters("wales", "2020-21"))


def test_every_figure_has_a_source_and_its_standing():
    for year in years().values():
        assert year.not_known
        assert all(figure.known and year.sources[figure.source].licence for figure in year.figures)


def test_no_such_nation_or_year():
    with pytest.raises(CostingError, match="expected one of england, scotland"):
        parameters("mercia", "2025-26")
    with pytest.raises(CostingError, match=r"found the year '2030-31', expected one of 2019-20"):
        parameters("england", "2030-31")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("id: [", "is not YAML"),
        ("id: 2025-26", "does not define a year"),
        ("id: other\nversion: 1\ntitle: t\ncurrency: GBP\nfigures: []\nsources: {}\nnot_known: []\n"
         "review_date: 2027-04-01", "expected '2025-26', as the file is named"),
        ("id: 2025-26\nversion: 1\ntitle: t\ncurrency: GBP\nfigures:\n- {name: wage, title: t, unit: u, source: s, "
         "known: k}\nsources: {}\nnot_known: []\nreview_date: 2027-04-01", "either a value or missing_because"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_year_is_named(tmp_path, text, words):
    (tmp_path / "2025-26.yaml").write_text(text)
    with pytest.raises(CostingError, match=words):
        years(tmp_path)
