import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care.council_outcome import CouncilOutcome
from candour.care.period import parse_period
from candour.ocds.problems import Problem
from candour.sources.account import Account, Tally
from candour.sources.council_measures import council_measures
from candour.sources.council_tables import DIMENSIONS
from candour.sources.tables import recognise, tables_sources

TEMPLATES = Path(__file__).parents[2] / "docs" / "how-to" / "templates"
FEE = {
    "measure": "fee-home-care",
    "period": "2024-25",
    "council": "Fife",
    "statistic": "outcome",
    "rate type": "average",
    "age group": "18 and over",
    "value": "24.10",
    "flag": "",
    "unit": "money per hour",
    "currency": "GBP",
    "note": "made up",
}


def table(*rows: dict[str, str]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(dict.fromkeys(name for row in rows for name in row)))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def read(content: bytes) -> tuple[list[CouncilOutcome], list[Problem], list[Account]]:
    tally = Tally()
    found = list(tables_sources()["council_tables"].read(io.BytesIO(content), name="fees.csv", tally=tally))
    outcomes = [each for each in found if isinstance(each, CouncilOutcome)]
    return outcomes, [each for each in found if isinstance(each, Problem)], list(tally.accounts())


def test_a_fee_has_its_currency_its_rate_type_and_its_note():
    (fee,), problems, _ = read(table(FEE))
    assert (fee.value, fee.currency, fee.note) == (Decimal("24.10"), "GBP", "made up")
    assert fee.dimensions == (("age group", "18 and over"), ("rate type", "average"))
    assert (fee.council, fee.gss, fee.period) == ("GB-LAS-FIF", "S12000047", parse_period("2024-25"))
    assert not problems


def test_the_fewest_columns_that_make_a_table():
    (figure,), problems, _ = read(
        table({"measure": "lgbf-sw2", "period": "2023-24", "council": "S12000047", "value": "9"})
    )
    assert (figure.statistic, figure.dimensions, figure.currency, figure.value) == ("outcome", (), None, 9)
    assert not problems


@pytest.mark.parametrize(
    ("flag", "state"),
    [("", "not reported"), ("x", "unavailable"), ("[c]", "suppressed"), ("z", "not applicable")],
)
def test_a_fee_that_is_not_given_has_a_state_and_is_no_zero(flag: str, state: str):
    (fee,), problems, _ = read(table(FEE | {"value": "", "flag": flag, "unit": "", "currency": ""}))
    assert (fee.value, fee.state) == (None, state)
    assert not problems


@pytest.mark.parametrize(
    ("changed", "rule", "said"),
    [
        ({"measure": "fee-tea"}, "measure-unknown", "fee-care-home, fee-home-care"),
        ({"period": "spring"}, "period-unreadable", "2024-25"),
        ({"statistic": "mode"}, "statistic-unknown", "outcome, number of providers, number of people"),
        ({"rate type": "spot"}, "dimension-unknown", "one of average, lowest, highest, standard"),
        ({"sector": "council"}, "dimension-unknown", "nothing for fee-home-care"),
        ({"unit": "pence per hour"}, "unit-differs", "money per hour"),
        ({"unit": ""}, "unit-differs", "money per hour"),
        ({"currency": "EUR"}, "unit-differs", "GBP"),
        ({"currency": ""}, "unit-differs", "GBP"),
        ({"value": "£24.10"}, "figure-unreadable", "1234.5"),
        ({"value": "24.10", "flag": "c"}, "flag-and-value", "not both"),
        ({"value": "", "flag": "q"}, "figure-unreadable", "flags"),
    ],
)
def test_a_row_that_is_not_certain_is_refused_with_what_was_expected(changed: dict[str, str], rule: str, said: str):
    outcomes, (problem,), accounts = read(table(FEE | {"sector": ""}, FEE | {"sector": ""} | changed))
    assert len(outcomes) == 1, "the row beside it is kept"
    assert (problem.rule.id, problem.position) == (rule, "row 3")
    assert said in problem.for_publisher()
    assert [(each.outcome, each.rows) for each in accounts] == [("ignored", 1), ("used", 1), ("refused", 1)]


def test_a_count_beside_money_is_no_money():
    (count,), problems, _ = read(
        table(FEE | {"statistic": "number of providers", "value": "12", "unit": "", "currency": ""})
    )
    assert (count.value, count.currency) == (12, None)
    assert not problems


def test_pence_for_pounds_is_warned_of():
    (fee,), (problem,), _ = read(table(FEE | {"value": "2410"}))
    assert fee.value == 2410
    assert (problem.rule.id, problem.expected) == ("figure-out-of-range", "5 to 100")


def test_a_council_that_nobody_knows_is_kept_as_published():
    (fee,), (problem,), _ = read(table(FEE | {"council": "Fictional Borough Council"}))
    assert (fee.council, fee.level, fee.name) == (None, "council", "Fictional Borough Council")
    assert problem.rule.id == "council-unknown"


def test_regions_nations_and_councils_that_ended():
    said = ["South West", "England", "GB-LAE-DOR", "Somerset"]
    outcomes, _, _ = read(table(*(FEE | {"council": each, "period": "2018-19"} for each in said)))
    assert [each.level for each in outcomes] == ["region", "nation", "council", "council"]
    assert [each.gss for each in outcomes[:2]] == ["E12000009", "E92000001"]
    assert outcomes[3].council == "GB-LAE-SOM", "the county council, which stood then"


def test_such_a_table_is_recognised():
    assert recognise(io.BytesIO(table(FEE)), "fees.csv") == "council_tables"


def test_every_dimension_of_our_own_measures_is_a_column():
    own = {id_: each for id_, each in council_measures().items() if not id_.startswith("ascof-")}
    assert {name for each in own.values() for name in each.dimensions} <= set(DIMENSIONS)
    assert list(DIMENSIONS) == sorted(DIMENSIONS)


WORDS = st.sampled_from(
    ["", "fee-home-care", "2024-25", "Fife", "outcome", "average", "1", "c", "GBP", "money per hour"]
)


@settings(max_examples=60)
@given(st.lists(st.fixed_dictionaries(dict.fromkeys(FEE, WORDS)), max_size=6))
def test_whatever_stands_in_it_every_row_is_counted_once(rows: list[dict[str, str]]):
    outcomes, _, accounts = read(table(FEE, *rows))
    filled = [row for row in rows if any(row.values())]
    assert sum(each.rows for each in accounts) == len(filled) + 2
    assert sum(each.rows for each in accounts if each.outcome == "used") == len(outcomes)


@pytest.mark.parametrize("template", ["fees", "workforce", "scotland"])
def test_every_row_of_a_template_is_read_and_nothing_is_odd_but_its_fictional_council(template: str):
    content = (TEMPLATES / f"{template}.csv").read_bytes()
    outcomes, problems, _ = read(content)
    assert len(outcomes) == len(content.splitlines()) - 1
    assert {problem.rule.id for problem in problems} == {"council-unknown"}
    assert all(outcome.note.startswith("made up") for outcome in outcomes)
