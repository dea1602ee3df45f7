"""`candour fit`: a live contract put to the test, filled in, and read back as reported."""

import json
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

from candour.cli import fit_page, output
from candour.operations.fit import fit_files

PROCESS = Path(__file__).parents[1] / "indicators" / "fit" / "golden" / "home-care.json"
OCID = "ocds-f1ct10-1"
ON = ("--on", "2026-11-22")


@pytest.fixture
def notice(tmp_path):
    """The process of the golden file as a release in a file of the folder."""
    release = json.loads(PROCESS.read_text("utf-8")) | {"id": "1", "tag": ["award"]}
    (tmp_path / "notice.json").write_text(json.dumps(release), "utf-8")
    return "notice.json"


def test_a_file_without_an_archive(candour, notice, tmp_path):
    page = candour("fit", notice, *ON)
    assert (page.code, page.err) == (0, "")
    assert "awards[0], award without a contract: 2026-04-01 to 2029-03-31 (running), 1 supplier" in page.out
    assert "could be reported once what is missing is added: contract" in page.out
    assert '"state": "notReported"' in page.out
    assert "fill: contracts[0].status" in page.out
    assert [path.name for path in tmp_path.iterdir()] == ["notice.json"], "nothing is kept"


def test_one_json_document_holds_it_all(candour, notice):
    (one,) = candour("fit", notice, *ON, "--json", "--metrics", "missed-visits, satisfaction").json["processes"]
    assert one["fit"]["chosen"] == ["missed-visits", "satisfaction"]
    assert one["fit"]["draft"]["release"]["ocid"] == OCID
    states = {stated["fact"]["id"]: stated["state"] for stated in one["fit"]["facts"]}
    assert (states["supplier-number"], states["service-type"], states["contract"]) == ("stated", "judged", "missing")


def test_the_filled_release_is_shown_as_reported(candour, notice, tmp_path):
    assert candour("fit", notice, *ON, "--metrics", "missed-visits", "--to", "outcomes.json").code == 0
    release = json.loads((tmp_path / "outcomes.json").read_text("utf-8"))
    assert release["date"] == "2026-11-22T12:00:00+00:00"
    contract = release["contracts"][0]
    contract["status"] = "active"
    for metric, measure in ((contract["agreedMetrics"][0], 0.01), (contract["implementation"]["metrics"][0], 0.004)):
        observation = metric["observations"][0]
        observation |= {"measure": measure, "state": "value"}
        del observation["stateReason"]
    (tmp_path / "outcomes.json").write_text(json.dumps(release), "utf-8")
    assert candour("add", notice, "outcomes.json").code == 0
    assert candour("build").code == 0
    (kept,) = candour("show", OCID, "--json").json["kept"]
    assert (kept["metric"], kept["promised"], kept["latest"]) == ("Missed visits", "0.01", "0.004")
    assert "Missed visits: 0.4%" in candour("contract", OCID).out
    (again,) = candour("fit", OCID, *ON, "--metrics", "missed-visits", "--json").json["processes"]
    assert again["fit"]["no_draft"] == "every chosen metric is reported already"


def test_of_several_processes_each_has_a_few_lines_and_one_can_be_picked(candour):
    assert candour("sample", "--processes", "20", "--seed", "7", "--to", "sample", "--form", "packages").code == 0
    page = candour("fit", "sample", *ON).out
    assert "Social care?" in page
    assert "Missing most often" in page
    first = page.split("\n\n")[1].split(": ")[0]
    one = candour("fit", "sample", "--process", first, *ON).out
    assert one.startswith(first)
    assert "What is missing" in one


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("fit", "notices.json"),
            "notices.json: there is no such file or folder here",
        ),
        (("fit", "ocds-f1ct10-9"), "there is no warehouse"),
        (("fit", "notice.json", "--process", "ocds-f1ct10-9"), "none of the 1 processes there is 'ocds-f1ct10-9'"),
        (("fit", "notice.json", "--metrics", "smiles"), "the outcome library has no metric 'smiles'"),
        (
            ("fit", "notice.json", "--to", "notice.json"),
            "notice.json exists already",
        ),
        (("fit", "empty.json"), "no process could be read there; `candour check` says what is wrong"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(candour, notice, tmp_path, arguments, said):
    (tmp_path / "empty.json").write_text("{}", "utf-8")
    ran = candour(*arguments)
    assert ran.code == 3
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_a_page_fits_into_eighty_columns(monkeypatch, tmp_path, notice, capsys):
    monkeypatch.setattr(output, "page", Console(width=80, highlight=False))
    (one,) = fit_files([tmp_path / notice], date(2026, 11, 22)).processes
    fit_page.print_one(one)
    tables = [line for line in capsys.readouterr().out.splitlines() if line[:1] in "│┃├└┏"]
    assert tables
    assert max(map(len, tables)) <= 80
    assert any("contracts[]" in line for line in tables)
