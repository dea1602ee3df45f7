"""What promises and deliveries tell of an observation beside its measure."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.warehouse.rows import TableWriter
from candour.warehouse.tables import deliveries
from candour.warehouse.tables.process import Answer, Process

QUARTER = {"startDate": "2026-01-01T00:00:00Z", "endDate": "2026-03-31T23:59:59Z"}


def delivered(*observations, **metric):
    """Rows of the table of deliveries, for one metric with these observations."""
    process = Process(
        {
            "ocid": "ocds-f1ct10-1",
            "contracts": [
                {"id": "c", "implementation": {"metrics": [{"id": "m", "observations": [*observations], **metric}]}}
            ],
        },
        number=0,
        organisation_of=lambda party: None,
        social_care=Answer("yes", ""),
        contract_model=Answer("", ""),
    )
    writer = TableWriter(deliveries.TABLE, Path("none"))
    rows, problems = writer.converted(writer.look_up(list(deliveries.TABLE.entries(process))))
    return rows.to_pylist(), [found.problem.path for found in problems]


def test_every_field_of_an_observation_is_a_column():
    observation = {
        "id": "1",
        "period": QUARTER,
        "measure": 0.9,
        "numerator": 36,
        "denominator": 40,
        "denominatorOf": "people who answered",
        "respondents": 40,
        "invited": 64,
        "respondentsRole": "supportedPerson",
        "answeredBy": "themselvesWithHelp",
        "method": "survey",
        "verifiedBy": {"role": "commissioner", "organization": {"id": "x"}, "date": "2026-04-20T00:00:00Z"},
        "state": "value",
        "stateReason": "none",
    }
    (row,), problems = delivered(observation, version=2, population="people with a home-care package")
    assert not problems
    assert (row["metric_version"], row["metric_population"]) == (2, "people with a home-care package")
    assert (row["numerator"], row["denominator"], row["denominator_of"]) == (36, 40, "people who answered")
    assert (row["respondents"], row["invited"], row["respondents_role"]) == (40, 64, "supportedPerson")
    assert (row["answered_by"], row["method"]) == ("themselvesWithHelp", "survey")
    assert (row["verified_by_role"], row["verified_on"].isoformat()) == ("commissioner", "2026-04-20T00:00:00")
    assert (row["state"], row["state_reason"]) == ("value", "none")


@pytest.mark.parametrize(
    ("observation", "state"),
    [
        ({"measure": 0}, "value"),
        ({"measure": "good"}, "value"),
        ({"value": {"amount": 0, "currency": "GBP"}}, "value"),
        ({"notes": "We did not ask."}, None),
        ({"state": "suppressed"}, "suppressed"),
        ({"state": "notReported", "measure": 3}, "notReported"),
        ({}, None),
    ],
)
def test_a_state_is_as_published_else_value_where_there_is_one(observation, state):
    (row,), _ = delivered({"id": "1"} | observation)
    assert row["state"] == state


def test_a_metric_without_observations_has_no_state():
    (row,), _ = delivered()
    assert (row["metric_id"], row["observation_id"], row["state"]) == ("m", None, None)


def test_digits_among_the_dimensions_are_the_numbers_of_the_measure():
    rows, problems = delivered(
        {"id": "1", "dimensions": {"numerator": "12", "denominator": "40"}},
        {"id": "2", "dimensions": {"denominator": "some 40"}},
        {"id": "3", "numerator": 12.5, "dimensions": {"numerator": "9", "denominator": 30}},
        {"id": "4", "dimensions": {"denominator": "²"}},
    )
    assert not problems
    assert [(row["numerator"], row["denominator"]) for row in rows] == [
        (12, 40),
        (None, None),
        (Decimal("12.5"), 30),
        (None, None),
    ]


def test_a_numerator_that_is_no_number_is_a_problem_and_not_taken_from_elsewhere():
    (row,), problems = delivered({"id": "1", "numerator": "most", "dimensions": {"numerator": "9"}})
    assert row["numerator"] is None
    assert problems == ["contracts.implementation.metrics.observations.numerator"]


@given(field=st.none() | st.integers(0, 10**6), dimension=st.none() | st.integers(0, 10**6))
def test_a_field_goes_before_a_dimension(field, dimension):
    observation = {"id": "1", "dimensions": {"some": "thing"}}
    if field is not None:
        observation["denominator"] = field
    if dimension is not None:
        observation["dimensions"]["denominator"] = str(dimension)
    (row,), _ = delivered(observation)
    assert row["denominator"] == (field if field is not None else dimension)
