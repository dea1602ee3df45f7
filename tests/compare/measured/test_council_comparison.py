"""Outcomes of councils side by side: one period, each interval as far as its publisher lets one compute it."""

import pytest

from candour.compare.measured.answer import Source
from candour.compare.measured.council_rows import Published, figure_of_council, way_of_measure
from candour.errors import CandourError
from candour.operations.compare_council_outcome import compare_council_outcome
from candour.operations.measured_question import MeasuredQuestion
from candour.sources.council_measures import council_measures
from candour.statistics.proportion import wilson

SOURCE = Source(publisher="", receipt="", sha256="")


def compare(home, outcome, **chosen):
    names = {name: tuple(chosen.pop(name)) for name in ("names", "among") if name in chosen}
    return compare_council_outcome(home, MeasuredQuestion(of=outcome, **names, **chosen))


def test_a_survey_brings_its_margin_of_error(home):
    survey = compare(home, "ascof-1a", limit=3)
    assert survey.field.units > 10
    assert survey.field.phi is not None
    for unit in survey.units:
        assert unit.figure.interval == "margin of error as published, 95%"
        assert unit.figure.low < unit.figure.value < unit.figure.high
        assert unit.sources[0].sha256


def test_all_figures_are_of_one_period_and_others_are_set_aside(home):
    found = compare(home, "ascof-1a", limit=100)
    assert {unit.period for unit in found.units if unit.figures} == {(found.window[0], found.units[0].period[1])}
    earlier = compare(home, "ascof-1a", until=found.window[0])
    assert earlier.window[0] < found.window[0]
    assert earlier.alike_in["period"] != found.alike_in["period"]


def test_a_chosen_group_is_the_whole_field(home):
    names = [unit.name for unit in compare(home, "ascof-1a", limit=3).units]
    found = compare(home, "ascof-1a", names=names[:1], among=names[1:])
    assert [unit.name for unit in found.units] == names
    assert found.field.units == 3
    assert "too few" in found.field.no_funnel


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ({"outcome": "ascof-9z"}, "no outcome of councils is called 'ascof-9z'"),
        ({"names": ["Nowhere at all"]}, "no council with a figure has 'Nowhere at all' in its name"),
        ({"with_neighbours": True}, "only councils have neighbours: name one"),
        ({"names": ["Ambermere Council"], "with_neighbours": True}, "has no neighbours that are known"),
        ({"group": "age=none"}, "no council has a figure of ascof-1a in that time"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(home, chosen, message):
    with pytest.raises(CandourError, match=message):
        compare(home, **{"outcome": "ascof-1a", **chosen})


@pytest.mark.parametrize(
    ("outcome", "value", "others", "says"),
    [
        ("ascof-1a", 19.0, {}, "its margin of error is not published"),
        ("ascof-6a", 5.0, {}, "neither its counts nor a margin of error are published"),
        ("ascof-2e-1", 80.0, {"numerator": 10.0, "denominator": 100.0}, "its counts do not give the figure"),
        ("ascof-2e-1", 80.0, {"numerator": 10.0}, "its counts are not published"),
        ("lgbf-sw2", 8.0, {"numerator": 8.0, "denominator": 100.0}, "sums of money or time are divided"),
    ],
)
def test_where_no_interval_can_be_given_it_says_why(outcome, value, others, says):
    way = way_of_measure(council_measures()[outcome])
    figure = figure_of_council(way, Published("value", value, others, SOURCE))
    assert (figure.value, figure.low, figure.high) == (value, None, None)
    assert says in figure.no_interval


@pytest.mark.parametrize(
    ("published", "state"),
    [
        ("suppressed", "suppressed"),
        ("not reported", "not reported"),
        ("not applicable", "not computable"),
        ("unavailable", "not computable"),
    ],
)
def test_the_states_of_a_publisher_stay_states(published, state):
    figure = figure_of_council(way_of_measure(council_measures()["ascof-1a"]), Published(published, None, {}, SOURCE))
    assert (figure.state, figure.value) == (state, None)
    assert figure.because


def test_real_outcomes_of_england(shared_data, tmp_path):
    """ASCOF 4B of 2024-25: Derby had 3,460 of 3,800, and its figure is 91.2."""
    from candour.operations.add import add_files
    from candour.operations.build import build_warehouse
    from candour.operations.home import Home

    home = Home(tmp_path)
    list(add_files(home, [shared_data / "outcomes/ascof_2024_25_tidy.csv"], source="ascof"))
    build_warehouse(home, workers=1)
    found = compare(home, "ascof-4b", names=["Derby", "Leicester"])
    derby = found.units[0]
    assert (derby.name, derby.figure.value, derby.figure.numerator) == ("Derby", 91.2, 3460)
    assert found.field.units > 140
    assert found.field.overdispersed
    dorset = [one for one in found.set_aside if "ended" in one.because]
    assert dorset
    for figure in (unit.figure for unit in compare(home, "ascof-2e-1", limit=5).units):
        low, high = wilson(round(figure.numerator), round(figure.denominator))
        assert (figure.low, figure.high) == pytest.approx((100 * low, 100 * high), abs=0.2)
