"""What was promised is matched with what was reported, and what is missing comes first."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.operations.contract.outcomes import outcomes
from candour.operations.promises import STAGES

from .rows import CONTRACT, delivery, process, promise

DAY = date(2026, 6, 1)


def seen(promises, deliveries, contract=CONTRACT, award=None, day=DAY):
    return outcomes(process(promises, deliveries), contract, award, day)


def one(promises, deliveries, **more):
    (outcome,) = seen(promises, deliveries, **more)
    return outcome


def verdict(promises, deliveries):
    outcome = one(promises, deliveries)
    return outcome.kept.verdict, outcome.kept.because


def test_what_was_never_reported_comes_first_then_what_was_not_met_and_last_what_nobody_promised():
    found = seen(
        [promise(metric=name) for name in ("late-visits", "missed-visits", "falls-at-night", "continuity")]
        + [promise(metric="satisfaction", value="0.8")],
        [
            delivery("0.01", metric="late-visits"),
            delivery("0.05", metric="missed-visits"),
            delivery("0.9", metric="satisfaction", unit_name="people"),
            delivery("3", metric="unasked", unit_name="falls"),
        ],
    )
    assert [(one.metric, one.standing, one.kept and one.kept.verdict) for one in found] == [
        ("falls-at-night", "promised but never reported", None),
        ("continuity", "promised but never reported", None),
        ("missed-visits", "promised and reported", "not met"),
        ("satisfaction", "promised and reported", "cannot be told"),
        ("late-visits", "promised and reported", "met"),
        ("unasked", "reported without a promise", None),
    ]


def test_the_longest_overdue_of_what_was_never_reported_is_first():
    early, late = datetime(2025, 5, 1), datetime(2026, 5, 1)
    found = seen([promise(metric="a", period_end=late), promise(metric="b", period_end=early)], [])
    assert [(one.metric, one.overdue.days) for one in found] == [("b", 396), ("a", 31)]


@pytest.mark.parametrize(
    ("metric", "wanted", "reached", "expected"),
    [
        ("missed-visits", "0.02", "0.01", "met"),  # lower is better
        ("missed-visits", "0.02", "0.02", "met"),
        ("missed-visits", "0.02", "0.03", "not met"),
        ("satisfaction", "0.85", "0.9", "met"),  # higher is better
        ("satisfaction", "0.85", "0.80", "not met"),
        ("worker-pay-share", "0.6", "0.7", "cannot be told"),  # neither way is better
        ("worker-pay-share", "0.6", "0.6", "met"),
        ("our-own-kpi", "0.6", "0.7", "cannot be told"),  # in no library
        ("our-own-kpi", "0.6", "0.60", "met"),
    ],
)
def test_the_library_says_which_way_is_better(metric, wanted, reached, expected):
    assert verdict([promise(metric=metric, value=wanted)], [delivery(reached, metric=metric)])[0] == expected


@pytest.mark.parametrize(
    ("promised", "reported", "because"),
    [
        ({"unit_name": "share"}, {"unit_name": "per cent"}, "the promise is in 'share' and what was reported in"),
        ({"unit_name": None}, {"unit_name": "share"}, "the promise is in no unit that is stated"),
        ({"metric_version": 1}, {"metric_version": 2}, "version 1 of the metric was promised and version 2 reported"),
        (
            {"metric_population": "Everybody"},
            {"metric_population": "People over 65"},
            'the promise is about "Everybody" and what was reported about "People over 65"',
        ),
        (
            {"period_end": datetime(2025, 3, 30)},
            {"period_start": datetime(2025, 4, 1)},
            "the promise is for the time until 30 March 2025 and what was reported for 1 April to 30 June 2025",
        ),
        (
            {},
            {"value": None, "state": "suppressed", "state_reason": "fewer than 8 people"},
            "what was reported is su",
        ),
        ({}, {"value": None, "state": "notComputable"}, "what was reported is not computable"),
        ({}, {"value": None, "measure_text": "mostly", "state": "value"}, "what was reported is not a number"),
        ({"value": None}, {}, "it was promised without a value"),
        ({}, {"value": "95"}, "what was reported is 95, which is no share: one lies between 0 and 1"),
    ],
)
def test_what_cannot_be_compared_is_not_compared_and_says_why(promised, reported, because):
    said, why = verdict([promise(**promised)], [delivery(**{"value": "0.01"} | reported)])
    assert said == "cannot be told"
    assert why.startswith(because)


def test_versions_and_populations_that_only_one_side_states_do_not_hinder():
    made = [promise(metric_version=1, metric_population="Everybody")]
    assert verdict(made, [delivery("0.01")])[0] == "met"
    assert verdict([promise(unit_name=None)], [delivery("0.01", unit_name=None)])[0] == "met"
    assert verdict([promise(unit_name=" Share")], [delivery("0.01", unit_name="share")])[0] == "met"


def test_an_interval_says_whether_chance_could_have_made_the_difference():
    few = one(
        [promise(value="0.85", metric="satisfaction")],
        [delivery("0.9", metric="satisfaction", denominator=Decimal(30))],
    )
    assert (few.kept.verdict, few.kept.sure) == ("met", False)
    assert few.latest.low < 0.85 < few.latest.high
    many = one(
        [promise(value="0.85", metric="satisfaction")],
        [delivery("0.97", metric="satisfaction", numerator=Decimal(97), denominator=Decimal(100))],
    )
    assert (many.kept.verdict, many.kept.sure) == ("met", True)
    assert (round(many.latest.low, 6), round(many.latest.high, 6)) == (0.915481, 0.989745)


def test_an_interval_in_per_cent_is_in_per_cent():
    found = one([], [delivery("97", metric="x", unit_name="%", denominator=Decimal(100))])
    assert (round(found.latest.low, 4), round(found.latest.high, 4)) == (91.5481, 98.9745)


@pytest.mark.parametrize(
    "more",
    [
        {"denominator": None},
        {"denominator": Decimal("2.5")},
        {"numerator": Decimal(9), "denominator": Decimal(5)},
        {"unit_name": "days"},
    ],
)
def test_there_is_no_interval_without_a_whole_number_of_something_to_count(more):
    assert one([], [delivery("0.5", **more)]).latest.low is None


def test_a_metric_that_is_named_without_an_observation_was_never_reported():
    found = one([promise()], [delivery(None, until=None, observation_id=None)])
    assert found.standing == "promised but never reported"


def test_a_report_that_there_is_no_report_leaves_the_promise_unreported_with_its_reason():
    found = one([promise()], [delivery(None, state="notReported", state_reason="the log was lost")])
    assert found.standing == "promised but never reported"
    assert found.latest is None
    assert [one.because for one in found.unreported] == ["the log was lost"]


def test_a_period_that_is_not_reported_does_not_hide_the_one_before():
    done = [delivery("0.01"), delivery(None, until=(2025, 9, 30), state="notReported")]
    found = one([promise()], done)
    assert (found.latest.value, found.kept.verdict, len(found.unreported)) == (Decimal("0.01"), "met", 1)


def test_suppressed_is_reported():
    found = one([promise()], [delivery(None, state="suppressed")])
    assert (found.standing, found.latest.state, found.latest.value) == ("promised and reported", "suppressed", None)


def test_parts_of_the_people_are_not_everybody():
    found = one([promise()], [delivery("0.01", dimensions='{"age": "over 85"}')])
    assert (found.latest, found.parts) == (None, 1)
    assert found.kept.because == "only values of parts of the people were reported"


def test_different_values_for_the_same_people_and_period_decide_nothing():
    said, why = verdict([promise()], [delivery("0.01"), delivery("0.05", observation_id="p")])
    assert (said, why) == ("cannot be told", "different values were reported for the same period")


def test_families_beside_people_themselves_are_another_answer_and_no_contradiction():
    found = one(
        [promise(metric="satisfaction", value="0.8")],
        [
            delivery("0.6", metric="satisfaction", answered_by="proxy"),
            delivery("0.9", metric="satisfaction", answered_by="themselves"),
        ],
    )
    assert (found.latest.value, found.kept.verdict) == (Decimal("0.9"), "met")
    assert [one.value for one in found.beside] == [Decimal("0.6")]


def test_of_several_targets_the_one_for_the_time_of_the_report_counts():
    made = [
        promise(value="0.05", period_start=datetime(2025, 4, 1), period_end=datetime(2026, 3, 31)),
        promise(value="0.01", period_start=datetime(2026, 4, 1), period_end=datetime(2027, 3, 31)),
    ]
    assert one(made, [delivery("0.03", until=(2025, 12, 31))]).kept.verdict == "met"
    assert one(made, [delivery("0.03", until=(2026, 12, 31))]).kept.verdict == "not met"
    assert one(made, [delivery("0.03", until=(2028, 1, 1), period_start=datetime(2027, 4, 1))]).kept.verdict == (
        "cannot be told"
    )


@pytest.mark.parametrize(
    ("made", "contract", "due", "days", "basis"),
    [
        ({"period_end": datetime(2026, 3, 31)}, {}, date(2026, 3, 31), 62, "the period of the promise ended then"),
        ({}, {}, date(2025, 7, 2), 334, "one period (quarter) after the contract began on 1 April 2025"),
        ({"metric": "satisfaction"}, {}, date(2026, 4, 2), 60, "one period (twelve months) after"),
        (
            {"metric": "our-own"},
            {},
            date(2026, 4, 2),
            60,
            "a year after the contract began on 1 April 2025; no period",
        ),
        ({}, {"contract_start": datetime(2026, 5, 1)}, date(2026, 8, 1), None, "one period (quarter)"),
        ({}, {"contract_start": None}, None, None, "not computable, because neither the promise nor the contract"),
        ({}, {"contract_start": None, "date_signed": datetime(2025, 4, 1)}, date(2025, 7, 2), 334, "one period"),
        ({}, {"status": "cancelled"}, None, None, "the contract is cancelled"),
    ],
)
def test_how_overdue_a_report_is(made, contract, due, days, basis):
    late = one([promise(**made)], [], contract=CONTRACT | contract).overdue
    assert (late.due, late.days) == (due, days)
    assert late.basis.startswith(basis)


@pytest.mark.parametrize(
    ("made", "contract", "days"),
    [
        # the last quarter ended on 30 June 2025; the next one ends 92 days later, on 30 September
        ({}, {}, 244),
        ({}, {"contract_end": datetime(2027, 3, 31)}, 244),
        ({}, {"contract_end": datetime(2025, 9, 29)}, None),
        ({}, {"contract_end": datetime(2027, 3, 31), "ended": datetime(2025, 7, 31)}, None),
        ({"period_end": datetime(2025, 6, 30)}, {}, None),
        ({}, {"status": "cancelled"}, None),
        ({"metric": "satisfaction"}, {}, None),
    ],
)
def test_silence_after_a_report_is_overdue_as_long_as_the_contract_and_the_promise_hold(made, contract, days):
    done = [delivery("0.01", metric=made.get("metric", "missed-visits"))]
    late = one([promise(**made)], done, contract=CONTRACT | contract).overdue
    assert (late and late.days) == days
    assert late is None or late.basis == "nothing was reported for the time after 30 June 2025"


def test_an_award_without_a_contract_is_not_overdue():
    award = {"award_number": 2}
    found = one([promise("award")], [], contract=None, award=award)
    assert found.overdue.basis == "no contract has been published, so nothing has begun"
    assert seen([promise("award")], [], contract=None, award={"award_number": 3}) == ()
    assert seen([promise("contract")], [], contract=None, award=award) == ()


METRICS = st.sampled_from(["missed-visits", "satisfaction", "worker-pay-share", "our-own"])
VALUES = st.sampled_from(["0.1", "0.2", "0.3"])
PROMISES = st.builds(promise, st.sampled_from(STAGES), VALUES, metric=METRICS)
DELIVERIES = st.builds(
    delivery,
    VALUES | st.none(),
    st.sampled_from([(2025, 6, 30), (2025, 9, 30), (2025, 12, 31)]),
    metric=METRICS,
    unit_name=st.sampled_from(["share", "days"]),
    dimensions=st.sampled_from([None, '{"age": "over 85"}']),
    state=st.sampled_from(["value", "suppressed", "notReported"]),
    observation_id=st.sampled_from("abcdef"),
)


@settings(max_examples=150)
@given(st.lists(PROMISES, max_size=6), st.lists(DELIVERIES, max_size=8))
def test_every_metric_stands_once_where_plain_sets_put_it(promises, deliveries):
    found = seen(promises, deliveries)
    promised = {row["metric_id"] for row in promises}
    reported = {row["metric_id"] for row in deliveries if row["state"] != "notReported"}
    named = {row["metric_id"] for row in deliveries}
    assert sorted(one.metric for one in found) == sorted(promised | named)
    for outcome in found:
        if outcome.metric not in promised:
            expected = "reported without a promise"
        else:
            expected = "promised and reported" if outcome.metric in reported else "promised but never reported"
        assert outcome.standing == expected
        assert (outcome.kept is not None) == (expected == "promised and reported")
        if expected == "promised but never reported":
            assert outcome.overdue is not None
        elif expected == "reported without a promise":
            assert outcome.overdue is None


@settings(max_examples=150)
@given(st.lists(PROMISES, max_size=6), st.lists(DELIVERIES, max_size=8))
def test_the_strongest_promise_and_the_last_period_count_and_nothing_is_lost(promises, deliveries):
    for outcome in seen(promises, deliveries):
        mine = [row for row in promises if row["metric_id"] == outcome.metric]
        if mine:
            stages = {row["stage"] for row in mine}
            strongest = next(stage for stage in ("contract", "award", "tender", "planning") if stage in stages)
            assert outcome.stage == strongest
            assert outcome.promise.text in {row["measure_text"] for row in mine if row["stage"] == strongest}
        done = [row for row in deliveries if row["metric_id"] == outcome.metric]
        whole = [row for row in done if row["dimensions"] is None]
        shown = [one for one in (outcome.latest, *outcome.beside, *outcome.earlier, *outcome.unreported) if one]
        assert len(shown) == len(whole)
        assert outcome.parts == len(done) - len(whole)
        said = [row for row in whole if row["state"] != "notReported"]
        assert len(outcome.unreported) == len(whole) - len(said)
        if said:
            assert outcome.latest.end == max(row["period_end"] for row in said).date()
            assert all(one.end < outcome.latest.end for one in outcome.earlier)
        if outcome.kept and outcome.kept.verdict != "cannot be told":
            assert outcome.promise.unit == outcome.latest.unit
            assert outcome.latest.state == "value"
