"""`candour standards hold` over fictional notices and registers."""

from datetime import date

import pytest

from candour.operations.home import Home
from candour.operations.standards_held import by_register
from candour.operations.standards_held.provider import hold_provider

BAD = "1-001000120"
BAD_FROM, BETTER_FROM = "2022-06-01", "2025-04-01"
"""A fictional home in England that was rated inadequate on 2022-05-08, and better three years later."""


@pytest.fixture(scope="module")
def made(tmp_path_factory, run_candour):
    """A folder with fictional notices and registers, received and built."""
    folder = tmp_path_factory.mktemp("held")
    sample = ("sample", "-n", "60", "--to", "made", "--form", "packages", "--registers", "--no-faults")
    for arguments in (sample, ("add", "made"), ("build",)):
        ran = run_candour(folder, *arguments)
        assert ran.code == 0, ran.err
    return folder


@pytest.fixture
def held(made, run_candour):
    return lambda *arguments, on="2026-10-01": run_candour(made, "standards", "hold", *arguments, "--on", on)


@pytest.fixture
def ask(made):
    def ask(sql, **values):
        with Home(made / "candour-data").tables() as tables:
            return tables.query(sql, values).rows[0]

    return ask


def standing(ran, standard):
    (line,) = [one for one in ran.json["lines"] if one["standard"]["id"] == standard]
    return line


def test_a_provider_is_held_by_its_ratings_of_the_day(held):
    failing = standing(held(BAD, "--provider", "--json", on=BAD_FROM), "rating-floor")
    assert failing["standing"] == "below the floor"
    assert "Inadequate, the lowest grade" in failing["evidence"][0]["because"]
    assert standing(held(BAD, "--provider", "--json", on=BETTER_FROM), "rating-floor")["standing"] == "kept"


def test_an_old_rating_is_no_breach(made, monkeypatch):
    monkeypatch.setattr(by_register, "OLD_AFTER_DAYS", 10)
    home = Home(made / "candour-data")
    found = {line.standard.id: line for line in hold_provider(home, BAD, date.fromisoformat(BAD_FROM)).lines}
    assert found["rating-floor"].standing != "below the floor"
    assert any("days old, and no breach" in one.because for one in found["rating-floor"].evidence)


def test_without_ratings_nothing_is_breached(held, ask):
    never = ask("SELECT MIN(provider) AS provider FROM locations WHERE register = 'rqia' AND status = 'registered'")
    ran = held(never.provider, "--provider", "--json")
    assert ran.json["nation"] == "northern ireland"
    line = standing(ran, "rating-floor")
    assert (line["standing"], line["evidence"][0]["state"]) == ("no data", "not reported")
    assert "having none breaks no standard" in line["because"]
    assert standing(ran, "registered")["standing"] == "kept"
    assert "No rating, or an old one, is no breach." in held(never.provider, "--provider").out


def test_a_process_is_a_page_that_says_who_says_so(held, ask):
    ocid = ask(
        "SELECT MIN(ocid) AS ocid FROM deliveries JOIN processes USING (ocid) "
        "WHERE metric_id = 'missed-visits' AND measure IS NOT NULL AND number_of_contracts = 1"
    ).ocid
    ran = held(ocid, "--nation", "england")
    assert ran.code == 0, ran.err
    assert "a question to ask, and no verdict" in ran.out
    assert "reported:" in ran.out
    assert "No data for" in ran.out
    lines = held(ocid, "--nation", "england", "--json").json["contracts"][0]["lines"]
    missed = next(one for one in lines if one["standard"]["id"] == "missed-visits")
    assert missed["evidence"][0]["source"]["receipt"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ocds-nowhere",), "there is no process 'ocds-nowhere'"),
        (("nobody at all", "--provider"), "no provider has 'nobody at all'"),
        (("1-2", "--provider", "--nation", "wales"), "a provider's register says its nation"),
    ],
)
def test_what_cannot_be_held_is_one_line(held, arguments, said):
    ran = held(*arguments)
    assert (ran.code, ran.out) == (3, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
