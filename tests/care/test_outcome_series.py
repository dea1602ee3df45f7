import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care.council_measure import Break, comparable
from candour.care.councils import by_gss
from candour.care.outcome_series import every_series, series
from candour.care.period import financial_year

from .outcomes import measure, outcome

DORSET = by_gss("E06000059")
OLD_DORSET = by_gss("E10000009")
ID = DORSET.organisation_id


def test_points_come_in_the_order_of_time_with_what_belongs_to_them():
    given = [
        outcome(ID, 2023, "71"),
        outcome(ID, 2022, "70"),
        outcome(ID, 2023, "2.5", statistic="margin of error"),
        outcome(ID, 2023, "400", statistic="denominator"),
    ]
    found = series(given, measure(), DORSET)
    assert [point.period.label for point in found.points] == ["2022-23", "2023-24"]
    assert [each.statistic for each in found.points[1].with_it] == ["denominator", "margin of error"]
    assert found.points[0].comparable is None
    assert found.points[1].comparable.yes


def test_a_break_is_marked_where_it_is():
    broken = measure(breaks=(Break("counted anew", since="2023-24"),))
    found = series([outcome(ID, year, "70") for year in (2021, 2022, 2023, 2024)], broken, DORSET)
    assert [point.comparable and point.comparable.yes for point in found.points] == [None, True, False, True]
    assert found.points[2].comparable.because == ("counted anew",)


def test_a_suppressed_figure_is_a_point_of_its_own_and_no_zero():
    broken = measure(breaks=(Break("counted anew", since="2022-23"),))
    found = series([outcome(ID, 2021, "70"), outcome(ID, 2022, None), outcome(ID, 2023, "71")], broken, DORSET)
    assert [point.outcome.state for point in found.points] == ["value", "suppressed", "value"]
    assert found.points[1].outcome.value is None
    assert found.points[1].comparable is None
    assert not found.points[2].comparable.yes, "it is held against 2021-22, the last that has a value"


def test_region_and_nation_stand_beside_it():
    beside = [
        outcome(None, 2023, "66", level="region", gss="E12000009"),
        outcome(None, 2023, "64", level="nation", gss="E92000001"),
        outcome(None, 2023, "60", level="region", gss="E12000001"),
        outcome(None, 2023, "59", level="group"),
    ]
    (point,) = series([*beside, outcome(ID, 2023, "70")], measure(), DORSET).points
    assert (point.region.value, point.nation.value) == (66, 64)


def test_a_council_that_ended_keeps_its_figures():
    given = [outcome(OLD_DORSET.organisation_id, 2018, "70"), outcome(ID, 2019, "71")]
    new, old = series(given, measure(), DORSET), series(given, measure(), OLD_DORSET)
    assert [point.period.label for point in new.points] == ["2019-20"]
    assert [point.period.label for point in old.points] == ["2018-19"]
    assert any(
        "took over, wholly or in part, from" in each and "Dorset County Council" in each for each in new.caveats
    )
    assert any("from Dorset County Council, whose figures stay its own" in each for each in old.caveats)


def test_figures_under_the_code_of_a_council_that_had_ended_are_named_and_not_moved():
    found = series([outcome(OLD_DORSET.organisation_id, 2023, "94.5")], measure(), DORSET)
    assert not found.points
    said = "Figures for 2023-24 are published under the code of Dorset County Council, which had ended."
    assert found.caveats[-1] == said


def test_a_figure_of_an_area_that_it_shares_is_named_and_is_not_its_own():
    scilly = by_gss("E06000053")
    shared = outcome(None, 2024, "20.2", level="group", name="Cornwall and Isles of Scilly")
    found = series([shared, outcome(scilly.organisation_id, 2024, None)], measure(), scilly)
    assert [point.outcome.state for point in found.points] == ["suppressed"]
    assert found.caveats[-1].startswith("Figures for 2024-25 are published for Cornwall and Isles of Scilly together")
    assert series([shared], measure(), DORSET).caveats == series([], measure(), DORSET).caveats


def test_a_figure_given_twice_is_one_point_and_a_revision_is_not_lost():
    given = [outcome(ID, 2023, "70"), outcome(ID, 2023, "70"), outcome(ID, 2023, "71"), outcome(ID, 2023, None)]
    (point,) = series(given, measure(), DORSET).points
    assert point.outcome.value == 71, "the last with a value counts"
    assert [each.value for each in point.differing] == [70, 70, None]


def test_other_measures_and_dimensions_are_left_out():
    by_age = (("age group", "65 and over"),)
    given = [outcome(ID, 2023, "70", measure="other"), outcome(ID, 2023, "71", dimensions=by_age)]
    assert not series(given, measure(), DORSET).points
    assert series(given, measure(), DORSET, by_age).points[0].outcome.value == 71


def test_every_series_has_one_for_each_measure_and_breakdown_of_the_council():
    old, by_age = OLD_DORSET.organisation_id, (("age group", "65 and over"),)
    measures = {id_: measure(id=id_) for id_ in ("fees", "moved", "other", "tea")}
    given = [
        outcome(ID, 2023, "70", measure="tea"),
        outcome(ID, 2023, "24.10", measure="fees", dimensions=by_age),
        outcome(ID, 2023, None, measure="fees"),
        outcome(old, 2023, "3", measure="moved"),
        outcome(old, 2018, "3", measure="other"),
        outcome(None, 2023, "66", measure="tea", level="region", gss="E12000009"),
    ]
    found = every_series(given, measures, DORSET)
    assert [(each.measure, each.dimensions, len(each.points)) for each in found] == [
        ("fees", (), 1),
        ("fees", by_age, 1),
        ("moved", (), 0),
        ("tea", (), 1),
    ]
    assert found[3].points[0].region.value == 66
    assert found[3] == series(given, measures["tea"], DORSET)
    assert "had ended" in found[2].caveats[-1]


def test_the_caveats_of_the_measure_come_with_it():
    assert series([], measure(), DORSET).caveats[0] == "Not everybody drinks tea."


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"state": "suppressed"}, "the state is 'suppressed'"),
        ({"dimensions": (("sex", "all"), ("age", "all"))}, "order of their names"),
    ],
)
def test_an_outcome_that_contradicts_itself_is_none(changed: dict[str, object], said: str):
    with pytest.raises(ValueError, match=said):
        outcome(ID, 2023, "70", **changed)


FIGURES = st.lists(
    st.tuples(
        st.sampled_from([ID, OLD_DORSET.organisation_id, None]),
        st.integers(2015, 2024),
        st.none() | st.integers(0, 100).map(str),
        st.sampled_from(["outcome", "denominator"]),
    ),
    max_size=25,
)
BREAKS = st.lists(
    st.builds(lambda year: Break("counted anew", since=f"{year}"), st.integers(2015, 2024))
    | st.builds(lambda year: Break("alone", only=f"{year}-{year + 1}"), st.integers(2015, 2024)),
    max_size=3,
)


@settings(max_examples=150)
@given(FIGURES, BREAKS)
def test_a_series_is_what_a_slow_reading_of_the_list_gives(figures: list, breaks: list[Break]):
    broken = measure(breaks=tuple(breaks))
    given_ = [outcome(council, year, value, statistic=name) for council, year, value, name in figures]
    found = series(given_, broken, DORSET)
    expected = []
    for year in range(2015, 2025):
        mine = [each for each in given_ if each.council == ID and each.period == financial_year(year)]
        outcomes = [each for each in mine if each.statistic == "outcome"]
        if not outcomes:
            continue
        last = ([each for each in outcomes if each.value is not None] or outcomes)[-1]
        before = [year_ for year_, value in expected if value is not None]
        point = next(each for each in found.points if each.period == last.period)
        assert point.outcome == last
        if last.value is None or not before:
            assert point.comparable is None
        else:
            assert point.comparable == comparable(broken, financial_year(before[-1]), last.period)
        expected.append((year, last.value))
    assert [point.period for point in found.points] == [financial_year(year) for year, _ in expected]
