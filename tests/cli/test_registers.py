"""What `candour add`, `provider` and `council` say of registers and outcomes, as a person sees it."""

from datetime import date, timedelta

import pytest

from candour.sample.registers.cqc import location_id, predecessor_id, predecessors_provider_id, published
from candour.sample.registers.registration import WORDS, registrations

FEES = """measure,period,council,value,flag,rate type,unit,currency
fee-home-care,2023-24,Hartlepool Borough Council,21.40,,average,money per hour,GBP
fee-home-care,2024-25,E06000001,22.05,,average,money per hour,GBP
fee-home-care,2025-26,Hartlepool,,c,average,,
workforce-turnover,2024-25,E10000009,30.1,,,percent,
"""
"""All figures are made up. E10000009 was Dorset County Council, which ended in 2019."""


@pytest.fixture(scope="module")
def made(tmp_path_factory, run_candour):
    """A folder with a small sample, its registers and some figures of real councils received and built."""
    folder = tmp_path_factory.mktemp("registers")
    (folder / "fees.csv").write_text(FEES)
    sample = ("sample", "-n", "120", "--to", "made", "--form", "packages", "--registers", "--no-faults")
    assert run_candour(folder, *sample).code == 0
    added = run_candour(folder, "add", "made", "fees.csv", "--json")
    assert added.code == 0, added.err
    (folder / "added.json").write_text(added.out)
    assert run_candour(folder, "build").code == 0
    return lambda *arguments: run_candour(folder, *arguments)


@pytest.fixture(scope="module")
def taken_over():
    """A location of England that was rated before and after somebody took it over."""
    return next(
        one
        for one in registrations()
        if one.council.nation == "England"
        and one.taken_over
        and one.inspections
        and one.inspections[0].day < one.since < one.inspections[-1].day
    )


def page(made, *arguments):
    return made(*arguments, "--json").json


def test_adding_accounts_for_every_row(candour, tmp_path):
    candour("sample", "-n", "5", "--to", "made", "--registers", "--no-faults")
    for one in candour("add", "made/registers", "made/outcomes", "--json").json:
        accounts = one["accounts"]
        assert sum(account["rows"] for account in accounts if account["outcome"] == "used") > 0
        assert not [account for account in accounts if account["outcome"] == "refused"]
        name = one["receipt"]["name"]
        if name.endswith(".csv"):
            path = next(tmp_path.rglob(name))
            lines = len(path.read_text("utf-8").splitlines())
            assert sum(account["rows"] for account in accounts) == lines, name


def test_adding_with_faults_says_what_was_refused_and_goes_on(candour):
    assert candour("sample", "-n", "5", "--to", "made", "--registers").code == 0
    added = candour("add", "made/registers", "made/outcomes", "--json")
    assert added.code == 1
    refused = {one["receipt"]["name"][:13]: one["examples"] for one in added.json if one["refused"]}
    assert set(refused) == {"fictional-ciw", "fictional-cou"}
    assert "service_id" in refused["fictional-ciw"][0]


def test_a_name_that_several_have_is_one_line_with_their_keys(made):
    asked = made("provider", "Amberquill")
    assert asked.code == 3
    assert asked.err.count("\n") == 1
    assert "cqc:1-000000000 (Amberquill Care Ltd)" in asked.err
    unknown = made("provider", "Nobody At All")
    assert unknown.code == 3
    assert "no provider has 'Nobody At All'" in unknown.err


@pytest.mark.parametrize(
    "wanted", ["Amberquill Care Ltd", "amberquill care limited", "cqc:1-000000000", "1-000000000"]
)
def test_a_provider_is_found_by_name_key_and_number(made, wanted):
    assert page(made, "provider", wanted)["provider"]["name"] == "Amberquill Care Ltd"


def test_a_provider_is_found_by_its_trading_name(made):
    found = page(made, "provider", "Fernwhistle Care")
    assert found["provider"]["name"] == "Fernwhistle Holdings 5 Limited"


def test_a_locations_number_finds_whoever_runs_it(made, taken_over):
    found = page(made, "provider", location_id(taken_over))
    assert found["provider"]["number"] == taken_over.provider.regulator_id
    assert location_id(taken_over) in {one["location"]["number"] for one in found["locations"]}
    before = page(made, "provider", predecessor_id(taken_over))
    assert before["provider"]["provider"] == f"cqc:{predecessors_provider_id(taken_over)}"
    assert "whose name is in no file received" in made("provider", predecessor_id(taken_over)).out


def test_the_rating_on_a_day_is_that_of_the_day_and_says_whose_it_was(made, taken_over):
    first, last = taken_over.inspections[0], taken_over.inspections[-1]
    handed_on = max(each for each in taken_over.inspections if each.day < taken_over.since)

    def rests_on(day: date):
        found = page(made, "provider", location_id(taken_over), "--on", f"{day}")
        location = next(one for one in found["locations"] if one["location"]["number"] == location_id(taken_over))
        return location["verdict"]["rests_on"]

    assert rests_on(published(first) - timedelta(days=1)) == []
    (after,) = rests_on(published(last))
    assert after["rating"]["grade"] == WORDS[last.overall].lower()
    assert after["rating"]["subject_id"] == location_id(taken_over)
    between = max(taken_over.since, published(handed_on)) + timedelta(days=1)
    (inherited,) = rests_on(between)
    assert inherited["rating"]["grade"] == WORDS[handed_on.overall].lower()
    assert inherited["rating"]["subject_id"] == predecessor_id(taken_over)
    assert inherited["through"]


def test_the_pages_json_has_the_same_shape_whoever_is_asked_for(made, taken_over):
    pages = [page(made, "provider", wanted) for wanted in ("1-000000000", predecessor_id(taken_over))]
    assert pages[0].keys() == pages[1].keys()
    expected = {"data_version", "day", "provider", "registrations", "shares", "locations", "successions", "sources"}
    assert expected <= pages[0].keys()
    councils = [page(made, "council", wanted) for wanted in ("Ambermere Council", "E06000001")]
    expected = {"data_version", "day", "name", "council", "lineage", "outcomes", "locations", "shares", "bought"}
    assert all(expected <= one.keys() for one in councils)
    assert councils[0].keys() == councils[1].keys()


def test_a_council_in_no_table_is_shown_by_its_name_with_what_was_published_under_it(made):
    found = page(made, "council", "ambermere council")
    assert found["council"] is None
    assert found["locations"] > 0
    assert {one["measure"] for one in found["outcomes"]} >= {"ascof-1a", "fee-home-care", "workforce-turnover"}
    said = made("council", "Ambermere Council").out
    assert "in no table of councils" in said
    assert "rate type: average" in said
    assert "cannot be used on their own" in said
    asked = made("council", "Nowhere Council")
    assert asked.code == 3
    assert asked.err.count("\n") == 1


@pytest.mark.parametrize("wanted", ["Hartlepool", "E06000001", "Hartlepool Borough Council"])
def test_a_real_council_has_its_figures_however_they_name_it(made, wanted):
    found = page(made, "council", wanted)
    assert found["council"]["gss"] == "E06000001"
    (series,) = found["outcomes"]
    assert series["dimensions"] == [["rate type", "average"]]
    figures = [(point["outcome"]["value"], point["outcome"]["state"]) for point in series["points"]]
    assert figures == [(21.4, "value"), (22.05, "value"), (None, "suppressed")]


def test_a_figure_under_the_code_of_a_council_that_had_ended_is_told_of_and_not_taken(made):
    (series,) = page(made, "council", "Dorset Council")["outcomes"]
    assert series["points"] == []
    assert any("published under the code of Dorset County Council" in caveat for caveat in series["caveats"])
    assert "no figure under its own code" in made("council", "Dorset Council").out
