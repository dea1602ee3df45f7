"""What was promised stands beside what was delivered."""

from datetime import datetime
from decimal import Decimal

from candour.operations.promises import promises_and_deliveries

CONTRACT = {"contract_number": 1, "contract_id": "c1", "award_number": 2}


def promise(stage, value, holder=None, metric="missed-visits"):
    return {
        "metric_id": metric,
        "metric_title": None,
        "unit_name": "share",
        "stage": stage,
        "holder_number": holder,
        "measure_text": value,
        "value_amount": None,
        "value_currency": None,
    }


def delivery(until, value, dimensions=None, metric="missed-visits", amount=None):
    return {
        "metric_id": metric,
        "metric_title": "Missed visits",
        "unit_name": "share",
        "contract_number": 1,
        "period_end": until,
        "measure_text": value,
        "value_amount": amount,
        "value_currency": "GBP" if amount else None,
        "dimensions": dimensions,
    }


def test_the_contract_s_promise_comes_before_that_of_its_award_and_tender():
    made = [promise("tender", "0.03"), promise("award", "0.02", 2), promise("contract", "0.01", 1)]
    (line,) = promises_and_deliveries([CONTRACT], made, [])
    assert (line.promised, line.stage, line.latest, line.values) == ("0.01", "contract", None, ())
    (line,) = promises_and_deliveries([CONTRACT], made[:2], [])
    assert (line.promised, line.stage) == ("0.02", "award")
    (line,) = promises_and_deliveries([CONTRACT], [promise("tender", "0.03"), promise("award", "0.02", 1)], [])
    assert (line.promised, line.stage) == ("0.03", "tender")


def test_the_last_period_is_the_latest_in_time_and_parts_are_told_apart():
    done = [
        delivery(datetime(2026, 6, 30), "0.04"),
        delivery(datetime(2026, 3, 31), "0.05"),
        delivery(datetime(2026, 9, 30), "0.9", dimensions='{"age": "over 85"}'),
        delivery(datetime(2026, 9, 30), None),
    ]
    (line,) = promises_and_deliveries([CONTRACT], [], done)
    assert (line.metric, line.promised, line.latest) == ("Missed visits", None, "0.04")
    assert line.values == ("0.05", "0.04")
    assert line.split == 1


def test_money_keeps_its_digits_and_its_currency():
    (line,) = promises_and_deliveries([CONTRACT], [], [delivery(None, None, amount=Decimal("12.500"))])
    assert line.latest == "12.5 GBP"


def test_promises_without_a_contract_are_not_lost():
    (line,) = promises_and_deliveries([], [promise("tender", "0.03")], [])
    assert (line.contract_id, line.promised, line.stage) == (None, "0.03", "tender")


def test_dimensions_that_say_what_a_share_was_taken_of_make_no_part_of_it():
    done = [delivery(datetime(2026, 6, 30), "0.04", dimensions='{"denominator": "140"}')]
    (line,) = promises_and_deliveries([CONTRACT], [], done)
    assert (line.latest, line.split) == ("0.04", 0)
