"""The main job, from files to a comparison, as a person does it."""

import csv
import json

import pytest


@pytest.fixture(scope="module")
def made(tmp_path_factory, run_candour):
    """A folder with a small sample received and built."""
    folder = tmp_path_factory.mktemp("main-job")
    assert run_candour(folder, "sample", "-n", "120", "--to", "notices", "--form", "packages").code == 0
    assert run_candour(folder, "add", "notices", "--publisher", "Fictional sample").code == 0
    assert run_candour(folder, "build").code == 0
    return lambda *arguments: run_candour(folder, *arguments)


@pytest.fixture(scope="module")
def checked(made):
    """What a check of the sample says to programs."""
    return made("check", "--json")


def test_comparisons_carry_what_they_rest_on(made):
    for kind in ("providers", "councils", "contract-models"):
        comparison = made("compare", kind, "--json").json
        assert comparison["groups"], kind
        assert comparison["data_version"]
        for group in (*comparison["groups"], comparison["everybody"]):
            for figure in group["figures"]:
                for answer in figure["answers"]:
                    assert answer["state"] in ("value", "suppressed", "not computable", "not reported")
                    assert 0 <= answer["n"] <= answer["of"]
                    assert ("value" in answer) == (answer["state"] == "value")
                    assert ("because" in answer) == (answer["state"] != "value")


def test_the_page_says_the_same_in_words(made):
    page = made("compare", "councils", "--limit", "3").out
    assert "3 of " in page
    assert "Nothing published is not bad performance" in page


def test_a_search_leads_to_a_process(made):
    found = made("search", "care", "--json").json
    assert found["found"] > 0
    ocid = found["processes"][0]["ocid"]
    shown = made("show", ocid, "--json").json
    assert shown["compiled"]["ocid"] == ocid
    assert "Releases" in made("show", ocid).out
    releases = [json.loads(line) for line in made("show", ocid, "--releases").out.splitlines()]
    assert {release["ocid"] for release in releases} == {ocid}
    assert len(releases) >= len([row for row in shown["rows"]["releases"] if row["state"] == "merged"])
    assert made("show", ocid, "--versioned").json["ocid"] == ocid


def test_a_check_tells_problems_and_questions(made, checked):
    assert checked.code == 1
    assert checked.json["levels"]["error"] > 0
    assert all(1 <= len(line["examples"]) <= 3 for line in checked.json["problems"])
    states = {question["state"] for question in checked.json["questions"]}
    assert states <= {"yes", "partly", "no", "never arises"}
    assert "Which questions can this data answer?" in made("check", "--for", "reader").out


@pytest.mark.parametrize("audience", ["publisher", "reader"])
def test_metrics_that_nobody_reports_share_one_line(made, checked, audience):
    questions = checked.json["questions"]
    silent = [each for each in questions if each["asked_by"] == "metric" and not each["answer"]["answerable"]]
    out = made("check", "--for", audience).out
    assert len(silent) > 40
    assert f"{len(silent)} metrics of the outcome library are not reported" in out
    assert "How many planned visits did not happen?" in out
    assert "How many feel lonely much of the time?" not in out


def test_a_check_of_files_says_what_a_build_of_them_says(made, checked):
    kept, passing = checked.json, made("check", "notices", "--json").json
    assert kept["levels"] == passing["levels"]
    assert kept["questions"] == passing["questions"]


@pytest.mark.parametrize("form", ["lines", "csv", "xlsx", "parquet", "packages"])
def test_data_can_be_taken_away_with_its_description(made, tmp_path, form):
    exported = made("export", form, "--to", tmp_path / form, "--care", "any", "--json").json
    description = json.loads((tmp_path / form / "datapackage.json").read_text())
    assert description["version"] == exported["data_version"]
    assert description["sources"]
    for resource in description["resources"]:
        assert (tmp_path / form / resource["path"]).is_file()
        assert all(field["description"] for field in resource["schema"]["fields"])
    assert made("export", form, "--to", tmp_path / form).code == 3


def test_releases_taken_away_make_the_same_tables_again(made, tmp_path, run_candour):
    made("export", "packages", "--to", tmp_path / "out", "--care", "any")
    assert run_candour(tmp_path, "add", "out").code in (0, 1)
    assert run_candour(tmp_path, "build").code in (0, 1)
    first, second = (
        made("compare", "councils", "--json").json,
        run_candour(tmp_path, "compare", "councils", "--json").json,
    )
    assert first["everybody"] == second["everybody"]


def test_a_csv_counts_what_the_tables_count(made, tmp_path):
    made("export", "csv", "--to", tmp_path / "csv", "--care", "any")
    with (tmp_path / "csv" / "awards.csv").open(newline="") as file:
        awards = sum(1 for _ in csv.DictReader(file))
    assert awards == made("status", "--json").json["rows"]["awards"]


def test_status_knows_when_the_archive_has_moved_on(tmp_path, run_candour):
    run_candour(tmp_path, "sample", "-n", "3", "--to", "notices")
    run_candour(tmp_path, "add", "notices")
    assert "candour build" in run_candour(tmp_path, "status").out
    run_candour(tmp_path, "build")
    assert run_candour(tmp_path, "status", "--json").json["up_to_date"] is True
    run_candour(tmp_path, "add", "notices")
    assert run_candour(tmp_path, "status", "--json").json["up_to_date"] is False


def test_errors_are_one_line_with_the_next_step(made, tmp_path, run_candour):
    for arguments in (("compare", "councils"), ("search", "care"), ("show", "x"), ("build",), ("status",)):
        ran = run_candour(tmp_path, *arguments)
        assert ran.code == 3, arguments
        assert ran.err.count("\n") == 1, ran.err
    for arguments in (
        ("compare", "councils", "No Such Place"),
        ("compare", "councils", "--council", "No Such Place"),
        ("compare", "councils", "--indicator", "no-such-indicator"),
        ("show", "ocds-f1ct10-nothing"),
        ("fetch", "no-such-source"),
        ("search", " "),
    ):
        ran = made(*arguments)
        assert ran.code == 3, arguments
        assert ran.err.count("\n") == 1, ran.err
        assert ran.err.startswith("candour: ")
