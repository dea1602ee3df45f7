"""Comparisons of metrics agree with a slow one over rows, and refuse what is not alike."""

import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.compare.measured.asked import Asked
from candour.compare.measured.case_mix import CaseMix
from candour.compare.measured.comparison import compare_metric
from candour.errors import CandourError
from candour.indicators.definition import metrics
from tests.compare.measured import slow
from tests.compare.measured.tables import QUARTERS, counts, row, tables_of

ALL_TIME = {"since": date(2000, 1, 1), "until": date(2100, 1, 1)}


def compare(rows, names=(), metric="missed-visits", **asked):
    chosen = {name: asked.pop(name) for name in ("among", "mix", "limit") if name in asked}
    with tempfile.TemporaryDirectory() as folder, closing(tables_of(Path(folder), rows)) as tables:
        request = Asked(metric=metric, kind=asked.pop("kind", "providers"), **{**ALL_TIME, **asked})
        return compare_metric(tables, metrics()[metric], request, names=names, **chosen)


def unit(comparison, key):
    return next(one for one in comparison.units if one.key == key)


def figures(comparison):
    return {one.key: one.figure for one in comparison.units if one.figure.value is not None}


observations = st.builds(
    lambda provider, at, denominator, share, version, said, contract: (
        counts(
            provider,
            round(share * denominator),
            denominator,
            metric_version=version,
            contract_number=contract,
            period_start=QUARTERS[at][0],
            period_end=QUARTERS[at][1],
        )
        | said
    ),
    st.sampled_from(["ash", "birch", "cedar", "dogwood", "elm", "fir"]),
    st.integers(0, len(QUARTERS) - 1),
    st.integers(30, 400),
    st.floats(0, 0.5),
    st.sampled_from([1, 1, 1, 2]),
    st.sampled_from(
        [
            {},
            {},
            {},
            {"method": "careRecords"},
            {"numerator": None},
            {"measure": 1.5},
            {"measure": 0.99},
            {"state": "suppressed", "measure": None},
            {"period_start": None, "period_end": None},
            {"numerator": None, "denominator": None},
        ]
    ),
    st.integers(1, 3),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(observations, min_size=1, max_size=30))
def test_it_agrees_with_a_slow_comparison_over_rows(rows):
    found = compare(rows, limit=1000)
    answers, kinds = slow.comparable(rows)
    compared = figures(found)
    if not kinds:
        assert not compared
        return
    (kind,) = [kind for kind in kinds if tuple(map(spoken, kind)) == tuple(found.alike_in.values())]
    sets, totals = answers[kind]
    same = {one.key for one in found.units if one.figures}
    assert frozenset(same) in sets
    for key in same:
        figure = unit(found, key).figure
        if totals[key] is None:
            assert figure.numerator is None
            continue
        assert (figure.numerator, figure.denominator) == pytest.approx(totals[key])
        assert figure.value == pytest.approx(totals[key][0] / totals[key][1])
        assert (figure.low, figure.high) == pytest.approx(slow.wilson(*totals[key]), abs=1e-9)
    known = [totals[key] for key in same if totals[key]]
    if found.field.phi is not None:
        centre = sum(a for a, _ in known) / sum(b for _, b in known)
        assert found.field.centre == pytest.approx(centre)
        assert found.field.phi == pytest.approx(slow.phi(known, centre), abs=1e-9)
    else:
        assert len(known) < 5 or sum(a for a, _ in known) == 0
    nobody_is_lost(rows, found)


def spoken(code):
    """A code as words."""
    if code is None:
        return "not said"
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in str(code))


def nobody_is_lost(rows, found):
    """Whoever has an observation is shown or set aside with a reason, and every usable observation is in a number."""
    shown, aside = {one.key for one in found.units}, {one.key for one in found.set_aside}
    assert shown | aside == {one["provider_key"] for one in rows}
    usable = sum(map(slow.usable, rows))
    assert sum(one.figures for one in found.units) + sum(one.figures for one in found.set_aside) == usable
    assert all(one.because and one.comparable_with for one in found.set_aside)


@settings(max_examples=15, deadline=None)
@given(st.lists(observations, min_size=1, max_size=20), st.randoms())
def test_the_order_of_rows_does_not_matter(rows, random):
    assert compare(random.sample(rows, len(rows))) == compare(rows)


FIVE = [counts(name, missed, 1000) for name, missed in zip("abcde", (20, 25, 30, 35, 90), strict=True)]


@pytest.mark.parametrize(
    ("said", "differs", "because"),
    [
        ({"metric_version": 2}, "version of the metric", "version of the metric is 2, and 1 for the others"),
        (
            {"metric_version": None},
            "version of the metric",
            "version of the metric is not said, and 1 for the others",
        ),
        (
            {"population": "funded by the council"},
            "population",
            "population is “funded by the council”, and “everybody",
        ),
        ({"answered_by": "proxy"}, "answers", "answers is proxy, and not said for the others"),
        ({"respondents_role": "family"}, "who answered", "who answered is family"),
        ({"method": "survey"}, "method", "method is survey, and “visit log” for the others"),
        ({"length": "year"}, "length of a period", "length of a period is year, and quarter for the others"),
        ({"unit": "percent"}, "unit", "unit is percent and not share, as the metric has it"),
        (
            {"period_start": date(2019, 1, 1), "period_end": date(2019, 3, 31)},
            "period",
            "period is 1 January to 31 March 2019, and those of the others hold 1 January 2024",
        ),
    ],
)
def test_what_is_not_alike_is_set_aside_with_the_reason(said, differs, because):
    found = compare([*FIVE, counts("other", 10, 1000, **said)])
    (aside,) = found.set_aside
    assert (aside.key, aside.name, aside.figures, aside.differs_in) == ("other", "Other Care", 1, (differs,))
    assert aside.because.startswith(because)
    assert aside.comparable_with
    assert {one.key for one in found.units} == set("abcde")


def test_a_unit_that_is_named_and_not_comparable_is_shown_with_the_reason_and_no_value():
    found = compare([*FIVE, counts("other", 10, 1000, metric_version=2)], names=["a", "b", "other care"])
    assert unit(found, "other").figure.state == "not computable"
    assert "version of the metric is 2, and 1 for the others" in unit(found, "other").figure.because


def test_most_of_those_that_are_named_decide_what_is_compared():
    rows = [*FIVE, *(counts(name, 10, 1000, metric_version=2) for name in ("x", "y"))]
    found = compare(rows, names=["x", "y"])
    assert found.alike_in["version of the metric"] == "2"
    assert (found.alike.metric_version, found.alike.method, found.alike_in["method"]) == (2, "visitLog", "visit log")
    assert {one.key for one in found.set_aside} == set("abcde")


def test_states_are_kept_apart_and_absent_is_never_nought():
    rows = [
        *FIVE,
        row("secret", state="suppressed"),
        row("unable", state="notComputable"),
        row("silent", state="notReported", period_start=None, period_end=None, unit=None, method=None, length=None),
        counts("few", 1, 12),
    ]
    found = compare(rows)
    states = {key: unit(found, key).figure.state for key in ("secret", "unable", "silent", "few")}
    assert states == {
        "secret": "suppressed",
        "unable": "not computable",
        "silent": "not reported",
        "few": "suppressed",
    }
    assert all(unit(found, key).figure.value is None for key in states)
    assert unit(found, "few").figure.because == "it rests on 12, and this metric is shown from 30 on"


def test_nothing_that_cannot_be_so_is_put_into_a_figure_and_it_is_said():
    rows = [
        *FIVE,
        counts("f", 10, 100),
        row("f", measure=1.2, denominator=100.0),
        row("f", measure=0.5, numerator=10.0, denominator=100.0),
        row("f", measure=0.1),
    ]
    found = unit(compare(rows), "f")
    assert (found.figure.numerator, found.figure.denominator) == (10, 100)
    assert found.notes == (
        "1 left out: out of how many is not published",
        "1 left out: the value is not possible for this metric",
        "1 left out: the value is not its numerator divided by its denominator",
    )


def test_figures_of_overlapping_times_do_not_count_twice():
    first, second = ((date(2024, 1, 1), date(2024, 3, 31)), (date(2024, 2, 1), date(2024, 4, 30)))
    rows = [
        counts("f", 10, 100, period_start=start, period_end=end, overlapping=True) for start, end in (first, second)
    ]
    found = unit(compare([*FIVE, *rows]), "f")
    assert (found.figures, found.figure.denominator, found.period) == (1, 100, (date(2024, 1, 1), date(2024, 4, 30)))


def test_people_who_are_asked_again_are_not_counted_again():
    rows = [
        counts("f", content, 100, metric_id="satisfaction", period_start=start, period_end=end)
        for content, (start, end) in zip((80, 90), QUARTERS[4:6], strict=True)
    ]
    found = unit(compare(rows, metric="satisfaction"), "f")
    assert (found.figure.numerator, found.figure.denominator, found.figures) == (90, 100, 1)


def test_worked_numbers():
    """Wilson's interval, the funnel and Marshall's rates as the methods reference has them."""
    shares = compare([counts("a", 97, 100, metric_id="satisfaction")], metric="satisfaction")
    figure = unit(shares, "a").figure
    assert (figure.low, figure.high) == pytest.approx((0.915481, 0.989745), abs=1e-6)

    def falls(name, events, days):
        return counts(
            name, events, days, metric_id="falls", unit="per 1,000 days", measure=1000 * events / days,
            method="registerOfEvents",
        )  # fmt: skip

    events, days = (12, 30, 45, 8, 25), (100, 150, 400, 40, 310)
    found = compare([falls(*one) for one in zip("abcde", events, days, strict=True)], metric="falls")
    drawn = [unit(found, name).expected.value for name in "abcde"]
    assert drawn == pytest.approx([120.000, 166.643, 114.086, 141.728, 90.763], abs=1e-3)
    hundred = unit(compare([falls("a", 100, 1000)], metric="falls"), "a").figure
    assert (hundred.low, hundred.high) == pytest.approx((81.362105, 121.627938), abs=1e-6)


def test_the_funnel_with_and_without_overdispersion():
    """Limits at 80.642448% of 50 people, and wider ones where units differ beyond chance."""
    share = 0.80642448
    alike = [counts(name, round(share * 10**6), 10**6, metric_id="satisfaction") for name in "abcd"]
    found = unit(compare([*alike, counts("e", 40, 50, metric_id="satisfaction")], metric="satisfaction"), "e").funnel
    assert (found.low, found.high) == pytest.approx((0.69691035, 0.91593861), abs=1e-5)
    assert (found.lowest, found.highest) == pytest.approx((0.63375595, 0.97909301), abs=1e-5)
    apart = compare([counts(name, n, 1000) for name, n in zip("abcdef", (10, 40, 70, 100, 130, 160), strict=True)])
    assert apart.field.overdispersed
    assert unit(apart, "f").funnel.plain == "above 99.8%"
    assert unit(apart, "f").funnel.position in ("within", "above 95%")
    hangs = [one for one in apart.would_change if one.about == "overdispersion" and one.units == ("f",)]
    assert len(hangs) == 1


def test_a_mean_without_its_spread_has_no_interval_no_funnel_and_no_rank():
    rows = [
        row(name, metric_id="continuity-of-workers", unit="workers per person", measure=value, denominator=50.0)
        for name, value in zip("abcdef", (3.0, 4.0, 5.0, 6.0, 7.0, 8.0), strict=True)
    ]
    found = compare(rows, metric="continuity-of-workers")
    assert "a mean has no interval without its spread" in found.field.no_funnel
    assert (found.groups, found.pair) == ((), None)
    one = unit(found, "a")
    assert (one.figure.value, one.figure.low, one.ranks, one.funnel) == (3.0, None, None, None)


def test_medians_do_not_add_up():
    rows = [
        row("a", metric_id="wait-for-care", unit="days", measure=value, denominator=50.0, contract_number=number)
        for number, value in enumerate((3.0, 4.0))
    ]
    figure = unit(compare([*rows, {**rows[0], "provider_key": "b"}], metric="wait-for-care"), "a").figure
    assert (figure.state, figure.because) == (
        "not computable",
        "2 medians cannot be put together: medians do not add up",
    )


def test_groups_that_cannot_be_told_apart_instead_of_a_league_table():
    found = compare([counts("a", 10, 1000), counts("b", 12, 1000), counts("c", 100, 1000), counts("d", 110, 1000)])
    assert found.groups == (("a", "b"), ("c", "d"))
    assert unit(found, "a").ranks.best == 1
    assert unit(found, "a").ranks.cannot_be_told_apart_from == ("b",)
    assert (found.pair.one, found.pair.other, found.pair.told_apart) == ("a", "b", False)


def test_the_field_can_be_narrowed_to_a_chosen_group():
    found = compare(FIVE, names=["a"], among=["b", "c"])
    assert [one.key for one in found.units] == ["a", "b", "c"]
    assert (found.field.units, found.reporting) == (3, 3)


def test_a_name_that_nobody_has_is_refused():
    with pytest.raises(CandourError, match="no providers among those selected have 'Nobody'"):
        compare(FIVE, names=["Nobody"])


def test_the_twelve_months_of_which_most_was_reported_are_chosen():
    rows = [
        counts(name, 1, 100, period_start=start, period_end=end) for name in "ab" for start, end in QUARTERS[3:7]
    ] + [counts("c", 1, 100, period_start=QUARTERS[0][0], period_end=QUARTERS[0][1])]
    found = compare(rows, since=None, until=None)
    assert (found.window, found.window_chosen) == ((date(2023, 10, 1), date(2024, 10, 1)), True)
    assert {one.key: one.figures for one in found.units} == {"a": 4, "b": 4}


def test_a_trend_needs_five_points_of_one_version():
    quarters = [
        counts("a", 10 + at, 1000, period_start=start, period_end=end, metric_version=1 if at < 4 else 2)
        for at, (start, end) in enumerate(QUARTERS)
    ]
    found = unit(compare(quarters, names=["a"]), "a").over_time
    assert [point.alike for point in found.points] == [False] * 4 + [True] * 4
    assert found.mean is None
    assert found.said == (
        "4 comparable points say nothing about a trend; 5 are needed. "
        "Figures that differ in version of the metric stand apart from it."
    )
    alike = [{**one, "metric_version": 1} for one in quarters]
    chart = unit(compare(alike, names=["a"]), "a").over_time
    assert "6 rising: 1 January 2023 to 1 October 2024" in chart.signals
    assert chart.mean == pytest.approx(0.0135)


def strata(provider, home, own):
    return [
        counts(provider, *home, breakdown="setting=care home"),
        counts(provider, *own, breakdown="setting=own home"),
    ]


def test_one_group_of_people_by_itself_and_all_at_the_same_weights():
    rows = [*strata("a", (10, 100), (10, 400)), *strata("b", (40, 400), (2, 100)), counts("c", 5, 500)]
    only = compare(rows, breakdown="setting=care home")
    assert {key: one.value for key, one in figures(only).items()} == {"a": 0.1, "b": 0.1}
    assert only.case_mix.startswith("Only setting=care home")
    adjusted = compare(rows, mix=CaseMix("setting", {"care home": 1, "own home": 3}))
    a, b = unit(adjusted, "a").figure, unit(adjusted, "b").figure
    assert (a.value, b.value) == pytest.approx((0.25 * 0.1 + 0.75 * 0.025, 0.25 * 0.1 + 0.75 * 0.02))
    parts = [slow.wilson(10, 100), slow.wilson(10, 400)]
    below = ((0.25 * (0.1 - parts[0][0])) ** 2 + (0.75 * (0.025 - parts[1][0])) ** 2) ** 0.5
    assert a.low == pytest.approx(a.value - below)
    everybody = compare(rows, mix=CaseMix("setting"))
    assert (
        everybody.case_mix == "Standardised: as if everybody supported setting=care home 50%, setting=own home 50%."
    )
    assert compare(rows).case_mix == (
        "Not adjusted for who is supported, though some figures are broken down: setting=care home, setting=own home."
    )


def test_what_cannot_be_adjusted_is_refused_or_not_computable():
    rows = [*strata("a", (10, 100), (10, 400)), counts("b", 40, 400, breakdown="setting=care home")]
    found = compare(rows, mix=CaseMix("setting"))
    assert unit(found, "b").figure.because == "it has no figure for setting=own home: nothing was published"
    with pytest.raises(CandourError, match="no figure is broken down by 'age' alone"):
        compare(rows, mix=CaseMix("age"))
    with pytest.raises(CandourError, match="no figure is of setting=ward"):
        compare(rows, mix=CaseMix("setting", {"ward": 1}))


def test_who_may_be_compared_depends_on_the_kind():
    rows = [
        counts("a", 10, 100, council_key="x", council_name="X"),
        counts("b", 10, 100, council_key="x", council_name="X", is_first=False),
    ]
    assert [one.key for one in compare(rows, kind="providers").units] == ["a", "b"]
    council = unit(compare(rows, kind="councils"), "x")
    assert (council.name, council.figure.denominator) == ("X", 100)
    assert [one.key for one in compare(rows, kind="contract-models").units] == ["framework"]
    assert len(compare(rows, kind="contracts").units) == 1
