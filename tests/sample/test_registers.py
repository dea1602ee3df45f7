"""The fictional registers and outcomes are what their layouts describe; what is wrong with them is so on purpose."""

import csv
from collections import Counter
from itertools import pairwise

import pytest

from candour.care import councils
from candour.care.register import Location, RegisteredProvider
from candour.ocds.problems import Problem
from candour.sample import TABLE_FAULTS, write_outcomes, write_registers
from candour.sample.registers.registered_name import registered_name, sister_companies
from candour.sample.registers.registration import many_registrations, registrations
from candour.sample.world import COUNCILS, PROVIDERS, provider
from candour.sources.account import Tally
from candour.sources.tables import recognise, tables_sources

FICTION = {"number-of-rows", "council-unknown"}
"""A sample is small, and its councils do not exist: that much is told of it, and nothing else."""


def everything(folder, **how):
    faults = {"faults": how["faults"]} if "faults" in how else {}
    return [*write_registers(folder / "registers", **how), *write_outcomes(folder / "outcomes", **faults)]


def read(path):
    """Every thing and problem in a file, and the account of its rows."""
    with path.open("rb") as stream:
        source = recognise(stream, name=path.name)
    tally = Tally()
    with path.open("rb") as stream:
        return source, list(tables_sources()[source].read(stream, name=path.name, tally=tally)), tally


def rules(things):
    return {thing.rule.id for thing in things if isinstance(thing, Problem)}


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return {path.name: read(path) for path in everything(tmp_path_factory.mktemp("sample"))}


def test_every_file_is_known_and_nothing_in_it_is_refused_or_alarming(sample):
    assert Counter(source for source, _, _ in sample.values()) == {
        "cqc": 4,
        "care_inspectorate": 1,
        "ciw": 1,
        "rqia": 1,
        "ascof": 1,
        "council_tables": 1,
    }
    for name, (_, things, tally) in sample.items():
        assert rules(things) <= FICTION, name
        assert not [account for account in tally.accounts() if account.outcome == "refused"], name


def test_every_column_of_the_registers_is_the_layouts(sample, tmp_path):
    for path in everything(tmp_path):
        if path.suffix != ".csv":
            continue
        with path.open(encoding="utf-8", newline="") as file:
            heading = next(csv.reader(file))
        layouts = tables_sources()[sample[path.name][0]].definition.layouts
        fitting = [each for each in layouts if set(each.recognised_by) <= set(heading)]
        known = {
            column
            for each in fitting
            for column in (*each.columns, *(name for group in each.ignored for name in group.columns))
        }
        plain = {column for column in known if "{" not in column}
        assert plain <= set(heading), path.name


def test_with_faults_each_is_told_of_and_the_rest_is_as_before(sample, tmp_path):
    met = set()
    for path in everything(tmp_path, faults=True):
        _, things, _ = read(path)
        ours = {fault.rule for fault in TABLE_FAULTS if path.name.startswith(fault.file)}
        assert ours <= rules(things), path.name
        met |= ours
        kept = [thing for thing in things if not isinstance(thing, Problem)]
        before = [thing for thing in sample[path.name][1] if not isinstance(thing, Problem)]
        assert len(kept) >= len(before) - 5, path.name
    assert met == {fault.rule for fault in TABLE_FAULTS}


def test_the_same_bytes_every_time(tmp_path):
    first, second = everything(tmp_path / "1"), everything(tmp_path / "2")
    assert [one.read_bytes() for one in first] == [one.read_bytes() for one in second]


def test_larger_registers_begin_as_the_smaller_ones_and_all_identifiers_differ(tmp_path):
    many = list(many_registrations(3000))
    assert len(many) == 3000
    assert many[: len(registrations())] == list(registrations())
    providers = {one.provider.regulator_id: one.provider for one in many}
    assert len({one.company_number or one.charity_number for one in providers.values()}) == len(providers)
    assert len({one.name for one in providers.values()}) == len(providers)
    files = write_registers(tmp_path, locations=3000)
    _, things, _ = read(next(path for path in files if "api-locations" in path.name))
    assert not rules(things)


@pytest.mark.parametrize("number", [*range(192, 260), 45_000, 99_000])
def test_other_providers_have_numbers_that_no_register_has_issued(number):
    one = provider(number)
    if one.company_number:
        assert len(one.company_number) == 8
        assert one.company_number > "99000000" if one.form != "LLP" else one.company_number < "OC300001"
    else:
        assert 9_900_000 <= int(one.charity_number) <= 9_999_999


def test_no_areas_code_is_a_real_one():
    assert len({council.gss for council in COUNCILS}) == len(COUNCILS)
    assert not any(councils.look_up(council.gss).council for council in COUNCILS)


def test_the_registers_do_not_always_write_a_name_as_the_notices_do(sample):
    names = {one.name: registered_name(one) for one in PROVIDERS}
    differing = [name for name, known in names.items() if known.name != name]
    assert 20 < len(differing) < len(PROVIDERS) / 2
    trading = [thing for thing in _things(sample, RegisteredProvider) if thing.other_names]
    assert trading
    assert not {one.name for one in trading} & set(names)
    sisters = {registered_name(one).name for one in sister_companies()}
    assert sisters <= {one.name for one in _things(sample, RegisteredProvider)}
    assert not {one.company_number for one in sister_companies()} & {one.company_number for one in PROVIDERS}


def test_the_directory_of_locations_repeats_the_day_of_registration(tmp_path):
    path = next(path for path in write_registers(tmp_path) if "directory-of-locations" in path.name)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["Publication Date"] == row["Location HSCA start date"] for row in rows)


def test_whoever_ran_a_place_before_is_a_registration_of_its_own(sample):
    closed = [one for one in _things(sample, Location) if one.status == "deregistered"]
    assert closed
    assert all(one.deregistered for one in closed)


def test_better_councils_have_better_outcomes(sample):
    """The median council of each weight of quality does better than that of the weight below."""
    figures = {}
    for name, (_, things, _) in sample.items():
        if not name.startswith("fictional-ascof"):
            continue
        for thing in things:
            if not isinstance(thing, Problem) and thing.statistic == "outcome" and thing.value is not None:
                figures.setdefault((thing.measure, thing.gss), []).append(float(thing.value))
    weights = {council.gss: council.quality_weight for council in COUNCILS}
    for measure in {measure for measure, _ in figures}:
        by_weight = {}
        for (known, gss), values in figures.items():
            if known == measure:
                by_weight.setdefault(weights[gss], []).extend(values)
        means = [sum(values) / len(values) for _, values in sorted(by_weight.items())]
        assert all(low < high for low, high in pairwise(means))


def test_every_state_of_a_figure_occurs(sample):
    states = {
        thing.state
        for name, (_, things, _) in sample.items()
        if name.startswith("fictional-ascof")
        for thing in things
        if not isinstance(thing, Problem)
    }
    assert states == {"value", "suppressed", "not applicable", "unavailable"}


def _things(sample, kind):
    return [thing for _, things, _ in sample.values() for thing in things if isinstance(thing, kind)]
