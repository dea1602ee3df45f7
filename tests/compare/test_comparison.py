"""Comparisons agree with a slow reading of the compiled releases, and say what they rest on."""

from collections import defaultdict
from contextlib import closing
from datetime import date
from typing import get_args

import orjson
import pytest

from candour.compare.comparison import compare
from candour.compare.kind import KINDS
from candour.compare.selection import Rating, Selection
from candour.errors import CandourError
from candour.indicators.definition import indicators
from candour.operations.derived import derived_tables
from candour.statistics.proportion import wilson
from candour.warehouse.warehouse import Warehouse
from tests.compare import slow

ANY = Selection(care="any")
NARROW = Selection(care="yes", since=date(2022, 1, 1), until=date(2024, 1, 1), contract_model="block")
ALL = [indicators()[name] for name in slow.INDICATORS]


@pytest.fixture(scope="module")
def tables(home):
    with home.tables() as tables:
        yield tables


@pytest.fixture(scope="module")
def compiled(tables):
    return {row.ocid: orjson.loads(row.release) for row in tables.query("SELECT * FROM compiled_releases")}


def councils_by_process(tables):
    rows = tables.query("SELECT ocid, council_code, buyer_name FROM processes")
    named = {row.ocid: row.council_code or (row.buyer_name or "").strip().lower() for row in rows}
    return {ocid: key for ocid, key in named.items() if "council" in key}


def slow_values(compiled, ocids, indicator):
    return [row for ocid in ocids for row in slow.INDICATORS[indicator](compiled[ocid])]


def test_figures_of_councils_agree_with_a_slow_reading(tables, compiled):
    members = defaultdict(list)
    for ocid, key in councils_by_process(tables).items():
        members[key].append(ocid)
    comparison = compare(tables, KINDS["councils"], ALL, selection=ANY, limit=1000)
    assert {group.key for group in comparison.groups} == set(members)
    everyone = [ocid for ocids in members.values() for ocid in ocids]
    for group, ocids in [*((g, members[g.key]) for g in comparison.groups), (comparison.everybody, everyone)]:
        assert group.processes == len(ocids)
        for figure in group.figures:
            assert_same(figure, slow_values(compiled, ocids, figure.indicator))


def test_a_provider_answers_for_its_own_awards_only(tables, compiled):
    winners = defaultdict(set)
    for row in tables.query("SELECT supplier_key, ocid, award_number FROM suppliers WHERE award_status = 'active'"):
        if row.supplier_key:
            winners[row.supplier_key].add((row.ocid, row.award_number))
    comparison = compare(tables, KINDS["providers"], ALL, selection=ANY, limit=1000)
    assert {group.key for group in comparison.groups} == set(winners)
    for group in comparison.groups:
        assert group.awards == len(winners[group.key])
        for figure in group.figures:
            ocids = {ocid for ocid, _ in winners[group.key]}
            rows = [(o, *row) for o in ocids for row in slow.INDICATORS[figure.indicator](compiled[o])]
            own = [row[1:] for row in rows if row[1] is None or (row[0], row[1]) in winners[group.key]]
            assert_same(figure, own)


def assert_same(figure, rows):
    indicator = indicators()[figure.indicator]
    assert {answer.of for answer in figure.answers} == {len(rows)}
    known = defaultdict(list)
    for _, value, currency in rows:
        if value is not None:
            known[currency].append(value)
    if not known:
        (answer,) = figure.answers
        assert answer.state == (
            "value" if indicator.summary == "count" else "not reported" if rows else "not computable"
        )
        return
    assert {answer.currency: answer.n for answer in figure.answers} == {c: len(v) for c, v in known.items()}
    for answer in figure.answers:
        values = known[answer.currency]
        if indicator.summary == "count":
            assert answer.value == len(values)
        elif indicator.summary == "share":
            assert answer.value == pytest.approx(sum(values) / len(values))
            assert (answer.low, answer.high) == wilson(sum(values), len(values))
        else:
            found = [float(answer.low), float(answer.value), float(answer.high)]
            assert found == pytest.approx(slow.quartiles(values), abs=0.0051)


def test_a_selection_narrows_and_says_so(tables):
    everything = compare(tables, KINDS["councils"], ALL, selection=ANY)
    some = compare(tables, KINDS["councils"], ALL, selection=NARROW)
    assert 0 < some.everybody.processes < everything.everybody.processes
    assert some.selection == {
        "care": "yes",
        "since": "2022-01-01",
        "until": "2024-01-01",
        "contract_model": "block",
    }
    assert "2022-01-01" <= some.period[0] <= some.period[1] < "2024-01-01"


def test_members_are_chosen_by_name_or_key_and_listed_by_awards(tables):
    shown = compare(tables, KINDS["councils"], ALL, selection=ANY, limit=5).groups
    assert [group.awards for group in shown] == sorted((group.awards for group in shown), reverse=True)
    again = compare(tables, KINDS["councils"], ALL, selection=ANY, names=[shown[1].key, shown[0].name[:9].upper()])
    assert {shown[0].key, shown[1].key} <= {group.key for group in again.groups}
    with pytest.raises(CandourError, match="no council among those selected has 'Nowhere'"):
        compare(tables, KINDS["councils"], ALL, selection=ANY, names=["Nowhere"])


def test_nothing_selected_is_not_computable_and_never_nought(tables):
    nothing = Selection(care="any", since=date(2100, 1, 1))
    comparison = compare(tables, KINDS["councils"], ALL, selection=nothing)
    assert comparison.groups == ()
    for figure in comparison.everybody.figures:
        if figure.indicator != "number-of-awards":
            assert figure.answers[0].state == "not computable"
            assert figure.answers[0].value is None
            assert figure.answers[0].because


def test_hostile_names_are_only_text(tables):
    for name in ("'; DROP VIEW processes; --", "$key_0", "%", '"', "\\"):
        with pytest.raises(CandourError):
            compare(tables, KINDS["providers"], ALL, selection=ANY, names=[f"{name}no such"])


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("selection", [ANY, NARROW], ids=["any", "narrow"])
def test_what_is_written_down_is_what_would_be_computed(home, tables, kind, selection):
    """Tables whose derived ones were made by other queries give the same answers, more slowly."""
    everything = list(indicators().values())
    with closing(Warehouse.open(home.warehouse, derived=derived_tables()[::-1])) as computing:
        assert compare(computing, kind, everything, selection=selection) == compare(
            tables, kind, everything, selection=selection
        )


@pytest.mark.spark
@pytest.mark.parametrize("derived", [derived_tables(), derived_tables()[::-1]], ids=["written", "computed"])
def test_spark_answers_what_duckdb_answers(home, tables, derived):
    pytest.importorskip("pyspark", reason="Spark is not installed")
    try:
        spark = Warehouse.open(home.warehouse, engine="spark", derived=derived)
    except CandourError as error:
        pytest.skip(str(error))
    one, other = (compare(engine, KINDS["providers"], ALL, selection=ANY, limit=3) for engine in (tables, spark))
    spark.close()
    assert one == other


def test_every_provider_has_one_of_the_four_ratings_and_shows_it(tables):
    everyone = {group.key: group for group in _providers(tables, None)}
    assert len({group.registered and group.registered.rating for group in everyone.values()}) == 4
    seen = []
    for rating in get_args(Rating):
        for group in _providers(tables, rating):
            assert (group.registered.rating if group.registered else "not in a register") == rating
            assert group == everyone[group.key]
            seen.append(group.key)
    assert sorted(seen) == sorted(everyone)


def _providers(tables, rating):
    selection = Selection(care="any", rating=rating)
    return compare(tables, KINDS["providers"], ALL[:2], selection=selection, limit=1000).groups


def test_only_providers_have_ratings(tables):
    with pytest.raises(CandourError, match="councils have no ratings: choose by rating among providers"):
        compare(tables, KINDS["councils"], ALL, selection=Selection(rating="not rated"))


@pytest.mark.parametrize("table", derived_tables(), ids=lambda table: table.name)
def test_derived_tables_have_the_columns_and_types_that_are_defined(tables, table):
    found = tables.query(f"DESCRIBE SELECT * FROM {table.name}").rows
    wanted = [(one.name, one.sql.replace(", ", ",")) for one in table.columns]  # DuckDB writes DECIMAL(38,18)
    assert [(row.column_name, row.column_type) for row in found] == wanted
