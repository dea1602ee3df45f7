"""`candour link`: from a link that was found to a person's decision and back."""

from functools import partial

import pytest

from candour import sample

ONE, OTHER = "ocds-f1ct10-national-1-00000010", "ocds-f1ct10-noticeboard-1-00000011"


@pytest.fixture(scope="module")
def made(tmp_path_factory, run_candour):
    folder = tmp_path_factory.mktemp("links")
    run_candour(folder, "sample", "-n", "24", "--to", "notices", "--form", "packages")
    run_candour(folder, "add", "notices")
    run_candour(folder, "build")
    return partial(run_candour, folder)


def _others(linked):
    return [{row["ocid_a"], row["ocid_b"]} for row in linked.json["links"]]


def test_a_link_is_listed_rejected_and_taken_back(made):
    assert _others(made("link", ONE, "--json")) == [{ONE, OTHER}]
    assert made("show", OTHER, "--json").json["rows"]["links"] == made("link", ONE, "--json").json["links"]
    assert "same buyer" in made("link", ONE).out
    assert "The same procurement elsewhere" in made("show", ONE).out

    decided = made("link", ONE, OTHER, "--different", "--reason", "two lots", "--by", "A reader")
    assert (decided.code, decided.err) == (0, "")
    assert "candour build" in decided.out
    made("build")
    rejected = made("link", ONE, "--json")
    assert _others(rejected) == []
    assert rejected.json["decisions"][0]["decision"]["reason"] == "two lots"
    assert "different" in made("link", ONE).out

    receipt = rejected.json["decisions"][0]["receipt"]["id"]
    made("archive", "withdraw", receipt, "--reason", "one lot", "--by", "A reader")
    made("build")
    assert _others(made("link", ONE, "--json")) == [{ONE, OTHER}]
    assert made("link", ONE, "--json").json["decisions"] == []


def test_two_processes_are_joined_by_a_person_and_stay_two(made):
    other = next(process.ocid for process in sample.processes(24, 1) if process.twin is None)
    received = made("link", ONE, other, "--same", "--reason", "seen both", "--by", "A reader", "--json")
    assert received.json["source"] == "link-decisions"
    made("build")
    (link,) = [row for row in made("link", other, "--json").json["links"] if row["method"] == "a person"]
    assert (link["ocid_a"], link["ocid_b"], link["decided_by"]) == (*sorted((ONE, other)), "A reader")
    assert link["receipt"] == received.json["id"]
    assert made("status", "--json").json["rows"]["processes"] == 24


def test_what_makes_no_decision_is_refused_in_one_line(made):
    for arguments in (
        (ONE, "ocds-f1ct10-nothing", "--same", "--reason", "x", "--by", "Me"),
        (ONE, ONE, "--same", "--reason", "x", "--by", "Me"),
        ("ocds-f1ct10-nothing",),
    ):
        ran = made("link", *arguments)
        assert (ran.code, ran.err.count("\n")) == (3, 1), ran.err
    for arguments in ((ONE, OTHER), (ONE, OTHER, "--same"), (ONE, "--same")):
        assert made("link", *arguments).code == 2


def test_files_cannot_be_added_as_decisions(made, tmp_path):
    (tmp_path / "notes.json").write_text("{}")
    assert made("add", tmp_path / "notes.json", "--source", "link-decisions").code == 3
