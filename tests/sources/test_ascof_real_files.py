"""The workbook as it was published, and the tidy table that was derived from it."""

from pathlib import Path

import pytest

from candour.care.council_measure import comparable
from candour.care.council_outcome import CouncilOutcome
from candour.care.councils import by_gss
from candour.care.outcome_series import series
from candour.care.period import financial_year
from candour.ocds.problems import Problem
from candour.sources.account import Tally
from candour.sources.council_measures import council_measures
from candour.sources.tables import tables_sources
from candour.sources.tabular.sheet import Sheet
from candour.sources.tabular.sheets import sheets

BEFORE = (("carers asked", "reviewed in the year"),)
FIGURES = 73_556
EMPTY_IN_TIDY = 2_490


def read(path: Path) -> tuple[list[CouncilOutcome], list[Problem], Tally]:
    tally = Tally()
    with path.open("rb") as stream:
        found = list(tables_sources()["ascof"].read(stream, name=path.name, tally=tally))
    problems = [each for each in found if isinstance(each, Problem)]
    return [each for each in found if isinstance(each, CouncilOutcome)], problems, tally


@pytest.fixture(scope="module")
def workbook(shared_data: Path):
    return read(shared_data / "outcomes" / "ascof_2024_25.ods")


@pytest.fixture(scope="module")
def derived(shared_data: Path):
    return read(shared_data / "outcomes" / "ascof_2024_25_tidy.csv")


def key(outcome: CouncilOutcome):
    return (
        outcome.measure,
        outcome.period,
        outcome.code,
        outcome.gss,
        outcome.name,
        outcome.statistic,
        outcome.dimensions,
    )


def test_both_give_the_same_figures_but_those_with_a_second_in_brackets(workbook, derived):
    """The derived file leaves the cells empty in which the workbook has two figures, and is else equal in all."""
    book = {key(each): each for each in workbook[0]}
    flat = {key(each): each for each in derived[0]}
    assert (len(workbook[0]), len(derived[0])) == (len(book), len(flat)) == (FIGURES + EMPTY_IN_TIDY, FIGURES)
    assert {each[-1] for each in book.keys() - flat.keys()} == {BEFORE}
    assert flat.keys() <= book.keys()
    differing = {each for each in flat if flat[each] != book[each]}
    assert differing == {(*each[:-1], ()) for each in book if each[-1] == BEFORE}
    assert {(flat[each].state, book[each].state) for each in differing} == {("not reported", "value")}
    assert len(differing) == EMPTY_IN_TIDY


def test_every_row_of_the_29_sheets_is_accounted_for(workbook):
    accounts = list(workbook[2].accounts())
    assert len({each.sheet for each in accounts}) == 29
    assert not [each for each in accounts if each.outcome == "refused"]
    rows = {
        outcome: sum(each.rows for each in accounts if each.outcome == outcome) for outcome in ("used", "ignored")
    }
    assert rows == {"used": 4_275, "ignored": 320}


def test_every_measure_is_there_and_every_council_is_found(workbook):
    outcomes = workbook[0]
    assert {each.measure for each in outcomes} == {id_ for id_ in council_measures() if id_.startswith("ascof-")}
    assert not [each for each in outcomes if each.level == "council" and each.council is None]
    assert len({each.council for each in outcomes if each.council}) == 158


@pytest.mark.parametrize("which", ["workbook", "derived"])
def test_the_only_problems_are_four_councils_in_years_without_them(request, which: str):
    problems = request.getfixturevalue(which)[1]
    assert {each.rule.id for each in problems} == {"council-did-not-exist"}
    names = {each.found for each in problems}
    assert names == {
        "Buckinghamshire Council",
        "Dorset County Council",
        "North Yorkshire Council",
        "Somerset Council",
    }


def test_the_publishers_own_log_of_breaks_agrees_with_ours(shared_data: Path):
    """Where the log says that a year must not be compared with the one before, so do we; and nowhere else in it."""
    forbidden: dict[tuple[str, int], bool] = {}
    for code, year, text in log(shared_data / "outcomes" / "ascof_2024_25.ods"):
        no = "not be compared" in text or "cannot be compared" in text or "were not calculated" in text
        no |= "now included who have not been assessed" in text
        forbidden[code, year] = forbidden.get((code, year), False) or no
    checked = 0
    for measure in council_measures().values():
        for (code, year), no in forbidden.items():
            if measure.id.startswith("ascof-") and measure.published_as.startswith(code):
                found = comparable(measure, financial_year(year - 1), financial_year(year), "nation")
                assert found.yes != no, (measure.id, year)
                checked += 1
    assert checked == 60


def log(path: Path) -> list[tuple[str, int, str]]:
    """(code of the measure, year in which a change begins, what changed) as the workbook lists them."""
    with path.open("rb") as stream:
        rows = [
            cells
            for sheet in sheets(stream, path.name)
            if isinstance(sheet, Sheet)
            for _, cells in sheet.rows
            if sheet.name == "Comparability_over_time_log"
        ]
    return [(code, int(year[:4]), text) for code, _, year, text in rows[7:] if code != "[z]"]


def test_a_series_says_where_the_figures_of_dorset_are(workbook):
    measure = council_measures()["ascof-4b"]
    found = series(workbook[0], measure, by_gss("E06000059"))
    assert not found.points
    assert found.caveats[-1].startswith("Figures for 2023-24, 2024-25 are published under the code of Dorset County")


def test_a_series_of_cornwall_names_the_figure_that_it_shares(workbook):
    found = series(workbook[0], council_measures()["ascof-6a"], by_gss("E06000052"))
    assert [point.outcome.state for point in found.points] == ["value", "unavailable"]
    assert found.caveats[-1].startswith("Figures for 2024-25 are published for Cornwall and Isles of Scilly together")


def test_a_series_of_a_real_council_has_its_breaks_and_stands_beside_its_region(workbook):
    found = series(workbook[0], council_measures()["ascof-1a"], by_gss("E08000033"))
    assert [point.outcome.state for point in found.points].count("value") == 9
    assert len(found.points) == 10
    apart = {point.period.label for point in found.points if point.comparable and not point.comparable.yes}
    assert not apart, "Calderdale took no part in 2020-21, and the years around it can be compared"
    assert [point.nation.state for point in found.points].count("value") == 9
    assert {point.region.name for point in found.points} == {"Yorkshire and the Humber"}
    assert {each.statistic for each in found.points[0].with_it} == {"margin of error", "number of respondents"}


def test_no_flag_became_a_number(derived):
    for each in derived[0]:
        assert (each.value is None) == (each.state != "value")
    states = {state: sum(each.state == state for each in derived[0]) for state in ("suppressed", "unavailable")}
    assert states == {"suppressed": 135, "unavailable": 3_649}
