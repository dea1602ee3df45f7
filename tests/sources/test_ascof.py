import io
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care.council_outcome import CouncilOutcome
from candour.care.period import financial_year
from candour.ocds.problems import Problem
from candour.sources.account import Tally
from candour.sources.tables import recognise, tables_sources

from .ascof_tables import (
    CUMBERLAND,
    DORSET,
    ENGLAND,
    OLD_DORSET,
    PROSE,
    SHIRES,
    SOUTH_WEST,
    Area,
    ods,
    sheet,
    tidy,
    xlsx,
)

SURVEY = ("margin of error", "number of respondents", "outcome")
QUIET = {"measure-absent", "number-of-rows"}
STATES = {"[z]": "not applicable", "[x]": "unavailable", "[c]": "suppressed", "": "not reported"}


def read(content: bytes, name: str = "ascof") -> tuple[list[CouncilOutcome], list[Problem], Tally]:
    tally = Tally()
    found = list(tables_sources()["ascof"].read(io.BytesIO(content), name=name, tally=tally))
    outcomes = [each for each in found if isinstance(each, CouncilOutcome)]
    return outcomes, [each for each in found if isinstance(each, Problem) and each.rule.id not in QUIET], tally


def columns(*years: int, statistics: tuple[str, ...] = SURVEY) -> list[str]:
    return [f"{year} to {year + 1} - {statistic}" for year in years for statistic in statistics]


def survey(*rows: tuple[Area, list[str]], above: int = 3) -> dict:
    return {"Table_1a": sheet(columns(2024), rows, above)}


CELLS = st.sampled_from(sorted(STATES)) | st.decimals(0, 24, places=1).map(str) | st.integers(0, 20).map(str)


@settings(max_examples=25)
@given(
    st.lists(st.lists(CELLS, min_size=6, max_size=6), min_size=4, max_size=4),
    st.integers(1, 12),
    st.sampled_from([ods, xlsx]),
)
def test_workbook_and_tidy_layout_say_the_same(cells: list[list[str]], above: int, write):
    areas = (ENGLAND, SHIRES, SOUTH_WEST, DORSET)
    years, rows = (2023, 2024), list(zip(areas, cells, strict=True))
    book = write({"Cover": PROSE, "Table_1a": sheet(columns(*years), rows, above)})
    lines, expected = [], set()
    for (code, name, gss), row in rows:
        for at, text in enumerate(row):
            year, statistic = years[at // 3], SURVEY[at % 3]
            value, flag = ("", text.strip("[]")) if text in STATES else (text, "")
            gss_code = "" if gss == "[z]" else gss
            lines.append(("1A", f"{year}-{year + 1}", statistic, "any", code, name, gss_code, value, flag))
            number = Decimal(text) if text not in STATES else None
            expected.add((code, financial_year(year), statistic, number, STATES.get(text, "value")))
    from_book, from_tidy = read(book)[0], read(tidy(lines))[0]
    assert from_book
    assert set(from_book) == set(from_tidy)
    assert {(each.code, each.period, each.statistic, each.value, each.state) for each in from_book} == expected


@pytest.mark.parametrize("write", [ods, xlsx])
def test_a_second_figure_in_brackets_is_an_outcome_of_its_own(write):
    rows = [(ENGLAND, ["0 (0.5)", "51,230 (35,415)", "7.7 (7.6)"]), (OLD_DORSET, ["0.4", "310", "7.9 (:)"])]
    outcomes, problems, _ = read(write({"Table_1c": sheet(columns(2016), rows)}))
    before = [each for each in outcomes if each.dimensions == (("carers asked", "reviewed in the year"),)]
    assert {each.value for each in before} == {Decimal("0.5"), Decimal(35415), Decimal("7.6"), None}
    assert before[-1].state == "not reported"
    assert {each.value for each in outcomes if not each.dimensions} >= {Decimal(0), Decimal(51230), Decimal("7.7")}
    assert not problems


def test_a_second_figure_where_none_is_known_is_an_error_and_no_guess():
    outcomes, problems, _ = read(ods(survey((DORSET, ["0.4", "310", "19.1 (19)"]))))
    assert {each.statistic for each in outcomes} == {"margin of error", "number of respondents"}
    assert [each.rule.id for each in problems] == ["figure-unreadable"]


def test_the_ratings_are_a_breakdown():
    statistics = [
        f"{kind} {statistic}"
        for kind in ("outstanding", "good", "other", "not yet rated", "6b")
        for statistic in ("numerator", "denominator", "outcome")
    ]
    cells = [str(number) for number in range(15)]
    outcomes, problems, _ = read(
        ods({"Table_6b": sheet(columns(2024, statistics=tuple(statistics)), [(DORSET, cells)])})
    )
    found = {(each.dimensions, each.statistic): each.value for each in outcomes}
    assert found[(("rating", "not yet rated"),), "outcome"] == 11
    assert found[(), "outcome"] == 14
    assert len(found) == 15
    assert not problems


def test_a_gss_code_tells_both_dorsets_apart_and_a_figure_stays_where_it_was_published():
    rows = [(OLD_DORSET, ["0.3", "300", "19.4"]), (DORSET, ["[z]", "[z]", "[z]"])]
    outcomes, problems, _ = read(ods({"Table_1a": sheet(columns(2018), rows)}))
    assert {each.council for each in outcomes if each.value is not None} == {"GB-LAE-DOR"}
    assert {each.council for each in outcomes if each.value is None} == {"GB-LAE-DST"}
    assert not problems


def test_a_figure_for_a_time_after_its_council_is_kept_and_warned_of_once():
    outcomes, problems, _ = read(ods(survey((OLD_DORSET, ["0.3", "300", "18.3"]))))
    assert {each.council for each in outcomes} == {"GB-LAE-DOR"}
    (told,) = problems
    assert (told.rule.id, told.found, told.expected) == ("council-did-not-exist", "Dorset County Council", "2024-25")


def test_without_a_gss_code_the_period_tells_which_council_a_code_means():
    row = (("809", "Dorset", ""), ["0.3", "300", "18.3"])
    assert {each.council for each in read(ods(survey(row)))[0]} == {"GB-LAE-DST"}


def test_several_councils_together_are_a_group():
    row = (("[z]", "Cornwall and Isles of Scilly", "[z]"), ["[x]", "[x]", "20.200000000000003"])
    outcomes, _, _ = read(xlsx(survey(row, (SHIRES, ["0.1", "900", "19.2"]))))
    assert {(each.level, each.gss, each.council) for each in outcomes} == {("group", "", None)}
    assert Decimal("20.2") in {each.value for each in outcomes}


def test_a_council_that_nobody_knows_is_kept_and_told_once_a_row():
    outcomes, problems, _ = read(ods(survey((("999", "Fictional", "E06999999"), ["0.4", "310", "19.1"]))))
    assert {(each.level, each.council, each.name) for each in outcomes} == {("council", None, "Fictional")}
    assert [each.rule.id for each in problems] == ["council-unknown"]


def test_a_renamed_column_is_alarmed_with_the_name_it_had():
    rows = survey((DORSET, ["0.4", "310", "19.1"]))
    table = rows["Table_1a"]
    table[3] = tuple(cell.replace("margin of error", "error margin") for cell in table[3])
    outcomes, problems, _ = read(ods(rows))
    assert {each.statistic for each in outcomes} == {"number of respondents", "outcome"}
    (unknown,) = [each for each in problems if each.rule.id == "column-unknown"]
    assert "error margin" in unknown.path
    assert "margin of error" in unknown.found


def test_a_cell_that_is_no_figure_costs_only_itself():
    outcomes, problems, _ = read(ods(survey((DORSET, ["0.4", "many", "19.1"]), (CUMBERLAND, ["0.5", "90", "19.0"]))))
    assert len(outcomes) == 5
    (told,) = problems
    assert (told.rule.id, told.found, told.position) == ("figure-unreadable", "many", "sheet Table_1a row 5")


def test_a_value_beyond_its_measure_is_kept_and_warned_of():
    outcomes, problems, _ = read(ods(survey((DORSET, ["0.4", "310", "191"]))))
    assert Decimal(191) in {each.value for each in outcomes}
    assert [(each.rule.id, each.expected) for each in problems] == [("figure-out-of-range", "0 to 24")]


def test_a_table_of_an_undefined_measure_is_refused_with_those_that_are_defined():
    outcomes, problems, tally = read(ods({"Table_9z": sheet(columns(2024), [(DORSET, ["0.4", "310", "19.1"])])}))
    assert not outcomes
    assert problems[0].rule.id == "measure-unknown"
    assert "1a, 1b, 1c" in problems[0].for_publisher()
    assert {(each.outcome, each.rows) for each in tally.accounts()} == {
        ("ignored", 3),
        ("ignored", 1),
        ("refused", 1),
    }


def test_a_measure_whose_table_is_gone_is_named():
    tally = Tally()
    content = io.BytesIO(ods(survey((DORSET, ["0.4", "310", "19.1"]))))
    found = [
        each
        for each in tables_sources()["ascof"].read(content, name="book.ods", tally=tally)
        if isinstance(each, Problem)
    ]
    absent = [each.found for each in found if each.rule.id == "measure-absent"]
    assert len(absent) == 24
    assert "2D(1)" in absent


def test_a_tidy_table_may_hold_one_measure_alone():
    content = io.BytesIO(tidy([("1A", "2024-2025", "outcome", "council", *DORSET, "19.1", "")]))
    found = tables_sources()["ascof"].read(content, name="a.csv", tally=Tally())
    assert "measure-absent" not in {each.rule.id for each in found if isinstance(each, Problem)}


def test_a_tidy_row_that_both_gives_and_withholds_is_refused():
    row = ("1A", "2024-2025", "outcome", "council", *DORSET, "19.1", "c")
    outcomes, problems, tally = read(tidy([row]))
    assert not outcomes
    assert [each.rule.id for each in problems] == ["flag-and-value"]
    assert [each.outcome for each in tally.accounts()] == ["ignored", "refused"]


@settings(max_examples=25)
@given(st.lists(st.lists(st.sampled_from(["1.5", "[z]", "junk", "", "3 (4)"]), min_size=3, max_size=3), max_size=5))
def test_every_row_of_every_sheet_is_accounted_for_once(rows: list[list[str]]):
    areas = [(CUMBERLAND, cells) for cells in rows]
    sheets = {"Cover": PROSE, "Table_1a": sheet(columns(2024), areas), "Notes": PROSE[:1]}
    _, _, tally = read(xlsx(sheets))
    counted: Counter[str] = Counter()
    for account in tally.accounts():
        counted[account.sheet] += account.rows
    assert counted == {name: len(table) for name, table in sheets.items()}


def test_both_layouts_are_recognised():
    assert recognise(io.BytesIO(ods(survey((DORSET, ["0.4", "310", "19.1"])))), "a.ods") == "ascof"
    assert (
        recognise(io.BytesIO(tidy([("1A", "2024-2025", "outcome", "council", *DORSET, "19.1", "")])), "a.csv")
        == "ascof"
    )


WHOLE = tidy([("1A", "2024-2025", "outcome", "council", *DORSET, "19.1", "")] * 3)


@settings(max_examples=80)
@given(st.integers(0, len(WHOLE)), st.integers(0, 40), st.binary(max_size=12))
def test_whatever_is_sent_nothing_is_raised_and_no_figure_is_made_up(start: int, length: int, instead: bytes):
    outcomes, _, _ = read(WHOLE[:start] + instead + WHOLE[start + length :])
    assert all((each.value is None) == (each.state != "value") for each in outcomes)
