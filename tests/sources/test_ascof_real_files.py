"""The workbook as it was published, and the tidy table that was derived from it."""

from pathlib import Path

import pytest

from candour.care.council_outcome import CouncilOutcome
from candour.ocds.problems import Problem
from candour.sources.account import Tally
from candour.sources.council_measures import council_measures
from candour.sources.tables import tables_sources

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


def test_no_flag_became_a_number(derived):
    for each in derived[0]:
        assert (each.value is None) == (each.state != "value")
    states = {state: sum(each.state == state for each in derived[0]) for state in ("suppressed", "unavailable")}
    assert states == {"suppressed": 135, "unavailable": 3_649}
